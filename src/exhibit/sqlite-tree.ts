/** The pages of a table of an SQLite file, as a tree (https://www.sqlite.org/fileformat2.html §1.6). */
import { pageSizeOf } from './sqlite-log.ts';

const TABLE_INTERIOR = 5;
const INDEX_INTERIOR = 2;
const SCHEMA_PAGE_HEADER = 100;

/** No page below `root` is reached twice: SQLite reads the schema on opening, and a circle would take it for ever. */
export function isTree(bytes: Uint8Array, root: number): boolean {
  const size: number | undefined = pageSizeOf(bytes);
  if (size === undefined) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = new Set<number>([root]);
  const pages = [root];
  for (let page = pages.pop(); page !== undefined; page = pages.pop()) {
    const start: number = (page - 1) * size;
    const at = page === 1 ? SCHEMA_PAGE_HEADER : start;
    if (start + size > bytes.length) return false;
    if (bytes[at] !== TABLE_INTERIOR && bytes[at] !== INDEX_INTERIOR) continue;
    const children = [view.getUint32(at + 8)];
    const cells = view.getUint16(at + 3);
    for (let i = 0; i < cells; i++) {
      const pointer = at + 12 + 2 * i;
      const cell = pointer + 2 <= start + size ? view.getUint16(pointer) : size;
      if (cell + 4 > size) return false;
      children.push(view.getUint32(start + cell));
    }
    for (const child of children) {
      if (child < 1 || seen.has(child)) return false;
      seen.add(child);
      pages.push(child);
    }
  }
  return true;
}
