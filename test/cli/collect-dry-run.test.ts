/** A first look: everything is told as the run itself would, and nothing is written. */
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collect, eventsOf, folder, ITEM, OFFICERS, put, TWO } from './collecting.ts';
import { cleanUp, copyOf, mbpack, scratch } from './run.ts';
import { onTerminal } from './terminal.ts';

afterAll(cleanUp);

/** Bytes and times of every file and folder: a file that was made and removed again changes those of its folder. */
function traces(dir: string): readonly string[] {
  const entries = readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort();
  return ['.', ...entries].map((name) => {
    const path = join(dir, name);
    const { mtimeMs, ctimeMs, mode, ino } = lstatSync(path);
    return [name, mtimeMs, ctimeMs, mode, ino, lstatSync(path).isFile() ? readFileSync(path).toString('hex') : ''].join(' ');
  });
}

async function look(dir: string, ...args: string[]) {
  const before = traces(dir);
  const { exit, out } = await mbpack('collect', dir, '--dry-run', '--json', ...args);
  expect(traces(dir)).toEqual(before);
  const said = JSON.parse(out);
  return { exit, codes: said.findings.map((f: { code: string }) => f.code), ...said.collected };
}

const LIST = `evidence:\n${ITEM('E001', 'a.txt', 'b/c.txt')}`;
const FILES = {
  'evidence/a.txt': 'a',
  'evidence/b/c.txt': 'c',
  'evidence/d.txt': 'd',
  'evidence.yaml': LIST,
  'case.yaml': `name: 某案\n${OFFICERS}`,
};

describe('nothing is written', () => {
  test.each<[string, (dir: string) => void, string[]]>([
    ['a first run', () => undefined, TWO],
    ['with the list', () => undefined, [...TWO, '--write-list']],
    ['without officers', () => undefined, []],
    ['left-overs of a run that was killed', (d) => writeFileSync(join(d, 'custody.jsonl.lock'), 'someone 999999999 1'), TWO],
    ['files that are not as they should be', (d) => put(d, 'evidence/e.jpg', '坏'), [...TWO, '--as-found']],
  ])('%s', async (_, prepare, args) => {
    const dir = folder(FILES);
    prepare(dir);
    await look(dir, ...args);
  });
  test('after earlier runs, with a paper', async () => {
    const dir = copyOf();
    put(dir, 'evidence/新.txt', '新');
    const paper = join(scratch(), '清单.pdf');
    await look(dir, '--by', '甲、乙', '-o', paper, '--write-list');
    expect(readdirSync(join(paper, '..'))).toEqual([]);
  });
});

test('it tells what the run then does: numbers, digests, people, place, source', async () => {
  const dir = folder(FILES);
  const said = [...TWO, '--place', '病案室', '--from', '某某医院', '--system', 'HIS'];
  const seen = await look(dir, ...said);
  const done = await collect(dir, ...said);
  expect(seen.dryRun).toBe(true);
  expect([seen.exit, seen.fixed, seen.chainHead, seen.chainLength]).toEqual([0, 3, null, 0]);
  expect({ files: seen.files }).toMatchObject({ files: (done as unknown as { files: object[] }).files });
  expect(seen.planned).toEqual(eventsOf(dir).map(({ digests: _, ...event }) => event));
});
test('what the run would refuse or hold back is told, with the files all the same', async () => {
  const dir = folder({ ...FILES, 'evidence/e.jpg': '坏' });
  expect(await look(dir)).toMatchObject({
    exit: 1,
    fixed: 3,
    codes: expect.arrayContaining(['COLLECT_TWO_OFFICERS', 'EXHIBIT_MISNAMED', 'COLLECT_NOT_RECORDED']),
  });
  await collect(dir, ...TWO);
  put(dir, 'evidence/a.txt', 'x');
  expect(await look(dir, ...TWO)).toMatchObject({ exit: 1, fixed: 0, codes: expect.arrayContaining(['COLLECT_FILE_CHANGED']) });
});
test('a log that would refuse the events says so', async () => {
  const dir = folder(FILES);
  await collect(dir, 'a.txt', ...TWO);
  expect((await mbpack('collect', dir, '--dry-run', ...TWO, '--at', '2026-09-01 09:00')).exit).toBe(1);
});
test('on a terminal of 80 columns no digest is broken, and of many new items the list is written by the program', async () => {
  const names = Array.from({ length: 6 }, (_, i) => `材料${i}.txt`);
  const dir = folder(Object.fromEntries(names.map((name) => [`evidence/02-书证/${name}`, name])));
  const { rows, broken, exit } = await onTerminal(80, ['collect', dir, ...TWO, '--place', '病案室', '--from', '某某医院']);
  const text = rows.join('\n');
  expect([exit, names.every((name) => text.includes(name)), text.match(/evidenceNo: /g)?.length]).toEqual([0, true, 1]);
  expect(text).toContain('--write-list');
  expect(broken.filter((row) => /^ {4}(?:SHA-256|SM3) /.test(rows[row - 1] ?? ''))).toEqual([]);
});
test('a screen of 80 columns shows all of it, without a row that is broken', async () => {
  const dir = folder(FILES);
  const { out, err } = await mbpack('collect', dir, '--dry-run', ...TWO, '--place', '病案室', '--from', '某某医院');
  for (const part of ['E001 某材料', 'b/c.txt', 'SHA-256', 'SM3', '周某甲（99010001）', '病案室', '某某医院', 'E002（清单里还没有）'])
    expect(out).toContain(part);
  expect(err).toContain('什么都没有写入');
  // ASCII alone is one column a character.
  expect(out.split('\n').filter((row) => /^[ -~]*$/.test(row) && row.length > 80)).toEqual([]);
});
