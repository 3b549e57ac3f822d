/** What two readers stumbled over on their first day: the last line that is read must be the right one. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { uiOf } from '../../src/messages/index.ts';
import { textOf } from '../pdf-text.ts';
import { unzip, zipped } from '../unzipped.ts';
import { built } from './built.ts';
import { AT, cleanUp, codes, copyOf, GOOD, mbpack, scratch } from './run.ts';

const { zip, fingerprint } = await built();
const plain = await mbpack('verify', zip);
afterAll(cleanUp);

test('a changed file and the right fingerprint: no invitation to compare it', async () => {
  const changed = join(scratch(), 'b.zip');
  const bytes = readFileSync(zip);
  bytes[200_000] = (bytes[200_000] as number) ^ 1;
  writeFileSync(changed, bytes);
  const { exit, out, err } = await mbpack('verify', changed, '--expect', fingerprint);
  expect(exit).toBe(1);
  expect(out).not.toContain('请与纸质');
  expect(err.match(/DOSSIER_FILE_CHANGED/g)).toHaveLength(1);
  expect(err).not.toMatch(/DOSSIER_CUSTODY_DIGEST|DOCUMENT_DIFFERS|DATA_NOT_CANONICAL/);
});

test('one file renamed: told as that, and not once more by the log and the index', async () => {
  const dir = scratch();
  const bag = unzip(zip, dir);
  const folder = join(bag, 'data/evidence/04-电子数据');
  const [name = ''] = readdirSync(folder);
  renameSync(join(folder, name), join(folder, `改-${name}`));
  const { err } = await mbpack('verify', bag);
  expect(err.match(/(?<= (?:阻断|错误|警告) )[A-Z_]+/g)).toEqual(['DOSSIER_FILE_MISSING', 'DOSSIER_FILE_UNLISTED']);
  const { codes: all } = await codes('verify', bag);
  expect(all).toEqual(expect.arrayContaining(['DOSSIER_CUSTODY_UNKNOWN', 'DOSSIER_INDEX_LACKS']));
});

test('of content that was not looked at nothing is said to be safe or usable, and of what paper did not bear out nothing is said to be whole', async () => {
  const changed = join(scratch(), 'b.zip');
  const bytes = readFileSync(zip);
  bytes[200_000] = (bytes[200_000] as number) ^ 1;
  writeFileSync(changed, bytes);
  const qualities = async (...argv: string[]) =>
    (JSON.parse((await mbpack('verify', ...argv, '--json')).out) as { qualities: object }).qualities;
  expect(await qualities(zip)).toEqual({ accuracy: 'pass', integrity: 'pending', usability: 'pass', safety: 'pass' });
  expect(await qualities(zip, '--expect', fingerprint)).toMatchObject({ integrity: 'pass' });
  expect(await qualities(changed)).toEqual({ accuracy: 'notChecked', integrity: 'fail', usability: 'notChecked', safety: 'notChecked' });
});

test('a fingerprint that differs stands below the one from paper', async () => {
  const { out } = await mbpack('verify', zip, '--expect', '0'.repeat(64));
  expect(out).toMatch(/00000000 00000000/);
  expect(out).not.toContain('请与纸质');
});

test('the rules are counted and their table is named, and what stands behind the row is counted', async () => {
  const { out, err } = await mbpack('verify', zip, '--all');
  const { rules } = JSON.parse((await mbpack('verify', zip, '--json')).out) as { rules: { count: number; version: string } };
  const remarked = (err.match(/ 提示 [A-Z_]+ \[/g) ?? []).length;
  const warned = (err.match(/ 警告 [A-Z_]+ \[/g) ?? []).length;
  expect(out).toContain(uiOf('zh-CN').answers.ruled({ ...rules, wrong: 0, warned, remarked }));
  const table = (await mbpack('rules')).out;
  for (const part of [rules.version, `${rules.count} 条`]) expect(table).toContain(part);
});

test('-q leaves the answers and the fingerprint: nothing of what to do about them', async () => {
  const changed = join(scratch(), 'b.zip');
  const bytes = readFileSync(zip);
  bytes[200_000] = (bytes[200_000] as number) ^ 1;
  writeFileSync(changed, bytes);
  const { limits, limitsFailed, comparePaper, answers } = uiOf('zh-CN');
  for (const path of [zip, changed]) {
    const [whole, { out, err }] = [path === zip ? plain : await mbpack('verify', path), await mbpack('verify', path, '-q')];
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => !whole.out.split('\n').includes(line))).toEqual([]);
    for (const part of [limits, limitsFailed, comparePaper]) expect(lines).not.toContain(part);
    for (const part of [answers.intact, answers.authentic, answers.inOrder, answers.documents]) expect(out).toContain(part);
    expect(err === '').toBe(path === zip);
  }
});

test('--lang en: no Chinese in the result but the name of the case', async () => {
  const { out } = await mbpack('verify', zip, '--lang', 'en');
  expect(out.replace(/«.*?»/g, '')).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
});

test('a case folder, or the inside of a bag, is told in one finding', async () => {
  expect((await codes('verify', GOOD)).codes).toEqual(['NOT_A_DOSSIER']);
});

test.each<[string, (dir: string) => void, string]>([
  ['a folder with the zip and its paper', (dir) => cpSync(zip, join(dir, '案卷.zip')), '案卷.zip'],
  ['a folder around the unpacked one', (dir) => void unzip(zip, join(dir, '外')), 'bag'],
])('%s: told which one is meant', async (_, make, inside) => {
  const dir = scratch();
  make(dir);
  writeFileSync(join(dir, '校验单.pdf'), '%PDF-1.7');
  const { findings } = JSON.parse((await mbpack('verify', dir, '--json')).out) as {
    findings: { code: string; args: { inside: string } }[];
  };
  const expected = inside === 'bag' ? `外/${readdirSync(join(dir, '外'))[0]}` : inside;
  expect(findings.map(({ code, args }) => [code, args.inside])).toEqual([['NOT_A_DOSSIER', expected]]);
});

const boxed = (files: Readonly<Record<string, string>>): string => {
  const dir = scratch();
  for (const [name, from] of Object.entries(files)) {
    mkdirSync(join(dir, dirname(name)), { recursive: true });
    cpSync(from, join(dir, name));
  }
  const out = join(scratch(), 'outer.zip');
  writeFileSync(out, zipped(dir));
  return out;
};

test.each<[string, (slip: string) => Record<string, string>, string]>([
  ['the dossier and its slip', (slip) => ({ '案卷.zip': zip, '校验单.pdf': slip }), '案卷.zip'],
  ['both in a folder', (slip) => ({ '移送/案卷.zip': zip, '移送/校验单.pdf': slip }), '案卷.zip'],
  ['the dossier in a folder, its slip beside', (slip) => ({ '移送/案卷.zip': zip, '0.pdf': slip }), '案卷.zip'],
  ['no dossier at all', (slip) => ({ '校验单.pdf': slip }), ''],
  ['two dossiers', () => ({ 'a.zip': zip, 'b.zip': zip }), 'a.zip、b.zip'],
])('a zip around %s: told in one finding', async (_, files, inside) => {
  const slip = join(scratch(), 'slip.pdf');
  writeFileSync(slip, '%PDF-1.7');
  const { exit, out } = await mbpack('verify', boxed(files(slip)), '--json');
  const { findings } = JSON.parse(out) as { findings: { code: string; args: { looks: string; inside: string } }[] };
  const looks = inside === '' ? 'other' : 'zipped';
  const said = findings.map(({ code, args }) => [code, args.looks, args.inside.replace('移送/', '')]);
  expect([exit, ...said]).toEqual([1, ['NOT_A_DOSSIER', looks, inside]]);
});

test('a zip that lost what makes it a bag is a dossier all the same', async () => {
  const dir = scratch();
  const bag = unzip(zip, dir);
  rmSync(join(bag, 'bagit.txt'));
  const again = join(scratch(), 'again.zip');
  writeFileSync(again, zipped(dir));
  for (const path of [again, bag]) {
    const { codes: told } = await codes('verify', path);
    expect([told.includes('DOSSIER_FILE_MISSING'), told.includes('NOT_A_DOSSIER')]).toEqual([true, false]);
  }
});

test('a folder that is no bag is not walked through, be it the whole disk', async () => {
  const dir = scratch();
  mkdirSync(join(dir, 'a/b/c'), { recursive: true });
  // Names that a dossier must not have: whoever meets them says so.
  for (const name of ['CON', 'a:b', 'bagit.txt']) writeFileSync(join(dir, 'a/b/c', name), '');
  for (const path of [dir, '/']) expect((await codes('verify', path)).codes).toEqual(['NOT_A_DOSSIER']);
  const { codes: bag } = await codes('verify', '--bag', dir);
  expect([bag.includes('BAG_NO_DECLARATION'), bag.includes('DOSSIER_NAME')]).toEqual([true, false]);
});

test('repacked: whole, and said to be repacked', async () => {
  const dir = scratch();
  unzip(zip, dir);
  const again = join(scratch(), 'again.zip');
  writeFileSync(again, zipped(dir));
  const { exit, err } = await mbpack('verify', again);
  expect(exit).toBe(0);
  expect(err.match(/ZIP_[A-Z]+/g)).toEqual(['ZIP_REPACKED']);
});

test('a letter printed before its approval is a draft', async () => {
  const dir = copyOf();
  const internal = join(dir, 'internal.yaml');
  writeFileSync(internal, readFileSync(internal, 'utf8').replace('decision: 批准', ''));
  const text = async (id: string, from: string) => {
    const pdf = join(scratch(), `${id}.pdf`);
    expect((await mbpack('build', from, '--only', id, '-o', pdf, '--at', AT)).exit).toBe(0);
    return textOf(pdf);
  };
  expect(await text('transfer', dir)).toContain('草稿');
  expect(await text('transfer', GOOD)).not.toContain('草稿');
  expect(await text('approval', dir)).not.toContain('草稿');
});

test('drafts are made again without -f, but nobody else’s file is replaced', async () => {
  const folder = join(scratch(), '草稿');
  expect((await mbpack('build', GOOD, '--draft', '-o', folder, '--at', AT)).exit).toBe(0);
  expect((await mbpack('build', GOOD, '--draft', '-o', folder, '--at', AT)).exit).toBe(0);
  writeFileSync(join(folder, '我的笔记.txt'), 'x');
  expect(await codes('build', GOOD, '--draft', '-o', folder, '--at', AT)).toMatchObject({
    exit: 2,
    codes: expect.arrayContaining(['TARGET_EXISTS']),
  });
});

test('a code of conduct is explained', async () => {
  expect((await mbpack('rules', 'YS-B4a')).out).toContain('挂床住院');
});

test('without a record of collection, sender and receiver are told the same', async () => {
  const dir = copyOf();
  rmSync(join(dir, 'custody.jsonl'));
  const other = join(scratch(), 'c.zip');
  expect(await codes('build', dir, '-o', other, '--at', AT)).toMatchObject({ exit: 1, codes: expect.arrayContaining(['CUSTODY_MISSING']) });
  const internal = join(dir, 'internal.yaml');
  const reason = "  - { rule: C-04, reason: 保管记录所在的电脑损坏，无法恢复, by: 方秉公, at: '2026-09-15T10:00+08:00' }\n";
  writeFileSync(internal, `${readFileSync(internal, 'utf8')}${reason}`);
  expect((await codes('build', dir, '-o', other, '--at', AT)).codes).toContain('CUSTODY_MISSING');
  expect((await codes('verify', other)).codes).toContain('CUSTODY_MISSING');
});
