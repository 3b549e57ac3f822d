/** The folders that a pack is read from, its own first: what has to be watched. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPackId } from './check.ts';

const ROOT = fileURLToPath(new URL('../../templates/', import.meta.url));
/** As `loadPack`. */
const MAX_CHAIN = 5;

/** Never throws: a pack that cannot be loaded just now is watched until it can be. */
export function packFolders(pack: string, root = ROOT): readonly string[] {
  const folders: string[] = [];
  for (let next: string | undefined = pack; next !== undefined && folders.length < MAX_CHAIN; ) {
    const folder: string = isPackId(next) ? join(root, next) : resolve(next);
    if (folders.includes(folder)) break;
    folders.push(folder);
    next = parentOf(folder);
  }
  return folders;
}

function parentOf(folder: string): string | undefined {
  try {
    const { extends: parent } = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as { readonly extends?: unknown };
    return typeof parent === 'string' ? parent : undefined;
  } catch {
    return undefined;
  }
}
