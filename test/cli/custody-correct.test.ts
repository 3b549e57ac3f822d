/** `mbpack custody --add 更正`: no line is touched, the history follows, and both are shown; what it may not do writes nothing. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CustodyEvent, chainFaults } from '../../src/model/index.ts';
import { readZip } from '../fuzz/zip-read.ts';
import { AT, cleanUp, codes, copyOf, GOOD, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const BY = ['--by', '甲', '--by', '丙'];
const WHY = ['--reason', '误写，以交接单为准'];
const logOf = (dir: string): string => readFileSync(join(dir, 'custody.jsonl'), 'utf8');
const linesOf = (dir: string): string[] => logOf(dir).trimEnd().split('\n');
const last = (dir: string): CustodyEvent => JSON.parse(linesOf(dir).at(-1) ?? '');
/** Lines of the example. */
const N = linesOf(GOOD).length;
const correct = (dir: string, line: number, ...argv: string[]) =>
  codes('custody', dir, '--add', '更正', '--line', String(line), ...BY, ...WHY, ...argv);
const move = (dir: string, ...argv: string[]) => codes('custody', dir, 'Z-01', '--add', '移动', '--by', '丙', ...argv);

interface Items {
  readonly custody: {
    readonly items: readonly { readonly evidenceNo: string; readonly holder: string; readonly place: string; readonly out: boolean }[];
  };
}
const standing = async (dir: string, item: string) =>
  (JSON.parse((await mbpack('--json', 'custody', dir, item)).out) as Items).custody.items[0];

describe('a line is corrected by a later one', () => {
  test('no byte before it changes, the chain goes on, and the state follows', async () => {
    const dir = copyOf();
    await move(dir, '--to', '周执中', '--place', '甲室');
    const before = logOf(dir);
    expect(await correct(dir, N + 1, '--place', '乙室')).toMatchObject({ exit: 0, codes: [] });
    expect(logOf(dir).startsWith(before)).toBe(true);
    expect(chainFaults(linesOf(dir))).toEqual([]);
    expect(last(dir)).toMatchObject({ action: 'correct', corrects: N + 1, items: ['Z-01'], reason: WHY[1], replace: { place: '乙室' } });
    expect(await standing(dir, 'Z-01')).toMatchObject({ holder: '周执中', place: '乙室' });
  });

  test('the right evidence number is one that there is', async () => {
    const dir = copyOf();
    await move(dir, '--to', '周执中', '--place', '甲室');
    const before = logOf(dir);
    expect(await correct(dir, N + 1, '--actual-item', 'Z-99')).toMatchObject({ exit: 2, codes: ['CUSTODY_NO_SUCH_ITEM'] });
    expect(logOf(dir)).toBe(before);
  });

  test('void: a hand-over to oneself', async () => {
    const dir = copyOf();
    await codes('custody', dir, 'Z-01', '--add', '移交', '--by', '丙', '--to', '某某公司', '--place', '门口');
    expect(await standing(dir, 'Z-01')).toMatchObject({ out: true });
    await correct(dir, N + 1, '--void');
    expect(await standing(dir, 'Z-01')).toMatchObject({ holder: '柳知微', out: false });
    expect((await codes('custody', dir)).codes).toEqual(['CUSTODY_CORRECTED']);
    expect((await mbpack('custody', dir)).out).toContain(`第 ${N + 1} 条由第 ${N + 2} 条作废`);
  });

  test('again: what was put right stays right, and what was wrong about it is put right at the line', async () => {
    const dir = copyOf();
    await move(dir, '--to', '周执中', '--place', '甲室', '--note', '误写');
    await correct(dir, N + 1, '--place', '乙室');
    await correct(dir, N + 1, '--note', '', '--actual-by', '丙、甲', '--at', '2026-09-15T13:00+08:00');
    expect(last(dir).replace).toMatchObject({
      place: '乙室',
      note: null,
      at: '2026-09-15T13:00:00+08:00',
      by: [{ name: '柳知微' }, { name: '周执中' }],
    });
    expect((await codes('custody', dir, 'Z-01')).codes).toEqual(['CUSTODY_CORRECTED']);
    await correct(dir, N + 1, '--restore');
    expect([last(dir).replace, await standing(dir, 'Z-01')]).toMatchObject([{}, { place: '甲室' }]);
  });

  test('numbers, a source, seals: each option puts its own member right', async () => {
    const dir = copyOf();
    await codes('custody', dir, 'Z-01', '--add', '封存', ...BY, '--seal-after', 'F1', '--seal-after', 'F2');
    expect(last(dir).sealAfter).toBe('F1、F2');
    await correct(dir, N + 1, '--actual-item', 'Z-02', '--seal-after', 'F1、F3');
    expect(last(dir)).toMatchObject({ items: ['Z-01', 'Z-02'], replace: { items: ['Z-02'], sealAfter: 'F1、F3' } });
    expect(await standing(dir, 'Z-01')).toMatchObject({ sealed: false });
    expect(await standing(dir, 'Z-02')).toMatchObject({ sealed: true, seal: 'F1、F3' });
    await correct(dir, 8, '--from', '示例市某某康复医院');
    expect(last(dir)).toMatchObject({ corrects: 8, replace: { from: '示例市某某康复医院' } });
  });

  test('on the screen stand the line as it was written, what it should say, by whom, when and why', async () => {
    const dir = copyOf();
    await move(dir, '--to', '周执中', '--place', '甲室');
    await correct(dir, N + 1, '--place', '乙室');
    for (const { out, err } of [await mbpack('custody', dir, 'Z-01'), await mbpack('custody', dir)]) {
      expect(out).toMatch(/移动（更正过）.*甲室/);
      expect(out).toMatch(
        /第 50 条由第 51 条更正：地点 «甲室» → «乙室»；理由：«误写，以交接单为准»（«周执中»、«柳知微»，2026-09-15 14:00）/,
      );
      expect(err).toMatch(/提示 CUSTODY_CORRECTED/);
    }
    const { err } = await mbpack('--lang', 'en', 'custody', dir);
    expect(err).toMatch(/info CUSTODY_CORRECTED .*place was «甲室», should be «乙室»/);
  });

  test('a correction that the rest of the log does not agree with is written, and that is told', async () => {
    const dir = copyOf();
    await move(dir, '--to', '周执中');
    await codes('custody', dir, 'Z-01', '--add', '移动', '--by', '甲', '--to', '梁慎行');
    expect(await correct(dir, N + 1, '--void')).toMatchObject({ exit: 0, codes: ['CUSTODY_HOLDER_DIFFERS'] });
    expect((await codes('custody', dir, 'Z-01')).exit).toBe(1);
  });
});

