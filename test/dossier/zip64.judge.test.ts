/** Zip64, as Python, unzip and 7z read it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/write/index.ts';
import { judge } from '../judges/start.ts';
import { check, manyEntries, planOf, scratch, stops } from './fixture.ts';

const TAGS = ['python3', 'unzip', '7z'];

function agreed(path: string, entries: number): void {
  const counts = 'import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.testzip())';
  expect(judge('python3', ['-c', counts, path]).trim()).toBe(`${entries} None`);
  expect(judge('unzip', ['-tqq', path])).toBe('');
  expect(judge('7z', ['t', path])).toContain('Everything is Ok');
}

test.each([
  [65_534, { entries: 65_534, zip64: false }],
  [65_535, { entries: 0xffff, zip64: true }],
])('%d entries: Zip64 exactly when the count needs it', { tags: TAGS }, async (count, end) => {
  const { path } = await manyEntries(scratch(), count);
  expect(tail(path)).toEqual(end);
  expect(stops(await check(path))).toEqual([]);
  agreed(path, count);
});

test.each([100, 700, 1500])('from %d bytes on', { tags: TAGS }, async (bytes) => {
  const plan = planOf(scratch(), {}, { accept: async () => ({ zipSha256: '' }) });
  const written = await writeDossier(plan, { zip64From: { bytes, entries: 5 } });
  agreed(written.path, 14);
});

function tail(path: string): { entries: number; zip64: boolean } {
  const bytes = readFileSync(path);
  return { entries: bytes.readUInt16LE(bytes.length - 12), zip64: bytes.readUInt32LE(bytes.length - 42) === 0x07064b50 };
}
