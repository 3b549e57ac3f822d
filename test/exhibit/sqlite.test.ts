/** Databases with what lies beside them, made by SQLite itself (databases/make.py): one line a scenario. */
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent, readExhibit, readWords } from '../../src/exhibit/index.ts';
import { dir } from './maker.ts';

const MADE = join(import.meta.dirname, 'databases');
let count = 0;

/** A copy of a database with its sides, changed as the scenario asks. */
function put(name: string, sides: readonly string[] = [], change: (path: string) => void = () => {}): string {
  const folder = join(dir, `database-${++count}`);
  mkdirSync(folder);
  for (const side of ['', ...sides]) copyFileSync(join(MADE, `${name}${side}`), join(folder, `${name}${side}`));
  const path = join(folder, name);
  change(path);
  return path;
}

const FEE = (rows: number) => [{ name: 'fee', rows, columns: 2 }];
const WITH_LOG = 'SQLite（含 -wal 里已提交的内容）';
/** Frames of 536 bytes behind a header of 32. */
const cutTo = (bytes: number) => (path: string) => truncateSync(`${path}-wal`, bytes);
const flip = (at: number) => (path: string) => {
  const log = readFileSync(`${path}-wal`);
  log[at] = (log[at] as number) ^ 1;
  writeFileSync(`${path}-wal`, log);
};

test.each<[string, string, string[], string, number, ((path: string) => void)?]>([
  ['without its log', 'restarted.db', [], 'SQLite', 3],
  ['with its log: the rows that are committed there', 'restarted.db', ['-wal'], WITH_LOG, 10],
  ['with its log and the log’s index', 'restarted.db', ['-wal', '-shm'], WITH_LOG, 10],
  ['a log that is cut in a frame: up to the last commit before', 'restarted.db', ['-wal'], WITH_LOG, 5, cutTo(32 + 3 * 536 - 1)],
  ['a frame whose sum is wrong: up to the last commit before', 'restarted.db', ['-wal'], WITH_LOG, 4, flip(32 + 536 + 30)],
  ['no committed frame', 'restarted.db', ['-wal'], 'SQLite', 3, cutTo(32 + 535)],
  ['an empty log', 'restarted.db', ['-wal'], 'SQLite', 3, cutTo(0)],
  ['a log that is none', 'restarted.db', ['-wal'], 'SQLite（旁边的 -wal 不能读取，未计入）', 3, flip(0)],
  ['a log whose header is wrong', 'restarted.db', ['-wal'], 'SQLite（旁边的 -wal 不能读取，未计入）', 3, flip(20)],
  ['a log that makes the database smaller', 'shrunk.db', ['-wal'], WITH_LOG, 5],
  ['a journal that was not rolled back', 'hot.db', ['-journal'], 'SQLite（旁边的 -journal 没有回滚，未计入）', 3],
  ['a journal whose beginning was wiped', 'hot.db', ['-journal'], 'SQLite', 3, (p) => writeFileSync(`${p}-journal`, Buffer.alloc(512))],
])('%s', async (_, name, sides, format, rows, change) => {
  expect(await readContent(put(name, sides, change))).toEqual({ format, tables: FEE(rows) });
});

test.each([
  ['restarted.db', '-wal', '预写日志'],
  ['restarted.db', '-shm', '共享内存索引'],
  ['hot.db', '-journal', '回滚日志'],
])('%s%s is named for what it is', async (name, side, word) => {
  const path = put(name, [side]);
  const { content, conditions } = await readExhibit(`${path}${side}`, `${name}${side}`);
  expect([content.format.includes(word), conditions]).toEqual([true, []]);
});

test('a journal that was wiped is known by its name and the database beside it', async () => {
  const path = put('hot.db', ['-journal'], (p) => writeFileSync(`${p}-journal`, Buffer.alloc(512)));
  expect((await readContent(`${path}-journal`)).format).toContain('回滚日志');
});

test('tables that need a module or an order of another program: counted where they can be, else named', async () => {
  const { format, tables } = await readContent(put('modules.db'));
  expect(format).toBe('SQLite（不能计数的表：fee_text、words）');
  expect(tables).toContainEqual({ name: 'contacts', rows: 3, columns: 3 });
  expect(tables).toContainEqual({ name: 'fee', rows: 2, columns: 2 });
  expect(tables).toContainEqual({ name: 'calls', rows: 1, columns: 1 });
});

/** What is read of a database, as a search sees it. */
async function words(path: string): Promise<{ readonly text: string; readonly unread: readonly string[] }> {
  let text = '';
  const unread = await readWords(path, (piece) => {
    text += `${piece}\n`;
  });
  return { text, unread: unread.map(({ why, where = '' }) => `${why} ${where}`.trim()) };
}

test.each<[string, string, string[], string, string[]]>([
  ['a database and its log are read whole', 'shrunk.db', ['-wal'], '示例人员5', []],
  ['a row that only the log has, and pages that belong to no table any more', 'restarted.db', ['-wal'], '示例人员10', ['no-reader 空闲页']],
  [
    'a row of a table whose order is not known',
    'modules.db',
    [],
    '示例丁',
    ['embedded fee_text_data', 'no-reader fee_text', 'no-reader words'],
  ],
  ['a journal beside', 'hot.db', ['-journal'], '示例人员1', ['no-reader -wal、-journal']],
])('%s', async (_, name, sides, word, unread) => {
  const read = await words(put(name, sides));
  expect([read.text.includes(word), [...read.unread].filter((u) => !u.includes('_docsize') && !u.includes('_idx')).sort()]).toEqual([
    true,
    unread,
  ]);
});

test('the log, its index and a journal are for human eyes', async () => {
  for (const [name, side] of [['restarted.db', '-wal'] as const, ['restarted.db', '-shm'] as const, ['hot.db', '-journal'] as const])
    expect((await words(`${put(name, [side])}${side}`)).unread).toEqual(['no-reader']);
});
