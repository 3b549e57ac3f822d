/** Where the directory of a ZIP stands, also of a Zip64 that needed none (APPNOTE 6.3.10 §4.3.14–16, §4.5.3). */
import type { PackedFile } from './packed-file.ts';
import { ZipFault } from './zip-fault.ts';

/** The end record and the longest comment. */
const END_BYTES = 22 + 65_535;
const LOCATOR_BYTES = 20;
const END64_BYTES = 56;
/** What stands where the number is in another record. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffff_ffff;
const ZIP64_FIELD = 0x0001;

export interface EndRecord {
  readonly count: number;
  readonly size: number;
  readonly start: number;
  /** Offset of the first of the records that end the file. */
  readonly tail: number;
  readonly comment: Uint8Array;
}

/** Has the file the record that says where the directory stands? */
export async function hasZipEnd(file: PackedFile): Promise<boolean> {
  return (await findEnd(file)) !== undefined;
}

async function findEnd(file: PackedFile): Promise<{ readonly at: number; readonly bytes: Uint8Array } | undefined> {
  const from = Math.max(0, file.size - END_BYTES);
  const tail = await file.read(from, END_BYTES);
  const view = viewOf(tail);
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  return end < 0 ? undefined : { at: from + end, bytes: tail.subarray(end) };
}

/** Undefined where the file has none at its end. @throws ZipFault where it says two things */
export async function endRecord(file: PackedFile): Promise<EndRecord | undefined> {
  const found = await findEnd(file);
  if (!found) return undefined;
  const end = viewOf(found.bytes);
  const plain = { count: end.getUint16(10, true), size: end.getUint32(12, true), start: end.getUint32(16, true) };
  const comment = found.bytes.subarray(22);
  const wide = await end64(file, found.at);
  if (!wide) return { ...plain, tail: found.at, comment };
  const agrees =
    [wide.count, ELSEWHERE_16].includes(plain.count) &&
    [wide.size, ELSEWHERE_32].includes(plain.size) &&
    [wide.start, ELSEWHERE_32].includes(plain.start);
  if (!agrees) throw new ZipFault('two directories');
  return { ...wide, comment };
}

async function end64(file: PackedFile, endAt: number): Promise<Omit<EndRecord, 'comment'> | undefined> {
  const locator = viewOf(await file.read(Math.max(0, endAt - LOCATOR_BYTES), LOCATOR_BYTES));
  if (endAt < LOCATOR_BYTES || locator.getUint32(0, true) !== 0x07064b50) return undefined;
  const at = wideNumber(locator, 8);
  const record = viewOf(await file.read(at, END64_BYTES));
  if (record.byteLength < END64_BYTES || record.getUint32(0, true) !== 0x06064b50) throw new ZipFault('end record');
  return { count: wideNumber(record, 32), size: wideNumber(record, 40), start: wideNumber(record, 48), tail: at };
}

/** Numbers of a record of the directory, those that stand elsewhere taken from its extra field (4.5.3), where they come in this order. @throws ZipFault */
export function zip64Values(view: DataView, values: readonly number[], from: number, to: number): readonly number[] {
  if (!values.includes(ELSEWHERE_32)) return values;
  for (let at = from; at + 4 <= to; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > to) break;
    if (view.getUint16(at, true) === ZIP64_FIELD) {
      let next = at + 4;
      return values.map((value) => {
        if (value !== ELSEWHERE_32) return value;
        if (next + 8 > end) throw new ZipFault('zip64 field');
        next += 8;
        return wideNumber(view, next - 8);
      });
    }
    at = end;
  }
  throw new ZipFault('zip64 field');
}

function wideNumber(view: DataView, at: number): number {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw new ZipFault('zip64 number');
  return number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
