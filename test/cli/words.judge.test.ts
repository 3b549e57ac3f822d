/** What other programs make of a dossier is told in one finding, in the words for it. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judge } from '../judges/start.ts';
import { unzip } from '../unzipped.ts';
import { AT, cleanUp, codes, GOOD, mbpack, scratch } from './run.ts';

let zip: string;
beforeAll(async () => {
  zip = join(scratch(), 'a.zip');
  expect((await mbpack('build', GOOD, '-o', zip, '--at', AT)).exit).toBe(0);
});
afterAll(cleanUp);

test('a zip with a password: one finding', { tags: ['7z'] }, async () => {
  const dir = scratch();
  unzip(zip, dir);
  judge('7z', ['a', '-tzip', '-psecret', '-bso0', '-bsp0', join(dir, 'locked.zip'), ...readdirSync(dir)], { cwd: dir });
  expect((await codes('verify', join(dir, 'locked.zip'))).codes).toEqual(['ZIP_ENCRYPTED']);
});

test('repacked by zip: whole, and said to be repacked', { tags: ['zip'] }, async () => {
  const dir = scratch();
  unzip(zip, dir);
  const again = join(scratch(), 'again.zip');
  judge('zip', ['-qr', again, '.'], { cwd: dir });
  const { exit, err } = await mbpack('verify', again);
  expect([exit, err.match(/ZIP_[A-Z]+/g)]).toEqual([0, ['ZIP_REPACKED']]);
});

test('zip around the dossier and its slip: told in one finding', { tags: ['zip'] }, async () => {
  const dir = scratch();
  mkdirSync(join(dir, '移送'));
  cpSync(zip, join(dir, '移送/案卷.zip'));
  writeFileSync(join(dir, '移送/校验单.pdf'), '%PDF-1.7');
  const outer = join(scratch(), 'outer.zip');
  judge('zip', ['-qr', outer, '.'], { cwd: dir });
  expect((await codes('verify', outer)).codes).toEqual(['NOT_A_DOSSIER']);
});

test('unpacked by unzip: as good as the zip', { tags: ['unzip'] }, async () => {
  const dir = scratch();
  judge('unzip', ['-qq', zip, '-d', dir]);
  expect((await mbpack('verify', join(dir, readdirSync(dir)[0] as string))).exit).toBe(0);
});
