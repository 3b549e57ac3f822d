/** The names of a container: one folder around all, every name safe and unique, in the order of the format. */
import { BAGIT, bagNameFault, compareEntries, MAX16, sectionOf } from '../format/index.ts';
import type { Collector } from './collector.ts';
import { noteGarbled } from './garbled.ts';
import { inflated } from './inflate-entry.ts';
import { listedNames } from './listed-names.ts';
import type { Marks } from './marks.ts';
import { checkNames, isBesideBag, type NameRule, type Names } from './names.ts';
import type { ZipEntry } from './opened.ts';
import { piecesOf, type Reader } from './source.ts';
import { readCodePage } from './zip-code-page.ts';
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
export function nameEntries(
  walk: Walk,
  reader: Reader,
  { notes, signs }: Pick<Marks, 'notes' | 'signs'>,
  rule: NameRule,
): Named | undefined {
  const { entries } = walk;
  const foreign = walk.foreign || rule === 'bag';
  if (entries.length === 0) {
    notes.note('ZIP_NO_ENTRIES', {});
    return undefined;
  }
  if (foreign && !readForeign(walk, reader, { notes, signs }, rule)) return undefined;
  const isStray = (entry: WalkedEntry): boolean => foreign && isBesideBag(entry.path);
  const inside = (entry: WalkedEntry): boolean => !isStray(entry);
  const first = foreign ? entries.find(inside) : (bagEntry(entries) ?? entries[0]);
  const bagName = foreign && entries.some((entry) => entry.path === BAGIT) ? '' : topFolder(first?.path ?? '');
  if (bagName === '' && foreign) signs.note('ZIP_NO_FOLDER', {});
  const prefix = bagName === '' ? '' : `${bagName}/`;
  const broken = rule === 'bag' || (bagName === '' && foreign) ? undefined : bagNameFault(bagName);
  if (broken) {
    const number = Math.max(0, entries.findIndex(inside));
    const name = entries[number]?.path ?? '';
    notes.note('DOSSIER_NAME', { fault: broken, name }, { entry: name, offset: walk.at[number] as number });
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
  if (
    foreign &&
    rule === 'dossier' &&
    isGarbled(
      files.map((i) => entries[i] as WalkedEntry),
      reader,
      notes,
    )
  )
    return undefined;
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

/** Somebody may have put another file before those of a dossier: the folder is the one with the declaration. */
function bagEntry(entries: readonly WalkedEntry[]): WalkedEntry | undefined {
  const found = entries.filter(({ path }) => path.endsWith(`/${BAGIT}`) && path.indexOf('/') === path.length - BAGIT.length - 1);
  return found.length === 1 ? found[0] : undefined;
}

function topFolder(name: string): string {
  return name.slice(0, Math.max(name.indexOf('/'), 0));
}

/** What other programs do to names: their code page, the separator of Windows, the decomposed form of macOS. */
function readForeign(walk: Walk, reader: Reader, { notes, signs }: Pick<Marks, 'notes' | 'signs'>, rule: NameRule): boolean {
  const { entries, at } = walk;
  if (!readCodePage(walk, reader, { notes }, rule === 'dossier')) return false;
  const windows = entries.some(({ path }) => path.includes('\\')) && !entries.some(({ path }) => path.includes('/'));
  entries.forEach((entry, i) => {
    const here = { entry: entry.path, offset: at[i] as number };
    if (windows) signs.note('ZIP_BACKSLASH', {}, here);
    const slashed = windows ? entry.path.replaceAll('\\', '/') : entry.path;
    entry.path = rule === 'dossier' ? slashed.normalize('NFC') : slashed;
    if (entry.path !== slashed) signs.note('ZIP_NAME_DECOMPOSED', {}, here);
  });
  return true;
}

function isGarbled(files: readonly WalkedEntry[], reader: Reader, notes: Collector): boolean {
  const listed = listedNames((list) => {
    const entry = files.find(({ path }) => path === list);
    return entry && (entry.deflated ? inflated(reader, entry) : piecesOf(reader, entry.data, entry.size));
  });
  return noteGarbled(
    files.map(({ path }) => path),
    listed,
    notes,
  );
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
