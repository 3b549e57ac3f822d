/** Stretches of one open file over threads: the digests that node:crypto takes of the same bytes, and what cannot be read is named once. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Algorithm, type DigestSet, digestStretches, type Gap, type Stretches } from '../../src/digest/index.ts';
import { fc, runs } from '../property.ts';

const MIB = 1 << 20;
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mbpack-stretches-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const hex = (algorithm: Algorithm, content: Buffer): string =>
  algorithm === 'crc32' ? crc32(content).toString(16).padStart(8, '0') : createHash(algorithm).update(content).digest('hex');

interface Stretch {
  readonly offset: number;
  readonly size: number;
}

interface Made {
  readonly path: string;
  readonly content: Buffer;
  readonly stretches: readonly Stretch[];
}

function make(sizes: readonly (readonly [gap: number, size: number])[], tail: number): Made {
  const content = randomBytes(sizes.reduce((sum, [gap, size]) => sum + gap + size, tail));
  let at = 0;
  const stretches = sizes.map(([gap, size]) => {
    const offset = at + gap;
    at = offset + size;
    return { offset, size };
  });
  const path = join(dir, 'file');
  writeFileSync(path, content);
  return { path, content, stretches };
}

const listed = (all: readonly Stretch[]): Stretches => ({
  length: all.length,
  offset: (i) => (all[i] as Stretch).offset,
  size: (i) => (all[i] as Stretch).size,
});

async function digest(made: Made, algorithms: readonly Algorithm[], threads: number, whole: boolean) {
  const fd = openSync(made.path, 'r');
  const found: DigestSet[] = [];
  const gaps: Gap[] = [];
  let bytes = 0;
  try {
    const container = await digestStretches(listed(made.stretches), {
      fd,
      algorithms,
      threads,
      whole: whole ? made.content.length : undefined,
      onBytes: (count) => (bytes += count),
      found(index, digests) {
        expect(found[index]).toBeUndefined();
        found[index] = digests;
      },
      failed: (gap) => gaps.push(gap),
    });
    return { container, found, gaps, bytes };
  } finally {
    closeSync(fd);
  }
}

test('any stretches, any threads, with and without the whole', async () => {
  const size = fc.oneof({ weight: 5, arbitrary: fc.nat(3000) }, { weight: 1, arbitrary: fc.integer({ min: MIB - 2, max: 6 * MIB }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.oneof(fc.nat(120), fc.constant(2 * MIB)), size), { maxLength: 30 }),
      fc.nat(500),
      fc.subarray<Algorithm>(['sha256', 'sm3', 'crc32', 'md5', 'sha512'], { minLength: 1 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (sizes, tail, algorithms, threads, whole) => {
        const made = make(sizes, tail);
        const { container, found, gaps } = await digest(made, algorithms, threads, whole);
        expect(found).toEqual(
          made.stretches.map(({ offset, size: length }) =>
            Object.fromEntries(algorithms.map((a) => [a, hex(a, made.content.subarray(offset, offset + length))])),
          ),
        );
        expect([container, gaps]).toEqual([whole ? hex('sha256', made.content) : undefined, []]);
      },
    ),
    runs(25),
  );
});

describe.each([1, 2, 4])('%i threads', (threads) => {
  test('a file that ends too early: what is whole is digested, each of the others is named once', async () => {
    const made = make(
      [
        [30, 1000],
        [30, 3 * MIB],
        [30, 500],
        [30, 500],
      ],
      60,
    );
    truncateSync(made.path, 2 * MIB);
    const { container, found, gaps } = await digest(made, ['sha256', 'sm3', 'crc32'], threads, true);
    expect(container).toBeUndefined();
    expect(found.length).toBe(1);
    expect(
      gaps
        .filter(({ index }) => index >= 0)
        .map(({ index, offset, reason }) => [index, offset, reason])
        .sort(),
    ).toEqual([
      [1, 2 * MIB, 'EOF'],
      [2, made.stretches[2]?.offset, 'EOF'],
      [3, made.stretches[3]?.offset, 'EOF'],
    ]);
  });
  test('progress counts every byte of the slowest digest once', async () => {
    const made = make(
      [
        [0, 20 * MIB],
        [0, 5],
        [0, 2 * MIB],
      ],
      0,
    );
    expect((await digest(made, ['sha256', 'sm3'], threads, true)).bytes).toBe(made.content.length);
  });
});
