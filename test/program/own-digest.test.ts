/** The digest that says which program a record was made with. */
import { createHash } from 'node:crypto';
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { programDigest } from '../../src/program/index.ts';

const root = mkdtempSync(join(tmpdir(), 'mbpack-program-'));
afterAll(() => rmSync(root, { recursive: true }));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

beforeEach(() => {
  rmSync(root, { recursive: true });
  mkdirSync(join(root, 'dist/b'), { recursive: true });
  writeFileSync(join(root, 'dist/b/z.js'), 'z');
  writeFileSync(join(root, 'dist/a.js'), 'a');
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(root, 'notes'), 'not the program');
});

const real = fs.readFileSync as (...args: never[]) => unknown;
const OWN = ['package.json', 'dist'];

test('is what sha256sum makes of its list, in byte order of the paths, whatever order they are named in', () => {
  const lines = `${sha256('a')}  dist/a.js\n${sha256('z')}  dist/b/z.js\n${sha256('{}')}  package.json\n`;
  expect(programDigest(root, OWN)).toMatchObject({ sha256: sha256(lines), files: 3 });
  expect(programDigest(root, OWN.toReversed())).toEqual(programDigest(root, OWN));
});

test.each<[string, () => void, boolean]>([
  ['a changed byte', () => writeFileSync(join(root, 'dist/a.js'), 'b'), true],
  ['another name', () => writeFileSync(join(root, 'dist/new.js'), ''), true],
  ['what is not its own', () => writeFileSync(join(root, 'notes'), 'changed'), false],
  ['the page that was made of it', () => writeFileSync(join(root, 'dist/verify.html'), 'page'), false],
  ['its digest', () => writeFileSync(join(root, 'dist/verify.html.sha256'), 'digest'), false],
])('%s', (_, change, other) => {
  const before = programDigest(root, OWN).sha256;
  change();
  expect(programDigest(root, OWN).sha256 !== before).toBe(other);
});

test('a page that is being made: its temporary file may be gone before it could be read', () => {
  const before = programDigest(root, OWN).sha256;
  // Listed like a file, and no more to be read than one that was renamed meanwhile.
  writeFileSync(join(root, 'dist/verify.html.4711.tmp'), 'half');
  const read = vi.spyOn(fs, 'readFileSync').mockImplementation(((path: string, ...more: never[]) => {
    if (String(path).endsWith('.tmp')) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    return real(...([path, ...more] as never[]));
  }) as typeof fs.readFileSync);
  syncBuiltinESMExports();
  try {
    expect(programDigest(root, OWN).sha256).toBe(before);
  } finally {
    read.mockRestore();
    syncBuiltinESMExports();
  }
});

test('the program has files of its own', () => {
  expect(programDigest().files).toBeGreaterThan(400);
});
