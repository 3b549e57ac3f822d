/** The names of a container: one folder around all, every name safe and unique, in the order of the format. */
import { bagNameFault, compareEntries, MAX16, sectionOf } from '../format/index.ts';
import type { Marks } from './marks.ts';
import { checkNames, isBesideBag, type NameRule, type Names } from './names.ts';
import type { ZipEntry } from './opened.ts';
import type { Walk, WalkedEntry } from './zip-walk.ts';

export interface Named {
  readonly bagName: string;
  readonly entries: readonly ZipEntry[];
  /** Of the entries, by path. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Paths of entries for folders. */
  readonly folders: readonly string[];
  /** Names of what a system left beside the bag. */
  readonly strays: readonly string[];
}

/** Undefined when some name is not to be trusted. The walked entries get their paths and are the ones that come back. */
export function nameEntries(walk: Walk, { notes, signs }: Marks, rule: NameRule): Named | undefined {
  const { entries } = walk;
  const foreign = walk.foreign || rule === 'bag';
  if (entries.length === 0) {
    notes.note('ZIP_NO_ENTRIES', {});
    return undefined;
  }
  if (foreign) readForeign(walk, { notes, signs }, rule);
  const isStray = (entry: WalkedEntry): boolean => foreign && isBesideBag(entry.path);
  const inside = (entry: WalkedEntry): boolean => !isStray(entry);
  const bagName = foreign && entries.some((entry) => entry.path === 'bagit.txt') ? '' : topFolder(entries.find(inside)?.path ?? '');
  if (bagName === '' && foreign) signs.note('ZIP_NO_FOLDER', {});
  const prefix = bagName === '' ? '' : `${bagName}/`;
  const broken = rule === 'bag' || (bagName === '' && foreign) ? undefined : bagNameFault(bagName);
  if (broken) {
    const first = Math.max(0, entries.findIndex(inside));
    const name = entries[first]?.path ?? '';
    notes.note('DOSSIER_NAME', { fault: broken, name }, { entry: name, offset: walk.at[first] as number });
  }
  const files: number[] = [];
  const folders: number[] = [];
  const strays: number[] = [];
  const folderPaths: string[] = [];
  /** Names that do not begin as they must: their paths are their names. */
  const elsewhere = new Set<number>();
  entries.forEach((entry, i) => {
    if (isStray(entry)) {
      strays.push(i);
      return;
    }
    if (entry.path.startsWith(prefix)) entry.path = apart(entry.path, prefix.length);
    else {
      elsewhere.add(i);
      if (!broken)
        notes.note('DOSSIER_TOP_FOLDER', { name: entry.path, folder: bagName }, { entry: entry.path, offset: walk.at[i] as number });
    }
    if (!walk.folders.has(i)) files.push(i);
    else {
      folderPaths.push(entry.path.replace(/\/$/, ''));
      if (entry.path !== '') folders.push(i);
    }
  });
  const bare = new Set([...strays, ...elsewhere]);
  const namesOf = (numbers: readonly number[], behind = ''): Names => {
    const number = (nth: number): number => numbers[nth] as number;
    const path = (nth: number): string => entries[number(nth)]?.path ?? '';
    return {
      length: numbers.length,
      // Names of folder entries are as dangerous as those of files; a made-up file below each lets the same rules judge them.
      path: (nth) => (behind === '' ? path(nth) : `${path(nth).replace(/\/$/, '')}${behind}`),
      name: (nth) => (bare.has(number(nth)) ? path(nth) : prefix + path(nth)),
      offset: (nth) => walk.at[number(nth)] as number,
    };
  };
  noteOrder(namesOf(files), signs);
  const numbers = checkNames(namesOf(files), notes, rule);
  if (!numbers || !checkNames(namesOf([...folders, ...strays], '/-'), notes, rule) || broken) return undefined;
  return {
    bagName,
    folders: folderPaths,
    numbers,
    entries: files.length === entries.length ? entries : files.map((i) => entries[i] as WalkedEntry),
    strays: strays.map((i) => entries[i]?.path ?? ''),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Room for the longest name, as it is decoded: three bytes for a character. */
const scratch = new Uint8Array(3 * MAX16);

/** What stands behind the folder, as a text of its own: a part of another text would keep all of that in memory. */
function apart(name: string, from: number): string {
  const { written } = encoder.encodeInto(name.slice(from), scratch);
  return decoder.decode(scratch.subarray(0, written));
}

function topFolder(name: string): string {
  return name.slice(0, Math.max(name.indexOf('/'), 0));
}

/** What other programs do to names: their code page, the separator of Windows, the decomposed form of macOS. */
function readForeign({ entries, at, unflagged }: Walk, { signs }: Marks, rule: NameRule): void {
  // One name that is no UTF-8 shows in which code page all of them stand, those included that could be read as both.
  const codePage = [...unflagged.values()].some((bytes) => !isUtf8(bytes));
  const gbk = new TextDecoder('gb18030');
  if (codePage)
    for (const [i, bytes] of unflagged) {
      const entry = entries[i];
      if (entry && isUtf8(bytes)) entry.path = gbk.decode(bytes);
    }
  const windows = entries.some(({ path }) => path.includes('\\')) && !entries.some(({ path }) => path.includes('/'));
  entries.forEach((entry, i) => {
    const here = { entry: entry.path, offset: at[i] as number };
    if (windows) signs.note('ZIP_BACKSLASH', {}, here);
    const slashed = windows ? entry.path.replaceAll('\\', '/') : entry.path;
    entry.path = rule === 'dossier' ? slashed.normalize('NFC') : slashed;
    if (entry.path !== slashed) signs.note('ZIP_NAME_DECOMPOSED', {}, here);
  });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function noteOrder(files: Names, signs: Marks['signs']): void {
  let before = '';
  for (let i = 0; i < files.length; i++) {
    const path = files.path(i);
    if (sectionOf(path) === -1) continue;
    if (before !== '' && compareEntries(before, path) > 0)
      signs.note('ZIP_ORDER', { after: before }, { entry: files.name(i), offset: files.offset?.(i) ?? 0 });
    before = path;
  }
}
