/** The packer under a real limit of the system on the size of files. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/write/index.ts';
import { judge } from '../judges/start.ts';
import { codeOf, planOf, scratch } from './fixture.ts';

test('a file that may not grow so far: a fault by name, nothing left', { tags: ['prlimit'] }, async () => {
  const root = scratch();
  const plan = planOf(root, { evidence: { 'big.bin': new Uint8Array(3_000_000) } });
  const limit = (bytes: string) => judge('prlimit', [`--fsize=${bytes}:`, '--pid', String(process.pid)]);
  limit('1000000');
  try {
    expect(await codeOf(writeDossier(plan))).toBe('TARGET_TOO_LARGE 2');
  } finally {
    limit('unlimited');
  }
  expect(readdirSync(root)).toEqual(['case']);
});
