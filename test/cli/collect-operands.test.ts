/** What collect is asked to look at: numbers of items and patterns, beside files and folders. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collect, fixedOf, folder, ITEM, put, TWO } from './collecting.ts';
import { cleanUp, mbpackIn, scratch } from './run.ts';

afterAll(cleanUp);

const LIST = `evidence:\n${ITEM('E001', '02-书证/图2.jpg', '甲.txt')}${ITEM('E002', '乙.txt')}${ITEM('E003')}`;
const FILES = {
  'evidence/02-书证/图2.jpg': '二',
  'evidence/02-书证/图10.JPG': '十',
  'evidence/02-书证/旧/图3.jpg': '三',
  'evidence/甲.txt': '甲',
  'evidence/乙.txt': '乙',
  'evidence/x.jpg': 'x',
  'evidence/.hidden.jpg': 'h',
  'evidence.yaml': LIST,
};

/** Exit 2 and its code; nothing was written. */
async function refused(cwd: string, dir: string, ...paths: string[]): Promise<readonly unknown[]> {
  const { exit, out } = await mbpackIn(cwd, 'collect', dir, ...paths, '--json', ...TWO, '--as-found');
  expect(fixedOf(dir)).toEqual([]);
  const [{ code, args }] = JSON.parse(out).findings;
  return [exit, code, args];
}

describe('a number of an item', () => {
  test.each([
    ['E001', ['E001 02-书证/图2.jpg', 'E001 甲.txt']],
    ['e001', ['E001 02-书证/图2.jpg', 'E001 甲.txt']],
    ['Ｅ００２', ['E002 乙.txt']],
  ])('%s: its files as listed, and no others', async (item, log) => {
    const dir = folder(FILES);
    await collect(dir, item, ...TWO, '--as-found');
    expect(fixedOf(dir)).toEqual(log);
  });
  test('two numbers and a file', async () => {
    const dir = folder(FILES);
    await collect(dir, 'E002', 'x.jpg', 'E001', ...TWO, '--as-found');
    expect(fixedOf(dir).sort()).toEqual(['E001 02-书证/图2.jpg', 'E001 甲.txt', 'E002 乙.txt', 'E004 x.jpg']);
  });
  test('one that only the log knows is looked at again, and a missing file of it is told', async () => {
    const dir = folder({ 'evidence/a': 'a', 'evidence/b': 'b' });
    await collect(dir, 'a', ...TWO);
    expect(await collect(dir, 'E001')).toMatchObject({ exit: 0, verified: 1, fixed: 0 });
  });
  test('a folder that bears the number: what lies in it, and the files of the item elsewhere', async () => {
    const dir = folder({
      'evidence/E001/a': 'a',
      'evidence/b': 'b',
      'evidence/c': 'c',
      'evidence.yaml': `evidence:\n${ITEM('E001', 'b', 'E001/a')}`,
    });
    await collect(dir, 'E001', ...TWO);
    expect(fixedOf(dir)).toEqual(['E001 E001/a', 'E001 b']);
  });
  test('something of that name elsewhere is not asked for', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'E002'), 'elsewhere');
    const dir = folder(FILES);
    expect((await mbpackIn(cwd, 'collect', dir, 'E002', ...TWO)).exit).toBe(0);
    expect(fixedOf(dir)).toEqual(['E002 乙.txt']);
  });
  test('without files, with a file that is not there, or nearly right', async () => {
    const dir = folder(FILES);
    expect(await refused(dir, dir, 'E003')).toEqual([2, 'COLLECT_ITEM_WITHOUT_FILES', { evidenceNo: 'E003' }]);
    expect(await refused(dir, dir, 'E01')).toMatchObject([2, 'COLLECT_PATH_MISSING', { path: 'E01', item: 'E001' }]);
    const gone = folder({ 'evidence/a': 'a', 'evidence.yaml': `evidence:\n${ITEM('E1', 'a', '没有.txt')}` });
    expect(await refused(gone, gone, 'E1')).toMatchObject([2, 'COLLECT_PATH_MISSING', { listedBy: 'E1' }]);
  });
});

