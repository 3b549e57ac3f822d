/** What can be said of a file without an end: a half-copied dossier, or something else altogether. */
import * as zip from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Reader } from './source.ts';

/** First bytes of what people send by mistake. */
const KINDS: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['gzip', [0x1f, 0x8b]],
  ['Word/Excel 97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['XML/HTML', [0x3c]],
];

/** Follows the local headers from the start and reports how far the file is whole. */
export function noteTorso(file: Reader, notes: Collector): void {
  const head = file.read(0, Math.min(file.size, 8));
  if (signature(head) !== zip.LOCAL_SIGNATURE) {
    const looks = head.every((byte) => byte === 0) ? 'zeros' : (KINDS.find(([, bytes]) => bytes.every((b, i) => head[i] === b))?.[0] ?? '');
    notes.note('ZIP_NOT_A_ZIP', { looks, size: file.size });
    return;
  }
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
      notes.note('ZIP_TRUNCATED', { size: file.size, complete, last: '' }, { entry: last, offset });
      return;
    }
    last = length.name;
    if (offset + length.bytes > file.size) break;
    offset += length.bytes;
  }
  notes.note('ZIP_TRUNCATED', { size: file.size, complete, last }, { entry: last, offset });
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
