/** What an SQLite file tells of itself: its tables as a reader of the database sees them, with what lies beside it. */
import type { FileContent } from '../model/index.ts';
import { withSqlite } from './_sqlite.ts';
import { type EvidenceFile, MAX_WHOLE_BYTES } from './file.ts';
import { committedState, isWriteAheadLog } from './sqlite-log.ts';
import { shortened } from './tally.ts';

/** Tables that cannot be counted, by name; the rest by number. */
const MOST_NAMED = 3;
const FORMAT = 'SQLite';
/** Version of the index of a log, in the byte order of its machine. https://www.sqlite.org/walformat.html §2.1 */
const INDEX_VERSION = 3_007_000;
const INDEX_HEADER = 48;
/** §1.2 */
const SQLITE_HEAD = new TextEncoder().encode('SQLite format 3\0');
const JOURNAL_MAGIC = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/** The file with the log beside it, as far as it is committed there. `said`: what of the files beside is in the bytes, and what is not. */
export interface SqliteState {
  readonly bytes: Uint8Array;
  readonly said: readonly string[];
  /** Is all that lies beside the file in the bytes? */
  readonly complete: boolean;
}

export async function sqliteState(file: EvidenceFile): Promise<SqliteState> {
  const bytes = await file.read(0, file.size);
  const log = await file.beside?.((name) => `${name}-wal`, MAX_WHOLE_BYTES + 1);
  const journal = await file.beside?.((name) => `${name}-journal`, 1);
  // Its first byte is zero, or nothing of it is left, once it is no longer needed.
  const hot = (journal?.[0] ?? 0) !== 0;
  const rolled = hot ? ['旁边的 -journal 没有回滚，未计入'] : [];
  if (log === undefined) return { bytes, said: rolled, complete: !hot };
  const state = log.length > MAX_WHOLE_BYTES ? 'unreadable' : committedState(bytes, log);
  if (state === 'none') return { bytes, said: rolled, complete: !hot };
  if (state === 'unreadable') return { bytes, said: ['旁边的 -wal 不能读取，未计入', ...rolled], complete: false };
  return { bytes: state.bytes, said: ['含 -wal 里已提交的内容', ...rolled], complete: !hot };
}

/** `tables`: without those that only the program that made them can count, which `format` names. No tables when the file is damaged. */
export async function sqliteContent(file: EvidenceFile): Promise<FileContent> {
  const { bytes, said } = await sqliteState(file);
  const tables = await withSqlite(bytes, (database) => database.tables);
  const counted = (tables ?? []).flatMap(({ name, rows, columns }) =>
    rows === undefined ? [] : [{ name: shortened(name), rows, columns }],
  );
  const uncounted = (tables ?? []).filter(({ rows }) => rows === undefined).map(({ name }) => shortened(name));
  const named = uncounted.slice(0, MOST_NAMED).join('、');
  const more = uncounted.length > MOST_NAMED ? `等 ${uncounted.length} 个表` : '';
  const notes = [...said, ...(uncounted.length > 0 ? [`不能计数的表：${named}${more}`] : [])];
  return { format: notes.length === 0 ? FORMAT : `${FORMAT}（${notes.join('；')}）`, ...(tables ? { tables: counted } : {}) };
}

export type SqliteSide = 'sqlite-wal' | 'sqlite-shm' | 'sqlite-journal';

/** What lies beside a database while a program has it open: by its content. */
export function sqliteSide(head: Uint8Array): SqliteSide | undefined {
  if (isWriteAheadLog(head)) return 'sqlite-wal';
  if (JOURNAL_MAGIC.every((byte, i) => head[i] === byte)) return 'sqlite-journal';
  if (head.length < 2 * INDEX_HEADER) return undefined;
  const view = new DataView(head.buffer, head.byteOffset);
  const versioned = [true, false].some((little) => view.getUint32(0, little) === INDEX_VERSION);
  const twice = head.subarray(0, INDEX_HEADER).every((byte, i) => byte === head[INDEX_HEADER + i]);
  return versioned && twice ? 'sqlite-shm' : undefined;
}

/** The same of one that tells nothing by itself, such as a journal that was wiped: by its name, and the database beside it. */
export async function sideByName(file: EvidenceFile): Promise<SqliteSide | undefined> {
  let side: SqliteSide | undefined;
  const database = await file.beside?.((name) => {
    const [, main, what] = /^(.+)-(wal|shm|journal)$/.exec(name) ?? [];
    if (what !== undefined) side = `sqlite-${what}` as SqliteSide;
    return main;
  }, SQLITE_HEAD.length);
  return database !== undefined && isSqlite(database) ? side : undefined;
}

export const isSqlite = (head: Uint8Array): boolean => SQLITE_HEAD.every((byte, i) => head[i] === byte);
