/** The parts of a ZIP read one at a time: a sheet of a million rows is never held whole (APPNOTE 6.3.10 §4.3). */
import type { PackedFile } from './packed-file.ts';
import { endRecord, zip64Values } from './zip-end.ts';
import { ZipFault } from './zip-fault.ts';

/** Workbooks have some dozens of parts; one with pictures some hundreds. */
const MAX_ENTRIES = 5000;
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;
/** A sheet full to Excel's last row with forty columns unpacks to some 1.5 GiB. */
const MAX_PART_BYTES = 2 ** 31;
/** Sheets compress to a tenth or a fiftieth, a bomb to a thousandth; small parts may be as repetitive as they like. */
const MAX_RATIO = 250;
const RATIO_FREE_BYTES = 16 * 1024 * 1024;
/** Flags (4.4.4): encrypted, strongly encrypted, headers masked; names in UTF-8. */
const LOCKED = 0x0001 | 0x0040 | 0x2000;
const UTF8 = 0x0800;

export interface ZipPart {
  /** Lower-case with `/`: names of parts are compared so (ECMA-376 part 2 §6.2.2). */
  readonly name: string;
  /** As it stands in the directory. */
  readonly written: string;
  readonly locked: boolean;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly at: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipPart[];
  /** Names in every encoding that they may be meant in, and comments. */
  readonly texts: readonly string[];
  /** Offsets of its first byte, and of what stands behind its last record. */
  readonly start: number;
  readonly end: number;
  /** Offset of the records that end the file. */
  readonly tail: number;
}

/** @throws ZipFault */
export async function zipDirectory(file: PackedFile): Promise<ZipDirectory> {
  const found = await endRecord(file);
  if (!found) throw new ZipFault('no end record');
  const { count, size, start, tail, comment } = found;
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES) throw new ZipFault('directory', 'too-large');
  if (start + size > file.size) throw new ZipFault('directory');
  const bytes = await file.read(start, size);
  const view = viewOf(bytes);
  const entries: ZipPart[] = [];
  const texts = decodings(comment);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ZipFault('entry');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const extraAt = at + 46 + nameLength;
    const next = extraAt + extraLength + commentLength;
    if (next > view.byteLength) throw new ZipFault('entry');
    const flags = view.getUint16(at + 8, true);
    const nameBytes = bytes.subarray(at + 46, extraAt);
    const names = decodings(nameBytes, (flags & UTF8) !== 0);
    const written = names[0] ?? '';
    const [unpacked, compressed, offset] = zip64Values(
      view,
      [24, 20, 42].map((field) => view.getUint32(at + field, true)),
      extraAt,
      extraAt + extraLength,
    ) as [number, number, number];
    texts.push(...names, ...decodings(bytes.subarray(extraAt + extraLength, next)));
    entries.push({
      name: plainPath(written.replaceAll('\\', '/')) + (/[\\/]$/.test(written) ? '/' : ''),
      written,
      locked: (flags & LOCKED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed,
      size: unpacked,
      at: offset,
    });
    at = next;
  }
  return { entries, texts, start, end: start + at, tail };
}

/** Parts by name. @throws ZipFault, also where two have one name */
export async function zipParts(file: PackedFile): Promise<ReadonlyMap<string, ZipPart>> {
  return partsByName(await zipDirectory(file));
}

/** @throws ZipFault where two parts have one name */
export function partsByName({ entries }: ZipDirectory): ReadonlyMap<string, ZipPart> {
  const parts = new Map<string, ZipPart>();
  for (const part of entries) {
    if (parts.has(part.name)) throw new ZipFault('two parts of one name');
    parts.set(part.name, part);
  }
  return parts;
}

/** Without `.`, `..` and empty segments, lower-case. */
export function plainPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/').toLowerCase();
}

/** What a name or comment may say, the likeliest first; none where it is empty. */
function decodings(bytes: Uint8Array, utf8 = false): string[] {
  if (bytes.length === 0) return [];
  const found: string[] = [];
  for (const label of utf8 ? ['utf-8'] : ['utf-8', 'gb18030']) {
    try {
      found.push(new TextDecoder(label, { fatal: true }).decode(bytes));
    } catch {}
  }
  if (found.length === 0) found.push(new TextDecoder().decode(bytes));
  return [...new Set(found)];
}

/** Where the packed bytes of a part stand. @throws ZipFault */
export async function partExtent(file: PackedFile, part: ZipPart): Promise<{ readonly from: number; readonly to: number }> {
  const header = viewOf(await file.read(part.at, 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new ZipFault('local header');
  const from = part.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return { from, to: from + part.compressed };
}

/** The bytes of a part, unpacked, checked against its size and CRC-32. @throws ZipFault; Fault ABORTED */
export async function* partChunks(file: PackedFile, part: ZipPart, limit = MAX_PART_BYTES): AsyncGenerator<Uint8Array> {
  const { from, to } = await partExtent(file, part);
  if (part.locked) throw new ZipFault('encrypted', 'locked');
  if (part.size > limit || (part.size > RATIO_FREE_BYTES && part.size > part.compressed * MAX_RATIO))
    throw new ZipFault('too large', 'too-large');
  const packed = file.chunks(from, to);
  let total = 0;
  let crc = 0;
  for await (const chunk of unpacked(packed, part.method, file)) {
    total += chunk.length;
    if (total > part.size) throw new ZipFault('larger than declared');
    crc = file.crc32(chunk, crc);
    yield chunk;
  }
  if (total !== part.size || crc !== part.crc) throw new ZipFault('checksum');
}

/** All bytes of a part. @throws ZipFault; Fault ABORTED */
export async function partBytes(file: PackedFile, part: ZipPart, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(part.size <= limit ? part.size : 0);
  let at = 0;
  for await (const chunk of partChunks(file, part, limit)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function* unpacked(packed: AsyncGenerator<Uint8Array>, method: number, { inflate }: PackedFile): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    yield* packed;
    return;
  }
  if (method !== 8) throw new ZipFault('method');
  yield* inflate(packed);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
