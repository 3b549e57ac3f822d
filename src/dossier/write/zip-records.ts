/** The bytes of the container's records. Everything not given here is fixed by the format. */
import * as zip from '../format/index.ts';

export interface EntryFields {
  readonly name: Uint8Array;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** Where the CRC stands in a central record. */
export const CENTRAL_CRC = 16;

/** Length of a local header, known before the content is read. */
export function localLength(entry: Pick<EntryFields, 'name' | 'size'>, from: zip.Zip64From): number {
  return zip.LOCAL_SIZE + entry.name.length + (entry.size >= from.bytes ? 20 : 0);
}

export function localRecord(entry: EntryFields, from: zip.Zip64From): Uint8Array {
  const record = new Uint8Array(localLength(entry, from));
  const view = new DataView(record.buffer);
  const large = entry.size >= from.bytes;
  view.setUint32(0, zip.LOCAL_SIGNATURE, true);
  putCommon(view, 4, entry, from);
  view.setUint16(28, large ? 20 : 0, true);
  record.set(entry.name, zip.LOCAL_SIZE);
  if (large) putExtra(view, zip.LOCAL_SIZE + entry.name.length, [entry.size, entry.size]);
  return record;
}

export function centralRecord(entry: EntryFields, from: zip.Zip64From): Uint8Array {
  const large = entry.size >= from.bytes ? [entry.size, entry.size] : [];
  const far = entry.offset >= from.bytes ? [entry.offset] : [];
  const values = [...large, ...far];
  const extra = values.length > 0 ? 4 + 8 * values.length : 0;
  const record = new Uint8Array(zip.CENTRAL_SIZE + entry.name.length + extra);
  const view = new DataView(record.buffer);
  view.setUint32(0, zip.CENTRAL_SIGNATURE, true);
  view.setUint16(4, zip.MADE_BY, true);
  putCommon(view, 6, entry, from);
  view.setUint16(30, extra, true);
  view.setUint32(38, zip.ATTRIBUTES, true);
  view.setUint32(42, far.length > 0 ? zip.MAX32 : entry.offset, true);
  record.set(entry.name, zip.CENTRAL_SIZE);
  if (extra > 0) putExtra(view, zip.CENTRAL_SIZE + entry.name.length, values);
  return record;
}

/** End record, with the Zip64 end record and locator before it when a number needs them. */
export function endRecords(dir: { entries: number; size: number; offset: number }, from: zip.Zip64From): Uint8Array {
  const large = dir.entries >= from.entries || dir.size >= from.bytes || dir.offset >= from.bytes;
  const before = large ? zip.END64_SIZE + zip.LOCATOR64_SIZE : 0;
  const record = new Uint8Array(before + zip.END_SIZE);
  const view = new DataView(record.buffer);
  if (large) {
    view.setUint32(0, zip.END64_SIGNATURE, true);
    put64(view, 4, zip.END64_SIZE - 12);
    view.setUint16(12, zip.MADE_BY, true);
    view.setUint16(14, zip.NEEDED64, true);
    put64(view, 24, dir.entries);
    put64(view, 32, dir.entries);
    put64(view, 40, dir.size);
    put64(view, 48, dir.offset);
    view.setUint32(zip.END64_SIZE, zip.LOCATOR64_SIGNATURE, true);
    put64(view, zip.END64_SIZE + 8, dir.offset + dir.size);
    view.setUint32(zip.END64_SIZE + 16, 1, true);
  }
  const entries = dir.entries >= from.entries ? zip.MAX16 : dir.entries;
  view.setUint32(before, zip.END_SIGNATURE, true);
  view.setUint16(before + 8, entries, true);
  view.setUint16(before + 10, entries, true);
  view.setUint32(before + 12, dir.size >= from.bytes ? zip.MAX32 : dir.size, true);
  view.setUint32(before + 16, dir.offset >= from.bytes ? zip.MAX32 : dir.offset, true);
  return record;
}

/** The run of fields that local and central record share, from "version needed" to the length of the name. */
function putCommon(view: DataView, at: number, entry: EntryFields, from: zip.Zip64From): void {
  const large = entry.size >= from.bytes;
  view.setUint16(at, large || entry.offset >= from.bytes ? zip.NEEDED64 : zip.NEEDED, true);
  view.setUint16(at + 2, zip.FLAGS, true);
  view.setUint16(at + 4, zip.STORED, true);
  view.setUint16(at + 6, zip.DOS_TIME, true);
  view.setUint16(at + 8, zip.DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, large ? zip.MAX32 : entry.size, true);
  view.setUint32(at + 18, large ? zip.MAX32 : entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}

function putExtra(view: DataView, at: number, values: readonly number[]): void {
  view.setUint16(at, zip.ZIP64_EXTRA, true);
  view.setUint16(at + 2, 8 * values.length, true);
  values.forEach((value, i) => {
    put64(view, at + 4 + 8 * i, value);
  });
}

function put64(view: DataView, at: number, value: number): void {
  view.setBigUint64(at, BigInt(value), true);
}
