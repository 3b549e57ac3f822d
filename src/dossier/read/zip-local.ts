/** Local headers: each equal to its directory record, one entry directly behind the other, from byte 0 to the directory. */
import * as zip from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { DiskFile } from './disk.ts';
import { type CentralEntry, hasDescriptor } from './zip-directory.ts';
import { view } from './zip-end.ts';

/** Longest data descriptor: signature, CRC, two 64-bit sizes. */
const DESCRIPTOR_BYTES = 24;

export interface Placed {
  readonly entry: CentralEntry;
  /** Where the content begins. */
  readonly data: number;
}

/** Where each content stands, or undefined when entries overlap, leave gaps or have no header. */
export function placeEntries(
  file: DiskFile,
  entries: readonly CentralEntry[],
  directory: number,
  notes: Collector,
  from: zip.Zip64From,
): Placed[] | undefined {
  const placed: Placed[] = [];
  let position = 0;
  let slack = 0;
  for (const entry of entries) {
    const here = { entry: entry.name, offset: entry.offset };
    if (entry.offset < position || entry.offset > position + slack) {
      notePlace(entry, position, placed.length === 0, notes);
      return undefined;
    }
    const data = checkLocal(file, entry, directory, notes, from);
    if (data === undefined) return undefined;
    if (data + entry.packed > directory) {
      notes.note('ZIP_OVERLAP', { bytes: data + entry.packed - directory }, here);
      return undefined;
    }
    placed.push({ entry, data });
    position = data + entry.packed;
    slack = hasDescriptor(entry) ? DESCRIPTOR_BYTES : 0;
  }
  if (directory > position + slack) {
    notes.note('ZIP_GAP', { bytes: directory - position }, { entry: entries.at(-1)?.name ?? '', offset: position });
    return undefined;
  }
  return placed;
}

function notePlace(entry: CentralEntry, position: number, first: boolean, notes: Collector): void {
  const here = { entry: entry.name, offset: entry.offset };
  if (first) notes.note('ZIP_PREPENDED', { bytes: entry.offset }, here);
  else if (entry.offset < position) notes.note('ZIP_OVERLAP', { bytes: position - entry.offset }, here);
  else notes.note('ZIP_GAP', { bytes: entry.offset - position }, { entry: entry.name, offset: position });
}

function checkLocal(file: DiskFile, entry: CentralEntry, directory: number, notes: Collector, from: zip.Zip64From): number | undefined {
  const here = { entry: entry.name, offset: entry.offset };
  const broken = (): undefined => {
    notes.note('ZIP_LOCAL_BROKEN', {}, here);
    return undefined;
  };
  const room = directory - entry.offset;
  if (room < zip.LOCAL_SIZE) return broken();
  // Room for a Zip64 field, so that one read is enough for every canonical header.
  const bytes = file.read(entry.offset, Math.min(room, zip.LOCAL_SIZE + entry.nameBytes.length + 20));
  const v = view(bytes);
  if (v.getUint32(0, true) !== zip.LOCAL_SIGNATURE) return broken();
  const nameLength = v.getUint16(26, true);
  const extraLength = v.getUint16(28, true);
  const differ = (field: string, local: number, central: number): void => {
    if (local !== central) notes.note('ZIP_HEADERS_DIFFER', { field, local: String(local), central: String(central) }, here);
  };
  differ('version needed', v.getUint16(4, true), entry.needed);
  differ('flags', v.getUint16(6, true), entry.flags);
  differ('method', v.getUint16(8, true), entry.method);
  differ('time', v.getUint16(10, true), entry.time);
  differ('date', v.getUint16(12, true), entry.date);
  if (!hasDescriptor(entry)) differ('CRC-32', v.getUint32(14, true), entry.crc);
  differ('name length', nameLength, entry.nameBytes.length);
  const name = bytes.subarray(zip.LOCAL_SIZE, zip.LOCAL_SIZE + entry.nameBytes.length);
  if (nameLength !== entry.nameBytes.length) return undefined;
  if (name.length !== nameLength || name.some((byte, i) => byte !== entry.nameBytes[i])) {
    notes.note('ZIP_HEADERS_DIFFER', { field: 'name', local: new TextDecoder().decode(name), central: entry.name }, here);
  }
  if (!checkSizes(entry, { v, bytes, extraLength }, differ, notes, from)) return undefined;
  const data = entry.offset + zip.LOCAL_SIZE + nameLength + extraLength;
  return data > directory ? broken() : data;
}

/** Sizes in the header, or in an exact Zip64 field when they need one. */
function checkSizes(
  entry: CentralEntry,
  { v, bytes, extraLength }: { v: DataView; bytes: Uint8Array; extraLength: number },
  differ: (field: string, local: number, central: number) => void,
  notes: Collector,
  from: zip.Zip64From,
): boolean {
  if (hasDescriptor(entry)) return true;
  const here = { entry: entry.name, offset: entry.offset };
  const packed = v.getUint32(18, true);
  const size = v.getUint32(22, true);
  if (packed !== zip.MAX32 && size !== zip.MAX32) {
    if (extraLength > 0) notes.note('ZIP_EXTRA', { bytes: extraLength }, here);
    else if (entry.size >= from.bytes) notes.note('ZIP64_FIELD', {}, here);
    differ('packed size', packed, entry.packed);
    differ('size', size, entry.size);
    return true;
  }
  const extra = zip.LOCAL_SIZE + entry.nameBytes.length;
  const exact =
    packed === size &&
    extraLength === 20 &&
    bytes.length >= extra + 20 &&
    v.getUint16(extra, true) === zip.ZIP64_EXTRA &&
    v.getUint16(extra + 2, true) === 16;
  if (!exact) {
    notes.note('ZIP64_FIELD', {}, here);
    return false;
  }
  if (entry.size < from.bytes) notes.note('ZIP64_NEEDLESS', { where: 'entry' }, here);
  differ('size', Number(v.getBigUint64(extra + 4, true)), entry.size);
  differ('packed size', Number(v.getBigUint64(extra + 12, true)), entry.packed);
  return true;
}
