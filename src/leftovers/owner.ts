/** Who made a file: this machine (or container) and the number of the process. */
import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** `gone`: its process ended. `held`: it runs. `unknown`: made on another machine, or not by us: nobody here can tell. */
export type Standing = 'gone' | 'held' | 'unknown';

/** `<machine>-<process>`; a folder on a share may hold the files of several machines. */
export function ownerText(): string {
  return `${machine()}-${process.pid}`;
}

const OWNER = /^([0-9a-f]{8})-(\d{1,10})$/;

export function standingOf(owner: string): Standing {
  const [, place, pid] = OWNER.exec(owner) ?? [];
  if (place !== machine() || pid === undefined) return 'unknown';
  return runs(Number(pid)) ? 'held' : 'gone';
}

/** Sixteen hex digits that no one can guess. */
export function randomSuffix(): string {
  return randomBytes(8).toString('hex');
}

/** Containers may share a host's name: on Linux the space in which process numbers count tells them apart. */
function machine(): string {
  return createHash('sha256').update(`${hostname()}\n${processSpace()}`).digest('hex').slice(0, 8);
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
