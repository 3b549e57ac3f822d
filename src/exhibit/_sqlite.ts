/** Door to sql.js: the tables of an SQLite file, read from bytes in memory. The file itself is never opened as a database. */
import initSqlJs from 'sql.js';
import type { FileContent } from '../model/index.ts';
import { shortened } from './tally.ts';

/** A settlement system has some hundreds. */
const MAX_TABLES = 1000;
/** https://www.sqlite.org/fileformat2.html §1.3, §1.6 */
const TABLE_INTERIOR = 5;
const SCHEMA_PAGE_HEADER = 100;
/** Faults of the data, not of the tree that is counted. */
const HARMLESS =
  /^(?:ok|NULL value in|CHECK constraint|non-unique entry|NUMERIC value|TEXT value|.* missing from index|wrong # of entries in index|row .* missing)/;

let library: ReturnType<typeof initSqlJs> | undefined;

/** By name of table: rows and columns, in byte order of names. Undefined when the database is damaged. */
export async function sqliteTables(bytes: Uint8Array): Promise<FileContent['tables']> {
  if (!schemaIsTree(bytes)) return undefined;
  library ??= initSqlJs();
  const { Database } = await library;
  const copy = Uint8Array.from(bytes);
  // A database in WAL mode is read as it stands in its own file; the log beside it is another file.
  copy[18] = 1;
  copy[19] = 1;
  try {
    const database = new Database(copy);
    try {
      // Finds pages that lead in circles before anything is counted.
      const check = String(database.exec('PRAGMA quick_check(1)')[0]?.values[0]?.[0] ?? '');
      if (!HARMLESS.test(check)) return undefined;
      const names = database.exec(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT ${MAX_TABLES + 1}`,
      )[0]?.values;
      if ((names?.length ?? 0) > MAX_TABLES) return undefined;
      return (names ?? []).map(([name]) => {
        const rows = database.exec(`SELECT count(*) FROM "${String(name).replaceAll('"', '""')}"`)[0]?.values[0]?.[0];
        const columns = database.exec('SELECT count(*) FROM pragma_table_info(?)', [String(name)])[0]?.values[0]?.[0];
        return { name: shortened(String(name)), rows: Number(rows), columns: Number(columns) };
      });
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
}

/** No page of the schema's tree is reached twice: SQLite reads it on opening, and a circle would take it for ever. */
function schemaIsTree(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return false;
  const size = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const seen = new Set<number>([1]);
  const pages = [1];
  for (let page = pages.pop(); page !== undefined; page = pages.pop()) {
    const start = (page - 1) * size;
    const at = page === 1 ? SCHEMA_PAGE_HEADER : start;
    if (size < 512 || start + size > bytes.length) return false;
    if (bytes[at] !== TABLE_INTERIOR) continue;
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
