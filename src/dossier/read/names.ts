/** What names say before anything is read: every name must mean one and the same file on every system. */
import { collisionKey, type PathFault, pathFault } from '../../model/index.ts';
import type { Collector } from './collector.ts';

export interface NamedEntry {
  readonly path: string;
  /** As it stands in the container, for messages. */
  readonly name: string;
  readonly offset?: number;
}

/** A dossier's names are safe on every system; any bag's need only stay in the bag and mean one file each. */
export type NameRule = 'dossier' | 'bag';

/** What no name in a bag may do, whatever it is called. */
function bagPathFault(path: string): PathFault | undefined {
  if (path === '') return 'empty';
  if (path.startsWith('/') || /^[A-Za-z]:[/\\]/.test(path)) return 'absolute';
  if (path.includes('\0')) return 'invisible';
  return path.split(/[/\\]/).some((s) => s === '' || s === '.' || s === '..') ? 'segment' : undefined;
}

/** Returns whether all names are safe and unique. */
export function checkNames(entries: readonly NamedEntry[], notes: Collector, rule: NameRule = 'dossier'): boolean {
  const faultOf = rule === 'dossier' ? pathFault : bagPathFault;
  const files = new Map<string, NamedEntry>();
  const folders = new Map<string, { readonly folder: string; readonly entry: NamedEntry }>();
  let safe = true;
  const refuse = (): void => {
    safe = false;
  };
  for (const entry of entries) {
    const broken = faultOf(entry.path);
    if (broken) {
      notes.note('DOSSIER_NAME', { fault: broken, name: entry.name }, place(entry));
      refuse();
      continue;
    }
    const key = collisionKey(entry.path);
    const other = files.get(key);
    if (other) {
      if (other.path === entry.path) notes.note('DOSSIER_NAME_TWICE', { name: entry.name }, place(entry));
      else if (rule === 'bag') {
        notes.note('BAG_NAMES_COLLIDE', { name: entry.name, other: other.name }, place(entry), 'warning');
        continue;
      } else notes.note('DOSSIER_NAMES_COLLIDE', { name: entry.name, other: other.name }, place(entry));
      refuse();
    } else files.set(key, entry);
    for (let end = entry.path.lastIndexOf('/'); end > 0; end = entry.path.lastIndexOf('/', end - 1)) {
      const folder = entry.path.slice(0, end);
      const known = folders.get(collisionKey(folder));
      if (known?.folder === folder) break;
      if (known && rule === 'dossier') {
        notes.note('DOSSIER_NAMES_COLLIDE', { name: folder, other: known.folder }, place(entry));
        refuse();
      } else if (!known) folders.set(collisionKey(folder), { folder, entry });
    }
  }
  for (const [key, { folder, entry }] of folders) {
    const file = files.get(key);
    if (!file || (rule === 'bag' && file.path !== folder)) continue;
    notes.note('DOSSIER_FILE_AND_FOLDER', { name: file.name, folder }, place(entry));
    refuse();
  }
  return safe;
}

function place(entry: NamedEntry): { entry: string; offset?: number } {
  return entry.offset === undefined ? { entry: entry.name } : { entry: entry.name, offset: entry.offset };
}

/** Made by the system or by tools when a folder is opened or copied, never by a person. */
const STRAY =
  /(?:^|\/)(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|\.Spotlight-V100|\.Trashes|\.fseventsd|~\$[^/]*|\.~lock\.[^/]*)(?:\/|$)|^__MACOSX\//i;

export function isStray(path: string): boolean {
  return STRAY.test(path);
}

/** At the top of a container, beside the bag: what macOS puts there when it packs. */
export function isBesideBag(name: string): boolean {
  return /^__MACOSX\//i.test(name) || (!name.includes('/') && isStray(name));
}
