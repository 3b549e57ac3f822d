/** The words of an SQLite file: all of its tables, as a reader of the database sees them, and what stands in its bytes beside. */
import { type OpenSqlite, withSqlite } from '../_sqlite.ts';
import { checkAborted, type EvidenceFile, isReadWhole } from '../file.ts';
import { sqliteState } from '../sqlite.ts';
import { shownTexts } from './shown-texts.ts';
import { gapNumbers } from './sqlite-gaps.ts';
import { OVERLAP, type Unread, type WordReader } from './words.ts';

const PIECE_BYTES = 1024 * 1024;
/** Tables that are named; the rest is as unread without a name of its own. */
const MAX_NAMED = 50;

export const sqliteWords: WordReader = async (file, onText) => {
  if (!isReadWhole(file)) return [{ why: 'too-large' }];
  const state = await sqliteState(file);
  const own = await file.read(0, file.size);
  await bytesAsText(own, file, onText);
  const gaps = gapNumbers(own, onText);
  const rows = await withSqlite(state.bytes, (database) => rowsOf(database, file, gaps, onText));
  if (rows === undefined) return [{ why: 'damaged' }];
  return state.complete ? rows : [...rows, { why: 'no-reader', where: '-wal、-journal' }];
};

/** What was deleted stands on in pages and in gaps between rows: found where it is still whole, and never proved absent. */
async function bytesAsText(bytes: Uint8Array, { signal }: EvidenceFile, onText: (text: string) => void): Promise<void> {
  // §1.3.13 of the format: 2 and 3 are UTF-16, in which a character may begin at any byte.
  const encoding = bytes[59] === 2 ? 'utf-16le' : bytes[59] === 3 ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding);
  const shifts = encoding === 'utf-8' ? [0] : [0, 1];
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    await turn();
    checkAborted(signal);
    for (const shift of shifts) onText(decoder.decode(bytes.subarray(from + shift, from + PIECE_BYTES + 3 * OVERLAP)));
  }
}

async function rowsOf(
  database: OpenSqlite,
  { signal }: EvidenceFile,
  gaps: boolean,
  onText: (text: string) => void,
): Promise<readonly Unread[]> {
  const unread: Unread[] = [];
  for (const statement of database.schema) onText(statement);
  for (const { name } of database.tables) {
    await turn();
    checkAborted(signal);
    const missed = new Set<Unread['why']>();
    const whole = database.eachRow(name, (values) => {
      const texts: string[] = [];
      for (const value of values) {
        const text = value instanceof Uint8Array ? textOf(value) : value;
        if (text === undefined) missed.add('embedded');
        // Bytes of another encoding than the database's.
        if (typeof value === 'string' && value.includes('\ufffd')) missed.add('encoding');
        else if (text !== null) texts.push(String(text));
      }
      for (const why of shownTexts(texts.join('\t'), onText)) missed.add(why);
    });
    if (!whole) unread.push({ why: 'no-reader', where: name });
    for (const why of missed) unread.push({ why, where: name });
  }
  for (const { name, cheap, makesText } of database.views) {
    await turn();
    checkAborted(signal);
    const missed = new Set<Unread['why']>();
    const whole =
      cheap &&
      database.eachViewRow(name, (values) => {
        const texts = values.filter((value) => value !== null && !(value instanceof Uint8Array)).map(String);
        for (const why of shownTexts(texts.join('\t'), onText)) missed.add(why);
      });
    // What a view only takes from tables has been read there.
    if (!whole && makesText) unread.push({ why: 'no-reader', where: name });
    for (const why of missed) unread.push({ why, where: name });
  }
  if (!gaps) unread.push({ why: 'no-reader', where: '已删除的记录' });
  if (database.freePages > 0) unread.push({ why: 'no-reader', where: '空闲页' });
  return unread.length > MAX_NAMED ? [...unread.slice(0, MAX_NAMED), { why: 'no-reader' }] : unread;
}

/** A BLOB that is text all through; undefined when it is another file, or a program's own data. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /(?![\t\n\v\f\r])\p{Cc}/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Lets the event loop turn, so that a cancelling signal is heard. */
const turn = (): Promise<void> => new Promise((done) => void setTimeout(done));
