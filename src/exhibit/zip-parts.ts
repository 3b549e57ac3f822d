/** The parts of an .xlsx read one at a time from the disk: a sheet of a million rows is never held whole (APPNOTE 6.3.10 §4.3). */
import type { EvidenceFile, Unpacking } from './file.ts';
import { ZipFault } from './zip-fault.ts';

/** Workbooks have some dozens of parts; one with pictures some hundreds. */
const MAX_ENTRIES = 5000;
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;
/** A sheet full to Excel's last row with forty columns unpacks to some 1.5 GiB. */
export const MAX_PART_BYTES = 2 ** 31;
/** Sheets compress to a tenth or a fiftieth, a bomb to a thousandth; small parts may be as repetitive as they like. */
const MAX_RATIO = 250;
const RATIO_FREE_BYTES = 16 * 1024 * 1024;
/** The end record and the longest comment. */
const END_BYTES = 22 + 65_535;

export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly at: number;
}

/** The record that says where the directory stands (APPNOTE 4.3.16); undefined where the file has none at its end. */
export async function zipEnd(file: EvidenceFile): Promise<DataView | undefined> {
  const tail = viewOf(await file.read(Math.max(0, file.size - END_BYTES), END_BYTES));
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  return end < 0 ? undefined : new DataView(tail.buffer, tail.byteOffset + end, 22);
}

/** Parts by name, lower-case with `/` (names of parts are compared so: ECMA-376 part 2 §6.2.2). @throws ZipFault */
export async function zipParts(file: EvidenceFile): Promise<ReadonlyMap<string, ZipPart>> {
  const end = await zipEnd(file);
  if (!end) throw new ZipFault('no end record');
  const count = end.getUint16(10, true);
  const size = end.getUint32(12, true);
  const start = end.getUint32(16, true);
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES || start + size > file.size) throw new ZipFault('directory');
  const bytes = await file.read(start, size);
  const view = viewOf(bytes);
  const parts = new Map<string, ZipPart>();
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new ZipFault('entry');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .toLowerCase();
    if (parts.has(name)) throw new ZipFault('two parts of one name');
    parts.set(name, {
      name,
      // Bit 0 of the flags: encrypted, as no method.
      method: (view.getUint16(at + 8, true) & 1) === 1 ? -1 : view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The bytes of a part, unpacked, checked against its size and CRC-32. @throws ZipFault; Fault ABORTED */
export async function* partChunks(file: EvidenceFile, part: ZipPart, limit = MAX_PART_BYTES): AsyncGenerator<Uint8Array> {
  const header = viewOf(await file.read(part.at, 30));
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50) throw new ZipFault('local header');
  if (part.size > limit || (part.size > RATIO_FREE_BYTES && part.size > part.compressed * MAX_RATIO)) throw new ZipFault('too large');
  const from = part.at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = file.chunks(from, from + part.compressed);
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

async function* unpacked(packed: AsyncGenerator<Uint8Array>, method: number, { inflate }: Unpacking): AsyncGenerator<Uint8Array> {
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
