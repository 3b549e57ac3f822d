/**
 * A plain reader of ZIP files that shares nothing with the one under test: what another program would unpack. Lenient on purpose;
 * undefined where even that is impossible. The judge of "was the content changed?".
 */
import { inflateRawSync } from 'node:zlib';

export interface ReadEntry {
  /** As written in the directory, by UTF-8 where it is that. */
  readonly name: string;
  readonly nameBytes: Buffer;
  /** The name beside the content may be another: some programs go by that one. */
  readonly localNameBytes: Buffer;
  readonly method: number;
  readonly content: Buffer;
}

const END = 0x06054b50;
const RECORD = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_CONTENT = 16 * 1024 * 1024;
const FULL = 0xffffffff;

export function readZip(bytes: Uint8Array): readonly ReadEntry[] | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    let end = zip.length - 22;
    while (end >= 0 && zip.readUInt32LE(end) !== END) end--;
    if (end < 0) return undefined;
    const entries: ReadEntry[] = [];
    for (let at = zip.readUInt32LE(end + 16); entries.length < 1000 && zip.readUInt32LE(at) === RECORD; ) {
      const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
      const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
      entries.push(readEntry(zip, at, nameEnd, extraEnd));
      at = extraEnd + zip.readUInt16LE(at + 32);
    }
    return entries;
  } catch {
    return undefined;
  }
}

function readEntry(zip: Buffer, at: number, nameEnd: number, extraEnd: number): ReadEntry {
  const nameBytes = zip.subarray(at + 46, nameEnd);
  const method = zip.readUInt16LE(at + 10);
  const large = largeValues(zip.subarray(nameEnd, extraEnd));
  const wide = (offset: number): number => (zip.readUInt32LE(offset) === FULL ? (large.shift() ?? FULL) : zip.readUInt32LE(offset));
  const size = wide(at + 24);
  const packed = wide(at + 20);
  const local = wide(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) throw new Error('no local header');
  const localNameEnd = local + 30 + zip.readUInt16LE(local + 26);
  const start = localNameEnd + zip.readUInt16LE(local + 28);
  if (start + packed > zip.length) throw new Error('beyond the end');
  const raw = zip.subarray(start, start + packed);
  const content = method === 8 ? inflateRawSync(raw, { maxOutputLength: MAX_CONTENT }) : raw;
  if (content.length !== size) throw new Error('another size');
  return { name: nameBytes.toString('utf8'), nameBytes, localNameBytes: zip.subarray(local + 30, localNameEnd), method, content };
}

/** The 64-bit numbers of a Zip64 field (APPNOTE 4.5.3), in their order. */
function largeValues(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const count = Math.floor(extra.readUInt16LE(at + 2) / 8);
    return Array.from({ length: count }, (_, i) => Number(extra.readBigUInt64LE(at + 4 + 8 * i)));
  }
  return [];
}
