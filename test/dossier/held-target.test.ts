/** A target that another program holds open, as Windows answers: told as that, and the old file stays. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

const held = vi.hoisted(() => ({ code: '' }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    if (held.code !== '') throw Object.assign(new Error(held.code), { code: held.code });
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

// Other files of this process have loaded the writer over the real file system.
let writeFileSafely: typeof import('../../src/dossier/write/index.ts').writeFileSafely;
beforeAll(async () => {
  vi.resetModules();
  ({ writeFileSafely } = await import('../../src/dossier/write/index.ts'));
});
afterAll(() => {
  vi.doUnmock('node:fs');
  vi.resetModules();
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
  expect(error).toMatchObject({ finding: { code: told } });
  expect([readFileSync(path, 'utf8'), readdirSync(dir)]).toEqual(['旧', ['移送书.pdf']]);
});
