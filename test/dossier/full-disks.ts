/** What the packer does on disks that are full: on such as a test pretends, and on real ones. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeDossier } from '../../src/dossier/write/index.ts';
import { codeOf, MIXED, planOf, scratch } from './fixture.ts';

/** @param onDisk gives the work a folder with so many KiB of room @param tags of the tests: the programs that this takes */
export function fullDisks(onDisk: (kib: number, work: (folder: string) => Promise<void>) => Promise<void>, tags: string[] = []): void {
  describe('a disk that is full', () => {
    test('after any number of bytes', { tags }, async () => {
      const root = scratch();
      const plan = planOf(root, { evidence: MIXED }, { accept: async () => ({ zipSha256: '' }) });
      const { size } = await writeDossier(plan);
      const results: string[] = [];
      for (const kib of [8, 64, 500, 1024, 2000, 3100, 4000, 5000, 5900, Math.floor(size / 1024) - 8, Math.ceil(size / 1024) + 64])
        await onDisk(kib, async (folder) => {
          results.push(await codeOf(writeDossier({ ...plan, target: join(folder, 'x.zip') })));
          expect(readdirSync(folder)).toEqual(results.at(-1) === 'none' ? ['x.zip'] : []);
        });
      expect(results).toEqual([...Array(10).fill('TARGET_DISK_FULL 2'), 'none']);
    });

    test('in the midst of a text', { tags }, async () => {
      const text = Array.from({ length: 3000 }, (_, i) => `${i} ${'某'.repeat(300)}\n`);
      const plan = planOf(scratch(), {}, { accept: async () => ({ zipSha256: '' }), index: () => text });
      const { size } = await writeDossier(plan);
      for (const kib of [16, 300, 1100, 1500, Math.floor(size / 1024) - 8])
        await onDisk(kib, async (folder) => {
          expect(await codeOf(writeDossier({ ...plan, target: join(folder, 'x.zip') }))).toBe('TARGET_DISK_FULL 2');
          expect(readdirSync(folder)).toEqual([]);
        });
    });
  });
}
