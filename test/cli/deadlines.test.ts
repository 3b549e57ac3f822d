/** mbpack deadlines: the board as people and programs read it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { AT, cleanUp, copyOf, GOOD, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

interface Row {
  readonly id: string;
  readonly state: string;
  readonly due?: string;
}

async function board(...argv: string[]): Promise<{ exit: number; rows: Record<string, string> }> {
  const { exit, out } = await mbpack('--json', 'deadlines', ...argv);
  const { rows } = (JSON.parse(out) as { deadlines: { rows: Row[] } }).deadlines;
  return { exit, rows: Object.fromEntries(rows.map((r) => [r.id, `${r.state} ${r.due ?? ''}`.trim()])) };
}

/** The good example with these lines in its receipt. */
function received(lines: string): string {
  const dir = copyOf();
  writeFileSync(join(dir, 'receipt.yaml'), lines);
  return dir;
}

test('a table on stdout, nothing on stderr, exit 0', async () => {
  const { exit, out, err } = await mbpack('deadlines', GOOD, '--at', AT);
  expect([exit, err]).toEqual([0, '']);
  expect(out).toMatch(/^D1 .*已完成/mu);
  expect(out).toMatch(/^D2 .*还剩 19 小时 40 分 .*49号/mu);
  expect(out).toMatch(/^D6 .*（接受案件后）.*未开始/mu);
});

test('each says how its days are counted: working days, rolling over, hours', async () => {
  const { out } = await mbpack('deadlines', GOOD, '--at', AT);
  expect(out).toMatch(/^D1 .* 3 日 /mu);
  expect(out).toMatch(/^D2 .* 24 小时 /mu);
  expect(out).toMatch(/^D6 .* 3 日（末日顺延） /mu);
  expect(out).toMatch(/^D12 .* 7 个工作日 /mu);
});

test('in English', async () => {
  const { out } = await mbpack('deadlines', GOOD, '--at', AT, '--lang', 'en');
  expect(out).toMatch(/^D2 .*19 h 40 min left/mu);
});

test('as JSON, by its schema', async () => {
  const { out } = await mbpack('--json', 'deadlines', GOOD, '--at', AT);
  const validate = new Ajv2020.default({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')) as object,
  );
  expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
});

test('a missed clock fails only a strict call', async () => {
  const late = '2026-09-20T00:00:00+08:00';
  expect(await board(GOOD, '--at', late)).toMatchObject({ exit: 0, rows: { D2: 'missed 2026-09-16T09:40:00+08:00' } });
  expect((await board(GOOD, '--at', late, '--strict')).exit).toBe(1);
  expect((await board(GOOD, '--at', AT, '--strict')).exit).toBe(0);
});

test('after the hand-over: 国庆 moves what the police owe and not what the bureau owes', async () => {
  const dir = received(
    'transferredAt: 2026-09-30T09:00+08:00\nreceivedAt: 2026-09-30T09:10+08:00\ncompleteness: 不全\nmissing: [检验报告]\ncorrection:\n  noticedAt: 2026-09-30T16:00+08:00\n',
  );
  const { rows } = await board(dir, '--at', '2026-10-02T12:00:00+08:00');
  expect(rows).toMatchObject({
    D2: 'late 2026-09-16T09:40:00+08:00',
    D3: 'met 2026-10-01T09:10:00+08:00',
    D4: 'running 2026-10-03T23:59:59+08:00',
    D6: 'running 2026-10-08T23:59:59+08:00',
    D7: 'notBegun',
  });
});

test('no days off of 2027', async () => {
  const dir = received('transferredAt: 2026-12-30T09:00+08:00\nreceivedAt: 2026-12-30T09:10+08:00\n');
  const { rows } = await board(dir, '--at', '2026-12-31T12:00:00+08:00');
  expect(rows.D6).toBe('unknownYear');
  const { out } = await mbpack('deadlines', dir, '--at', '2026-12-31T12:00:00+08:00');
  expect(out).toMatch(/^D6 .*2027/mu);
});

test('a case that cannot be read: exit 1, the finding, no table', async () => {
  const dir = copyOf();
  writeFileSync(join(dir, 'case.yaml'), 'mbpack: [\n');
  const { exit, out, err } = await mbpack('deadlines', dir);
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain('case.yaml');
  expect(err).toContain('一项期限也算不出来');
});

test('a new case: a line a form', async () => {
  const dir = join(scratch(), '新案');
  await mbpack('init', dir);
  const { exit, out, err } = await mbpack('deadlines', dir);
  expect([exit, out]).toEqual([1, '']);
  expect(err.trimEnd().split('\n').length).toBeLessThan(10);
  expect(err).toMatch(/case\.yaml：有 \d+ 处要填写或者改正，第一处：第 \d+ 行 没有填写“案件编号”/);
});

test('no case at all: exit 2', async () => {
  expect((await mbpack('deadlines', join(scratch(), 'nothing'))).exit).toBeGreaterThan(0);
  expect((await mbpack('deadlines')).exit).toBe(2);
  expect((await mbpack('deadlines', GOOD, '--at', '昨天')).exit).toBe(2);
});
