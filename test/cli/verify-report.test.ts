/** `verify --report`: 核验记录 says what was checked and what was not, of every kind of input, and is written over nothing. */
import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { documentText } from '../../dist/documents/index.js';
import { groupedHex, sha256Hex } from '../../src/model/index.ts';
import { built } from './built.ts';
import { cleanUp, type JsonFinding, mbpack, scratch } from './run.ts';

interface Said {
  readonly report?: string;
  readonly file?: { readonly size: number; readonly sha256: string };
  readonly fingerprint?: string;
  readonly findings: readonly JsonFinding[];
}

const schema = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));
const { zip, fingerprint } = await built();
afterAll(cleanUp);

async function verified(
  path: string,
  ...more: string[]
): Promise<Said & { readonly exit: number; readonly text: string; readonly pages: readonly string[] }> {
  const target = join(scratch(), '核验记录.pdf');
  const { exit, out } = await mbpack('verify', path, '--report', target, '--json', ...more);
  const said = JSON.parse(out) as Said;
  schema(said);
  expect(schema.errors).toBeNull();
  const text = said.report === undefined ? '' : await documentText(readFileSync(target));
  return { exit, ...said, text: text.replace(/\s/g, ''), pages: text.split('\f').map((page) => page.replace(/\s/g, '')) };
}

const plain = (hex: string): string => groupedHex(hex).replace(/\s/g, '');

test('a dossier as built, with the fingerprint from paper: file, fingerprint, program and pack', async () => {
  const { exit, text, file, report } = await verified(zip, '--expect', fingerprint);
  const bytes = readFileSync(zip);
  expect([exit, file, report]).toMatchObject([0, { size: bytes.length, sha256: sha256Hex(bytes) }, expect.stringContaining('核验记录')]);
  for (const part of [plain(fingerprint), plain(sha256Hex(bytes)), '案卷.zip', 'UNSIGNED', 'Node.js', 'mbpack-source.sha256'])
    expect(text).toContain(part);
  expect(text).not.toContain(dirname(zip));
});

test('the answers stand on the first page before the findings, and the page that is signed names case, fingerprint and number of pages', async () => {
  const { pages, text } = await verified(zip);
  const [first = ''] = pages;
  const places = ['一、', '二、核验结果', '核验结论', '签署者身份', '文书比对', '说明'].map((part) => first.indexOf(part));
  expect([places.includes(-1), places.toSorted((a, b) => a - b)]).toEqual([false, places]);
  const [, caseName = '-'] = /«(.*骗取医保基金案)»/.exec((await mbpack('verify', zip)).out) ?? [];
  for (const part of [caseName.trim(), plain(fingerprint), `共${pages.length}页，本页是第${pages.length}页`, '核验人'])
    expect(pages.at(-1)).toContain(part);
  expect(text.split(plain(fingerprint)).length).toBeGreaterThan(2);
});

test('who sent it, how much of it, by what it was checked, and what is its own word alone', async () => {
  const { text } = await verified(zip);
  const { rules } = JSON.parse((await mbpack('verify', zip, '--json')).out) as { rules: { count: number; version: string } };
  const apart = text.indexOf('案卷包自己的记载');
  const parts = [
    '示例市示例区医疗保障局',
    '示区医保移〔2026〕1号',
    '证据41项',
    'SHA-256和SM3',
    `${rules.count}条`,
    rules.version,
    '没有别的东西证实',
  ];
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  for (const own of ['mbpack-typeset', '成卷时间', '周执中（99010126001）']) expect(text.indexOf(own)).toBeGreaterThan(apart);
});

test('--annex: every file with both digests, as papers of their own behind the signatures', async () => {
  const { text, pages } = await verified(zip, '--annex');
  const signed = pages.findIndex((page) => page.includes('核验人'));
  const { length } = [...text.matchAll(/SM3：/g)];
  expect(pages[signed]).toContain(`共${signed + 1}页，本页是第${signed + 1}页；另有附件，列${length}个文件的校验值`);
  const name = 'data/case/case.json';
  const bytes = Object.entries(unzipSync(readFileSync(zip))).find(([path]) => path.endsWith(name))?.[1] ?? new Uint8Array();
  const sm3 = createHash('sm3').update(bytes).digest('hex');
  expect(text).toContain(`${name}（${bytes.length.toLocaleString('en')}字节）SHA-256：${plain(sha256Hex(bytes))}SM3：${plain(sm3)}`);
  expect(text.lastIndexOf(name)).toBeGreaterThan(text.indexOf('附件：每个文件的校验值'));
  expect((await mbpack('verify', zip, '--annex')).exit).toBe(2);
});

test('the same input and clock give the same bytes', async () => {
  const [a, b] = [join(scratch(), 'a.pdf'), join(scratch(), 'b.pdf')];
  for (const target of [a, b]) await mbpack('verify', zip, '--report', target);
  expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
});

test('another fingerprint than the one on paper: both are printed', async () => {
  const other = fingerprint.replace(/^./, (c) => (c === '0' ? '1' : '0'));
  const { exit, text } = await verified(zip, '--expect', other);
  expect([exit, text.includes(plain(other)), text.includes(plain(fingerprint))]).toEqual([1, true, true]);
});