describe('a pattern', () => {
  test.each([
    ['*.jpg', ['E004 x.jpg']],
    ['02-书证/*', ['E001 02-书证/图2.jpg', 'E004 02-书证/图10.JPG', 'E005 02-书证/旧/图3.jpg']],
    ['02-*/图?.jpg', ['E001 02-书证/图2.jpg']],
    ['*书证/*.jpg', ['E001 02-书证/图2.jpg']],
    ['02-书证/*.JPG', ['E004 02-书证/图10.JPG']],
    ['X.*', ['E004 x.jpg']],
    ['**/图*.jpg', ['E001 02-书证/图2.jpg', 'E004 02-书证/旧/图3.jpg']],
    ['evidence/*.txt', ['E001 甲.txt', 'E002 乙.txt']],
    ['ABS/evidence/*/旧', ['E004 02-书证/旧/图3.jpg']],
    ['.*.jpg', ['E004 .hidden.jpg']],
  ])('%s', async (pattern, log) => {
    const dir = folder(FILES);
    await collect(dir, pattern.replace('ABS', dir), ...TWO, '--as-found');
    expect(fixedOf(dir).sort()).toEqual([...log].sort());
  });
  test('from the folder where the officer stands', async () => {
    const dir = folder(FILES);
    await mbpackIn(join(dir, 'evidence/02-书证'), 'collect', dir, '*.jpg', ...TWO, '--as-found');
    expect(fixedOf(dir)).toEqual(['E001 02-书证/图2.jpg']);
    await mbpackIn(dirname(dir), 'collect', '案件', '案件/evidence/*.jpg', ...TWO, '--as-found');
    expect(fixedOf(dir)).toEqual(['E001 02-书证/图2.jpg', 'E004 x.jpg']);
  });
  test('through a link to the case', async () => {
    const dir = folder(FILES);
    const link = join(scratch(), '快捷方式');
    symlinkSync(dir, link);
    await collect(dir, join(link, 'evidence/02-书证/*.jpg'), ...TWO, '--as-found');
    await mbpackIn(link, 'collect', link, 'evidence/*.jpg', ...TWO, '--as-found');
    expect(fixedOf(dir)).toEqual(['E001 02-书证/图2.jpg', 'E004 x.jpg']);
  });
  test('a name that holds the characters is that file', async () => {
    const dir = folder({ 'evidence/a*.txt': '星', 'evidence/ab.txt': 'b' });
    const { codes } = await collect(dir, 'a*.txt', ...TWO);
    // No dossier can keep the name; but it is the one that was meant.
    expect([codes, fixedOf(dir)]).toEqual([['EVIDENCE_NAME_BAD'], []]);
  });
  test('files that were recorded and are gone are meant, too', async () => {
    const dir = folder({ 'evidence/a.jpg': 'a', 'evidence/b.txt': 'b' });
    await collect(dir, ...TWO, '--as-found');
    const { rmSync } = await import('node:fs');
    rmSync(join(dir, 'evidence/a.jpg'));
    expect(await collect(dir, '*.jpg')).toMatchObject({ exit: 1, codes: ['COLLECT_FILE_MISSING'] });
    expect(await collect(dir, '*.txt')).toMatchObject({ exit: 0, verified: 1 });
  });
  test.each([
    ['*.mp4', 'COLLECT_PATTERN_NO_MATCH'],
    ['03-*/*', 'COLLECT_PATTERN_NO_MATCH'],
    ['../*.yaml', 'COLLECT_PATH_OUTSIDE'],
    ['../../*', 'COLLECT_PATH_OUTSIDE'],
    ['/etc/*', 'COLLECT_PATH_OUTSIDE'],
    ['02-书证/../../*.yaml', 'COLLECT_PATH_OUTSIDE'],
    ['案外/*.jpg', 'COLLECT_PATH_OUTSIDE'],
  ])('%s: %s', async (pattern, code) => {
    const dir = folder(FILES);
    mkdirSync(join(dir, '案外'));
    put(dir, '案外/y.jpg', 'y');
    const [exit, told] = await refused(join(dir, 'evidence'), dir, pattern);
    expect([exit, told]).toEqual([2, code]);
  });
  test('a link out of the evidence folder is not followed', async () => {
    const dir = folder(FILES);
    const other = scratch();
    writeFileSync(join(other, 'z.jpg'), 'z');
    symlinkSync(other, join(dir, 'evidence/外'));
    expect((await refused(dir, dir, '外/*.jpg'))[1]).toBe('COLLECT_PATH_OUTSIDE');
    expect((await refused(dir, dir, '外*/z.jpg'))[1]).toBe('COLLECT_PATTERN_NO_MATCH');
  });
});
