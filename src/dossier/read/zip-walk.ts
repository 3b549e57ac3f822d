/** The directory and the entries in one walk: each record, its local header, its place. Every byte belongs to one entry, in order. */
import * as zip from '../format/index.ts';
import type { Marks } from './marks.ts';
import type { ZipEntry } from './opened.ts';
import type { Reader } from './source.ts';
import { type CentralEntry, hasDescriptor, readRecord } from './zip-directory.ts';
import { type DirectoryPlace, view } from './zip-end.ts';
import { checkLocal } from './zip-local.ts';
import { isZeros } from './zip-torso.ts';

/** An entry whose path is still its name in the container. */
export type WalkedEntry = { -readonly [K in keyof ZipEntry]: ZipEntry[K] };

export interface Walk {
  readonly entries: WalkedEntry[];
  /** Of the directory records, by number. */
  readonly at: Float64Array;
  /** Numbers of entries for folders. */
  readonly folders: ReadonlySet<number>;
  /** Bytes of names, while it is open which code page they are in. */
  readonly unflagged: ReadonlyMap<number, Uint8Array>;
  /** Every record has some field as the format does not write it: another program's habit, not a changed byte. */
  readonly foreign: boolean;
}

/** A local header with the longest name and a Zip64 field, read into one buffer for all. */
const LOCAL_BUFFER_BYTES = zip.LOCAL_SIZE + zip.MAX16 + 20;

/** Bytes of the directory that are held at once; a record has at most 196,653. */
const WINDOW_BYTES = 1 << 20;

/** Undefined when the directory is broken, or entries overlap, leave gaps or have no header. */
export function walkEntries(reader: Reader, place: DirectoryPlace, marks: Marks, from: zip.Zip64From): Walk | undefined {
  const { notes } = marks;
  const records = recordsOf(reader, place);
  const entries: WalkedEntry[] = [];
  const at = new Float64Array(place.entries);
  const folders = new Set<number>();
  const unflagged = new Map<number, Uint8Array>();
  const buffer = new Uint8Array(LOCAL_BUFFER_BYTES);
  let foreign = true;
  let before: { entry: CentralEntry; end: number } | undefined;
  for (let i = 0; i < place.entries; i++) {
    const record = records.next();
    if (!record) {
      notes.note('ZIP_DIRECTORY_BROKEN', {}, { entry: entries.at(-1)?.path ?? '', offset: records.position() });
      return undefined;
    }
    const entry = readRecord(record.bytes, record.at, marks, from);
    if (!entry) return undefined;
    foreign &&= entry.odd;
    if (!follows(reader, before, entry.offset, entry, marks)) return undefined;
    const data = checkLocal(reader, entry, { directory: place.offset, buffer, marks, from });
    if (data === undefined) return undefined;
    const end = data + entry.packed;
    if (end > place.offset) {
      notes.note('ZIP_OVERLAP', { bytes: end - place.offset }, { entry: entry.name, offset: entry.offset });
      return undefined;
    }
    at[i] = entry.at;
    if (entry.folder) folders.add(i);
    if ((entry.flags & zip.FLAGS) === 0 && entry.nameBytes.some((byte) => byte > 0x7f)) unflagged.set(i, entry.nameBytes.slice());
    entries.push(kept(entry, data));
    before = { entry, end };
  }
  if (records.position() !== place.offset + place.size) {
    notes.note('ZIP_DIRECTORY_BROKEN', {}, { entry: entries.at(-1)?.path ?? '', offset: records.position() });
    return undefined;
  }
  return follows(reader, before, place.offset, undefined, marks)
    ? { entries, at, folders, unflagged, foreign: foreign && entries.length > 0 }
    : undefined;
}

function kept({ name, size, packed, crc, method, offset }: CentralEntry, data: number): WalkedEntry {
  return { path: name, size, crc, start: offset, data, packed, deflated: method === zip.DEFLATED };
}

interface Records {
  next(): { readonly bytes: Uint8Array; readonly at: number } | undefined;
  position(): number;
}

/** Record by record, through a window: a directory may be larger than what should be held. */
export function recordsOf(reader: Reader, { offset, size }: DirectoryPlace): Records {
  const end = offset + size;
  let window: Uint8Array = new Uint8Array();
  let start = offset;
  let at = offset;
  const room = (count: number): boolean => {
    if (at + count <= start + window.length) return true;
    if (at + count > end) return false;
    window = reader.read(at, Math.min(WINDOW_BYTES, end - at));
    start = at;
    return true;
  };
  return {
    position: () => at,
    next() {
      if (!room(zip.CENTRAL_SIZE)) return undefined;
      const v = view(window.subarray(at - start));
      if (v.getUint32(0, true) !== zip.CENTRAL_SIGNATURE) return undefined;
      const length = zip.CENTRAL_SIZE + v.getUint16(28, true) + v.getUint16(30, true) + v.getUint16(32, true);
      if (!room(length)) return undefined;
      const found = { bytes: window.subarray(at - start, at - start + length), at };
      at += length;
      return found;
    },
  };
}

/** Between the end of one content and `next` stands nothing, or the descriptor that was announced. */
function follows(
  reader: Reader,
  before: { readonly entry: CentralEntry; readonly end: number } | undefined,
  next: number,
  entry: CentralEntry | undefined,
  { notes }: Marks,
): boolean {
  const position = before?.end ?? 0;
  const here = { entry: entry?.name ?? before?.entry.name ?? '', offset: next };
  if (before && hasDescriptor(before.entry) && isDescriptor(reader, before.entry, position, next)) return true;
  if (next === position && !(before && hasDescriptor(before.entry))) return true;
  if (!before) notes.note('ZIP_PREPENDED', { bytes: next, zeros: next < reader.size && isZeros(reader, 0, next) }, here);
  else if (next < position) notes.note('ZIP_OVERLAP', { bytes: position - next }, here);
  else if (hasDescriptor(before.entry)) notes.note('ZIP_DESCRIPTOR_WRONG', {}, { entry: before.entry.name, offset: position });
  else notes.note('ZIP_GAP', { bytes: next - position }, { ...here, offset: position });
  return false;
}

/** CRC-32 and both sizes of four or eight bytes, with or without a signature before them: exactly what the directory says. */
function isDescriptor(reader: Reader, { crc, packed, size }: CentralEntry, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 12 && length !== 16 && length !== 20 && length !== 24) return false;
  const v = view(reader.read(start, length));
  const signed = length === 16 || length === 24 ? 4 : 0;
  if (signed > 0 && v.getUint32(0, true) !== zip.DESCRIPTOR_SIGNATURE) return false;
  const wide = length >= 20;
  const number = (at: number): number => (wide ? Number(v.getBigUint64(at, true)) : v.getUint32(at, true));
  return v.getUint32(signed, true) === crc && number(signed + 4) === packed && number(signed + (wide ? 12 : 8)) === size;
}
