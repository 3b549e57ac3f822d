/** A disk of its own for the length of some work. */
import { mkdirSync } from 'node:fs';
import { judge } from './start.ts';

/** @param options of tmpfs: `size=8m`, `ro` @throws where nothing can be mounted */
export async function mounted<T>(folder: string, options: string, work: () => Promise<T> | T): Promise<T> {
  mkdirSync(folder, { recursive: true });
  judge('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  try {
    return await work();
  } finally {
    judge('umount', [folder]);
  }
}
