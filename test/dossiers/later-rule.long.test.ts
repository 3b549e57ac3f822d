/** A rule that a later version brings: a remark to a dossier of before, on the screen and in what its papers are compared with; else in force. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp } from '../cli/run.ts';
import { above, programCopy, verifyWith } from './program-copy.ts';

afterAll(cleanUp);

const DOSSIER = resolve('test/dossiers/冒名就医.zip');
const TABLE = 'dist/law/table.js';

/** The program with one rule more, which finds something at two items of evidence. */
function withRule(since: string): string {
  const program = programCopy();
  const row = `{ id: 'E-99', severity: 'error', ${since} basis: [], asks: '新的要求', why: '', right: '', wrong: '', codes: ['TRANSCRIPT_MISSING'],
    *check() { yield { code: 'TRANSCRIPT_MISSING', args: { evidence: ['Z-01', 'Z-02'] } }; } }`;
  const file = join(program, TABLE);
  const before = readFileSync(file, 'utf8');
  const after = before.replace('export const RULES = [...ROWS]', `export const RULES = [...ROWS, ${row}]`);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  return program;
}

test('since a later version: the answers stay, and the remark says why it is one', () => {
  const said = verifyWith(withRule("since: '0.2.0',"), DOSSIER);
  expect([said.exit, said.answers, above(said)]).toEqual([
    0,
    { intact: 'yes', files: 'same', authentic: 'unsigned', inOrder: 'yes', documents: 'same' },
    [],
  ]);
  expect(said.findings.find((f) => f.code === 'TRANSCRIPT_MISSING')).toMatchObject({ severity: 'info', rule: 'E-99', since: '0.2.0' });
});

test('without a version of its own it would accuse the dossier, and the papers that do not print it', () => {
  const said = verifyWith(withRule(''), DOSSIER);
  expect([said.exit, said.answers.inOrder, said.answers.documents, [...new Set(above(said))].sort()]).toEqual([
    1,
    'warnings',
    'differ',
    ['DOCUMENT_DIFFERS', 'TRANSCRIPT_MISSING'],
  ]);
});
