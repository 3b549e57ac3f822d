/** The end of the container: one end record, exactly at the end, and what it says of the directory. */
import * as zip from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Marks } from './marks.ts';
import { volumeName } from './other-files.ts';
import type { Reader } from './source.ts';
import { isZeros, noteTorso, zerosAtEnd } from './zip-torso.ts';

export interface DirectoryPlace {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

/** An end record with the longest comment. */
const END_SEARCH_BYTES = zip.END_SIZE + zip.MAX16;

/** Where the directory is, or undefined when the findings say why it cannot be found. */
export function readEnd(file: Reader, label: string, { notes, signs }: Marks, from: zip.Zip64From): DirectoryPlace | undefined {
  if (file.size === 0) {
    notes.note('ZIP_EMPTY', {});
    return undefined;
  }
  const end = file.size - zip.END_SIZE;
  const tail = file.size >= zip.END_SIZE ? view(file.read(end, zip.END_SIZE)) : undefined;
  if (tail?.getUint32(0, true) !== zip.END_SIGNATURE) {
    noteNoEnd(file, label, notes);
    return undefined;
  }
  const at = { entry: '', offset: end };
  const check = (field: string, found: number, expected: number): boolean => {
    if (found !== expected) notes.note('ZIP_END_RECORD', { field, found, expected }, at);
    return found === expected;
  };
  if (!check('comment length', tail.getUint16(20, true), 0)) return undefined;
  const disk = tail.getUint16(4, true);
  if (disk !== 0 || tail.getUint16(6, true) !== 0) {
    // The last part of a split archive begins anywhere; a number that somebody changed stands in a file that begins as it should.
    const part = disk !== 0 && disk !== zip.MAX16 && !beginsWithEntry(file);
    if (part) notes.note('ZIP_VOLUME', { volume: volumeName(label) ?? '', volumes: disk + 1 }, at);
    else notes.note('ZIP_MULTIDISK', {}, at);
    return undefined;
  }
  const short = {
    here: tail.getUint16(8, true),
    entries: tail.getUint16(10, true),
    size: tail.getUint32(12, true),
    offset: tail.getUint32(16, true),
  };
  const saturated = short.entries === zip.MAX16 || short.size === zip.MAX32 || short.offset === zip.MAX32;
  const place = saturated || hasLocator(file) ? readEnd64(file, { notes, signs }) : { ...short, end };
  if (!place) return undefined;

  const needed = place.entries >= from.entries || place.size >= from.bytes || place.offset >= from.bytes;
  if (!needed && place.end !== end) signs.note('ZIP64_NEEDLESS', { where: 'end' }, at);
  check('entries on this disk', short.here, short.entries);
  check('entries', short.entries, place.entries >= from.entries ? zip.MAX16 : place.entries);
  check('directory size', short.size, place.size >= from.bytes ? zip.MAX32 : place.size);
  check('directory offset', short.offset, place.offset >= from.bytes ? zip.MAX32 : place.offset);
  return checkPlace(file, place, notes) ? place : undefined;
}

function hasLocator(file: Reader): boolean {
  const at = file.size - zip.END_SIZE - zip.LOCATOR64_SIZE;
  return at >= 0 && view(file.read(at, 4)).getUint32(0, true) === zip.LOCATOR64_SIGNATURE;
}

function readEnd64(file: Reader, { notes, signs }: Pick<Marks, 'notes' | 'signs'>): (DirectoryPlace & { end: number }) | undefined {
  const start = file.size - zip.END_SIZE - zip.LOCATOR64_SIZE - zip.END64_SIZE;
  const at = { entry: '', offset: Math.max(start, 0) };
  const wrong = (field: string): undefined => {
    notes.note('ZIP64_END', { field }, at);
    return undefined;
  };
  if (start < 0) return wrong('missing');
  const v = view(file.read(start, zip.END64_SIZE + zip.LOCATOR64_SIZE));
  if (v.getUint32(zip.END64_SIZE, true) !== zip.LOCATOR64_SIGNATURE) return wrong('locator');
  if (v.getUint32(0, true) !== zip.END64_SIGNATURE) return wrong('signature');
  const number = (offset: number): number => Number(v.getBigUint64(offset, true));
  const fixed: readonly (readonly [string, number, number])[] = [
    ['length', number(4), zip.END64_SIZE - 12],
    ['disk', v.getUint32(16, true), 0],
    ['disk of the directory', v.getUint32(20, true), 0],
    ['entries on this disk', number(24), number(32)],
    ['disk in the locator', v.getUint32(zip.END64_SIZE + 4, true), 0],
    ['offset in the locator', number(zip.END64_SIZE + 8), start],
    ['disks in the locator', v.getUint32(zip.END64_SIZE + 16, true), 1],
  ];
  // The versions differ from program to program.
  if (v.getUint16(12, true) !== zip.MADE_BY) signs.note('ZIP64_END', { field: 'made by' }, at);
  if (v.getUint16(14, true) !== zip.NEEDED64) signs.note('ZIP64_END', { field: 'version needed' }, at);
  for (const [field, found, expected] of fixed) if (found !== expected) wrong(field);
  return { entries: number(32), size: number(40), offset: number(48), end: start };
}

function startsDirectory(file: Reader, at: number): boolean {
  return at + 4 <= file.size && view(file.read(at, 4)).getUint32(0, true) === zip.CENTRAL_SIGNATURE;
}

/** The directory must fill the room up to the end record, and be no larger than its entries can make it. */
function checkPlace(file: Reader, place: DirectoryPlace & { end: number }, notes: Collector): boolean {
  const at = { entry: '', offset: place.end };
  if (place.entries > zip.MAX_ENTRIES) {
    notes.note('DOSSIER_TOO_MANY', { found: place.entries, limit: zip.MAX_ENTRIES }, at);
    return false;
  }
  if (place.offset + place.size !== place.end) {
    const before = place.end - place.offset - place.size;
    // Everything stands so many bytes further on than it says: something was put before the whole. A torso that ends in a zip of its own begins as a zip.
    if (before > 0 && !beginsWithEntry(file) && startsDirectory(file, place.offset + before)) {
      notes.note('ZIP_PREPENDED', { bytes: before, zeros: isZeros(file, 0, before) }, { entry: '', offset: 0 });
      return false;
    }
    const second = place.end >= zip.END_SIZE && view(file.read(place.end - zip.END_SIZE, 4)).getUint32(0, true) === zip.END_SIGNATURE;
    if (second) notes.note('ZIP_TWO_ENDS', {}, at);
    else notes.note('ZIP_DIRECTORY_PLACE', { found: place.offset + place.size, expected: place.end }, at);
    return false;
  }
  // Room for a name and, in foreign containers, a few extra fields.
  const most = place.entries * (zip.CENTRAL_SIZE + zip.MAX_NAME_BYTES + 512);
  if (place.size > most) {
    notes.note('ZIP_DIRECTORY_BROKEN', {}, { entry: '', offset: place.offset });
    return false;
  }
  return true;
}

function beginsWithEntry(file: Reader): boolean {
  return view(file.read(0, 4)).getUint32(0, true) === zip.LOCAL_SIGNATURE;
}

/** Why there is no end record at the end: a comment, bytes after it, a torso, or no zip at all. */
function noteNoEnd(file: Reader, label: string, notes: Collector): void {
  const zeros = zerosAtEnd(file);
  // The end record's own last bytes may be zeros.
  const end = Math.min(file.size, file.size - zeros + zip.END_SIZE);
  const length = Math.min(end, END_SEARCH_BYTES);
  const tail = view(file.read(end - length, length));
  for (let i = length - zip.END_SIZE; i >= 0; i--) {
    if (tail.getUint32(i, true) !== zip.END_SIGNATURE) continue;
    const offset = end - length + i;
    // A signature inside the content of an entry is not an end: the directory before it must end where it begins.
    const directory = tail.getUint32(i + 12, true) + tail.getUint32(i + 16, true);
    if (directory !== offset && tail.getUint32(i + 16, true) !== zip.MAX32) continue;
    const bytes = file.size - offset - zip.END_SIZE;
    if (tail.getUint16(i + 20, true) === bytes) notes.note('ZIP_COMMENT', { bytes }, { entry: '', offset });
    else notes.note('ZIP_TRAILING', { bytes, zeros: bytes <= zeros }, { entry: '', offset: offset + zip.END_SIZE });
    return;
  }
  noteTorso(file, label, zeros, notes);
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
