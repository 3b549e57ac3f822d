/** What a careless user types. Codes and exits, not wording. */

import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { AT, cleanUp, codes, GOOD, mbpack, scratch, spawned, WRONG } from './run.ts';

afterAll(cleanUp);

test.each([
  [['--versoin']],
  [['biuld', GOOD]],
  [['build']],
  [['build', GOOD, 'b']],
  [['build', GOOD, '--at', 'yesterday']],
  [['build', GOOD, '--at']],
  [['build', GOOD, '--only', 'transfer']],
  [['build', GOOD, '--only', 'poem', '-o', 'x.pdf']],
  [['check', GOOD, '--lang', 'fr']],
  [['rules', 'Z-01']],
  [['schema', 'poem']],
])('%j: exit 2, one sentence in Chinese, no stack', async (argv) => {
  const { exit, out, err } = await mbpack(...argv);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toMatch(/[\u4e00-\u9fff]/);
  expect(err).not.toMatch(/^\s+at /m);
});

test('an option that only another command has is not what was meant', async () => {
  const { exit, err } = await mbpack('verify', '--at', AT, 'a.zip');
  expect([exit, err.match(/--at/g)]).toEqual([2, ['--at']]);
});

test.each([
  [[]],
  [['--help']],
  [['build', '--help']],
  [['--version']],
  [['rules']],
  [['rules', 'a-01']],
  [['rules', 'AMOUNT_BY_FUND_DIFFERS']],
  [['schema']],
  [['schema', 'case']],
])('%j: exit 0, on stdout', async (argv) => {
  const { exit, out, err } = await mbpack(...argv);
  expect([exit, err]).toEqual([0, '']);
  expect(out.length).toBeGreaterThan(4);
});

test('global options stand before the command, too', async () => {
  expect((await mbpack('--lang', 'en', 'rules', 'A-01')).out).toContain('asks');
  expect(JSON.parse((await mbpack('--json', 'check', GOOD, '--at', AT)).out)).toMatchObject({ tool: 'mbpack', command: 'check', ok: true });
});

test.each([
  ['no such folder', () => '/nowhere/at/all', 'NOT_A_CASE_FOLDER', 2],
  ['a file', () => join(GOOD, 'case.yaml'), 'NOT_A_CASE_FOLDER', 2],
  ['an empty folder', () => scratch(), 'CASE_FORM_ABSENT', 1],
])('check %s', async (_, make, code, exit) => {
  expect(await codes('check', make())).toMatchObject({ exit, codes: [code] });
});

test('a form that cannot be read hides neither a changed file nor a broken log, and what was not looked at is told', async () => {
  const dir = join(scratch(), '案件');
  cpSync(GOOD, dir, { recursive: true });
  const edit = (name: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(join(dir, name), 'utf8');
    expect(text.search(from)).toBeGreaterThan(-1);
    writeFileSync(join(dir, name), text.replace(from, to));
  };
  const evidence = readFileSync(join(dir, 'evidence.yaml'), 'utf8');
  appendFileSync(join(dir, 'evidence', /path: (.+)/.exec(evidence)?.[1] ?? ''), 'x');
  edit('custody.jsonl', '入库，2号柜', '入库，3号柜');
  edit('case.yaml', /filedOn: .*/, 'filedOn: 2026-13-20');
  const { findings } = await codes('check', dir, '--at', AT);
  expect(new Set(findings.map(({ code }) => code))).toEqual(
    new Set(['DAY_INVALID', 'CUSTODY_CHAIN_BROKEN', 'COLLECT_DIGEST_DIFFERS', 'CHECK_NOT_COMPLETE']),
  );
  expect(findings.find(({ code }) => code === 'CHECK_NOT_COMPLETE')).toMatchObject({
    args: { notChecked: ['words', 'rules', 'documents'] },
  });
  edit('evidence.yaml', /kind: .*/, 'kind: 没有的');
  for (const argv of [['check'], ['build', '-o', join(dir, 'a.zip')], ['build', '--draft', '-o', join(dir, 'b')]]) {
    const told = (await codes(...argv, dir, '--at', AT)).findings.find(({ code }) => code === 'CHECK_NOT_COMPLETE');
    expect(told).toMatchObject({ args: { notChecked: ['files', 'words', 'rules', 'documents'] } });
  }
});

