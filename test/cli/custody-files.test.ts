/** Events that touch the files of an item take their digests again: they agree and the line says so, or nothing is written. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CustodyEvent } from '../../src/model/index.ts';
import { cleanUp, codes, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const BY = ['--by', '周某甲/1', '--by', '吴某乙/2'];
const FILES = { '甲.txt': '甲'.repeat(1000), '夹/乙.csv': '编号,金额\n1,2\n' };

/** A case of two files, fixed under one number. */
async function fixed(): Promise<string> {
  const dir = join(scratch(), '案件');
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(dir, 'evidence', path, '..'), { recursive: true });
    writeFileSync(join(dir, 'evidence', path), text);
  }
  const made = await codes('collect', dir, ...BY, '--item', 'E001', '--place', '病案室', '--from', '某某医院');
  expect(made.exit).toBe(0);
  return dir;
}
const logOf = (dir: string): string => readFileSync(join(dir, 'custody.jsonl'), 'utf8');
const last = (dir: string): CustodyEvent => JSON.parse(logOf(dir).trimEnd().split('\n').at(-1) ?? '');
const add = (dir: string, action: string, ...more: string[]) => codes('custody', dir, 'E001', '--add', action, ...BY, ...more);

const TOUCHING: readonly [string, string[]][] = [
  ['检查', []],
  ['复制', ['--media-no', 'GP-01']],
  ['移交', ['--to', '某某公安局', '--place', '门口']],
  ['返还', ['--to', '某某医院']],
  ['接收', []],
];

describe.each(TOUCHING)('%s', (action, more) => {
  test('files as they were fixed: the line has their digests, and says with which lines they agree', async () => {
    const dir = await fixed();
    const collected = last(dir).digests?.map(({ content: _, ...digest }) => digest);
    const { exit, out } = await mbpack('--json', 'custody', dir, 'E001', '--add', action, ...BY, ...more);
    expect([exit, (JSON.parse(out) as { custody: { compared: number } }).custody.compared]).toEqual([0, 2]);
    expect([last(dir).digests, last(dir).note]).toEqual([collected, '校验值已重新计算，2个文件与第1条记载的一致']);
  });

  test.each<[string, (path: string) => void, string]>([
    ['changed', (path) => writeFileSync(path, FILES['甲.txt'].replace('甲', '乙')), 'CUSTODY_FILE_DIFFERS'],
    ['longer', (path) => writeFileSync(path, `${FILES['甲.txt']}。`), 'CUSTODY_FILE_DIFFERS'],
    ['gone', (path) => rmSync(path), 'CUSTODY_FILE_ABSENT'],
    ['a link', (path) => [rmSync(path), symlinkSync('夹/乙.csv', path)], 'CUSTODY_FILE_ABSENT'],
  ])('a file that is %s stops it, by name and line, and nothing is written', async (_, spoil, code) => {
    const dir = await fixed();
    const before = logOf(dir);
    spoil(join(dir, 'evidence', '甲.txt'));
    const found = await add(dir, action, ...more);
    expect(found).toMatchObject({
      exit: 1,
      codes: [code],
      findings: [{ severity: 'stop', args: { evidenceNo: 'E001', path: '甲.txt', since: 1 } }],
    });
    expect(logOf(dir)).toBe(before);
  });
});

test('each file that differs is told, with the algorithm and both digests, and that nothing was appended', async () => {
  const dir = await fixed();
  for (const path of Object.keys(FILES)) writeFileSync(join(dir, 'evidence', path), 'x');
  const { exit, err } = await mbpack('custody', dir, 'E001', '--add', '检查', ...BY);
  expect(exit).toBe(1);
  expect(
    err.match(/CUSTODY_FILE_DIFFERS .*第 1 条记载的不同：SHA-256 当时 [0-9a-f]{16}…，现在 [0-9a-f]{16}…；没有追加“检查”/g),
  ).toHaveLength(2);
  expect(err).toContain('没有追加，保管记录没有改动');
});

test('unsealed: what is sealed, too', async () => {
  const dir = await fixed();
  await add(dir, '封存', '--seal-after', 'F1');
  expect([last(dir).digests, (await add(dir, '启封', '--seal-before', 'F1')).exit, last(dir).digests?.length]).toEqual([undefined, 0, 2]);
});

test('moved and sealed things are not opened for it', async () => {
  const dir = await fixed();
  writeFileSync(join(dir, 'evidence', '甲.txt'), 'x');
  expect((await add(dir, '移动', '--to', '吴某乙')).exit).toBe(0);
  expect((await add(dir, '封存', '--seal-after', 'F1')).exit).toBe(0);
});

