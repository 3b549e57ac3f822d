/** The head of the chain of custody on an earlier signed list: a second anchor, known wherever it is typed, and never an accusation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentText } from '../../dist/documents/index.js';
import { uiOf } from '../../src/messages/index.ts';
import { groupedHex, sha256Hex } from '../../src/model/index.ts';
import { makeZip, partsOf } from '../dossier/zip-maker.ts';
import { cleanUp, mbpack, scratch } from './run.ts';

const CARD = 'examples/冒名就医';
const CARD_AT = '2026-06-09T15:00:00+08:00';
const schema = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));
const ui = uiOf('zh-CN');

let zip: string;
let fingerprint: string;
/** Of the lines of the log inside, the packing last. */
let heads: string[];
beforeAll(async () => {
  zip = join(scratch(), '案卷.zip');
  const built = await mbpack('build', CARD, '-o', zip, '--at', CARD_AT, '--json');
  fingerprint = (JSON.parse(built.out) as { fingerprint: string }).fingerprint;
  const log = partsOf(readFileSync(zip)).find(({ name }) => name.endsWith('/custody.jsonl'));
  heads = String(log?.content).trimEnd().split('\n').map(sha256Hex);
});
afterAll(cleanUp);

interface Said {
  readonly exit: number;
  readonly paper?: string;
  readonly custodyHead?: { readonly given: string; readonly line: number | null; readonly lines: number };
  readonly answers: { readonly intact: string };
  readonly codes: readonly string[];
}
async function verified(path: string, ...more: string[]): Promise<Said> {
  const { exit, out } = await mbpack('verify', path, '--json', ...more);
  const { findings, ...said } = JSON.parse(out) as Omit<Said, 'exit' | 'codes'> & { findings: { code: string }[] };
  schema({ findings, ...said });
  expect(schema.errors).toBeNull();
  return { ...said, exit, codes: findings.map(({ code }) => code).filter((code) => /EXPECT|HEAD|FINGERPRINT/.test(code)) };
}

const fullWidth = (text: string): string => text.replace(/[0-9a-f]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const head = (line: number): string => heads[line - 1] ?? '';
const none = '0'.repeat(64);

describe('--custody-head', () => {
  test.each<[string, () => string, number | 'last']>([
    ['of the first line', () => head(1), 1],
    ['of a line between, in groups and capitals', () => groupedHex(head(4)).toUpperCase(), 4],
    ['of the last, full width and in quotes', () => `“${fullWidth(head(heads.length))}”`, 'last'],
  ])('%s', async (_, given, line) => {
    const said = await verified(zip, '--custody-head', given());
    const found = line === 'last' ? heads.length : line;
    expect(said).toMatchObject({ exit: 0, paper: 'notGiven', answers: { intact: 'yes' }, codes: [] });
    expect(said.custodyHead).toEqual({ given: head(found), line: found, lines: heads.length });
  });

  test('of no line: the content is what its lists say, and the log is not that of the paper', async () => {
    const target = join(scratch(), '核验记录.pdf');
    const said = await verified(zip, '--custody-head', none, '--expect', fingerprint, '--report', target);
    expect(said).toMatchObject({ exit: 1, paper: 'same', answers: { intact: 'no' }, codes: ['DOSSIER_CUSTODY_HEAD_DIFFERS'] });
    expect(said.custodyHead).toEqual({ given: none, line: null, lines: heads.length });
    const text = (await documentText(readFileSync(target))).replace(/\s/g, '');
    // No file is called changed: paper is all that differs.
    expect([text.includes(ui.custodyHead.differs(heads.length).replace(/\s/g, '')), text.includes('文件有改动')]).toEqual([true, false]);
    const { out } = await mbpack('verify', zip, '--custody-head', none);
    expect([out.includes(ui.listsOnly), out.includes(ui.limitsOtherDossier)]).toEqual([false, true]);
  });

  test('both anchors, on the screen and in the record', async () => {
    const target = join(scratch(), '核验记录.pdf');
    const { exit, out } = await mbpack('verify', zip, '--expect', fingerprint, '--custody-head', head(3), '--report', target);
    expect([exit, out.includes(ui.expectMatches), out.includes(ui.custodyHead.agrees(3, heads.length))]).toEqual([0, true, true]);
    const text = (await documentText(readFileSync(target))).replace(/\s/g, '');
    for (const part of [head(3), ui.custodyHead.agrees(3, heads.length).replace(/\s/g, '')]) expect(text).toContain(part);
  });

  test('the fingerprint typed for it, or the digest of the zip: nothing was looked up, and nothing is accused', async () => {
    for (const value of [fingerprint, sha256Hex(readFileSync(zip))]) {
      const said = await verified(zip, '--custody-head', value);
      expect(said).toMatchObject({ exit: 2, answers: { intact: 'yes' }, codes: ['DOSSIER_CUSTODY_HEAD_OTHER_VALUE'] });
      expect(said.custodyHead).toBeUndefined();
    }
  });

  test.each([
    ['seven groups', 'a'.repeat(56), '56'],
    ['a letter O', `O${'0'.repeat(63)}`, '64'],
  ])('%s: a fault of the call, with the number of digits', async (_, given, said) => {
    const { exit, err } = await mbpack('verify', zip, '--custody-head', given);
    expect([exit, err.includes('保管链校验值'), err.includes(said)]).toEqual([2, true, true]);
  });

  test('not of any bag', async () => expect((await mbpack('verify', zip, '--bag', '--custody-head', none)).exit).toBe(2));

  test('a log that is not there has its own finding: no head is missing in what nobody saw', async () => {
    const path = join(scratch(), '缺.zip');
    const parts = partsOf(readFileSync(zip)).filter(({ name }) => !name.endsWith('/custody.jsonl'));
    writeFileSync(path, makeZip({ parts: parts.map(({ name, content }) => ({ name, content })) }));
    const said = await verified(path, '--custody-head', head(1));
    expect([said.exit, said.codes, said.custodyHead]).toEqual([1, [], { given: head(1), line: null, lines: 0 }]);
  });
});

describe('typed for the fingerprint', () => {
  test('the head of a line is told, and all is as without it', async () => {
    for (const [line, ...strict] of [[1], [5, '--strict']] as const) {
      const said = await verified(zip, '--expect', head(line), ...strict);
      const without = await verified(zip, ...strict);
      expect([said.exit, said.answers, said.paper]).toEqual([without.exit, without.answers, 'notCompared']);
      expect(said.codes).toEqual(['DOSSIER_EXPECT_OTHER_VALUE']);
      expect(said.custodyHead).toEqual({ given: head(line), line, lines: heads.length });
    }
    const { out, err } = await mbpack('verify', zip, '--expect', head(5));
    expect([`${out}${err}`.includes('固定清单上的保管链校验值，第 5 条，相符'), out.includes(ui.expectMatches)]).toEqual([true, false]);
  });
});
