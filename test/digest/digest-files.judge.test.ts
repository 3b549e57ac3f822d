/** The pool says what openssl says. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestFiles } from '../../src/digest/index.ts';
import { judge } from '../judges/start.ts';

const MIB = 1 << 20;
const SIZES = [0, 1, 63, 64, 65, 4095, 65536, MIB - 1, MIB, MIB + 1, 2 * MIB, 3 * MIB + 7, 4 * MIB - 1, 17 * MIB + 3];
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mbpack-digest-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([1, 2, 5, 16])('with %i threads, in the order given', { tags: ['openssl'] }, async (threads) => {
  const files = SIZES.map((size) => {
    const path = join(dir, `s${size}`);
    writeFileSync(path, randomBytes(size));
    return { path, size };
  });
  const found = await digestFiles(files, { threads });
  for (const algorithm of ['sha256', 'sm3'] as const) {
    const lines = judge('openssl', ['dgst', '-r', `-${algorithm}`, ...files.map((f) => f.path)])
      .trim()
      .split('\n');
    expect(found.map((d) => d[algorithm])).toEqual(lines.map((line) => line.split(' ')[0]));
  }
});