test.each([
  ['a dossier', 'check', '案.zip', { found: 'packed' }],
  ['a dossier', 'build', '案.zip', { found: 'packed' }],
  ['a dossier', 'collect', '案.zip', { found: 'packed' }],
  ['a dossier', 'custody', '案.zip', { found: 'packed' }],
  ['a dossier', 'preview', '案.zip', { found: 'packed' }],
  ['a name that no file can have', 'check', `${'案'.repeat(300)}.zip`, { found: 'nothing' }],
  ['a zip that is not there', 'check', '无.zip', { found: 'nothing' }],
  ['a form', 'check', '外/案件/case.yaml', { found: 'file', near: '外/案件' }],
  ['the folder around', 'check', '外', { near: '外/案件' }],
  ['the folder around', 'collect', '外', { near: '外/案件' }],
  ['the evidence', 'build', '外/案件/evidence/书证', { near: '外/案件' }],
  ['a folder around two cases', 'check', '两案', { near: undefined }],
])('%s for a case folder: %s %s says what it is and where the case is', async (_, command, given, expected) => {
  const dir = scratch();
  for (const path of ['外/案件/evidence/书证', '两案/甲', '两案/乙']) mkdirSync(join(dir, path), { recursive: true });
  for (const path of ['案.zip', '外/案件/case.yaml', '两案/甲/case.yaml', '两案/乙/case.yaml']) writeFileSync(join(dir, path), '');
  const { out } = await mbpack('--json', command, join(dir, given));
  const { args } = JSON.parse(out).findings[0];
  const near = 'near' in expected && expected.near !== undefined ? { near: join(dir, expected.near) } : {};
  expect({ found: args.found, near: args.near }).toEqual({
    found: 'found' in expected ? expected.found : undefined,
    near: undefined,
    ...near,
  });
});

test.each([
  ['no such file', () => '/nowhere.zip', 'DOSSIER_NOT_FOUND', 2],
  ['an empty folder', () => scratch(), undefined, 1],
])('verify %s', async (_, make, code, exit) => {
  const ran = await codes('verify', make());
  expect(ran.exit).toBe(exit);
  if (code) expect(ran.codes).toContain(code);
});

test('init makes a folder that check guides through, and never overwrites', async () => {
  const dir = join(scratch(), '新案件');
  expect((await mbpack('init', dir)).exit).toBe(0);
  const { exit, codes: found } = await codes('check', dir);
  expect(exit).toBe(1);
  expect(found.filter((c) => c === 'FIELD_MISSING').length).toBeGreaterThan(20);
  expect(await codes('init', dir)).toMatchObject({ exit: 2, codes: ['INIT_NOT_EMPTY'] });
});

test('a new case: of each form the first blank field, and where the others are, and what stops stands last', async () => {
  const dir = join(scratch(), '新案件');
  await mbpack('init', dir);
  const { err } = await mbpack('check', dir);
  const lines = err.trimEnd().split('\n');
  expect(lines.filter((l) => /case\.yaml:\d+:\d+: 阻断 FIELD_MISSING/.test(l))).toEqual([expect.stringContaining('（caseNo）')]);
  expect(lines.filter((l) => l.startsWith('  同样的另有'))[0]).toMatch(/\d\d 处：.*第 \d+ 行 案件名称、/);
  expect(lines.length).toBeLessThan(90);
  const marks = lines.flatMap((l) => / (提示|警告|错误|阻断) [A-Z_]+/.exec(l)?.[1] ?? []);
  expect(marks).toEqual(
    [...marks].sort((a, b) => ['提示', '警告', '错误', '阻断'].indexOf(a) - ['提示', '警告', '错误', '阻断'].indexOf(b)),
  );
  expect(lines.at(-1)).toMatch(/项阻断/);
  expect((await mbpack('check', dir, '--all')).err.split('\n').length).toBeGreaterThan(200);
});

test('a remark takes one line; --debug has all of it', async () => {
  const { err } = await mbpack('check', GOOD, '--at', AT);
  const lines = err.split('\n');
  const remark = lines.findIndex((l) => / 提示 [A-Z_]+/.test(l));
  expect(lines[remark + 1]).toMatch(/ (?:提示|警告) [A-Z_]+|^已检查/);
  expect((await mbpack('check', GOOD, '--at', AT, '--debug')).err.length).toBeGreaterThan(err.length);
});

test.each([
  ['extractions', 'R1'],
  ['现场笔录', 'R1'],
])('init --form %s adds a record to the case', async (form, no) => {
  const dir = join(scratch(), '新案件');
  await mbpack('init', dir);
  const { exit, err } = await mbpack('init', '--form', form, dir);
  expect([exit, err.includes(no)]).toEqual([0, true]);
  expect(readFileSync(join(dir, 'records.yaml'), 'utf8')).toContain(`recordNo: ${no}`);
  expect((await mbpack('init', '--form', '没有', dir)).exit).toBe(2);
});

