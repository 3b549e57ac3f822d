/** One record of the central directory: every field that the format fixes must have its value, or another program wrote it. */
import type { Code, Codes } from '../../model/index.ts';
import * as zip from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Marks } from './marks.ts';
import { view } from './zip-end.ts';
import { type Extra, readExtra, widened } from './zip-extra.ts';

export interface CentralEntry {
  readonly name: string;
  /** A view of the record. */
  readonly nameBytes: Uint8Array;
  /** The name stands in another code page. */
  readonly foreign: boolean;
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  /** Bytes in the container, bytes of the content. */
  readonly packed: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
  /** Of this record. */
  readonly at: number;
  readonly folder: boolean;
  /** Some field is not as the format fixes it. */
  readonly odd: boolean;
}

export const FLAG_ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const FLAG_DESCRIPTOR = 0x0008;
const UNIX_TYPE = 0o170000;
const UNIX_REGULAR = 0o100000;
const UNIX_LINK = 0o120000;
const UNIX_FOLDER = 0o040000;
const DOS_FOLDER = 0x10;

/** One for all names: making one costs more than decoding with it. */
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LENIENT = new TextDecoder();
const GBK = new TextDecoder('gb18030');
const STRICT_GBK = new TextDecoder('gbk', { fatal: true });

export type Sign = <C extends Code>(code: C, args: Codes[C]) => void;

/** `record` is one whole record. Undefined when it cannot be relied on. */
export function readRecord(
  record: Uint8Array,
  at: number,
  { notes, signs, methods }: Marks,
  from: zip.Zip64From,
): CentralEntry | undefined {
  const v = view(record);
  const nameEnd = zip.CENTRAL_SIZE + v.getUint16(28, true);
  const extraEnd = nameEnd + v.getUint16(30, true);
  const nameBytes = record.subarray(zip.CENTRAL_SIZE, nameEnd);
  const flags = v.getUint16(8, true);
  const extraBytes = record.subarray(nameEnd, extraEnd);
  const extra = readExtra(extraBytes);
  const decoded = decodeName(nameBytes, flags, extra);
  const here = { entry: decoded?.name ?? LENIENT.decode(nameBytes), offset: at };
  let odd = false;
  const sign: Sign = (code, args) => {
    odd = true;
    signs.note(code, args, here);
  };
  if (!decoded) {
    // With the flag of UTF-8 nobody knows what the name is.
    notes.note('ZIP_NAME_NOT_UTF8', { seems: asGbk(nameBytes) }, here);
    return undefined;
  }
  if (decoded.foreign) sign('ZIP_NAME_CODE_PAGE', {});
  if (!extra) {
    notes.note('ZIP_EXTRA_BROKEN', {}, here);
    return undefined;
  }
  if (extra.name !== undefined && extra.name !== decoded.name)
    notes.note('ZIP_HEADERS_DIFFER', { field: 'Unicode path', local: extra.name, central: decoded.name }, here);
  const numbers = readNumbers(v, { bytes: extraBytes, extra }, sign, from);
  if (!numbers) {
    notes.note('ZIP64_FIELD', {}, here);
    return undefined;
  }
  const { size, packed, offset } = numbers;
  const coded = { name: decoded.name, at, flags, method: v.getUint16(10, true), size, packed };
  const needed = v.getUint16(6, true);
  const time = v.getUint16(12, true);
  const date = v.getUint16(14, true);
  if (nameBytes.length > zip.MAX_NAME_BYTES) notes.note('DOSSIER_NAME', { fault: 'too-long', name: decoded.name.slice(0, 80) }, here);
  if (extraEnd !== record.length) notes.note('ZIP_ENTRY_COMMENT', { bytes: record.length - extraEnd }, here);
  if (v.getUint16(34, true) !== 0) notes.note('ZIP_MULTIDISK', {}, here);
  checkCoding(coded, { notes, methods }, sign);
  const madeBy = v.getUint16(4, true);
  const folder = checkKind(coded, v.getUint32(38, true), notes, sign);
  const version = size >= from.bytes || offset >= from.bytes ? zip.NEEDED64 : zip.NEEDED;
  if (madeBy !== zip.MADE_BY) sign('ZIP_VERSION', { field: 'made by', found: madeBy });
  if (needed !== version) sign('ZIP_VERSION', { field: 'needed', found: needed });
  if (time !== zip.DOS_TIME || date !== zip.DOS_DATE) sign('ZIP_TIME', {});
  if (v.getUint16(36, true) !== 0) sign('ZIP_ATTRIBUTES', { found: v.getUint16(36, true) });
  const { name, method } = coded;
  return {
    name,
    nameBytes,
    foreign: decoded.foreign,
    needed,
    flags,
    method,
    time,
    date,
    crc: v.getUint32(16, true),
    packed,
    size,
    offset,
    at,
    folder,
    odd,
  };
}

