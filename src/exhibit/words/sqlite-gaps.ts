/** Numbers in those bytes of an SQLite file that belong to no row: what was deleted stands on there until something is written over it (https://www.sqlite.org/fileformat2.html §1.6, §2.1). */
import { pageSizeOf } from '../sqlite-log.ts';

/** Pages of tables and indexes; their first has the header of the file in front. */
const TREES: ReadonlySet<number> = new Set([2, 5, 10, 13]);
const INTERIOR: ReadonlySet<number> = new Set([2, 5]);
const FILE_HEADER = 100;
/** Bytes that are looked at: each may begin a number. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Telephones and numbers of persons have seven digits and more, and at most eighteen. */
const LEAST = 1_000_000;
const MOST_DIGITS = 10n ** 18n;
const BATCH = 2000;

/** Calls `onText` with the numbers, a line each. Returns false where there are more bytes than are looked at. */
export function gapNumbers(bytes: Uint8Array, onText: (text: string) => void): boolean {
  const size = pageSizeOf(bytes);
  if (size === undefined) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  let left = MOST_BYTES;
  const give = (): void => {
    if (found.length > 0) onText(found.splice(0).join('\n'));
  };
  for (let page = 0; page + size <= bytes.length; page += size) {
    for (const [from, to] of gapsOf(view, page, size)) {
      const end = Math.min(to, from + left);
      for (let at = from; at < end; at++) {
        // Unused pages are zeros for the most part.
        if (bytes[at] === 0 && at + 1 < end && bytes[at + 1] === 0) continue;
        numbersAt(view, at, to, found);
        if (found.length >= BATCH) give();
      }
      left -= end - from;
      if (end < to) {
        give();
        return false;
      }
    }
  }
  give();
  return true;
}

/** Bytes between the list of cells and the first cell, and the blocks that were freed, of a page of a tree. */
function gapsOf(view: DataView, page: number, size: number): (readonly [from: number, to: number])[] {
  const head = page === 0 ? FILE_HEADER : page;
  const kind = view.getUint8(head);
  if (!TREES.has(kind)) return [];
  const cells = head + (INTERIOR.has(kind) ? 12 : 8) + 2 * view.getUint16(head + 3);
  // 0 is 65,536.
  const content = page + (view.getUint16(head + 5) || 65_536);
  const gaps: (readonly [number, number])[] = cells < content && content <= page + size ? [[cells, content]] : [];
  let before = 0;
  for (let block = view.getUint16(head + 1); block > before && block + 4 <= size; block = view.getUint16(page + block)) {
    gaps.push([page + block, Math.min(page + size, page + block + view.getUint16(page + block + 2))]);
    before = block;
  }
  return gaps;
}

/** Every number that may begin here: integers of four, six and eight bytes, a floating one that is whole, and a rowid. */
function numbersAt(view: DataView, at: number, end: number, found: string[]): void {
  const add = (number: number): void => void (number >= LEAST && found.push(String(number)));
  if (at + 4 <= end) add(view.getInt32(at));
  if (at + 6 <= end) add(view.getUint16(at) * 2 ** 32 + view.getUint32(at + 2));
  if (at + 8 <= end) {
    const whole = view.getBigInt64(at);
    if (whole >= BigInt(LEAST) && whole < MOST_DIGITS) found.push(String(whole));
    const floating = view.getFloat64(at);
    if (floating < 1e18 && Number.isSafeInteger(floating)) add(floating);
  }
  let rowid = 0n;
  for (let i = 0; i < 8 && at + i < end; i++) {
    const byte = view.getUint8(at + i);
    rowid = (rowid << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    if (i >= 3 && rowid >= BigInt(LEAST)) found.push(String(rowid));
    break;
  }
}
