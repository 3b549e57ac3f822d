/**
 * A pipe in place of a file, at every door by which files come in: named, and never waited for.
 * @module-tag mkfifo
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { digestEach, digestFiles } from '../../src/digest/index.ts';
import { Fault } from '../../src/model/index.ts';
import { cleanUp, codes } from '../cli/run.ts';
import { build, check, codeOf, scratch, stops } from '../dossier/fixture.ts';
import { unzip } from '../unzipped.ts';
import { judge } from './start.ts';

afterAll(cleanUp);

const pipe = (path: string): string => {
  judge('mkfifo', [path]);
  return path;
};

test('in a dossier that was unpacked', async () => {
  const root = unzip((await build()).path, scratch());
  pipe(join(root, 'data/pipe'));
  expect(stops(await check(root))).toContain('DOSSIER_NOT_REGULAR');
});

test('as evidence of a build', async () => {
  const root = scratch();
  const source = pipe(join(root, 'case-source'));
  expect(await codeOf(build(root, {}, { evidence: [{ path: 'a.bin', source, label: 'a.bin' }] }))).toBe('BUILD_EVIDENCE_NOT_REGULAR 1');
  expect(existsSync(join(root, 'dossier.zip'))).toBe(false);
});

test('among files to digest; the others go on where each is asked', async () => {
  const dir = scratch();
  const good = { path: join(dir, 'good'), size: 4 };
  writeFileSync(good.path, 'good');
  const bad = { path: pipe(join(dir, 'pipe')), size: 0, label: '案件/evidence/某文件' };
  expect(await codeOf(digestFiles([good, bad]))).toBe('FILE_NOT_REGULAR 1');
  const [first, second] = await digestEach([good, bad]);
  expect(first).toMatchObject({ sha256: expect.any(String), sm3: expect.any(String) });
  expect(second instanceof Fault && second.finding).toMatchObject({ at: { file: '案件/evidence/某文件' } });
});

test('among files to collect', async () => {
  const dir = scratch();
  mkdirSync(join(dir, 'evidence'));
  writeFileSync(join(dir, 'evidence/a'), 'a');
  pipe(join(dir, 'evidence/p'));
  const told = await codes('collect', dir, '--item', 'E001', '--by', '周某甲/99010001', '--by', '梁某乙/99010002');
  expect([told.exit, told.codes.filter((code) => code.startsWith('EVIDENCE'))]).toEqual([1, ['EVIDENCE_NOT_REGULAR']]);
});
