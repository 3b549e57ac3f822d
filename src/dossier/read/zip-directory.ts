/** The central directory, record by record: every field that the format fixes must have its value. */
import * as zip from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { DiskFile } from './disk.ts';
import type { DirectoryPlace } from './zip-end.ts';
import { view } from './zip-end.ts';

export interface CentralEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
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
}

const FLAG_ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const FLAG_DESCRIPTOR = 0x0008;
const DEFLATED = 8;
const UNIX_TYPE = 0o170000;
const UNIX_REGULAR = 0o100000;
const UNIX_LINK = 0o120000;
const UNIX_FOLDER = 0o040000;
const DOS_FOLDER = 0x10;

/** The entries, or undefined when the directory itself is broken. */
export function readDirectory(file: DiskFile, place: DirectoryPlace, notes: Collector, from: zip.Zip64From): CentralEntry[] | undefined {
  const bytes = file.read(place.offset, place.size);
  const all = view(bytes);
  const entries: CentralEntry[] = [];
  let p = 0;
  for (let i = 0; i < place.entries; i++) {
    const record = p + zip.CENTRAL_SIZE <= bytes.length && all.getUint32(p, true) === zip.CENTRAL_SIGNATURE;
    const length = record ? zip.CENTRAL_SIZE + all.getUint16(p + 28, true) + all.getUint16(p + 30, true) + all.getUint16(p + 32, true) : 0;
    if (!record || p + length > bytes.length) {
      notes.note('ZIP_DIRECTORY_BROKEN', {}, { entry: entries.at(-1)?.name ?? '', offset: place.offset + p });
      return undefined;
    }
    const entry = readRecord(bytes.subarray(p, p + length), place.offset + p, notes, from);
    if (!entry) return undefined;
    entries.push(entry);
    p += length;
  }
  if (p !== bytes.length) {
    notes.note('ZIP_DIRECTORY_BROKEN', {}, { entry: entries.at(-1)?.name ?? '', offset: place.offset + p });
    return undefined;
  }
  return entries;
}

function readRecord(record: Uint8Array, at: number, notes: Collector, from: zip.Zip64From): CentralEntry | undefined {
  const v = view(record);
  const nameEnd = zip.CENTRAL_SIZE + v.getUint16(28, true);
  const extraEnd = nameEnd + v.getUint16(30, true);
  const nameBytes = record.slice(zip.CENTRAL_SIZE, nameEnd);
  const flags = v.getUint16(8, true);
  const name = decodeName(nameBytes, flags, at, notes);
  if (name === undefined) return undefined;
  const here = { entry: name, offset: at };

  const numbers = readNumbers(v, record.subarray(nameEnd, extraEnd), here, notes, from);
  if (!numbers) return undefined;
  const central: CentralEntry = {
    name,
    nameBytes,
    at,
    ...numbers,
    needed: v.getUint16(6, true),
    flags,
    method: v.getUint16(10, true),
    time: v.getUint16(12, true),
    date: v.getUint16(14, true),
    crc: v.getUint32(16, true),
  };
  if (nameBytes.length > zip.MAX_NAME_BYTES) notes.note('DOSSIER_NAME', { fault: 'too-long', name: name.slice(0, 80) }, here);
  if (extraEnd !== record.length) notes.note('ZIP_ENTRY_COMMENT', { bytes: record.length - extraEnd }, here);
  if (v.getUint16(34, true) !== 0) notes.note('ZIP_MULTIDISK', {}, here);
  checkCoding(central, notes);
  checkKind(central, v.getUint32(38, true), here, notes);
  const version = central.size >= from.bytes || central.offset >= from.bytes ? zip.NEEDED64 : zip.NEEDED;
  if (v.getUint16(4, true) !== zip.MADE_BY) notes.note('ZIP_VERSION', { field: 'made by', found: v.getUint16(4, true) }, here);
  if (central.needed !== version) notes.note('ZIP_VERSION', { field: 'needed', found: central.needed }, here);
  if (central.time !== zip.DOS_TIME || central.date !== zip.DOS_DATE) notes.note('ZIP_TIME', {}, here);
  if (v.getUint16(36, true) !== 0) notes.note('ZIP_ATTRIBUTES', { found: v.getUint16(36, true) }, here);
  return central;
}

