/** The file being written: under a temporary name until it is complete, accepted and on the disk. */
import { closeSync, fsync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Leftover, removeLeftovers, temporaryName } from '../../leftovers/index.ts';
import { fault, pathFault } from '../../model/index.ts';
import { errno, targetFault } from './faults.ts';

export interface Target {
  readonly fd: number;
  readonly temporary: string;
  /** Unfinished files of killed runs that were found beside it, and are gone now. */
  readonly removed: readonly Leftover[];
  /** Everything is on the disk; the temporary file is closed. */
  sync(): Promise<void>;
  /** Is it still there? Somebody may have removed it, or the folder with it. */
  standing(): boolean;
  /** Gives the file its name. */
  commit(): void;
  /** Gives it another name of the same disk, and never one that is taken. @throws Fault TARGET_EXISTS */
  commitAs(name: string): void;
  /** Removes the temporary file; harmless after commit. */
  discard(): void;
}

/** Opens a new file that will be `path`; until then it stands in `folder`, of the same disk. Without `overwrite` an existing target is refused at once, and again at the end. */
export function openTarget(path: string, overwrite: boolean, folder = dirname(path)): Target {
  if (standsThere(path) && !overwrite) throw targetExists(path);
  const removed = removeLeftovers(folder);
  const temporary = join(folder, temporaryName());
  const fd = attempt(path, () => openSync(temporary, 'wx'));
  let open = true;
  return {
    fd,
    temporary,
    removed,
    async sync() {
      try {
        await promisify(fsync)(fd);
      } catch (error) {
        throw targetFault(error, path);
      }
      open = false;
      attempt(path, () => closeSync(fd));
    },
    standing: () => standsThere(temporary),
    commit() {
      attempt(path, () => (overwrite ? replace(temporary, path) : claim(temporary, path)));
      // It has its name now, whatever happens to the other one: the next run clears that away.
      removeIfPossible(temporary);
      syncFolder(dirname(path));
    },
    commitAs(name) {
      attempt(name, () => claim(temporary, name));
      removeIfPossible(temporary);
      syncFolder(dirname(name));
    },
    discard() {
      if (open) quietly(() => closeSync(fd));
      open = false;
      removeIfPossible(temporary);
    },
  };
}

/** Names of devices of Windows, with any ending: what bears one elsewhere cannot be taken there. @throws Fault TARGET_NAME_RESERVED */
export function refuseDevice(path: string): void {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  if (pathFault(name.replace(/[. ]+$/, '')) === 'reserved') throw fault('TARGET_NAME_RESERVED', 2, { target: path, name });
}

/** Throws for a name that no file can have here: told now, not after hours of packing. */
export function standsThere(path: string): boolean {
  refuseDevice(path);
  return attempt(path, () => lstatSync(path, { throwIfNoEntry: false }) !== undefined);
}

/** A virus scanner may still hold the file on Windows: try again for a second and a half. */
function removeIfPossible(temporary: string): void {
  quietly(() => rmSync(temporary, { force: true, maxRetries: 5, retryDelay: 100 }));
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    return;
  }
}

/** What Windows says of a name whose file a program holds open. The folder takes new files: the temporary one is there. */
const HELD: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];

/** @throws Fault TARGET_OPEN_ELSEWHERE */
function replace(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
  } catch (error) {
    if (HELD.includes(errno(error)) && lstatSync(path, { throwIfNoEntry: false })?.isFile())
      throw fault('TARGET_OPEN_ELSEWHERE', 2, { target: path }, { at: { file: path } }, error);
    throw error;
  }
}

/** A hard link fails when the name is taken, so nobody's file is replaced, however late it came. */
function claim(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (errno(error) === 'EEXIST') throw targetExists(path);
    claimWithoutLinks(temporary, path);
  }
}

/** FAT and exFAT have no hard links: an empty file takes the name, the finished one replaces it. */
function claimWithoutLinks(temporary: string, path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if (errno(error) === 'EEXIST') throw targetExists(path);
    throw error;
  }
  try {
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
}

/** The new name itself reaches the disk. Windows and some network shares cannot sync a folder; the file is safe there all the same. */
function syncFolder(folder: string): void {
  quietly(() => {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  });
}

function targetExists(path: string) {
  return fault('TARGET_EXISTS', 2, { target: path }, { at: { file: path } });
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error && error.name === 'Fault' ? error : targetFault(error, path);
  }
}
