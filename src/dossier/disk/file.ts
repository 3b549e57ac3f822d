/** Bytes of one file on disk, by offset. Opens for reading only and writes nothing. */
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type Fault, fault } from '../../model/index.ts';
import { type ByteSource, ReadStopped } from '../read/index.ts';

const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

export interface DiskFile extends ByteSource {
  readonly fd: number;
  close(): void;
}

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export function openDisk(path: string, { follow }: { follow: boolean }): DiskFile {
  let fd: number;
  let first: BigIntStats;
  try {
    fd = openSync(path, OPEN_FLAGS | (follow ? 0 : NO_FOLLOW));
    first = fstatSync(fd, { bigint: true });
  } catch (error) {
    throw openFault(error, path);
  }
  if (!first.isFile() || first.size > BigInt(Number.MAX_SAFE_INTEGER)) {
    closeSync(fd);
    throw fault('DOSSIER_UNREADABLE', 2, { path, reason: 'not a regular file' }, { at: { file: path } });
  }
  let open = true;
  return {
    fd,
    size: Number(first.size),
    fill(into, offset) {
      let done = 0;
      while (done < into.length) {
        let count: number;
        try {
          count = readSync(fd, into, done, into.length - done, offset + done);
        } catch (error) {
          throw new ReadStopped(offset + done, systemReason(error), error);
        }
        // It has become shorter.
        if (count === 0) throw new ReadStopped(offset + done, 'EOF');
        done += count;
      }
    },
    unchanged() {
      const now = fstatSync(fd, { bigint: true });
      return now.size === first.size && now.mtimeNs === first.mtimeNs;
    },
    close() {
      if (open) closeSync(fd);
      open = false;
    },
  };
}

export function systemReason(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

export function openFault(error: unknown, path: string): Fault {
  const reason = systemReason(error);
  const at = { at: { file: path } };
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return fault('DOSSIER_NOT_FOUND', 2, { path }, at, error);
  return fault('DOSSIER_UNREADABLE', 2, { path, reason }, at, error);
}
