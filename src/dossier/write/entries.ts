/** Files of the dossier whose content is made here, not read: each with its digests, from memory or piece by piece. */
import { setImmediate } from 'node:timers/promises';
import { fault } from '../../model/index.ts';
import type { FileDigest } from '../format/index.ts';
import type { Pace } from '../pace.ts';
import { crcIn, digestsOf, hexOf, startSum } from './digest.ts';
import { encoded, type Pieces } from './text.ts';
import type { ZipWriter } from './zip-writer.ts';

/** What a file of the dossier holds. */
type Content = Uint8Array | Pieces;

/** Writes one file of the bag; its bytes are `limit` at most. @throws Fault BUILD_FILE_TOO_LARGE, TARGET_*, ABORTED */
type AddFile = (path: string, content: Content, limit: number) => Promise<FileDigest>;

export function entries(zip: ZipWriter, bagName: string, pace: Pace): AddFile {
  /** Between pieces of work the loop turns: Ctrl-C is heard. */
  async function turn(): Promise<void> {
    await setImmediate();
    pace.check();
  }

  async function whole(path: string, bytes: Uint8Array, limit: number): Promise<FileDigest> {
    checkSize(path, bytes.length, limit);
    const { digests, crc } = digestsOf(bytes);
    zip.add(`${bagName}/${path}`, bytes, crc);
    await turn();
    return { path, size: bytes.length, ...digests };
  }

  return async (path, content, limit) => {
    if (content instanceof Uint8Array) return whole(path, content, limit);
    const entry = zip.start(`${bagName}/${path}`, limit);
    if (!entry) return whole(path, Buffer.concat(Array.from(encoded(content), (chunk) => Uint8Array.from(chunk))), limit);
    const sums = { sha256: startSum('sha256'), sm3: startSum('sm3'), crc32: startSum('crc32') };
    let size = 0;
    for (const chunk of encoded(content)) {
      size += chunk.length;
      // Beyond the limit it is only counted, to say by how much.
      if (size <= limit) {
        for (const sum of Object.values(sums)) sum.update(chunk);
        entry.write(chunk);
      }
      await turn();
    }
    checkSize(path, size, limit);
    entry.end(crcIn(sums.crc32.finish()));
    return { path, size, sha256: hexOf(sums.sha256.finish()), sm3: hexOf(sums.sm3.finish()) };
  };
}

export function checkSize(path: string, found: number, limit: number): void {
  if (found > limit) throw fault('BUILD_FILE_TOO_LARGE', 1, { path, found, limit });
}
