/** The fingerprint of paper, compared after the verdict: as if it had been given before. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyDossier } from '../../dist/index.js';
import { uiOf } from '../../src/messages/index.ts';
import { comparePaper, limitsOf, type Verdict, withPaper } from '../../src/verdict/index.ts';
import { cleanUp } from '../cli/run.ts';
import { build } from '../dossier/fixture.ts';

const DIGITS = 'c0ffee11'.repeat(8);
const ZIP = 'facade00'.repeat(8);
const HEADS = ['decade22'.repeat(8), 'decade33'.repeat(8), 'decade44'.repeat(8)] as const;
const OWN = { fingerprint: DIGITS, zipSha256: ZIP, custodyHeads: Buffer.from(HEADS.join(''), 'hex') };

const ui = uiOf('zh-CN');
const { limits, limitsOtherDossier } = ui;

const headsOf = (heads: Uint8Array = new Uint8Array()): string[] => Buffer.from(heads).toString('hex').match(/.{64}/g) ?? [];

let path: string;
beforeAll(async () => {
  path = (await build()).path;
});
afterAll(cleanUp);

test.each<[string, string, ReturnType<typeof comparePaper>]>([
  ['nothing', ' \n', { kind: 'none' }],
  ['as printed', DIGITS.replace(/(.{8})(?=.)/g, '$1 '), { kind: 'same' }],
  ['capitals, wide spaces and hyphens', DIGITS.toUpperCase().replace(/(.{8})(?=.)/g, '$1\u3000–'), { kind: 'same' }],
  ['full-width digits', DIGITS.replaceAll('1', '１'), { kind: 'same' }],
  ['the third and the last group', `${DIGITS.slice(0, 16)}0${DIGITS.slice(17, 63)}0`, { kind: 'differs', groups: [3, 8] }],
  ['seven groups', DIGITS.slice(8), { kind: 'malformed', digits: 56 }],
  ['the digest of the zip', ZIP.toUpperCase(), { kind: 'otherValue', value: 'zip' }],
  ['the head of the custody log', HEADS[2], { kind: 'otherValue', value: 'custodyHead', line: 3, lines: 3 }],
  [
    'the head on an earlier list, in groups',
    HEADS[0].replace(/(.{8})/g, '$1 '),
    { kind: 'otherValue', value: 'custodyHead', line: 1, lines: 3 },
  ],
  ['half of one head and half of the next', HEADS.join('').slice(32, 96), { kind: 'differs', groups: [1, 2, 3, 4, 5, 6, 7, 8] }],
  ['a letter O for a zero', DIGITS.replace('0', 'o'), { kind: 'malformed' }],
])('%s', (_, given, expected) => expect(comparePaper(OWN, given)).toEqual(expected));

test.each<[string, (own: Verdict) => string | undefined, string, string]>([
  ['another fingerprint', () => DIGITS, 'no', limitsOtherDossier],
  ['the digest of the zip', ({ zipSha256 }) => zipSha256, 'yes', limits],
  ['the head of the custody log', ({ custodyHeads }) => headsOf(custodyHeads).at(-1), 'yes', limits],
  ['the head of an earlier line', ({ custodyHeads }) => headsOf(custodyHeads)[0], 'yes', limits],
])('%s: the same findings and answers as with --expect', async (_, digits, intact, closing) => {
  const own = await verifyDossier({ path });
  const typed = digits(own) ?? '';
  const given = await verifyDossier({ path, expect: typed });
  const after = withPaper(own, typed);
  const sorted = ({ findings }: typeof given) =>
    findings.map((f) => JSON.stringify({ code: f.code, severity: f.severity, args: f.args, at: f.at })).sort();
  expect(sorted(after)).toEqual(sorted(given));
  expect([after.answers.intact, limitsOf(after, ui)]).toEqual([intact, closing]);
  expect([after.answers, after.qualities, after.custodyHead]).toEqual([given.answers, given.qualities, given.custodyHead]);
});
