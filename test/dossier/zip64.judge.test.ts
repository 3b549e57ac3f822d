/** Zip64, as Python, unzip and 7z read it. */
import { expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/write/index.ts';
import { judge } from '../judges/start.ts';
import { manyEntries, planOf, scratch } from './fixture.ts';

const TAGS = ['python3', 'unzip', '7z'];

function agreed(path: string, entries: number): void {
  const counts = 'import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(len(z.namelist()), z.testzip())';
  expect(judge('python3', ['-c', counts, path]).trim()).toBe(`${entries} None`);
  expect(judge('unzip', ['-tqq', path])).toBe('');
  expect(judge('7z', ['t', path])).toContain('Everything is Ok');
}

test('65,535 entries', { tags: TAGS }, async () => {
  agreed((await manyEntries(scratch(), 65_535)).path, 65_535);
});

test.each([100, 700, 1500])('from %d bytes on', { tags: TAGS }, async (bytes) => {
  const plan = planOf(scratch(), {}, { accept: async () => ({ zipSha256: '' }) });
  const written = await writeDossier(plan, { zip64From: { bytes, entries: 5 } });
  agreed(written.path, 14);
});