function decodeName(bytes: Uint8Array, flags: number, at: number, notes: Collector): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Without the flag it is another code page (GBK on Chinese Windows); with it, nobody knows what the name is.
    const code = (flags & zip.FLAGS) === 0 ? 'ZIP_NAME_CODE_PAGE' : 'ZIP_NAME_NOT_UTF8';
    notes.note(code, {}, { entry: new TextDecoder().decode(bytes), offset: at });
    return undefined;
  }
}

/** Sizes and offset, from the Zip64 field where the format puts them there. */
function readNumbers(
  v: DataView,
  extra: Uint8Array,
  here: { entry: string; offset: number },
  notes: Collector,
  from: zip.Zip64From,
): { packed: number; size: number; offset: number } | undefined {
  const short = { size: v.getUint32(24, true), packed: v.getUint32(20, true), offset: v.getUint32(42, true) };
  const wanted = (['size', 'packed', 'offset'] as const).filter((key) => short[key] === zip.MAX32);
  if (wanted.length === 0) {
    if (extra.length > 0) notes.note('ZIP_EXTRA', { bytes: extra.length }, here);
    if (short.size >= from.bytes || short.packed >= from.bytes || short.offset >= from.bytes) notes.note('ZIP64_FIELD', {}, here);
    return short;
  }
  const x = view(extra);
  const exact =
    extra.length === 4 + 8 * wanted.length && x.getUint16(0, true) === zip.ZIP64_EXTRA && x.getUint16(2, true) === 8 * wanted.length;
  if (!exact) {
    notes.note('ZIP64_FIELD', {}, here);
    return undefined;
  }
  const numbers = { ...short };
  wanted.forEach((key, i) => {
    numbers[key] = Number(x.getBigUint64(4 + 8 * i, true));
  });
  if (wanted.some((key) => !Number.isSafeInteger(numbers[key]))) {
    notes.note('ZIP64_FIELD', {}, here);
    return undefined;
  }
  if (wanted.some((key) => numbers[key] < from.bytes)) notes.note('ZIP64_NEEDLESS', { where: 'entry' }, here);
  return numbers;
}

/** Flags and method: stored, not encrypted, sizes in front, names in UTF-8. */
function checkCoding(entry: CentralEntry, notes: Collector): void {
  const here = { entry: entry.name, offset: entry.at };
  if ((entry.flags & FLAG_ENCRYPTED) !== 0) notes.note('ZIP_ENCRYPTED', {}, here);
  else if ((entry.flags & FLAG_DESCRIPTOR) !== 0) notes.note('ZIP_DESCRIPTOR', {}, here);
  else if (entry.flags !== zip.FLAGS) notes.note('ZIP_FLAGS', { found: entry.flags }, here);
  if (entry.method === DEFLATED) notes.note('ZIP_COMPRESSED', {}, here);
  else if (entry.method !== zip.STORED) notes.note('ZIP_METHOD', { found: entry.method }, here);
  else if (entry.packed !== entry.size) notes.note('ZIP_SIZES', { packed: entry.packed, size: entry.size }, here);
}

/** Regular files only; anything else than `rw-r--r--` was packed by another program. */
function checkKind({ name, size }: CentralEntry, attributes: number, here: { entry: string; offset: number }, notes: Collector): void {
  const type = (attributes >>> 16) & UNIX_TYPE;
  const folder = type === UNIX_FOLDER || (attributes & DOS_FOLDER) !== 0;
  // An empty entry for a folder is other programs' habit; one with content, or a file that claims to be one, hides something.
  if (name.endsWith('/') && size === 0 && (folder || type === 0)) notes.note('ZIP_FOLDER_ENTRY', {}, here);
  else if (name.endsWith('/') || folder) notes.note('ZIP_NOT_REGULAR', { kind: 'folder' }, here);
  else if (type !== UNIX_REGULAR && type !== 0) notes.note('ZIP_NOT_REGULAR', { kind: type === UNIX_LINK ? 'link' : 'device' }, here);
  else if (attributes !== zip.ATTRIBUTES) notes.note('ZIP_ATTRIBUTES', { found: attributes }, here);
}

export function hasDescriptor(entry: CentralEntry): boolean {
  return (entry.flags & FLAG_DESCRIPTOR) !== 0;
}
