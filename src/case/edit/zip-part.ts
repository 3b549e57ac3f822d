/** One part of a ZIP replaced; every other byte of it as it is, but for the offsets that follow (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
import { deflateSync } from '../../deflate/index.ts';
import { crc32 } from '../../model/index.ts';
import { joined } from './splice.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DESCRIPTOR_FLAG = 0x0008;
const ENCRYPTED_FLAG = 0x0001;
const DEFLATED = 8;

interface Directory {
  readonly end: number;
  readonly start: number;
  readonly records: readonly Entry[];
}

interface Entry {
  /** Offsets of its record in the directory, and of its local header. */
  readonly at: number;
  readonly local: number;
  readonly name: string;
}

/** Undefined where the archive is of a kind that is not certain to stay whole: Zip64, encrypted, several discs, something before or between. */
export function withPart(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array | undefined {
  const directory = directoryOf(bytes);
  const named = directory?.records.filter((record) => record.name === name) ?? [];
  const [entry] = named;
  if (!directory || !entry || named.length > 1) return undefined;
  const next = directory.records.reduce((least, { local }) => (local > entry.local ? Math.min(least, local) : least), directory.start);
  const header = localHeader(bytes, entry);
  if (!header) return undefined;
  const data = deflateSync(content, { level: 6 });
  const view = viewOf(header);
  const sizes = (at: DataView, offset: number): void => {
    at.setUint32(offset, crc32(content), true);
    at.setUint32(offset + 4, data.length, true);
    at.setUint32(offset + 8, content.length, true);
  };
  view.setUint16(6, view.getUint16(6, true) & ~DESCRIPTOR_FLAG, true);
  view.setUint16(8, DEFLATED, true);
  sizes(view, 14);
  const moved = header.length + data.length - (next - entry.local);
  const tail = copied(bytes, directory.start, bytes.length);
  const after = viewOf(tail);
  for (const { at, local } of directory.records) if (local > entry.local) after.setUint32(at - directory.start + 42, local + moved, true);
  const own = entry.at - directory.start;
  after.setUint16(own + 8, after.getUint16(own + 8, true) & ~DESCRIPTOR_FLAG, true);
  after.setUint16(own + 10, DEFLATED, true);
  sizes(after, own + 16);
  after.setUint32(directory.end - directory.start + 16, directory.start + moved, true);
  return joined([bytes.subarray(0, entry.local), header, data, bytes.subarray(next, directory.start), tail]);
}

/** Every part by its name: header, compressed data and what else stands before the next. The proof that they stayed. */
export function rawParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const directory = directoryOf(bytes);
  const sorted = [...(directory?.records ?? [])].sort((a, b) => a.local - b.local);
  return new Map(sorted.map(({ name, local }, i) => [name, bytes.subarray(local, sorted[i + 1]?.local ?? directory?.start)]));
}

/** `slice` of a Buffer would be the same memory. */
function copied(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return new Uint8Array(bytes.subarray(start, end));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function directoryOf(bytes: Uint8Array): Directory | undefined {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) return undefined;
  const [disk, first, here, total] = [4, 6, 8, 10].map((at) => view.getUint16(end + at, true));
  const start = view.getUint32(end + 16, true);
  if (disk !== 0 || first !== 0 || here !== total || start + view.getUint32(end + 12, true) !== end) return undefined;
  const records: Entry[] = [];
  let at = start;
  while (at + 46 <= end && view.getUint32(at, true) === CENTRAL) {
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0 || local + 30 > start || view.getUint32(local, true) !== LOCAL)
      return undefined;
    records.push({ at, local, name });
    at += 46 + nameLength + extra + comment;
  }
  return at === end && records.length === total ? { end, start, records } : undefined;
}

/** A copy of the local header with its name; extra fields other than Zip64's stay. */
function localHeader(bytes: Uint8Array, { local }: Entry): Uint8Array | undefined {
  const view = viewOf(bytes);
  const names = view.getUint16(local + 26, true);
  const extra = view.getUint16(local + 28, true);
  const length = 30 + names + extra;
  for (let at = local + 30 + names; at + 4 <= local + length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 0x0001) return undefined;
  return copied(bytes, local, local + length);
}
