/** The bytes of custody.jsonl on disk: read, locked and replaced. */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ownerText, removeLeftovers, standingOf, temporaryName } from '../leftovers/index.ts';
import { Fault, fault, formatInstant } from '../model/index.ts';
import { isErrno, reasonOf } from './folder.ts';
import { CUSTODY_FILE } from './form-files.ts';
import { MAX_CUSTODY_BYTES } from './limits.ts';
import { shown } from './shown.ts';

/** A virus scanner or an open editor may hold the log on Windows: this often, this many milliseconds apart. */
const RENAME_TRIES = 15;
const RENAME_PAUSE = 100;
/** A lock holds the number of a machine and of a process. */
const MAX_LOCK_BYTES = 64;
/** Who may read and write: the new log keeps it. */
const PERMISSIONS = 0o777;

/** Creates the lock, which names who holds it. One whose holder was killed is taken over; any other stands. */
export function takeLock(lock: string, file: string): void {
  try {
    if (!created(lock) && !takenOver(lock)) throw fault('CUSTODY_LOCKED', 2, { file, since: sinceOf(lock) }, { at: { file } });
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw fault('CUSTODY_NOT_WRITTEN', 2, { file, reason: reasonOf(error) }, { at: { file } }, error);
  }
}

/** False when there is one. It appears with its maker's name in it: who is killed on the way leaves a temporary file and no lock. */
function created(lock: string): boolean {
  const temporary = join(dirname(lock), temporaryName());
  try {
    writeOwner(temporary);
    linkSync(temporary, lock);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    if (!isErrno(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL')) throw error;
    return createdWithoutLinks(lock);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** FAT and exFAT have no hard links. */
function createdWithoutLinks(lock: string): boolean {
  try {
    writeOwner(lock);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

function writeOwner(path: string): void {
  const fd = openSync(path, 'wx');
  try {
    writeAll(fd, Buffer.from(`${ownerText()}\n`));
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** A lock on the lock, for as long as one of a killed run is taken over. */
function turnOf(lock: string): string {
  return `${lock}.turn`;
}

/** By whoever has the turn: two that take over at once would remove each other's lock. */
function takenOver(lock: string): boolean {
  const turn = turnOf(lock);
  if (!created(turn)) {
    if (!abandoned(turn)) return false;
    rmSync(turn, { force: true });
    if (!created(turn)) return false;
  }
  try {
    if (abandoned(lock, lstatSync(turn).mtimeMs)) rmSync(lock, { force: true });
    return created(lock);
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Without hard links, killed after it had made the lock and before it had written its name: a process that lives does both at once. */
const NAMELESS_MS = 10_000;

/** Is it ours, and its holder gone? Of a link, another text, the lock of another machine nobody here can tell. */
function abandoned(lock: string, now?: number): boolean {
  const stat = lstatSync(lock, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MAX_LOCK_BYTES) return false;
  if (stat.size === 0) return now !== undefined && now - stat.mtimeMs > NAMELESS_MS;
  return standingOf(readFileSync(lock, 'utf8').trimEnd()) === 'gone';
}

/** Before anything is read of the case: what a killed run left in it, be there something to append or not. */
export function tidyCustody(dir: string): void {
  const lock = join(dir, `${CUSTODY_FILE}.lock`);
  try {
    if (abandoned(turnOf(lock))) rmSync(turnOf(lock), { force: true });
    if (abandoned(lock) && takenOver(lock)) rmSync(lock, { force: true });
  } catch {
    // A case that cannot be written is told of where something is to be appended.
    return;
  }
  removeLeftovers(dir);
}

function sinceOf(lock: string): string {
  try {
    return formatInstant(lstatSync(lock).mtimeMs);
  } catch {
    return '';
  }
}

/** The log's bytes; none where there is no log yet. */
export function readLogFile(path: string, file: string): { readonly bytes: Uint8Array; readonly mode?: number } {
  const at = { file };
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) return { bytes: new Uint8Array() };
    if (!stat.isFile()) throw fault('FORM_IS_LINK', 1, { file: shown(file) }, { at });
    // A link that takes the file's place after the look at it.
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size, mode } = fstatSync(fd);
      if (size > MAX_CUSTODY_BYTES) throw fault('FORM_TOO_LARGE', 1, { size, limit: MAX_CUSTODY_BYTES }, { at });
      // An empty log is a log that was lost, not one that was never begun.
      if (size === 0) throw fault('FORM_EMPTY', 1, {}, { at });
      return { bytes: readFileSync(fd), mode: mode & PERMISSIONS };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw fault('FORM_UNREADABLE', 2, { file, reason: reasonOf(error) }, { at }, error);
  }
}

export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

export function replace(from: string, to: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (tries >= RENAME_TRIES || !isErrno(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RENAME_PAUSE);
    }
  }
}

/** The new name itself reaches the disk; Windows and some shares cannot sync a folder. */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    return;
  }
}