test('what a correction leaves without a fixing is told, at once, at check and by collect', async () => {
  const dir = copyOf('examples/冒名就医');
  const two = ['--by', '甲', '--by', '乙', '--reason', '误记'];
  const made = await codes('custody', dir, '--add', '更正', '--line', '7', '--void', ...two);
  expect(made.findings.find(({ code }) => code === 'CUSTODY_NOT_FIXED')?.args).toEqual({ evidence: ['Z-04'], line: 7 });
  const { findings } = await codes('custody', dir, 'Z-04');
  expect(findings.find(({ code }) => code === 'CUSTODY_FIRST_EVENT')?.args).toMatchObject({ line: 8, item: 'Z-04', since: 7 });
  await codes('custody', dir, '--add', '更正', '--line', '11', '--void', ...two);
  writeFileSync(join(dir, 'evidence', '询问笔录（季怀远）.pdf'), 'x');
  const again = await codes('collect', dir, '--by', '甲', '--by', '乙', '--place', '询问室', '--from', '季怀远');
  expect(again.findings.find(({ code }) => code === 'COLLECT_FILE_CHANGED')?.args).toMatchObject({ voided: 12 });
});

describe('refused, and nothing is written', () => {
  let dir = '';
  beforeAll(async () => {
    dir = copyOf();
    await move(dir, '--place', '甲室');
    await correct(dir, N + 1, '--place', '乙室');
  });
  test.each<[string, string[], number, string, string?]>([
    ['a correction of a correction', ['--line', String(N + 2), '--void'], 1, 'CUSTODY_CORRECTION_BAD', 'correction'],
    ['of a line that is not there', ['--line', '99', '--void'], 1, 'CUSTODY_CORRECTION_BAD', 'absent'],
    ['of the line that it would be', ['--line', String(N + 3), '--void'], 1, 'CUSTODY_CORRECTION_BAD', 'later'],
    ['void and corrected at once', ['--line', '9', '--void', '--place', '乙室'], 2, 'CUSTODY_OPTIONS_CLASH', '--void --place'],
    ['void and a time', ['--line', '9', '--void', '--at', '2026-09-15T13:00+08:00'], 2, 'CUSTODY_OPTIONS_CLASH', '--void --at'],
    ['restored and void', ['--line', '9', '--restore', '--void', '--note', ''], 2, 'CUSTODY_OPTIONS_CLASH', '--restore --void --note'],
    ['a file that the line has not', ['--line', '1', '--void-file', '没有.pdf'], 1, 'CUSTODY_CORRECTION_BAD', 'file'],
    ['to a time that has not come', ['--line', '9', '--at', '2026-09-16T09:00+08:00'], 1, 'CUSTODY_CORRECTION_BAD', 'future'],
    ['restored without a correction', ['--line', '9', '--restore'], 2, 'CUSTODY_SAYS_TOO_LITTLE', 'change'],
    ['of no line', ['--void'], 2, 'CUSTODY_SAYS_TOO_LITTLE', 'line'],
    ['nothing changed', ['--line', '9'], 2, 'CUSTODY_SAYS_TOO_LITTLE', 'change'],
    ['the same again', ['--line', String(N + 1), '--place', '乙室'], 2, 'CUSTODY_SAYS_TOO_LITTLE', 'change'],
    ['about another item', ['Z-02', '--line', String(N + 1), '--void'], 2, 'CUSTODY_CORRECTS_OTHERS'],
    ['a record that is not there', ['--line', '9', '--record', 'T-99'], 2, 'COLLECT_RECORD_UNKNOWN'],
    ['two lines in a place', ['--line', '9', '--place', '甲\n乙'], 1, 'FIELD_ONE_LINE'],
  ])('%s', async (_, argv, exit, code, because) => {
    const before = logOf(dir);
    const found = await codes('custody', dir, '--add', '更正', ...BY, ...WHY, ...argv);
    expect(found).toMatchObject({ exit, codes: [code] });
    const args = found.findings[0]?.args as { problem?: string; missing?: string; option?: string; beside?: string[] };
    expect(args.problem ?? args.missing ?? (args.option && [args.option, ...(args.beside ?? [])].join(' '))).toBe(because);
    expect(logOf(dir)).toBe(before);
  });
  test.each<[string, string[], string]>([
    ['no reason', ['--line', '9', '--void', ...BY], 'reason'],
    ['nobody', ['--line', '9', '--void', ...WHY], 'by'],
    ['one alone, of what two did', ['--line', '1', '--place', '某处', '--by', '甲', ...WHY], 'second'],
  ])('%s', async (_, argv, missing) => {
    const found = await codes('custody', GOOD, '--add', '更正', ...argv);
    expect([found.exit, found.findings[0]?.args]).toMatchObject([2, { missing }]);
  });
  test('a line that is void is restored before it is corrected', async () => {
    await correct(dir, N + 1, '--void');
    expect(await correct(dir, N + 1, '--place', '丙室')).toMatchObject({ exit: 2, codes: ['CUSTODY_SAYS_TOO_LITTLE'] });
    expect(await correct(dir, N + 1, '--restore')).toMatchObject({ exit: 0 });
  });
  test.each([
    ['--line', '1'],
    ['--void'],
    ['--reason', '误写'],
    ['--restore'],
    ['--actual-by', '甲'],
    ['--actual-item', 'Z-02'],
    ['--void-file', 'a'],
  ])('an option of 更正 in another action: %s', async (...argv) =>
    expect(await codes('custody', GOOD, 'Z-01', '--add', '检查', '--by', '甲', ...argv)).toMatchObject({
      exit: 2,
      codes: ['CUSTODY_OPTION_IDLE'],
    }),
  );
  test('without --add it is not mistaken for a look', async () =>
    expect((await mbpack('custody', GOOD, '--line', '9', '--void', ...WHY)).exit).toBe(2));
  test.each(['0', '-1', '3.5', '三'])('no number of a line: %s', async (line) =>
    expect((await mbpack('custody', GOOD, '--add', '更正', `--line=${line}`, '--void', ...BY, ...WHY)).exit).toBe(2),
  );
});

