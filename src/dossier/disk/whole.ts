/** One file whole, whatever is in it: a record names by size and digest also what no reader accepts. */
import { setImmediate } from 'node:timers/promises';
import { fault } from '../../model/index.ts';
import { ReadStopped } from '../read/index.ts';
import { openDisk } from './file.ts';
import { nodeHashing } from './hashing.ts';

const PIECE = 4 << 20;

/** SHA-256 in lower-case hex. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE, ABORTED */
export async function digestWhole(path: string, signal?: AbortSignal): Promise<{ readonly size: number; readonly sha256: string }> {
  const file = openDisk(path, { follow: true });
  try {
    const digest = nodeHashing.start('sha256');
    if (!digest) throw unreadable(path, 'sha256');
    const buffer = new Uint8Array(Math.min(PIECE, file.size));
    for (let done = 0; done < file.size; done += PIECE) {
      if (signal?.aborted) throw fault('ABORTED', 2, {}, {}, signal.reason);
      const piece = buffer.subarray(0, Math.min(PIECE, file.size - done));
      file.fill(piece, done);
      digest.update(piece);
      await setImmediate();
    }
    if (!file.unchanged()) throw unreadable(path, 'changed');
    return { size: file.size, sha256: digest.finish() };
  } catch (error) {
    throw error instanceof ReadStopped ? unreadable(path, error.reason) : error;
  } finally {
    file.close();
  }
}

function unreadable(path: string, reason: string) {
  return fault('DOSSIER_UNREADABLE', 2, { path, reason }, { at: { file: path } });
}
