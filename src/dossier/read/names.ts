/** What names say before anything is read: every name must mean one and the same file on every system. */
import { collisionKey, isSystemLeftover, type PathFault, pathFault } from '../../model/index.ts';
import type { Collector } from './collector.ts';

/** Entries by number: of a hundred thousand, no further objects are made. */
export interface Names {
  readonly length: number;
  path(entry: number): string;
  /** As it stands in the container, for messages. */
  name(entry: number): string;
  offset?(entry: number): number;
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

/** Names by the key under which two of them cannot stand side by side. Most are their own key, and stand in one table only. */
interface ByKey {
  /** path → number: of all names that were added. */
  readonly numbers: ReadonlyMap<string, number>;
  add(path: string, key: string, entry: number): void;
  find(key: string): number | undefined;
}

function namesByKey(names: Names): ByKey {
  const numbers = new Map<string, number>();
  const folded = new Map<string, number>();
  return {
    numbers,
    add(path, key, entry) {
      numbers.set(path, entry);
      if (key !== path) folded.set(key, entry);
    },
    find(key) {
      const own = numbers.get(key);
      return own !== undefined && collisionKey(names.path(own)) === key ? own : folded.get(key);
    },
  };
}

/** The number of each path; undefined, with findings, when some name is not safe or not unique. */
export function checkNames(names: Names, notes: Collector, rule: NameRule = 'dossier'): ReadonlyMap<string, number> | undefined {
  const faultOf = rule === 'dossier' ? pathFault : bagPathFault;
  const files = namesByKey(names);
  const folders = new Map<string, { readonly folder: string; readonly entry: number }>();
  /** Exact names, by which alone files and folders of any bag collide. */
  const exact = new Map<string, number>();
  const place = (entry: number): { entry: string; offset?: number } => ({
    entry: names.name(entry),
    ...(names.offset ? { offset: names.offset(entry) } : {}),
  });
  let safe = true;
  /** Most names stand in the folder of the one before, which is known and means one folder. */
  let before = '';
  const refuse = (): void => {
    safe = false;
  };
  for (let entry = 0; entry < names.length; entry++) {
    const path = names.path(entry);
    const broken = faultOf(path);
    if (broken) {
      notes.note('DOSSIER_NAME', { fault: broken, name: names.name(entry) }, place(entry));
      refuse();
      continue;
    }
    const key = collisionKey(path);
    const other = files.numbers.has(path) ? undefined : files.find(key);
    if (files.numbers.has(path)) {
      notes.note('DOSSIER_NAME_TWICE', { name: names.name(entry) }, place(entry));
      refuse();
    } else if (other !== undefined && rule === 'dossier') {
      notes.note('DOSSIER_NAMES_COLLIDE', { name: names.name(entry), other: names.name(other) }, place(entry));
      refuse();
    } else {
      files.add(path, key, entry);
      if (other !== undefined)
        notes.note('BAG_NAMES_COLLIDE', { name: names.name(entry), other: names.name(other) }, place(entry), 'warning');
    }
    let single = true;
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folder === before) break;
      if (rule === 'bag') {
        if (exact.has(folder)) break;
        exact.set(folder, entry);
        continue;
      }
      const known = folders.get(collisionKey(folder));
      if (known?.folder === folder) break;
      if (known) {
        notes.note('DOSSIER_NAMES_COLLIDE', { name: folder, other: known.folder }, place(entry));
        refuse();
        single = false;
      } else folders.set(collisionKey(folder), { folder, entry });
    }
    before = single ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : '';
  }
  const both = (file: number | undefined, folder: string, entry: number): void => {
    if (file === undefined) return;
    notes.note('DOSSIER_FILE_AND_FOLDER', { name: names.name(file), folder }, place(entry));
    refuse();
  };
  for (const [key, { folder, entry }] of folders) both(files.find(key), folder, entry);
  for (const [folder, entry] of exact) both(files.numbers.get(folder), folder, entry);
  return safe ? files.numbers : undefined;
}

/** At the top of a container, beside the bag: what macOS puts there when it packs. */
export function isBesideBag(name: string): boolean {
  return /^__MACOSX\//i.test(name) || (!name.includes('/') && isSystemLeftover(name));
}
