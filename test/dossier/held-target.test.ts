/** A target that another program holds open, as Windows answers: told as that, and the old file stays. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFileSafely } from '../../src/dossier/write/index.ts';
import { Fault } from '../../src/model/index.ts';

const held = vi.hoisted(() => ({ code: '' }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (held.code !== '') throw Object.assign(new Error(held.code), { code: held.code });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mbpack-held-'));
});
afterEach(() => {
  held.code = '';
  rmSync(dir, { recursive: true });
});

test.each([
  ['EPERM', 'TARGET_OPEN_ELSEWHERE'],
  ['EBUSY', 'TARGET_OPEN_ELSEWHERE'],
  ['EACCES', 'TARGET_OPEN_ELSEWHERE'],
  ['EIO', 'TARGET_NOT_WRITABLE'],
])('%s: %s', async (code, told) => {
  const path = join(dir, '移送书.pdf');
  writeFileSync(path, '旧');
  held.code = code;
  const error = await writeFileSafely(path, true, new Uint8Array([1])).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Fault);
  expect((error as Fault).finding.code).toBe(told);
  expect([readFileSync(path, 'utf8'), readdirSync(dir)]).toEqual(['旧', ['移送书.pdf']]);
});
