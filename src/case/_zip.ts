/** An .xlsx is a ZIP, and is unpacked within limits before any reader of sheets sees it. */
import { unzipSync, type Zippable, zipSync } from '../deflate/index.ts';
import { crc32 } from '../model/index.ts';

/** A list of 5000 items unpacks to some 10 MiB. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 500;

export type Unpacked =
  | { readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly problem: 'damaged' | 'bytes' | 'entries'; readonly limit: number };

/** The XML parts of a workbook. Declared sizes bound the memory: fflate inflates into a buffer of that size and no further. */
export function unpack(bytes: Uint8Array): Unpacked {
  let total = 0;
  let count = 0;
  let problem: 'bytes' | 'entries' | undefined;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++count > MAX_ENTRIES) problem = 'entries';
        if (!/\.(?:xml|rels)$/.test(name)) return false;
        total += originalSize;
        if (total > MAX_UNPACKED_BYTES) problem ??= 'bytes';
        return problem === undefined;
      },
    });
    if (problem) return { problem, limit: problem === 'bytes' ? MAX_UNPACKED_BYTES : MAX_ENTRIES };
    const sums = checksums(bytes);
    // fflate does not look at them, and a flipped bit could be another character in a name.
    const sound = Object.entries(parts).every(
      ([name, part]) => sums.get(name)?.crc === crc32(part) && sums.get(name)?.size === part.length,
    );
    return sound ? { entries: new Map(Object.entries(parts)) } : { problem: 'damaged', limit: 0 };
  } catch {
    return { problem: 'damaged', limit: 0 };
  }
}

/** CRC-32 and size of every entry, from the central directory (APPNOTE 4.3.12, 4.3.16). */
function checksums(bytes: Uint8Array): ReadonlyMap<string, { readonly crc: number; readonly size: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sums = new Map<string, { crc: number; size: number }>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  let at = end < 0 ? bytes.length : view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const name = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    sums.set(new TextDecoder().decode(name), { crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true) });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sums;
}

/** A plain ZIP with a fixed time: the same parts make the same bytes. */
export function zip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = Object.fromEntries(parts);
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
