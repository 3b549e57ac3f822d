/** One cause is told once: what many places have in common is one line, remarks are counted where `check` lists them, files are listed on request, and what was made stands last with its full path. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AT, cleanUp, copyOf, GOOD, mbpack, mbpackIn, scratch } from './run.ts';

afterAll(cleanUp);

const lines = (text: string, code: string): readonly string[] => text.split('\n').filter((line) => line.includes(` ${code} `));
const CARD = { dir: 'examples/冒名就医', at: '2026-06-09 14:00' };

test('a new case: the blanks of a form are one line, and each stands alone with --all', async () => {
  const dir = join(scratch(), '新案');
  await mbpack('init', dir);
  const json = JSON.parse((await mbpack('check', dir, '--json')).out) as { findings: { code: string; at?: { file: string } }[] };
  const blanks = json.findings.filter(({ code }) => code === 'FIELD_MISSING');
  const files = new Set(blanks.map(({ at }) => at?.file));
  expect(blanks.length).toBeGreaterThan(files.size * 3);
  const told = lines((await mbpack('check', dir)).err, 'FIELD_MISSING');
  expect(told.length).toBeLessThan(blanks.length / 3);
  expect(lines((await mbpack('check', dir, '--all')).err, 'FIELD_MISSING')).toHaveLength(blanks.length);
});

test('one id that leads nowhere is told once, over all forms', async () => {
  const dir = copyOf();
  const path = join(dir, 'case.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('id: 甲,', 'id: 曱,'));
  const json = JSON.parse((await mbpack('check', dir, '--at', AT, '--json')).out) as { counts: object; findings: { code: string }[] };
  expect(json.findings.filter(({ code }) => code === 'REF_UNKNOWN').length).toBeGreaterThan(10);
  const { err } = await mbpack('check', dir, '--at', AT);
  expect(lines(err, 'REF_UNKNOWN')).toHaveLength(1);
});

test('build counts the remarks of the case that check lists', async () => {
  const dir = copyOf(CARD.dir);
  const checked = await mbpack('check', dir, '--at', CARD.at);
  const built = await mbpack('build', dir, '--at', CARD.at);
  expect(built.exit).toBe(0);
  expect(lines(checked.err, 'CLASS_C_EVIDENCE')).toHaveLength(1);
  expect(lines(built.err, 'CLASS_C_EVIDENCE')).toHaveLength(0);
  expect(lines(built.err, 'RECORD_NOT_SIGNED')).toEqual(lines(checked.err, 'RECORD_NOT_SIGNED'));
  const all = await mbpack('build', dir, '--at', CARD.at, '-f', '--all');
  expect(lines(all.err, 'CLASS_C_EVIDENCE')).toHaveLength(1);
});

test('what build remarks of its own run is told', async () => {
  const dir = copyOf(CARD.dir);
  expect(lines((await mbpack('build', dir, '--at', CARD.at, '--no-readback')).err, 'NOT_READ_BACK')).toHaveLength(1);
});

test.each([[['build']], [['build', '--draft']]])(
  '%j: beside the case folder wherever one stands, told with the full path, last',
  async (argv) => {
    const dir = copyOf(CARD.dir);
    const elsewhere = scratch();
    const ran = await mbpackIn(elsewhere, ...argv, dir, '--at', CARD.at);
    const path = ran.out.trim();
    expect(dirname(path)).toBe(dirname(dir));
    expect(existsSync(path)).toBe(true);
    const [tally, made] = ran.err.trimEnd().split('\n').toReversed();
    expect(tally).toMatch(/警告|提示/);
    expect(ran.err).toContain(path);
    expect(made).not.toMatch(/^ {4}«evidence/);
  },
);

test('in the case folder itself, named by a dot', async () => {
  const dir = copyOf(CARD.dir);
  const path = (await mbpackIn(dir, 'build', '.', '--at', CARD.at)).out.trim();
  expect(dirname(path)).toBe(dirname(dir));
});

test('--only tells the full path', async () => {
  const dir = copyOf(CARD.dir);
  const cwd = scratch();
  const { out } = await mbpackIn(cwd, 'build', dir, '--only', 'transfer', '-o', '移送书.pdf', '--at', CARD.at);
  expect(basename(dirname(out.trim()))).toBe(basename(cwd));
  expect(existsSync(out.trim())).toBe(true);
});

test('--file-list names every file that a person must look at, and is never written into the case or over a file unasked', async () => {
  const json = JSON.parse((await mbpack('check', GOOD, '--at', AT, '--json')).out) as {
    findings: { code: string; args: { paths: string[] } }[];
  };
  const paths = json.findings.find(({ code }) => code === 'FILES_NEED_EYES')?.args.paths ?? [];
  expect(paths.length).toBeGreaterThan(10);
  const list = join(scratch(), '清单.txt');
  expect((await mbpack('check', GOOD, '--at', AT, '--file-list', list)).exit).toBe(0);
  const text = readFileSync(list, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  for (const path of paths) expect(text).toContain(path);
  const code = async (...argv: string[]) =>
    (JSON.parse((await mbpack('check', ...argv, '--at', AT, '--json')).out) as { findings: { code: string }[] }).findings.map(
      (f) => f.code,
    );
  expect(await code(GOOD, '--file-list', list)).toEqual(['TARGET_EXISTS']);
  expect(await code(GOOD, '--file-list', join(GOOD, '清单.txt'))).toEqual(['TARGET_IN_CASE']);
  writeFileSync(list, '旧');
  expect((await mbpack('check', GOOD, '--at', AT, '--file-list', list, '-f')).exit).toBe(0);
  expect(readFileSync(list, 'utf8')).toBe(text);
});

test.each(['CON.pdf', 'aux', 'com1.txt.pdf', 'nul.'])('%s is the name of a device, wherever it is written', async (name) => {
  const dir = copyOf(CARD.dir);
  const { out, exit } = await mbpack('build', dir, '--only', 'transfer', '-o', join(scratch(), name), '--at', CARD.at, '--json');
  expect(exit).toBe(2);
  expect(out).toContain('"TARGET_NAME_RESERVED"');
});
