/** What can be said of a file without an end: a half-copied dossier, or something else altogether. */
import * as zip from '../format/index.ts';
import type { Collector } from './collector.ts';
import { otherFile } from './other-files.ts';
import type { Reader } from './source.ts';

/** Fewer zeros than a sector of a disk has are the content's own. */
const ZERO_SECTOR = 512;
/** As far back zeros are counted: beyond, a file is mostly nothing else. */
const MOST_ZEROS = 1 << 30;
const ZERO_PIECE = 1 << 20;

/** Bytes at the end that are zeros. */
export function zerosAtEnd(file: Reader): number {
  let zeros = 0;
  while (zeros < file.size && zeros < MOST_ZEROS) {
    const length = Math.min(ZERO_PIECE, file.size - zeros);
    const piece = file.read(file.size - zeros - length, length);
    const last = piece.findLastIndex((byte) => byte !== 0);
    if (last >= 0) return zeros + length - 1 - last;
    zeros += length;
  }
  return zeros;
}

/** Are these bytes of the file all zeros? Of more than can be looked at, nobody says so. */
export function isZeros(file: Reader, from: number, to: number): boolean {
  if (to - from > MOST_ZEROS) return false;
  for (let at = from; at < to; at += ZERO_PIECE) if (file.read(at, Math.min(ZERO_PIECE, to - at)).some((byte) => byte !== 0)) return false;
  return true;
}

/** Follows the local headers from the start and reports how far the file is whole. `zeros` stand at its end. */
export function noteTorso(file: Reader, label: string, zeros: number, notes: Collector): void {
  const { size } = file;
  if (signature(file.read(0, Math.min(size, 4))) !== zip.LOCAL_SIGNATURE) {
    notes.note('ZIP_NOT_A_ZIP', { looks: otherFile(file, label), size });
    return;
  }
  const content = size - zeros;
  let offset = 0;
  let complete = 0;
  let last = '';
  for (; offset < file.size && complete < zip.MAX_ENTRIES; complete++) {
    const start = file.read(offset, Math.min(4, file.size - offset));
    if (start.length >= 4 && signature(start) === zip.CENTRAL_SIGNATURE) {
      notes.note('ZIP_END_BROKEN', { complete }, { entry: '', offset });
      return;
    }
    const length = localAt(file, offset);
    if (length === undefined) {
      notes.note('ZIP_TRUNCATED', { size, complete, last: '', zeros: zeros >= ZERO_SECTOR ? zeros : 0 }, { entry: last, offset });
      return;
    }
    last = length.name;
    // A copy whose room was made before its content came: what is cut off is there as zeros.
    if (offset + length.bytes > content && (zeros >= ZERO_SECTOR || offset + length.bytes > size)) break;
    offset += length.bytes;
  }
  notes.note('ZIP_TRUNCATED', { size, complete, last, zeros: zeros >= ZERO_SECTOR ? zeros : 0 }, { entry: last, offset });
}

function signature(bytes: Uint8Array): number {
  return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

/** Header and content of the entry that begins at `offset`: bytes, name, flags. Undefined where the name is cut off, or nothing begins there. */
export function localAt(file: Reader, offset: number): { bytes: number; name: string; flags: number } | undefined {
  const header = file.read(offset, Math.min(zip.LOCAL_SIZE, file.size - offset));
  if (header.length < zip.LOCAL_SIZE || signature(header) !== zip.LOCAL_SIGNATURE) return undefined;
  const v = new DataView(header.buffer, header.byteOffset);
  const name = v.getUint16(26, true);
  const extra = v.getUint16(28, true);
  const rest = Math.min(name + extra, file.size - offset - zip.LOCAL_SIZE);
  if (name > zip.MAX_NAME_BYTES || rest < name) return undefined;
  const tail = file.read(offset + zip.LOCAL_SIZE, rest);
  let size = v.getUint32(18, true);
  if (size === zip.MAX32) {
    if (rest < name + 20) return undefined;
    size = Number(new DataView(tail.buffer).getBigUint64(name + 12, true));
  }
  return {
    bytes: zip.LOCAL_SIZE + name + extra + size,
    name: new TextDecoder().decode(tail.subarray(0, name)),
    flags: v.getUint16(6, true),
  };
}
