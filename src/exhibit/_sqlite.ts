/** Door to sql.js: an SQLite file, read from bytes in memory. The file itself is never opened as a database. */
import initSqlJs, { type Database } from 'sql.js';
import { isTree } from './sqlite-tree.ts';

/** A settlement system has some hundreds. */
const MAX_TABLES = 1000;
const MAX_VIEW_ROWS = 100_000;
/** Rows that the loops of a view may meet. */
const MAX_VIEW_STEPS = 1_000_000;
/** Functions and the sign that put texts together. https://www.sqlite.org/lang_corefunc.html */
const MAKES_TEXT =
  /\|\||\b(?:char|concat|concat_ws|format|printf|group_concat|string_agg|hex|unhex|json\w*|quote|replace|substr|substring|l?r?trim|unistr|cast)\s*\(/i;
/** Faults of the data, not of the tree that is counted. */
const HARMLESS =
  /^(?:ok|NULL value in|CHECK constraint|non-unique entry|NUMERIC value|TEXT value|.* missing from index|wrong # of entries in index|row .* missing)/;
/** What a program brought along that made the database, and this one lacks: the order of Android's names, a tokenizer, a module. No damage. */
const NOT_OURS = /no such (?:collation sequence|module|function)|unknown (?:tokenizer|module)|no tokenizer/i;

/** A table, by its name in the schema. `rows` is undefined where it cannot be counted without the program that made it. */
export interface SqliteTable {
  readonly name: string;
  readonly rows: number | undefined;
  readonly columns: number;
}

/** A question that the database keeps, by its name. */
export interface SqliteView {
  readonly name: string;
  /** Its rows cost no more than going through a few tables. */
  readonly cheap: boolean;
  /** It shows texts that stand in no table: parts put together. */
  readonly makesText: boolean;
}

export interface OpenSqlite {
  /** In byte order of names, at most a thousand and one. */
  readonly tables: readonly SqliteTable[];
  /** Pages that belong to nothing any more: what was deleted may stand in them. */
  readonly freePages: number;
  /** Every row; false where the table cannot be read without the program that made it, or reading ended early. */
  eachRow(table: string, onRow: (values: readonly unknown[]) => void): boolean;
  readonly views: readonly SqliteView[];
  /** Rows of a view that is `cheap`; false as for tables, and where there are more of them than any person reads. */
  eachViewRow(view: string, onRow: (values: readonly unknown[]) => void): boolean;
  /** The statements that made tables, indexes, views and triggers. */
  readonly schema: readonly string[];
}

let library: ReturnType<typeof initSqlJs> | undefined;

/** Lends an open database. Undefined when it is damaged, or has more tables than any. */
export async function withSqlite<T>(bytes: Uint8Array, use: (database: OpenSqlite) => T | Promise<T>): Promise<T | undefined> {
  if (!isTree(bytes, 1)) return undefined;
  library ??= initSqlJs();
  const { Database } = await library;
  const copy = Uint8Array.from(bytes);
  // What a write-ahead log adds is in the bytes already.
  copy[18] = 1;
  copy[19] = 1;
  let opened: OpenSqlite | undefined;
  let database: Database | undefined;
  try {
    database = new Database(copy);
    opened = openedBy(database, copy);
  } catch {
    // Not a database, or a damaged one.
  }
  try {
    return opened && (await use(opened));
  } finally {
    database?.close();
  }
}

function openedBy(database: Database, bytes: Uint8Array): OpenSqlite | undefined {
  const first = (sql: string, given?: string[]): unknown => database.exec(sql, given)[0]?.values[0]?.[0];
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  try {
    first('SELECT count(*) FROM sqlite_schema');
  } catch (error) {
    if (!isNotOurs(error)) throw error;
    // The rest of the schema is taken without the entry that asks for what is not there.
    database.run('PRAGMA writable_schema = ON');
  }
  const checked = isChecked(database, 'PRAGMA quick_check(1)');
  if (checked === false) return undefined;
  const found = database.exec(
    `SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT ${MAX_TABLES + 1}`,
  )[0]?.values;
  if ((found?.length ?? 0) > MAX_TABLES) return undefined;
  const tables: SqliteTable[] = [];
  for (const [written, root] of found ?? []) {
    const name = String(written);
    // Pages that lead in circles must be found before anything is counted.
    if (checked === undefined) {
      const alone = isChecked(database, `PRAGMA quick_check(${quoted(name)})`);
      if (alone === false || (alone === undefined && Number(root) > 0 && !isTree(bytes, Number(root)))) return undefined;
    }
    // Without its indexes: their order may not be known here.
    const rows = unlessNotOurs(() => Number(first(`SELECT count(*) FROM ${quoted(name)} NOT INDEXED`)));
    const columns = unlessNotOurs(() => Number(first('SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden <> 1', [name])));
    tables.push({ name, rows, columns: columns ?? 0 });
  }
  return {
    tables,
    freePages: Number(first('PRAGMA freelist_count')),
    schema: (database.exec('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')[0]?.values ?? []).map(([sql]) => String(sql)),
    eachRow: (table, onRow) => eachRowOf(database, `SELECT * FROM ${quoted(table)} NOT INDEXED`, Number.POSITIVE_INFINITY, onRow),
    views: viewsOf(database, quoted, Math.max(1, ...tables.map(({ rows }) => rows ?? Number.POSITIVE_INFINITY))),
    eachViewRow: (view, onRow) => eachRowOf(database, `SELECT * FROM ${quoted(view)}`, MAX_VIEW_ROWS, onRow),
  };
}

/** False where the statement cannot be carried out to its end, or has more rows. Integers come whole: those of eighteen digits are no numbers of JavaScript. */
function eachRowOf(database: Database, sql: string, most: number, onRow: (values: readonly unknown[]) => void): boolean {
  try {
    const statement = database.prepare(sql) as unknown as RowStatement;
    try {
      let rows = 0;
      while (statement.step()) {
        if (++rows > most) return false;
        onRow(statement.get(null, { useBigInt: true }));
      }
    } finally {
      statement.free();
    }
    return true;
  } catch {
    return false;
  }
}

/** As sql.js has it; its types lack the second argument of `get`. */
interface RowStatement {
  step(): boolean;
  get(values: null, how: { readonly useBigInt: boolean }): readonly unknown[];
  free(): void;
}

/** `longest`: rows of the largest table. */
function viewsOf(database: Database, quoted: (name: string) => string, longest: number): readonly SqliteView[] {
  const found = database.exec(`SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name LIMIT ${MAX_TABLES}`)[0]?.values ?? [];
  return found.map(([name, sql]) => ({
    name: String(name),
    cheap: isCheap(database, `SELECT * FROM ${quoted(String(name))}`, longest),
    makesText: MAKES_TEXT.test(String(sql)),
  }));
}

/** By its program (https://www.sqlite.org/opcode.html): loops over tables, each within another at worst. What calls itself keeps a table of its own. */
function isCheap(database: Database, sql: string, longest: number): boolean {
  try {
    const steps = (database.exec(`EXPLAIN ${sql}`)[0]?.values ?? []).map(([, opcode]) => String(opcode));
    if (steps.length === 0 || steps.some((step) => step === 'OpenEphemeral' || step === 'VOpen')) return false;
    const loops = steps.filter((step) => /^(?:Rewind|Last|Seek[GL][ET])$/.test(step)).length;
    return longest ** loops <= MAX_VIEW_STEPS;
  } catch {
    return false;
  }
}

/** Undefined where the check itself asks for what is not there. */
function isChecked(database: Database, pragma: string): boolean | undefined {
  return unlessNotOurs(() => HARMLESS.test(String(database.exec(pragma)[0]?.values[0]?.[0] ?? '')));
}

function unlessNotOurs<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (isNotOurs(error)) return undefined;
    throw error;
  }
}

const isNotOurs = (error: unknown): boolean => NOT_OURS.test(String(error));