const fileOf = (bytes: Uint8Array): string => {
  const path = join(scratch(), 'a.zip');
  writeFileSync(path, bytes);
  return path;
};

test.each<[string, () => string, string, boolean]>([
  ['cut short', () => fileOf(readFileSync(zip).subarray(0, 5000)), 'ZIP_TRUNCATED', true],
  ['no zip', () => fileOf(Buffer.from('hello')), 'ZIP_NOT_A_ZIP', true],
  ['empty', () => fileOf(Buffer.alloc(0)), 'ZIP_EMPTY', true],
  ['a folder that is none', () => scratch(), 'NOT_A_DOSSIER', false],
])('%s: the record says so', async (_, make, code, isFile) => {
  const path = make();
  const { exit, text, findings, file } = await verified(path);
  expect([exit, findings.map((f) => f.code), text.includes(code)]).toEqual([1, [code], true]);
  expect(text).not.toContain(path);
  expect(file?.sha256).toBe(isFile ? sha256Hex(readFileSync(path)) : undefined);
  if (file) expect(text).toContain(plain(file.sha256));
});

test.each<[string, (d: string) => string, string, string]>([
  ['taken', (d) => `${d}/taken.pdf`, '', 'TARGET_EXISTS'],
  ['the dossier itself', (d) => `${d}/x.zip`, '-f', 'TARGET_IS_DOSSIER'],
  ['another name of it', (d) => `${d}/hard.pdf`, '-f', 'TARGET_IS_DOSSIER'],
  ['a link to it', (d) => `${d}/soft.pdf`, '-f', 'TARGET_IS_DOSSIER'],
  ['inside the folder verified', (d) => `${d}/bag/data/r.pdf`, '-f', 'TARGET_IS_DOSSIER'],
  ['inside it by a link', (d) => `${d}/way/r.pdf`, '-f', 'TARGET_IS_DOSSIER'],
  ['a folder', (d) => `${d}/other`, '-f', 'TARGET_NOT_WRITABLE'],
  ['in a folder that is not there', (d) => `${d}/none/r.pdf`, '-f', 'TARGET_NOT_WRITABLE'],
  ['in a folder that is a file', (d) => `${d}/taken.pdf/r.pdf`, '-f', 'TARGET_NOT_WRITABLE'],
])('%s: nothing is written', async (_, targetIn, force, code) => {
  const d = scratch();
  writeFileSync(join(d, 'x.zip'), 'x');
  linkSync(join(d, 'x.zip'), join(d, 'hard.pdf'));
  symlinkSync(join(d, 'x.zip'), join(d, 'soft.pdf'));
  writeFileSync(join(d, 'taken.pdf'), 'mine');
  mkdirSync(join(d, 'bag/data'), { recursive: true });
  mkdirSync(join(d, 'other'));
  symlinkSync(join(d, 'bag/data'), join(d, 'way'));
  const before = readdirSync(d, { recursive: true });
  const target = targetIn(d);
  const input = target.includes('/bag/') || target.includes('/way/') ? join(d, 'bag') : join(d, 'x.zip');
  const { exit, out } = await mbpack('verify', input, '--report', target, '--json', ...(force ? [force] : []));
  expect([exit, (JSON.parse(out) as Said).findings.map((f) => f.code)]).toEqual([2, [code]]);
  expect(readdirSync(d, { recursive: true })).toEqual(before);
  expect([readFileSync(join(d, 'x.zip'), 'utf8'), readFileSync(join(d, 'taken.pdf'), 'utf8')]).toEqual(['x', 'mine']);
});

test('-f replaces an older record', async () => {
  const target = join(scratch(), 'r.pdf');
  writeFileSync(target, 'older');
  expect((await mbpack('verify', fileOf(Buffer.from('x')), '--report', target, '-f')).exit).toBe(1);
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
});

function bagWith(names: readonly string[]): string {
  const bag = join(scratch(), 'bag');
  mkdirSync(join(bag, 'data'), { recursive: true });
  writeFileSync(join(bag, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(bag, 'manifest-sha256.txt'), `${sha256Hex('')}  data/a\n`);
  for (const name of names) writeFileSync(join(bag, 'data', name), '');
  return bag;
}

test('names from a hostile folder print as what they are', async () => {
  const { exit, text } = await verified(
    bagWith(['\u202egpj.exe', '\u0007bell', '😀', '<b>{{title}}', '⼀丁', '\u{10ffff}', '{"', '𠮷', '长'.repeat(80)]),
    '--bag',
  );
  expect(exit).toBe(1);
  expect([...text].filter((char) => /\p{C}/u.test(char))).toEqual([]);
  for (const part of ['<U+202E>gpj.exe', '<U+0007>', '<U+1F600>', '<b>{{title}}', '<U+2F00>', '<U+10FFFF>']) expect(text).toContain(part);
});

test('findings beyond a hundred are counted', async () => {
  const { text, findings } = await verified(bagWith(Array.from({ length: 2000 }, (_, i) => `${i}`)), '--bag');
  expect(findings.length).toBeGreaterThan(400);
  expect(text).toContain(`另有${(findings.length - 100).toLocaleString('en')}条`);
  expect(text.length).toBeLessThan(40_000);
});