test.each([
  ['--at', '2026-05-01 09:00', 0],
  ['--at', '2026-05-01T09:00', 0],
  ['--at', '2026/5/1 9:00', 0],
  ['--at', '2026-05-01T09:00+08:00', 0],
  ['--at', '2026-05-01', 2],
  ['--at', '2026-02-30 09:00', 2],
])('deadlines %s %j', async (option, value, exit) => {
  const ran = await mbpack('deadlines', GOOD, option, value);
  expect(ran.exit).toBe(exit);
  if (exit === 0) expect(ran.out).toContain('期限一览（2026-05-01 09:00）');
});

test.each(['2026年5月1日 9时30分', '2026.5.1 9:30', '２０２６－０５－０１ 9:30', '2026年5月1日上午9点半'])(
  'a time with one reading is taken: %s',
  async (value) => {
    const { exit, out } = await mbpack('deadlines', GOOD, '--at', value);
    expect([exit, out.includes('期限一览（2026-05-01 09:30）')]).toEqual([0, true]);
  },
);

test('a time with two readings is refused with both', async () => {
  const { exit, err } = await mbpack('deadlines', GOOD, '--at', '03/04/2026 9:30');
  expect([exit, err.includes('2026-03-04 09:30'), err.includes('2026-04-03 09:30')]).toEqual([2, true, true]);
});

test.each([
  ['transfer', 0],
  ['Transfer', 0],
  ['案件调查报告', 0],
  ['《现场笔录》', 0],
  ['书面报告', 0],
  ['提取笔录', 0],
  ['笔录', 2],
  ['校验单', 2],
])('--only %s: exit %i', async (only, exit) => {
  const { exit: found, err } = await mbpack('build', GOOD, '--at', AT, '--only', only, '-o', join(scratch(), 'x.pdf'));
  expect(found).toBe(exit);
  if (exit === 2) expect(err).toContain('extraction（电子数据提取笔录）');
});

test('in the case folder a dot is told of', async () => {
  const dir = join(scratch(), '新案件');
  await mbpack('init', dir);
  expect(spawned(['check'], { cwd: dir }).err).toContain('mbpack check .');
  expect((await mbpack('check')).err).not.toContain('mbpack check .');
});

test.each([
  ['12345678', '64 位，现在只有 8 位'],
  ['12345678 12345678', '现在只有 16 位'],
  ['xyz', '不是 64 位十六进制数'],
])('--expect %s', async (value, said) => {
  const { exit, err } = await mbpack('verify', GOOD, '--expect', value);
  expect([exit, err.includes(said)]).toEqual([2, true]);
});

test.each([
  ['chek', 'check'],
  ['lst', 'list'],
  ['prnt', 'print'],
])('templates %s: %s is proposed', async (typed, meant) => {
  const { exit, err } = await mbpack('templates', typed, 'x');
  expect([exit, err.includes(`是不是 ${meant}？`)]).toEqual([2, true]);
});

test('a pack that is not installed', async () => {
  expect(await codes('check', GOOD, '--at', AT, '--template', 'atlantis')).toMatchObject({ exit: 2, codes: ['PACK_NOT_FOUND'] });
});

test('--strict makes warnings block', async () => {
  const dir = scratch();
  const zip = join(dir, 'a.zip');
  const late = '2026-09-20T14:00+08:00';
  expect(await codes('build', GOOD, '--at', late, '--strict', '-o', zip)).toMatchObject({ exit: 1 });
  expect(existsSync(zip)).toBe(false);
  expect(readdirSync(dir)).toEqual([]);
});

test('no folder to write to', async () => {
  expect(await codes('build', GOOD, '--at', AT, '-o', '/nowhere/at/all/a.zip')).toMatchObject({ exit: 2, codes: ['TARGET_NOT_WRITABLE'] });
});

test('stdout is the result alone', () => {
  const zip = join(scratch(), 'a.zip');
  expect(spawned(['build', '-q', GOOD, '--at', AT, '-o', zip])).toEqual({ exit: 0, out: `${zip}\n`, err: '' });
});

test('terminal controls in a case do not reach the terminal', async () => {
  const dir = join(scratch(), 'x');
  mkdirSync(dir);
  writeFileSync(join(dir, 'case.yaml'), 'mbpack: "1.0"\n"\\u001b[2Jname": x\n');
  const { err } = await mbpack('check', dir);
  expect(err.includes('\u001b')).toBe(false);
});

test('every --json object keeps to its schema', async () => {
  const validate = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));
  const zip = join(scratch(), 'a.zip');
  const calls = [
    ['check', GOOD],
    ['check', WRONG],
    ['check', '/nowhere'],
    ['build', GOOD, '--at', AT, '-o', zip],
    ['verify', zip],
    ['verify', GOOD],
    ['verify', '/nowhere'],
    ['templates', 'list'],
    ['templates', 'check', '/nowhere'],
  ];
  for (const call of calls) {
    const { exit, out } = await mbpack('--json', ...call);
    const value = JSON.parse(out);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    expect(value.ok).toBe(exit === 0);
  }
});
