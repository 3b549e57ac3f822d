/** A small file by the packer's own way: a temporary name, synced, then named; nothing is overwritten unasked. */
import { writeSync } from 'node:fs';
import { targetFault } from './faults.ts';
import { openTarget, type Target } from './target.ts';

/** `bytes` on the disk under a temporary name: `commit` names it, `discard` removes what was not named. @throws Fault TARGET_* */
export async function prepareFile(path: string, overwrite: boolean, bytes: Uint8Array): Promise<Target> {
  const target = openTarget(path, overwrite);
  try {
    write(target.fd, bytes, path);
    await target.sync();
    return target;
  } catch (error) {
    target.discard();
    throw error;
  }
}

/** One file at once. @throws Fault TARGET_* */
export async function writeFileSafely(path: string, overwrite: boolean, bytes: Uint8Array): Promise<void> {
  const target = await prepareFile(path, overwrite, bytes);
  try {
    target.commit();
  } finally {
    target.discard();
  }
}

function write(fd: number, bytes: Uint8Array, path: string): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
  } catch (error) {
    throw targetFault(error, path);
  }
}
