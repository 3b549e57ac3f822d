/** The pool says what node:crypto says, of any number of files of any size, and stops at what is no file. */
import { createHash, randomBytes } from 'node:crypto';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestEach, digestFiles } from '../../src/digest/index.ts';
import { Fault } from '../../src/model/index.ts';

const MIB = 1 << 20;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mbpack-digest-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const file = (name: string, content: Uint8Array | string) => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return { path, size: Buffer.byteLength(content) };
};
/** Zeros that take no place on the disk. */
const sparse = (name: string, size: number) => {
  const made = file(name, '');
  truncateSync(made.path, size);
  return { ...made, size };
};
const hex = (algorithm: string, path: string) => createHash(algorithm).update(readFileSync(path)).digest('hex');
const expected = (path: string) => ({ sha256: hex('sha256', path), sm3: hex('sm3', path) });
const codeOf = async (run: Promise<unknown>) =>
  run.then(
    () => 'none',
    (error: unknown) => (error instanceof Fault ? `${error.finding.code} ${error.exit}` : String(error)),
  );

const SIZES = [0, 1, 63, 64, 65, 4095, 65536, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 7, 4 * MIB - 1, 17 * MIB + 3];

describe('the same digests', () => {
  test.each([1, 2, 5, 16])('with %i threads, in the order given', async (threads) => {
    const files = SIZES.map((size) => file(`s${size}`, randomBytes(size)));
    const found = await digestFiles(files, { threads });
    expect(found).toEqual(files.map(({ path }) => expected(path)));
  });
  test.each(SIZES.filter((size) => size >= MIB))('one file of %i bytes by two workers', async (size) => {
    const one = file('one', randomBytes(size));
    expect(await digestFiles([one], { threads: 2 })).toEqual([expected(one.path)]);
  });
  test('10,000 small files', async () => {
    const files = Array.from({ length: 10_000 }, (_, i) => file(`n${i}`, `${i} ${'x'.repeat(i % 700)}`));
    let last = 0;
    const found = await digestFiles(files, { onProgress: (bytes) => (last = bytes) });
    expect(found).toEqual(files.map(({ path }) => expected(path)));
    expect(last).toBe(files.reduce((sum, f) => sum + f.size, 0));
  });
  test('no file at all', async () => {
    expect(await digestFiles([])).toEqual([]);
  });
  test('one file under many names', async () => {
    const one = file('twice', randomBytes(5000));
    linkSync(one.path, join(dir, 'twice too'));
    expect(await digestFiles([one, one, { path: join(dir, 'twice too'), size: 5000 }])).toEqual(Array(3).fill(expected(one.path)));
  });
});

describe('what is no file, or does not hold still', () => {
  const good = () => file('good', 'good');
  const odd: readonly (readonly [string, () => { path: string; size: number }, string])[] = [
    ['vanished', () => ({ path: join(dir, 'nowhere'), size: 3 }), 'FILE_GONE 1'],
    ['below a file', () => ({ path: join(file('flat', 'x').path, 'y'), size: 3 }), 'FILE_GONE 1'],
    ['longer than it was seen', () => ({ ...file('longer', 'abcd'), size: 3 }), 'FILE_CHANGED_WHILE_READ 1'],
    ['shorter than it was seen', () => ({ ...file('shorter', 'ab'), size: 3 }), 'FILE_CHANGED_WHILE_READ 1'],
    ['a link to a file', () => link('link', file('aim', 'abc').path), 'FILE_NOT_REGULAR 1'],
    ['a link to nothing', () => link('dangling', join(dir, 'nothing')), 'FILE_NOT_REGULAR 1'],
    ['a folder', () => folder('folder'), 'FILE_NOT_REGULAR 1'],
    ['a device', () => ({ path: '/dev/zero', size: 3 }), 'FILE_NOT_REGULAR 1'],
  ];
  const link = (name: string, to: string) => {
    symlinkSync(to, join(dir, name));
    return { path: join(dir, name), size: 3 };
  };
  const folder = (name: string) => {
    mkdirSync(join(dir, name));
    return { path: join(dir, name), size: 3 };
  };
  test.each(odd)('%s: a fault by its label; the others go on where each is asked', async (_, make, code) => {
    const bad = { ...make(), label: '案件/evidence/某文件' };
    expect(await codeOf(digestFiles([good(), bad]))).toBe(code);
    const [first, second] = await digestEach([good(), bad]);
    expect(first).toEqual(expected(join(dir, 'good')));
    expect(second instanceof Fault && second.finding).toMatchObject({ at: { file: '案件/evidence/某文件' } });
  });
  test.each([
    ['grows', 1, (path: string) => appendFileSync(path, 'more')],
    ['grows, read by two', 2, (path: string) => appendFileSync(path, 'more')],
    ['is cut', 1, (path: string) => truncateSync(path, 20 * MIB)],
    ['is written to, its size kept', 1, (path: string) => writeFileSync(path, 'x', { flag: 'r+' })],
  ])('a file that %s while it is read', async (_, threads, change) => {
    // What is left of it when the first part is told takes longer than a change.
    const big = sparse('big', 384 * MIB);
    let told = false;
    const onProgress = () => {
      if (!told) change(big.path);
      told = true;
    };
    expect(await codeOf(digestFiles([big], { threads, onProgress }))).toBe('FILE_CHANGED_WHILE_READ 1');
  });
});

describe('manners', () => {
  /** Minutes of work, for what must end long before. */
  const LONG = 16_384 * MIB;
  const threads = () => readdirSync('/proc/self/task').length;
  const open = () => readdirSync('/proc/self/fd').length;

  test('abort: at once, with nothing left running or open', async () => {
    const files = [1, 2, 3].map((i) => sparse(`long${i}`, LONG));
    await digestFiles([file('warm', 'x')]);
    // Node's own threads begin with the first file that is read beside the program.
    await readFile(join(dir, 'warm'));
    const before = [threads(), open()];
    const stop = new AbortController();
    let last = 0;
    const onProgress = (bytes: number): void => {
      last = bytes;
      stop.abort();
    };
    expect(await codeOf(digestFiles(files, { threads: 2, signal: stop.signal, onProgress }))).toBe('ABORTED 2');
    expect(last).toBeLessThan(3 * LONG);
    await expect.poll(threads).toBeLessThanOrEqual(before[0] as number);
    await expect.poll(open).toBeLessThanOrEqual(before[1] as number);
  });
  test('aborted before it began', async () => {
    expect(await codeOf(digestFiles([file('warm', 'x')], { signal: AbortSignal.abort() }))).toBe('ABORTED 2');
  });
  test('the first fault ends the others', async () => {
    const files = [sparse('long', LONG), sparse('long too', LONG), { path: join(dir, 'nowhere'), size: LONG + 1 }];
    let last = 0;
    expect(await codeOf(digestFiles(files, { threads: 2, onProgress: (bytes) => (last = bytes) }))).toBe('FILE_GONE 1');
    expect(last).toBeLessThan(2 * LONG);
  });
  test('memory stays flat, and progress ends at the sum', async () => {
    const files = [1, 2, 3, 4].map((i) => sparse(`flat${i}`, 64 * MIB));
    const before = process.memoryUsage().rss;
    let most = 0;
    let last = 0;
    await digestFiles(files, {
      // Each has its own memory: as many as the machine has cores say nothing of how it grows.
      threads: 2,
      onProgress: (bytes) => {
        expect(bytes).toBeGreaterThan(last);
        last = bytes;
        most = Math.max(most, process.memoryUsage().rss);
      },
    });
    expect(last).toBe(256 * MIB);
    expect(most - before).toBeLessThan(120 * MIB);
  });
});
