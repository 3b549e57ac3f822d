/** Reads one file and takes its digests: opened once, seen to be a file, and seen not to change. Runs in a worker and imports little. */
import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { hexOf, once, start } from './hashes.ts';
import type { Problem, Read, Task } from './task.ts';

/** Read unit of a worker: large enough that system calls cost nothing, small enough for the cache that both digests share. */
export const BUFFER_BYTES = 1 << 20;
/** Progress is told this often: some twenty times a second at the pace of SM3. */
const BYTES_PER_REPORT = 16 << 20;

/** NOFOLLOW: a link put in the file's place is not followed. NONBLOCK: a pipe does not hang the worker. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** `buffer` holds BUFFER_BYTES. Never throws for what the file or the disk is at fault for. */
export function readFile(task: Task, buffer: Uint8Array, onBytes: (bytes: number) => void): Read | Problem {
  let fd: number | undefined;
  let read = 0;
  try {
    // Windows opens a link without asking.
    if (constants.O_NOFOLLOW === undefined && lstatSync(task.path).isSymbolicLink()) return { problem: 'kind', kind: 'link' };
    fd = openSync(task.path, OPEN_FLAGS);
    const before = fstatSync(fd, { bigint: true });
    if (!before.isFile()) return { problem: 'kind', kind: before.isDirectory() ? 'folder' : 'device' };
    if (before.size !== BigInt(task.size)) return { problem: 'changed' };
    const count = (bytes: number): void => {
      read += bytes;
      onBytes(bytes);
    };
    const digests = task.size <= buffer.length ? whole(fd, task, buffer, count) : inChunks(fd, task, buffer, count);
    const stamp = stampOf(before);
    return digests === undefined || stampOf(fstatSync(fd, { bigint: true })) !== stamp ? { problem: 'changed' } : { digests, stamp };
  } catch (error) {
    return problemOf(error, fd === undefined ? undefined : read);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** In one piece: several times faster than running digests for small files. */
function whole(fd: number, { size, algorithms }: Task, buffer: Uint8Array, onBytes: (bytes: number) => void): Read['digests'] | undefined {
  const content = buffer.subarray(0, fill(fd, buffer.subarray(0, size)));
  if (content.length !== size) return undefined;
  const digests = Object.fromEntries(algorithms.map((a) => [a, hexOf(once(a, content))]));
  onBytes(size);
  return digests;
}

function inChunks(
  fd: number,
  { size, algorithms }: Task,
  buffer: Uint8Array,
  onBytes: (bytes: number) => void,
): Read['digests'] | undefined {
  const running = algorithms.map((a) => [a, start(a)] as const);
  let untold = 0;
  for (let left = size; left > 0; ) {
    const chunk = buffer.subarray(0, fill(fd, buffer.subarray(0, Math.min(left, buffer.length))));
    if (chunk.length === 0) return undefined;
    for (const [, digest] of running) digest.update(chunk);
    left -= chunk.length;
    untold += chunk.length;
    if (untold >= BYTES_PER_REPORT || left === 0) {
      onBytes(untold);
      untold = 0;
    }
  }
  return Object.fromEntries(running.map(([a, digest]) => [a, hexOf(digest.finish())]));
}

/** Fills `into` from the file's current position; fewer bytes only at its end. */
function fill(fd: number, into: Uint8Array): number {
  let done = 0;
  while (done < into.length) {
    const count = readSync(fd, into, done, into.length - done, null);
    if (count === 0) break;
    done += count;
  }
  return done;
}

function stampOf({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(' ');
}

function problemOf(error: unknown, offset: number | undefined): Problem {
  const reason = reasonOf(error);
  // A volume that is pulled out while it is read says so with the same codes.
  if (offset !== undefined) return { problem: 'unreadable', reason, offset };
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return { problem: 'missing' };
  if (reason === 'ELOOP') return { problem: 'kind', kind: 'link' };
  // A socket, and a device without a driver.
  if (reason === 'ENXIO' || reason === 'ENODEV') return { problem: 'kind', kind: 'device' };
  return { problem: 'unreadable', reason };
}

/** The system's word. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
