/** The folders that a pack is read from, its own first: what has to be watched. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPacks, isPackId } from './layers.ts';

const ROOT = fileURLToPath(new URL('../../templates/', import.meta.url));
/** As `loadPack`. */
const MAX_CHAIN = 5;

interface From {
  readonly root?: string;
  /** The pack was named on the command line: what is no id is a folder. What a case or a pack names is an id or nothing. */
  readonly byUser?: boolean;
}

/** Never throws: a pack that cannot be loaded just now is watched until it can be. */
export function packFolders(pack: string, { root = ROOT, byUser = false }: From = {}): readonly string[] {
  const folders: string[] = [];
  // A folder may bear a name that could be an id: what is not installed is a folder.
  const installed = isPackId(pack) && installedPacks(root).includes(pack);
  let folder = installed ? join(root, pack) : byUser && pack !== '' ? resolve(pack) : undefined;
  while (folder !== undefined && !folders.includes(folder) && folders.length < MAX_CHAIN) {
    folders.push(folder);
    const parent = parentOf(folder);
    const beside: string = join(folder, '..', parent ?? '');
    folder = parent === undefined ? undefined : installedPacks(root).includes(parent) ? join(root, parent) : beside;
  }
  return folders;
}

function parentOf(folder: string): string | undefined {
  try {
    const { extends: parent } = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as { readonly extends?: unknown };
    return typeof parent === 'string' && isPackId(parent) ? parent : undefined;
  } catch {
    return undefined;
  }
}
