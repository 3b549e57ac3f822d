/** What a database shows or keeps beside its rows: views that put texts together, numbers of eighteen digits, rows that were deleted. One line a scenario. */
import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import { ID, PHONE, type Searched, searched } from './searched.ts';

async function database(...statements: readonly string[]): Promise<Searched> {
  const { Database } = await initSqlJs();
  const made = new Database();
  for (const statement of statements) made.run(statement);
  const bytes = made.export();
  made.close();
  return searched(bytes);
}

const MANY = 'WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 49) INSERT INTO t SELECT i, 13800000000 + i FROM n';
const PHONES = ['CREATE TABLE t (id INTEGER PRIMARY KEY, p)', MANY];
const G = ['CREATE TABLE t (g TEXT, x TEXT)', "INSERT INTO t VALUES ('试举', '1')"];

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing of it', PHONES, []],
  ['an integer of eighteen digits', [...PHONES, `INSERT INTO t VALUES (99, ${ID})`], ['举报人证件号码']],
  [
    'a telephone that was deleted, last of all',
    [...PHONES, `INSERT INTO t VALUES (99, ${PHONE})`, 'DELETE FROM t WHERE id = 99'],
    ['举报人电话'],
  ],
  [
    'one amid others',
    [`CREATE TABLE t (id INTEGER PRIMARY KEY, p)`, `INSERT INTO t VALUES (-5, ${PHONE})`, MANY, 'DELETE FROM t WHERE id = -5'],
    ['举报人电话'],
  ],
  ['one that was a floating number', [...PHONES, `INSERT INTO t VALUES (99, ${PHONE}.0)`, 'DELETE FROM t WHERE id = 99'], ['举报人电话']],
  [
    'one that was the key of its row',
    ['CREATE TABLE t (id INTEGER PRIMARY KEY, p)', MANY, `INSERT INTO t VALUES (${PHONE}, 1)`, `DELETE FROM t WHERE id = ${PHONE}`],
    ['举报人电话'],
  ],
  ['an ID number that was deleted', [...PHONES, `INSERT INTO t VALUES (99, ${ID})`, 'DELETE FROM t WHERE id = 99'], ['举报人证件号码']],
  ['a view that puts a name together', [...G, "CREATE VIEW v AS SELECT '诸' || '葛' || g FROM t"], ['elsewhere']],
  ['a view of a view', [...G, "CREATE VIEW a AS SELECT '葛' || g AS g FROM t", "CREATE VIEW v AS SELECT '诸' || g FROM a"], ['elsewhere']],
  ['a view that joins', [...G, "CREATE VIEW v AS SELECT '诸葛' || b.g FROM t a JOIN t b ON a.x = b.x"], ['elsewhere']],
])('%s: found, and nothing is for human eyes', async (_, statements, found) => {
  expect(await database(...statements)).toEqual({ found, unread: [] });
});

test.each<[string, readonly string[], readonly string[]]>([
  ['that goes on for ever', ["CREATE VIEW v AS WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'x' || i FROM n"], ['v']],
  [
    'that takes all with all',
    [...PHONES, MANY.replace('SELECT i,', 'SELECT i + 100,').replace('49', '4000'), 'CREATE VIEW v AS SELECT a.p || b.p FROM t a, t b'],
    ['v'],
  ],
  [
    'that takes all with all, and makes no text',
    [...PHONES, MANY.replace('SELECT i,', 'SELECT i + 100,').replace('49', '4000'), 'CREATE VIEW v AS SELECT a.p FROM t a, t b'],
    [],
  ],
  ['of a table that is gone', ["CREATE VIEW v AS SELECT 'x' || a FROM gone"], ['v']],
])('a view %s', async (_, statements, named) => {
  expect((await database(...statements)).unread).toEqual(named.map((where) => ({ why: 'no-reader', where })));
});