/** Chinese Windows writes names in GBK and sets no flag. Undefined: declared UTF-8, and is not. */
function decodeName(bytes: Uint8Array, flags: number, extra: Extra | undefined): { name: string; foreign: boolean } | undefined {
  try {
    return { name: STRICT.decode(bytes), foreign: false };
  } catch {
    if ((flags & zip.FLAGS) !== 0) return undefined;
    return { name: extra?.name ?? GBK.decode(bytes), foreign: true };
  }
}

/** Empty where it is no GBK either. */
function asGbk(bytes: Uint8Array): string {
  try {
    return STRICT_GBK.decode(bytes);
  } catch {
    return '';
  }
}

/** Sizes and offset, from the Zip64 field where the header has the marker. */
function readNumbers(
  v: DataView,
  { bytes, extra }: { bytes: Uint8Array; extra: Extra },
  sign: Sign,
  from: zip.Zip64From,
): { packed: number; size: number; offset: number } | undefined {
  const size32 = v.getUint32(24, true);
  const packed32 = v.getUint32(20, true);
  const offset32 = v.getUint32(42, true);
  // All entries of nearly all containers.
  if (bytes.length === 0 && Math.max(size32, packed32, offset32) < Math.min(from.bytes, zip.MAX32))
    return { size: size32, packed: packed32, offset: offset32 };
  const short = [size32, packed32, offset32];
  const wide = widened(short, extra);
  if (!wide) return undefined;
  const marked = short.filter((value) => value === zip.MAX32).length;
  if (marked === 0) {
    if (bytes.length > 0) sign('ZIP_EXTRA', { bytes: bytes.length });
    if (short.some((value) => value >= from.bytes)) sign('ZIP64_FIELD', {});
  } else if (bytes.length !== 4 + 8 * marked || extra.zip64?.length !== marked) sign('ZIP64_FIELD', {});
  else if (wide.some((value, i) => short[i] === zip.MAX32 && value < from.bytes)) sign('ZIP64_NEEDLESS', { where: 'entry' });
  const [size = 0, packed = 0, offset = 0] = wide;
  return { size, packed, offset };
}

type Coded = Pick<CentralEntry, 'name' | 'at' | 'flags' | 'method' | 'packed' | 'size'>;

/** Flags and method: stored or deflated, not encrypted, and a size that deflate can reach. */
function checkCoding(entry: Coded, { notes, methods }: Pick<Marks, 'notes' | 'methods'>, sign: Sign): void {
  const here = { entry: entry.name, offset: entry.at };
  if ((entry.flags & FLAG_ENCRYPTED) !== 0) notes.note('ZIP_ENCRYPTED', {}, here);
  else if ((entry.flags & FLAG_DESCRIPTOR) !== 0) sign('ZIP_DESCRIPTOR', {});
  else if (entry.flags !== zip.FLAGS) sign('ZIP_FLAGS', { found: entry.flags });
  if (entry.method === zip.DEFLATED) {
    sign('ZIP_COMPRESSED', {});
    if (entry.size > entry.packed * zip.MAX_DEFLATE_RATIO)
      notes.note('ZIP_RATIO', { packed: entry.packed, size: entry.size, limit: zip.MAX_DEFLATE_RATIO }, here);
  } else if (entry.method !== zip.STORED) {
    sign('ZIP_COMPRESSED', {});
    methods.set(entry.method, (methods.get(entry.method) ?? 0) + 1);
  } else if (entry.packed !== entry.size) notes.note('ZIP_SIZES', { packed: entry.packed, size: entry.size }, here);
}

/** Regular files only; anything else than `rw-r--r--` was packed by another program. Whether it is the entry of a folder. */
function checkKind({ name, size, at }: Coded, attributes: number, notes: Collector, sign: Sign): boolean {
  const here = { entry: name, offset: at };
  const type = (attributes >>> 16) & UNIX_TYPE;
  const folder = type === UNIX_FOLDER || (attributes & DOS_FOLDER) !== 0;
  const slash = /[/\\]$/.test(name);
  // An empty entry for a folder is other programs' habit; one with content, or a file that claims to be one, hides something.
  if (slash && size === 0 && (folder || type === 0)) sign('ZIP_FOLDER_ENTRY', {});
  else if (slash || folder) notes.note('ZIP_NOT_REGULAR', { kind: 'folder' }, here);
  else if (type !== UNIX_REGULAR && type !== 0) notes.note('ZIP_NOT_REGULAR', { kind: type === UNIX_LINK ? 'link' : 'device' }, here);
  else if (attributes !== zip.ATTRIBUTES) sign('ZIP_ATTRIBUTES', { found: attributes });
  return slash;
}

export function hasDescriptor({ flags }: { readonly flags: number }): boolean {
  return (flags & FLAG_DESCRIPTOR) !== 0;
}
