/** The door to the disk for the reading half: bytes of one file by offset. Opens for reading only and writes nothing. */
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type Fault, fault } from '../../model/index.ts';

const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;

export interface DiskFile {
  readonly size: number;
  /** Fills `into` from `offset`. @throws Fault DOSSIER_READ_FAILED with the offset where reading stopped. */
  fill(into: Uint8Array, offset: number): void;
  /** The bytes `[offset, offset + length)`. */
  read(offset: number, length: number): Uint8Array;
  /** Size and time are as they were when it was opened. */
  unchanged(): boolean;
  close(): void;
}

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE. `entry` names the file in faults. */
export function openDisk(path: string, entry: string, { follow }: { follow: boolean }): DiskFile {
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
  const size = Number(first.size);
  let open = true;

  function fill(into: Uint8Array, offset: number): void {
    let done = 0;
    while (done < into.length) {
      let count: number;
      try {
        count = readSync(fd, into, done, into.length - done, offset + done);
      } catch (error) {
        throw readFault(error, entry, offset + done);
      }
      if (count === 0) throw readFault(new Error('EOF'), entry, offset + done);
      done += count;
    }
  }
  return {
    size,
    fill,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      fill(bytes, offset);
      return bytes;
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

function openFault(error: unknown, path: string): Fault {
  const reason = systemReason(error);
  const at = { at: { file: path } };
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return fault('DOSSIER_NOT_FOUND', 2, { path }, at, error);
  return fault('DOSSIER_UNREADABLE', 2, { path, reason }, at, error);
}

function readFault(error: unknown, entry: string, offset: number): Fault {
  return fault('DOSSIER_READ_FAILED', 1, { offset, reason: systemReason(error) }, { at: { entry, offset } }, error);
}
