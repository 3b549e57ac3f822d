/** What people and other programs see of the work while it runs. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { progressOn } from '../../src/cli/progress.ts';
import { uiOf } from '../../src/messages/index.ts';
import { MIB, withBigFiles } from './big-file.ts';
import { AT, cleanUp, copyOf, GOOD, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const valid = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/progress.schema.json', 'utf8')));

interface Line {
  readonly phase: string;
  readonly done: number;
  readonly total?: number;
}

const linesOf = (err: string): Line[] =>
  err
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

/** Every line by the schema; each phase runs forward and ends at its total. Returns the phases in order. */
function right(lines: readonly Line[]): string[] {
  const phases: string[] = [];
  lines.forEach((line, i) => {
    expect(valid(line), JSON.stringify([line, valid.errors])).toBe(true);
    const before = lines[i - 1];
    if (before?.phase === line.phase) expect(line.done).toBeGreaterThanOrEqual(before.done);
    else phases.push(line.phase);
    expect(line.done).toBeLessThanOrEqual(line.total ?? line.done);
    if (lines[i + 1]?.phase !== line.phase) expect([line.phase, line.done]).toEqual([line.phase, line.total]);
  });
  return phases;
}

test('build, verify, check and collect tell their phases, each to its end', async () => {
  const zip = join(scratch(), 'a.zip');
  const built = await mbpack('build', GOOD, '-o', zip, '--at', AT, '--json-progress', '--json');
  expect(built.exit).toBe(0);
  expect(JSON.parse(built.out)).toMatchObject({ ok: true });
  expect(built.err.split('\n').every((line) => line === '' || line.startsWith('{'))).toBe(true);
  expect(right(linesOf(built.err))).toEqual(['packing', 'rendering', 'checking']);
  expect(right(linesOf((await mbpack('verify', zip, '--json-progress')).err))).toEqual(['checking']);
  expect(right(linesOf((await mbpack('check', GOOD, '--at', AT, '--json-progress')).err))).toEqual(['hashing', 'rendering']);
  expect(right(linesOf((await mbpack('collect', copyOf(), '--json-progress')).err))).toEqual(['hashing']);
  const quick = await mbpack('build', GOOD, '-o', zip, '-f', '--at', AT, '--json-progress', '--no-readback');
  expect(right(linesOf(quick.err))).toEqual(['packing', 'rendering', 'hashing']);
});

test('without it, and without a terminal, nothing is told', async () => {
  expect((await mbpack('check', GOOD, '--at', AT)).err).not.toMatch(/^\{|\r/m);
});

test('of files that are read side by side, too; after Ctrl-C no line follows that is not whole', async () => {
  const dir = withBigFiles(4096 * MIB, ['镜像一.img', '镜像二.img']);
  const run = spawn(
    process.execPath,
    [resolve('bin/mbpack.js'), 'build', dir, '-o', join(scratch(), 'a.zip'), '--at', AT, '--json-progress'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let err = '';
  let told = false;
  run.stderr.on('data', (chunk) => {
    err += chunk;
    if (told || linesOf(err.slice(0, err.lastIndexOf('\n') + 1)).length < 4) return;
    told = true;
    run.kill('SIGINT');
  });
  expect(await new Promise((done) => run.on('close', done))).toBe(130);
  const lines = linesOf(err);
  expect(lines.length).toBeGreaterThanOrEqual(4);
  for (const [i, line] of lines.entries()) {
    expect(valid(line)).toBe(true);
    expect(line.phase).toBe('packing');
    expect(line.done).toBeGreaterThanOrEqual(lines[i - 1]?.done ?? 0);
    expect(line.total).toBeGreaterThan(2 * 4096 * 2 ** 20);
  }
});

/** Back to the first column, and the line empty. */
const REWRITTEN = '\r\u001b[K';

/** A terminal and a clock. */
function terminal(form: 'line' | 'json', isTTY = true, columns = 80) {
  const written: string[] = [];
  let now = 1_000_000;
  const stderr = { write: (text: string) => void written.push(text), isTTY, columns };
  const progress = progressOn(
    { argv: [], env: {}, stdout: stderr, stderr, now: () => now, onInterrupt: () => () => undefined },
    form,
    uiOf('zh-CN'),
  );
  return {
    written,
    progress,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

test('a terminal sees nothing for a second, then one line that is rewritten and taken away', () => {
  const { written, progress, wait } = terminal('line');
  for (let done = 0; done < 1000; done += 100) {
    progress.report('packing', done * 1e6, 4e9);
    wait(95);
  }
  expect(written).toEqual([]);
  wait(100);
  progress.report('packing', 1e9, 4e9);
  progress.report('packing', 1.1e9, 4e9);
  expect(written).toHaveLength(1);
  expect(written[0]?.startsWith(REWRITTEN)).toBe(true);
  expect(written[0]?.slice(REWRITTEN.length)).toMatch(/^\S+ {2}953\.7 MiB \/ 3\.7 GiB {2}25% {2}\S+ \S+\/s {2}约剩 4 秒$/);
  progress.clear();
  expect(written[1]).toBe(REWRITTEN);
  progress.clear();
  expect(written).toHaveLength(2);
});

test('the line is never wider than the terminal', () => {
  const { written, progress, wait } = terminal('line', true, 30);
  progress.report('checking', 0, 4e9);
  wait(2000);
  progress.report('checking', 1e9, 4e9);
  expect(written[0]).toBe(`${REWRITTEN}核验  953.7 MiB / 3.7 GiB`);
});

test('what is reported backwards or beyond the total is not told so; the time of one phase is not that of the next', () => {
  const { written, progress, wait } = terminal('json', false);
  for (const [phase, done, total] of [
    ['packing', 0, 100],
    ['packing', 60, 100],
    ['packing', 40, 100],
    ['packing', 130, 100],
    ['checking', 0, 1000],
    ['checking', 500, 1000],
  ] as const) {
    progress.report(phase, done, total);
    wait(1000);
  }
  progress.clear();
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { phase: 'packing', done: 0, total: 100, unit: 'bytes' },
    { phase: 'packing', done: 60, total: 100, unit: 'bytes', rate: 60, secondsLeft: 1 },
    { phase: 'packing', done: 100, total: 100, unit: 'bytes', rate: 33, secondsLeft: 0 },
    { phase: 'checking', done: 0, total: 1000, unit: 'bytes' },
    { phase: 'checking', done: 500, total: 1000, unit: 'bytes', rate: 500, secondsLeft: 1 },
  ]);
});

test('no terminal, no line', () => {
  const { written, progress, wait } = terminal('line', false);
  wait(5000);
  progress.report('packing', 1, 2);
  progress.clear();
  expect(written).toEqual([]);
});