test('out of the house and not at hand: said, not claimed', async () => {
  const dir = await fixed();
  await add(dir, '返还', '--to', '某某医院');
  rmSync(join(dir, 'evidence', '甲.txt'));
  const found = await add(dir, '接收', '--from', '某某医院');
  expect(found).toMatchObject({ exit: 0, codes: ['CUSTODY_FILES_NOT_COMPARED'], findings: [{ args: { because: 'out', count: 1 } }] });
  expect(last(dir).digests?.map(({ path }) => path)).toEqual(['夹/乙.csv']);
  expect(last(dir).note).toContain('1个文件');
});

test('where the original is kept does not excuse the fixed copy; a file that only the list knows may be with it', async () => {
  const dir = await fixed();
  const item = (files: string): void =>
    writeFileSync(
      join(dir, 'evidence.yaml'),
      `evidence:\n  - evidenceNo: "E001"\n    title: 病历\n    originalLocation: 某某医院病案室\n    files: ${files}\n`,
    );
  const before = logOf(dir);
  item('[]');
  rmSync(join(dir, 'evidence', '甲.txt'));
  expect(await add(dir, '检查')).toMatchObject({ exit: 1, codes: ['CUSTODY_FILE_ABSENT'] });
  expect(logOf(dir)).toBe(before);
  writeFileSync(join(dir, 'evidence', '甲.txt'), FILES['甲.txt']);
  item(`[{ path: 丙.pdf, sha256: '${'a'.repeat(64)}' }]`);
  const found = await add(dir, '检查');
  expect(found.findings.filter(({ code }) => code.startsWith('CUSTODY'))).toMatchObject([{ args: { because: 'elsewhere', count: 1 } }]);
  expect([found.exit, last(dir).digests?.length]).toEqual([0, 2]);
});

test('a file that nobody fixed is not claimed', async () => {
  const dir = await fixed();
  writeFileSync(join(dir, 'evidence', '新.txt'), 'x');
  writeFileSync(join(dir, 'evidence.yaml'), 'evidence:\n  - evidenceNo: "E001"\n    title: 病历\n    files:\n      - path: 新.txt\n');
  const found = await add(dir, '检查');
  expect(found.findings.filter(({ code }) => code.startsWith('CUSTODY'))).toMatchObject([{ args: { because: 'notFixed', count: 1 } }]);
  expect(last(dir).digests?.map(({ path }) => path)).not.toContain('新.txt');
});

test('what a correction voided is not compared, and what was corrected is of its right number', async () => {
  const dir = await fixed();
  writeFileSync(join(dir, 'evidence', '甲.txt'), 'x');
  const why = ['--add', '更正', '--line', '1', ...BY, '--reason', '误固定'];
  expect((await codes('custody', dir, ...why, '--void-file', '甲.txt')).exit).toBe(0);
  await add(dir, '检查');
  expect(last(dir).digests?.map(({ path }) => path)).toEqual(['夹/乙.csv']);
  writeFileSync(join(dir, 'evidence.yaml'), 'evidence:\n  - evidenceNo: "E002"\n    title: 乙\n');
  await codes('custody', dir, ...why.slice(0, 2), '--line', '1', ...BY, '--reason', '编号写错', '--actual-item', 'E002');
  expect((await codes('custody', dir, 'E002', '--add', '检查', ...BY)).exit).toBe(0);
  expect(last(dir).digests?.map(({ path }) => path)).toEqual(['夹/乙.csv']);
});

test('what the log refuses is refused before a file is read', async () => {
  const dir = await fixed();
  writeFileSync(join(dir, 'evidence', '甲.txt'), 'x');
  expect((await add(dir, '启封', '--seal-before', 'F9')).codes).toEqual(['CUSTODY_NOT_SEALED']);
});

test('a note of the officer stands before what was compared', async () => {
  const dir = await fixed();
  await add(dir, '检查', '--note', '清点');
  expect(last(dir).note).toBe('清点；校验值已重新计算，2个文件与第1条记载的一致');
});

test('numbers of parts are no style of numbers for what is collected next', async () => {
  const dir = await fixed();
  for (const part of ['1', '2', '3']) await codes('custody', dir, `E001-${part}`, '--add', '封存', ...BY, '--seal-after', `F${part}`);
  writeFileSync(join(dir, 'evidence', '新.txt'), 'x');
  await codes('collect', dir, ...BY, '--place', '病案室', '--from', '某某医院');
  expect(last(dir).items).toEqual(['E002']);
});
