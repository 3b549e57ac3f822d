/** The packer on real disks that are full or cannot be written. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/write/index.ts';
import { mounted } from '../judges/mounted.ts';
import { codeOf, planOf, scratch } from './fixture.ts';
import { fullDisks } from './full-disks.ts';

fullDisks(
  (kib, work) => {
    const folder = join(scratch(), 'disk');
    return mounted(folder, `size=${kib}k`, () => work(folder));
  },
  ['mount'],
);

test('a disk that cannot be written', { tags: ['mount'] }, async () => {
  const folder = join(scratch(), 'disk');
  const plan = planOf(scratch(), {}, { target: join(folder, 'x.zip') });
  expect(await mounted(folder, 'ro,size=1m', () => codeOf(writeDossier(plan)))).toBe('TARGET_NOT_WRITABLE 2');
});