describe('in a dossier', () => {
  const build = async (dir: string): Promise<string> => {
    const zip = join(scratch(), 'a.zip');
    expect(await codes('build', dir, '--at', AT, '-o', zip)).toMatchObject({ exit: 0 });
    return zip;
  };
  const entry = (zip: string, name: string): string =>
    (readZip(readFileSync(zip)) ?? []).find((e) => e.name.endsWith(name))?.content.toString('utf8') ?? '';
  const verified = async (zip: string) => {
    const { exit, out } = await mbpack('--json', 'verify', zip);
    const { answers, findings } = JSON.parse(out) as { answers: Record<string, string>; findings: { code: string; severity: string }[] };
    return {
      exit,
      answers,
      told: findings.filter(({ code }) => /CUSTODY|COLLECT|DOSSIER|FIXED/.test(code)).map(({ severity, code }) => `${severity} ${code}`),
    };
  };

  test('a log with a correction makes a dossier of format 1.1, which verifies and tells both', async () => {
    const dir = copyOf();
    await move(dir, '--to', '周执中', '--place', '甲室');
    await correct(dir, N + 1, '--void');
    const zip = await build(dir);
    expect([entry(zip, 'bag-info.txt'), entry(zip, 'data/index.json')]).toEqual([
      expect.stringContaining('Mbpack-Format: 1.1\n'),
      expect.stringContaining('"mbpack": "1.1"'),
    ]);
    expect(await verified(zip)).toMatchObject({ exit: 0, answers: { intact: 'yes', documents: 'same' }, told: ['info CUSTODY_CORRECTED'] });
  });

  test('without one it is as before', async () => {
    const zip = await build(copyOf());
    expect(entry(zip, 'bag-info.txt')).toContain('Mbpack-Format: 1.0\n');
  });

  test('a file that was fixed by mistake, voided, and the right one fixed in its place', async () => {
    const dir = copyOf();
    const path = '02-书证/夜间查房登记簿（第47页）.jpg';
    const file = join(dir, 'evidence', path);
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from([0])]));
    expect((await codes('check', dir, '--at', AT)).codes).toContain('COLLECT_DIGEST_DIFFERS');
    // The mistake stands in the line of its collection, and in that of a later look.
    const lines = linesOf(dir).flatMap((line, i) =>
      (JSON.parse(line) as CustodyEvent).digests?.some((d) => d.path === path) ? [i + 1] : [],
    );
    for (const line of lines) expect(await correct(dir, line, '--void-file', `evidence/${path}`)).toMatchObject({ exit: 0 });
    const list = join(dir, 'evidence.yaml');
    // The list repeats what was fixed: it is put right by hand.
    const rows = readFileSync(list, 'utf8').split('\n');
    const at = rows.findIndex((row) => row.includes(path));
    writeFileSync(list, rows.filter((row, i) => !(i > at && i <= at + 3 && /sha256:|sm3:/.test(row))).join('\n'));
    const again = await codes('collect', dir, ...BY, '--place', '示例市某某康复医院有限公司', '--from', '示例市某某康复医院有限公司');
    expect([again.exit, last(dir).digests?.map((d) => d.path)]).toEqual([0, [path]]);
    const told = await codes('check', dir, '--at', AT);
    expect([told.exit, told.codes]).toEqual([1, expect.not.arrayContaining(['COLLECT_DIGEST_DIFFERS'])]);
    // Another content than the one that was fixed first: both are told until somebody says why.
    expect(told.findings.filter(({ code }) => code === 'FIXED_FILE_REPLACED')).toMatchObject([
      { severity: 'error', args: { paths: [path], others: [path], samePath: true, line: lines[0], counting: linesOf(dir).length } },
    ]);
    const internal = join(dir, 'internal.yaml');
    const reason = "  - { rule: E-14, reason: 误固定了未完成的扫描件, by: 方秉公, at: '2026-09-15T13:00+08:00' }\n";
    writeFileSync(internal, readFileSync(internal, 'utf8') + reason);
    const zip = await build(dir);
    const found = await verified(zip);
    expect([found.exit, found.answers.intact, found.answers.documents]).toEqual([0, 'yes', 'same']);
    expect(found.told.filter((one) => !one.startsWith('info') && !/COLLECTED_AT|ENTERED_LATE|OUTSIDE/.test(one))).toEqual([
      'warning FIXED_FILE_REPLACED',
    ]);
  });

  test('a changed file is not excused by a correction that counts for nothing', async () => {
    const dir = copyOf();
    await move(dir, '--place', '甲室');
    const path = '02-书证/夜间查房登记簿（第47页）.jpg';
    writeFileSync(join(dir, 'evidence', path), 'x');
    await correct(dir, N + 1, '--void');
    expect((await codes('check', dir, '--at', AT)).codes).toContain('COLLECT_DIGEST_DIFFERS');
    renameSync(join(dir, 'evidence', path), join(dir, 'evidence', '新.jpg'));
    expect((await codes('check', dir, '--at', AT)).exit).toBe(1);
  });
});
