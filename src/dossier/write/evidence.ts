/** Copies one file of evidence into the container: opened once, digested as it is written, and seen not to change. */
import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { type Digests, fault } from '../../model/index.ts';
import { MAX_FILE_BYTES } from '../format/index.ts';
import type { Pace } from '../pace.ts';
import { digestsOf, startDigests } from './digest.ts';
import { sourceFault } from './faults.ts';
import type { ZipWriter } from './zip-writer.ts';

/** Read and digest unit: so small that Ctrl-C is noticed within a tenth of a second on a slow USB disk, too. */
export const CHUNK_BYTES = 2 << 20;
/** Files up to here are digested in one piece and share a write with others. */
const SMALL_BYTES = 1 << 20;

/** NOFOLLOW: a link put in the file's place after the case was checked is not followed. NONBLOCK: a pipe does not hang the program. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export interface EvidenceSource {
  readonly source: string;
  readonly label: string;
}

/** Returns size and digests of exactly the bytes that were written. `buffer` holds CHUNK_BYTES. */
export async function copyEvidence(
  zip: ZipWriter,
  name: string,
  file: EvidenceSource,
  { buffer, pace }: { buffer: Uint8Array; pace: Pace },
): Promise<Digests & { readonly size: number }> {
  const fd = openSource(file);
  try {
    const before = stat(fd, file.label);
    if (!before.isFile())
      throw fault('BUILD_EVIDENCE_NOT_REGULAR', 1, { file: file.label, kind: kindOf(before) }, { at: { file: file.label } });
    if (before.size > BigInt(MAX_FILE_BYTES)) throw fault('BUILD_EVIDENCE_UNREADABLE', 2, { file: file.label, reason: 'EFBIG' });
    const size = Number(before.size);
    const result = size <= SMALL_BYTES ? copySmall() : await copyLarge();
    assertUnchanged(before, stat(fd, file.label), file.label);
    const paused = pace.step(size <= SMALL_BYTES ? size : 0);
    if (paused) await paused;
    return { size, ...result };

    function copySmall(): Digests {
      const content = buffer.subarray(0, fill(fd, buffer.subarray(0, size), file.label));
      if (content.length !== size) throw changed(file.label);
      const { digests, crc } = digestsOf(content);
      // The writer copies the bytes before the buffer is used again; a change seen below stops the build before anything is named.
      zip.add(name, content, crc);
      return digests;
    }

    async function copyLarge(): Promise<Digests> {
      const running = startDigests();
      zip.begin(name, size);
      for (let left = size; left > 0; ) {
        const chunk = buffer.subarray(0, fill(fd, buffer.subarray(0, Math.min(left, CHUNK_BYTES)), file.label));
        if (chunk.length === 0) throw changed(file.label);
        running.update(chunk);
        zip.append(chunk);
        left -= chunk.length;
        await pace.step(chunk.length);
      }
      const { digests, crc } = running.finish();
      zip.end(crc);
      return digests;
    }
  } finally {
    closeSync(fd);
  }
}

function openSource(file: EvidenceSource): number {
  try {
    if (constants.O_NOFOLLOW === undefined && lstatSync(file.source).isSymbolicLink()) {
      throw fault('BUILD_EVIDENCE_NOT_REGULAR', 1, { file: file.label, kind: 'link' }, { at: { file: file.label } });
    }
    return openSync(file.source, OPEN_FLAGS);
  } catch (error) {
    throw error instanceof Error && error.name === 'Fault' ? error : sourceFault(error, file.label);
  }
}

/** Fills `into` from the file's current position; fewer bytes only at its end. */
function fill(fd: number, into: Uint8Array, label: string): number {
  let done = 0;
  try {
    while (done < into.length) {
      const count = readSync(fd, into, done, into.length - done, null);
      if (count === 0) break;
      done += count;
    }
  } catch (error) {
    throw sourceFault(error, label);
  }
  return done;
}

function stat(fd: number, label: string): BigIntStats {
  try {
    return fstatSync(fd, { bigint: true });
  } catch (error) {
    throw sourceFault(error, label);
  }
}

function assertUnchanged(before: BigIntStats, after: BigIntStats, label: string): void {
  const same = before.size === after.size && before.mtimeNs === after.mtimeNs && before.ino === after.ino && before.dev === after.dev;
  if (!same) throw changed(label);
}

function changed(label: string) {
  return fault('EVIDENCE_CHANGED', 1, { file: label }, { at: { file: label } });
}

function kindOf(stats: BigIntStats): 'folder' | 'link' | 'device' {
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'device';
}
