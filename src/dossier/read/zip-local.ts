/** A local header: it must say what the directory says, and stand directly behind what came before. */
import * as zip from '../format/index.ts';
import type { Marks } from './marks.ts';
import type { Reader } from './source.ts';
import { type CentralEntry, hasDescriptor } from './zip-directory.ts';
import { view } from './zip-end.ts';
import { readExtra, widened } from './zip-extra.ts';

/** Room for a Zip64 field, so that one read is enough for every canonical header. */
const USUAL_EXTRA_BYTES = 20;

export interface Around {
  /** Where the directory begins. */
  readonly directory: number;
  /** Holds a header with the longest name. */
  readonly buffer: Uint8Array;
  readonly marks: Marks;
  readonly from: zip.Zip64From;
}

/** Where the content begins, or undefined with a finding when the header cannot be relied on. */
export function checkLocal(reader: Reader, entry: CentralEntry, { directory, buffer, marks, from }: Around): number | undefined {
  const { notes, signs } = marks;
  const here = { entry: entry.name, offset: entry.offset };
  const broken = (): undefined => {
    notes.note('ZIP_LOCAL_BROKEN', {}, here);
    return undefined;
  };
  const room = directory - entry.offset;
  if (room < zip.LOCAL_SIZE) return broken();
  let bytes = buffer.subarray(0, Math.min(room, zip.LOCAL_SIZE + entry.nameBytes.length + USUAL_EXTRA_BYTES));
  reader.fill(bytes, entry.offset);
  const v = view(bytes);
  if (v.getUint32(0, true) !== zip.LOCAL_SIGNATURE) return broken();
  const nameLength = v.getUint16(26, true);
  const extraLength = v.getUint16(28, true);
  const differ = (field: string, local: number, central: number): void => {
    if (local !== central) notes.note('ZIP_HEADERS_DIFFER', { field, local: String(local), central: String(central) }, here);
  };
  // Some programs count what the directory needs and what the entry needs apart.
  if (v.getUint16(4, true) !== entry.needed)
    signs.note('ZIP_HEADERS_DIFFER', { field: 'version needed', local: String(v.getUint16(4, true)), central: String(entry.needed) }, here);
  differ('flags', v.getUint16(6, true), entry.flags);
  differ('method', v.getUint16(8, true), entry.method);
  differ('time', v.getUint16(10, true), entry.time);
  differ('date', v.getUint16(12, true), entry.date);
  differ('name length', nameLength, entry.nameBytes.length);
  if (nameLength !== entry.nameBytes.length) return undefined;
  const extraStart = zip.LOCAL_SIZE + nameLength;
  const data = entry.offset + extraStart + extraLength;
  if (data > directory) return broken();
  if (bytes.length < extraStart + extraLength) bytes = reader.read(entry.offset, extraStart + extraLength);
  const name = bytes.subarray(zip.LOCAL_SIZE, extraStart);
  if (!sameBytes(name, entry.nameBytes))
    notes.note('ZIP_HEADERS_DIFFER', { field: 'name', local: new TextDecoder().decode(name), central: entry.name }, here);

  const extraBytes = bytes.subarray(extraStart, extraStart + extraLength);
  const extra = readExtra(extraBytes);
  if (!extra) {
    notes.note('ZIP_EXTRA_BROKEN', {}, here);
    return undefined;
  }
  if (extra.name !== undefined && extra.name !== entry.name)
    notes.note('ZIP_HEADERS_DIFFER', { field: 'Unicode path', local: extra.name, central: entry.name }, here);
  const short = [v.getUint32(22, true), v.getUint32(18, true)];
  const wide = widened(short, extra);
  if (!wide) {
    notes.note('ZIP64_FIELD', {}, here);
    return undefined;
  }
  const marked = short.filter((value) => value === zip.MAX32).length;
  if (marked === 0) {
    if (extraLength > 0) signs.note('ZIP_EXTRA', { bytes: extraLength }, here);
    else if (entry.size >= from.bytes) signs.note('ZIP64_FIELD', {}, here);
  } else if (marked !== 2 || extraLength !== 20 || extra.zip64?.length !== 2) signs.note('ZIP64_FIELD', {}, here);
  else if (entry.size < from.bytes) signs.note('ZIP64_NEEDLESS', { where: 'entry' }, here);
  // With a descriptor they stand behind the content; who knew them may have written them here as well.
  const unknown = hasDescriptor(entry) && v.getUint32(14, true) === 0;
  if (!unknown) differ('CRC-32', v.getUint32(14, true), entry.crc);
  const [size = 0, packed = 0] = wide;
  if (!(hasDescriptor(entry) && size === 0)) differ('size', size, entry.size);
  if (!(hasDescriptor(entry) && packed === 0)) differ('packed size', packed, entry.packed);
  return data;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}
