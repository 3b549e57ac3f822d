/**
 * Tells when anything below some folders changed. On Linux each folder has a watch of its own: Node's recursive one loses files that
 * editors replace by rename. A slow look at names, sizes and times stands behind it, for network drives and for a folder that goes and comes back.
 */
import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** Editors write in several steps; together they are one save. */
const QUIET_MS = 40;
/** While a large file is still being copied, one look in this time. */
const LONGEST_MS = 400;
const LOOK_MS = 1_000;
/** Folders below one root; a case has some tens. */
const MOST_FOLDERS = 2_000;

const RECURSIVE = process.platform === 'win32' || process.platform === 'darwin';

export interface Watching {
  /** The folders that count from now on. */
  follow(folders: readonly string[]): void;
  close(): void;
}

/** `ignored`: names of files that tell nothing of what is watched. */
export function startWatching(onChange: () => void, ignored: (name: string) => boolean = () => false): Watching {
  const watchers = new Map<string, FSWatcher>();
  let roots: readonly string[] = [];
  let seen = '';
  let quiet: NodeJS.Timeout | undefined;
  let longest: NodeJS.Timeout | undefined;
  const fire = (): void => {
    clearTimeout(quiet);
    clearTimeout(longest);
    quiet = undefined;
    longest = undefined;
    watchAll();
    seen = lookAt(roots, ignored);
    onChange();
  };
  const touched = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(fire, QUIET_MS);
    longest ??= setTimeout(fire, LONGEST_MS);
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const watchOne = (folder: string): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { recursive: RECURSIVE, persistent: false }, (_, name) => {
        // A file on its way is told of when it has its name.
        if (name !== null && ignored(basename(name))) return;
        // The folder itself was moved or taken away (Linux says so by its own name): its watch is of no use any more.
        if (name === null || name === basename(folder)) drop(folder);
        touched();
      });
      watcher.on('error', () => {
        drop(folder);
        touched();
      });
      watchers.set(folder, watcher);
    } catch {
      // Not there, or no more watches to be had: the slow look tells.
    }
  };
  const watchAll = (): void => {
    const wanted = new Set(RECURSIVE ? roots : roots.flatMap(foldersBelow));
    for (const folder of [...watchers.keys()]) if (!wanted.has(folder)) drop(folder);
    for (const folder of wanted) watchOne(folder);
  };
  const look = setInterval(() => {
    const now = lookAt(roots, ignored);
    if (now === seen) return;
    // A folder that came back is another one: all its watches are set anew.
    for (const folder of [...watchers.keys()]) drop(folder);
    seen = now;
    touched();
  }, LOOK_MS);
  look.unref();
  return {
    follow(folders) {
      if (folders.join('\n') === roots.join('\n')) return;
      roots = folders;
      watchAll();
      seen = lookAt(roots, ignored);
    },
    close() {
      clearInterval(look);
      clearTimeout(quiet);
      clearTimeout(longest);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The folder and all below it; links are not followed. */
function foldersBelow(root: string): string[] {
  const folders = [root];
  for (let i = 0; i < folders.length && folders.length < MOST_FOLDERS; i++) {
    const folder = folders[i] as string;
    for (const entry of entriesOf(folder)) if (entry.isDirectory()) folders.push(join(folder, entry.name));
  }
  return folders;
}

/** Names, sizes and times of what lies directly in the roots, and which folders these are. */
function lookAt(roots: readonly string[], ignored: (name: string) => boolean): string {
  const told = (path: string): string => {
    const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
    return stat ? `${path} ${stat.ino} ${stat.size} ${stat.mtimeNs}` : path;
  };
  return roots
    .flatMap((root) => [
      inode(root),
      ...entriesOf(root).flatMap((e) => (e.isFile() && !ignored(e.name) ? [safely(told, join(root, e.name))] : [])),
    ])
    .join('\n');
}

function inode(path: string): string {
  return safely((at) => String(statSync(at, { throwIfNoEntry: false, bigint: true })?.ino ?? ''), path);
}

function safely(tell: (path: string) => string, path: string): string {
  try {
    return tell(path);
  } catch {
    return path;
  }
}
