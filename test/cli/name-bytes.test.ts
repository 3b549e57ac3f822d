/** A file whose name is no UTF-8, as unpacking a Chinese archive on Linux leaves it: no command fails by it, each names it. */
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from './built.ts';
import { AT, cleanUp, codes, copyOf, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

/** 病历.txt in GBK. */
const NAME = Buffer.concat([Buffer.from([0xb2, 0xa1, 0xc0, 0xfa]), Buffer.from('.txt')]);
const spoil = (folder: string): void => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), NAME]), 'x');

let dir = '';
beforeAll(() => {
  dir = copyOf();
  spoil(join(dir, 'evidence'));
});

test.each([
  ['check', () => ['check', dir]],
  ['build', () => ['build', dir, '-o', join(scratch(), '案卷.zip')]],
  ['collect', () => ['collect', dir, '--by', '周某甲/99010001', '--by', '梁某乙/99010002']],
])('%s names it and stops; what else is to be told is told', async (_, argv) => {
  const { exit, findings } = await codes(...argv(), '--at', AT);
  const told = findings.filter(({ code }) => code === 'EVIDENCE_NAME_BYTES');
  expect([exit, told.map(({ severity, args }) => ({ severity, args }))]).toEqual([
    1,
    [{ severity: 'stop', args: { path: 'evidence/\\xb2\\xa1\\xc0\\xfa.txt', guess: '病历.txt' } }],
  ]);
});

test('on a screen the bytes stand as text, and the way to mend is told', async () => {
  const { err } = await mbpack('check', dir, '--at', AT);
  expect(err).toContain('evidence/\\xb2\\xa1\\xc0\\xfa.txt');
  expect(err).not.toContain('\ufffd');
});

test('beside the forms it is nobody’s', async () => {
  const other = copyOf();
  spoil(other);
  expect((await codes('check', other, '--at', AT)).exit).toBe((await codes('check', copyOf(), '--at', AT)).exit);
});

test('an unpacked dossier with such a file is not as it was built, and any bag neither', async () => {
  const bag = join(scratch(), '案卷');
  cpSync((await built()).bag, bag, { recursive: true });
  spoil(join(bag, 'data/evidence'));
  for (const argv of [
    ['verify', bag],
    ['verify', '--bag', bag],
  ]) {
    const { exit, codes: told, findings } = await codes(...argv);
    expect(exit).toBe(1);
    expect(told.filter((code) => code.startsWith('INTERNAL'))).toEqual([]);
    expect(told.length).toBeGreaterThan(0);
    const named = findings.filter(({ code }) => code === 'DOSSIER_NAME').map(({ args }) => args);
    expect(named).toEqual([{ fault: 'bytes', name: 'data/evidence/\\xb2\\xa1\\xc0\\xfa.txt' }]);
    expect((await mbpack(...argv)).err).not.toContain('\ufffd');
  }
});
