/** Real limits of a system: full disks, few handles, files that may not grow. A whole dossier, or exit 2 and nothing. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mounted } from '../judges/mounted.ts';
import { ended } from '../judges/start.ts';
import { MIB, withBigFile } from './big-file.ts';
import { AT, cleanUp, codes, GOOD, type JsonFinding, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

/** The program, under what the shell sets before it. */
const limited = (limit: string, argv: readonly string[]) => ended('bash', ['-c', `${limit}; exec "$0" "$@"`, process.execPath, ...argv]);
const MBPACK = resolve('bin/mbpack.js');

test('a disk with room for the dossier and not for its slip: neither is there', { tags: ['mount'] }, async () => {
  const whole = join(scratch(), 'whole.zip');
  await mbpack('build', GOOD, '-o', whole, '--at', AT, '-q');
  const out = join(scratch(), 'disk');
  await mounted(out, `size=${Math.ceil(statSync(whole).size / 4096) * 4 + 8}k`, async () => {
    const { exit, codes: told } = await codes('build', GOOD, '-o', join(out, 'a.zip'), '--at', AT);
    expect([exit, told.includes('TARGET_DISK_FULL'), readdirSync(out)]).toEqual([2, true, []]);
  });
});

test('a full disk: exit 2, no file left', { tags: ['mount'] }, async () => {
  const dir = withBigFile(64 * MIB);
  const out = join(scratch(), 'small');
  await mounted(out, 'size=8m', async () => {
    const { exit, codes: told } = await codes('build', dir, '-o', join(out, 'a.zip'), '--at', AT);
    expect([exit, told.includes('TARGET_DISK_FULL'), readdirSync(out)]).toEqual([2, true, []]);
  });
});

test('files that may not grow beyond a size: exit 2, no file left', { tags: ['bash'] }, () => {
  const dir = withBigFile(64 * MIB);
  const out = scratch();
  const run = limited('ulimit -f 8192; trap "" XFSZ', [MBPACK, 'build', dir, '-o', join(out, 'a.zip'), '--at', AT, '--json']);
  expect([run.status, /TARGET_DISK_FULL|TARGET_TOO_LARGE/.test(run.stdout), readdirSync(out)]).toEqual([2, true, []]);
});

test('few file handles: a whole dossier, or exit 2 and nothing', { tags: ['bash'] }, () => {
  const handles = (count: number, argv: readonly string[]) => limited(`ulimit -n ${count}`, argv);
  // Node itself needs some to start.
  const least = [16, 20, 24, 28, 32, 40].find((n) => handles(n, ['-e', '0']).status === 0) ?? 64;
  for (const more of [0, 1, 2, 4, 8, 20]) {
    const out = scratch();
    const run = handles(least + more, [MBPACK, 'build', GOOD, '-o', join(out, 'a.zip'), '--at', AT, '-q']);
    expect([0, 2], `${more}: ${run.stderr}`).toContain(run.status);
    expect(readdirSync(out).length).toBe(run.status === 0 ? 2 : 0);
  }
});

test('a record that cannot be written: exit 2, the answers are told all the same, and nothing is left', { tags: ['bash'] }, () => {
  const path = join(scratch(), 'x.zip');
  writeFileSync(path, 'hello');
  const d = scratch();
  // Files of this process may have 8 blocks: as on a disk that is full.
  const full = limited('ulimit -f 8', [MBPACK, 'verify', path, '--report', join(d, 'r.pdf'), '--json']);
  const told = (JSON.parse(full.stdout) as { findings: JsonFinding[] }).findings.map((f) => f.code);
  expect([full.status, told.length, told.includes('ZIP_NOT_A_ZIP')]).toEqual([2, 2, true]);
  expect(readdirSync(d)).toEqual([]);
});
