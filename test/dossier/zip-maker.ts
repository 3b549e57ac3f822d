/** A second, independent ZIP writer for the tests: makes canonical containers, and every wrong one a table asks for. */
import { crc32 } from 'node:zlib';

export interface Fields {
  sig: number;
  madeBy: number;
  needed: number;
  flags: number;
  method: number;
  time: number;
  date: number;
  crc: number;
  packed: number;
  size: number;
  name: Buffer;
  extra: Buffer;
  comment: Buffer;
  disk: number;
  internal: number;
  external: number;
  offset: number;
}

export interface Part {
  name: string;
  content: Buffer;
  /** Bytes put before the local header, and behind the content. */
  before?: Buffer;
  after?: Buffer;
  /** In both headers; in one of them. */
  both?: Partial<Fields>;
  local?: Partial<Fields>;
  central?: Partial<Fields>;
}

export interface Whole {
  parts: Part[];
  /** Bytes between the last entry and the directory; behind the directory; behind the end record. */
  beforeDirectory?: Buffer;
  afterDirectory?: Buffer;
  suffix?: Buffer;
  comment?: Buffer;
  end?: Partial<{ sig: number; disk: number; diskOfDirectory: number; here: number; entries: number; size: number; offset: number }>;
  /** Order of directory records by index of part; default as they stand. */
  directoryOrder?: number[];
}

const EXTERNAL = 0o100644 * 0x10000;

export function makeZip(whole: Whole): Buffer {
  const chunks: Buffer[] = [];
  const records: Buffer[] = [];
  let position = 0;
  const put = (chunk: Buffer | undefined): void => {
    if (!chunk) return;
    chunks.push(chunk);
    position += chunk.length;
  };
  for (const part of whole.parts) {
    put(part.before);
    const fields: Fields = {
      sig: 0,
      madeBy: 0x032d,
      needed: 20,
      flags: 0x800,
      method: 0,
      time: 0,
      date: 0x21,
      crc: crc32(part.content),
      packed: part.content.length,
      size: part.content.length,
      name: Buffer.from(part.name),
      extra: Buffer.alloc(0),
      comment: Buffer.alloc(0),
      disk: 0,
      internal: 0,
      external: EXTERNAL,
      offset: position,
      ...part.both,
    };
    records.push(central({ ...fields, sig: 0x02014b50, ...part.central }));
    put(local({ ...fields, sig: 0x04034b50, ...part.local }));
    put(part.content);
    put(part.after);
  }
  put(whole.beforeDirectory);
  const start = position;
  for (const i of whole.directoryOrder ?? records.keys()) put(records[i]);
  const end = {
    sig: 0x06054b50,
    disk: 0,
    diskOfDirectory: 0,
    here: records.length,
    entries: records.length,
    size: position - start,
    offset: start,
    ...whole.end,
  };
  put(whole.afterDirectory);
  const record = Buffer.alloc(22);
  record.writeUInt32LE(end.sig, 0);
  record.writeUInt16LE(end.disk, 4);
  record.writeUInt16LE(end.diskOfDirectory, 6);
  record.writeUInt16LE(end.here, 8);
  record.writeUInt16LE(end.entries, 10);
  record.writeUInt32LE(end.size, 12);
  record.writeUInt32LE(end.offset, 16);
  record.writeUInt16LE(whole.comment?.length ?? 0, 20);
  put(record);
  put(whole.comment);
  put(whole.suffix);
  return Buffer.concat(chunks);
}

function local(f: Fields): Buffer {
  const b = Buffer.alloc(30);
  b.writeUInt32LE(f.sig, 0);
  common(b, 4, f);
  b.writeUInt16LE(f.extra.length, 28);
  return Buffer.concat([b, f.name, f.extra]);
}

function central(f: Fields): Buffer {
  const b = Buffer.alloc(46);
  b.writeUInt32LE(f.sig, 0);
  b.writeUInt16LE(f.madeBy, 4);
  common(b, 6, f);
  b.writeUInt16LE(f.extra.length, 30);
  b.writeUInt16LE(f.comment.length, 32);
  b.writeUInt16LE(f.disk, 34);
  b.writeUInt16LE(f.internal, 36);
  b.writeUInt32LE(f.external, 38);
  b.writeUInt32LE(f.offset, 42);
  return Buffer.concat([b, f.name, f.extra, f.comment]);
}

function common(b: Buffer, at: number, f: Fields): void {
  b.writeUInt16LE(f.needed, at);
  b.writeUInt16LE(f.flags, at + 2);
  b.writeUInt16LE(f.method, at + 4);
  b.writeUInt16LE(f.time, at + 6);
  b.writeUInt16LE(f.date, at + 8);
  b.writeUInt32LE(f.crc, at + 10);
  b.writeUInt32LE(f.packed, at + 14);
  b.writeUInt32LE(f.size, at + 18);
  b.writeUInt16LE(f.name.length, at + 22);
}

/** Takes a canonical zip apart, trusting it. */
export function partsOf(zip: Buffer): Part[] {
  const parts: Part[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const size = zip.readUInt32LE(at + 18);
    parts.push({ name: zip.toString('utf8', at + 30, nameEnd), content: zip.subarray(nameEnd, nameEnd + size) });
    at = nameEnd + size;
  }
  return parts;
}

/** A Zip64 extra field. */
export function zip64(...values: number[]): Buffer {
  const b = Buffer.alloc(4 + 8 * values.length);
  b.writeUInt16LE(1, 0);
  b.writeUInt16LE(8 * values.length, 2);
  for (const [i, v] of values.entries()) b.writeBigUInt64LE(BigInt(v), 4 + 8 * i);
  return b;
}

export function end64(
  v: { entries: number; size: number; offset: number; at: number },
  change: Partial<{ sig: number; length: number; disks: number }> = {},
): Buffer {
  const b = Buffer.alloc(76);
  b.writeUInt32LE(change.sig ?? 0x06064b50, 0);
  b.writeBigUInt64LE(BigInt(change.length ?? 44), 4);
  b.writeUInt16LE(0x032d, 12);
  b.writeUInt16LE(45, 14);
  b.writeBigUInt64LE(BigInt(v.entries), 24);
  b.writeBigUInt64LE(BigInt(v.entries), 32);
  b.writeBigUInt64LE(BigInt(v.size), 40);
  b.writeBigUInt64LE(BigInt(v.offset), 48);
  b.writeUInt32LE(0x07064b50, 56);
  b.writeBigUInt64LE(BigInt(v.at), 64);
  b.writeUInt32LE(change.disks ?? 1, 72);
  return b;
}
