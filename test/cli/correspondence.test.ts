/** Guards: the letters are printed by themselves, hold no dossier up, and are in none. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pagesOf, textOf } from '../pdf-text.ts';
import { built } from './built.ts';
import { AT, cleanUp, codes, copyOf, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const FORM = 'correspondence.yaml';

function caseWith(letters?: string): string {
  const dir = copyOf();
  if (letters === undefined) rmSync(join(dir, FORM));
  else writeFileSync(join(dir, FORM), letters);
  return dir;
}

test('the dossier is the same, byte for byte, with letters, without, and with a form that is wrong', async () => {
  const zips: Buffer[] = [readFileSync((await built()).zip)];
  for (const dir of [caseWith(), caseWith('archive: { 立卷人: 甲 }\nlocal: {}\n')]) {
    const zip = join(scratch(), 'a.zip');
    expect((await mbpack('build', dir, '-o', zip, '--at', AT, '-q')).exit).toBe(0);
    zips.push(readFileSync(zip));
  }
  expect(zips.map((zip) => zip.equals(zips[0] as Buffer))).toEqual([true, true, true]);
});

test.each([
  ['商请咨询函', '示区医保函〔2026〕14号'],
  ['移送案件抄送函', '高检会〔2006〕2号'],
  ['案卷封面', '本案共6卷，本卷为第6卷'],
  ['卷内文件目录', '20260915'],
  ['备考表', '柳知微'],
])('--only %s', async (only, said) => {
  const pdf = join(scratch(), 'a.pdf');
  expect((await mbpack('build', copyOf(), '--only', only, '-o', pdf, '--at', AT)).exit).toBe(0);
  expect(await textOf(pdf)).toContain(said);
});

test('page numbers of 卷内文件目录 go on through a volume, from the pages that the documents have', async () => {
  const pdf = join(scratch(), 'a.pdf');
  await mbpack('build', copyOf(), '--only', 'contents', '-o', pdf, '--at', AT);
  const [first = ''] = await pagesOf(pdf);
  const pages = [...first.matchAll(/ (\d+)(?:—(\d+))?\n/gu)].map(([, from, to]) => [Number(from), Number(to ?? from)]);
  expect(pages.length).toBeGreaterThan(5);
  expect(pages[0]?.[0]).toBe(1);
  for (const [i, [from]] of pages.entries()) if (i > 0) expect(from).toBe((pages[i - 1]?.[1] ?? 0) + 1);
});

test.each([
  ['nothing to print', undefined, 'supplement', 'DOCUMENT_HAS_NOTHING'],
  [
    'an evidence number that leads nowhere',
    'corrections:\n  - receivedAt: 2026-09-15T10:00+08:00\n    items: [{ description: 甲, evidence: [E999] }]\n',
    'supplement',
    'REF_UNKNOWN',
  ],
  [
    'a letter that tells the number of the clue',
    'consultations:\n  - { recipient: 甲, summary: 线索智监2026-0310-017反映, matters: [{ topic: 管辖, question: 丙 }] }\n',
    'consultation',
    'INFORMANT_NUMBER_LEAKED',
  ],
])('%s: the letter is not printed', async (_, letters, only, code) => {
  const pdf = join(scratch(), 'a.pdf');
  const dir = letters === undefined ? copyOf() : caseWith(letters);
  const ran = await codes('build', dir, '--only', only, '-o', pdf, '--at', AT);
  expect([ran.exit, ran.codes.includes(code), existsSync(pdf)]).toEqual([1, true, false]);
  if (letters !== undefined)
    expect((await codes('check', dir, '--at', AT)).findings.find((f) => f.code === code)?.severity).toBe('warning');
});

test('before the approval a consultation goes out clean, what belongs to the referral only as a draft', async () => {
  const dir = copyOf();
  const internal = join(dir, 'internal.yaml');
  writeFileSync(internal, readFileSync(internal, 'utf8').replace('decision: 批准', ''));
  for (const [only, draft] of [
    ['consultation', false],
    ['procuratorate', true],
  ] as const) {
    const pdf = join(scratch(), 'a.pdf');
    await mbpack('build', dir, '--only', only, '-o', pdf, '--at', AT);
    expect((await textOf(pdf)).includes('草稿')).toBe(draft);
  }
});

test('init --form 往来文书 makes a form that loads', async () => {
  const dir = caseWith();
  expect((await mbpack('init', '--form', '往来文书', dir)).exit).toBe(0);
  expect(
    (await codes('check', dir, '--at', AT)).findings.filter((f) => f.severity !== 'info' && f.code !== 'RECORD_UNSIGNED_LATE'),
  ).toEqual([]);
  expect((await mbpack('init', '--form', 'correspondence', dir)).exit).toBe(2);
});

test.each(['a.交接登记表.pdf', 'a.校验单.pdf'])('%s there already: nothing is written', async (name) => {
  const out = scratch();
  writeFileSync(join(out, name), '甲');
  expect((await codes('build', copyOf(), '-o', join(out, 'a.zip'), '--at', AT)).codes).toContain('TARGET_EXISTS');
  expect(readdirSync(out)).toEqual([name]);
  expect(readFileSync(join(out, name), 'utf8')).toBe('甲');
});

test('the register tells of the zip what the slip tells', async () => {
  const zip = join(scratch(), 'a.zip');
  const { out } = await mbpack('--json', 'build', copyOf(), '-o', zip, '--at', AT);
  const { fingerprint, register } = JSON.parse(out) as { fingerprint: string; register: string };
  expect(await textOf(register)).toContain(fingerprint);
});
