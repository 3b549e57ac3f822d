/** What `collect` was asked to look at: files, folders and patterns below `evidence/`, however they were named, and numbers of items. */
import { lstatSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { collisionKey, fault, nearest } from '../../model/index.ts';
import { realPath } from '../output.ts';
import { isPattern, matchesOf, namesOnDisk } from './patterns.ts';

/** Is a path below `evidence/` (as the log writes it) among what was asked for? */
export type Selection = (path: string) => boolean;

export interface KnownFiles {
  /** Paths on disk or in the log, below `evidence/`. */
  readonly paths: ReadonlySet<string>;
  /** Paths by evidence number, as the list or the log has them. */
  readonly items: ReadonlyMap<string, readonly string[]>;
}

/** Everything, when nothing is named. @throws Fault COLLECT_PATH_OUTSIDE, COLLECT_PATH_MISSING, COLLECT_ITEM_WITHOUT_FILES, COLLECT_PATTERN_NO_MATCH */
export function selectionOf(dir: string, given: readonly string[], known: KnownFiles): Selection {
  if (given.length === 0) return () => true;
  const prefixes = new Set(given.flatMap((operand) => prefixesOf(dir, operand, known)));
  return (path) => ancestors(path).some((prefix) => prefixes.has(prefix));
}

/** A path itself, every folder above it, and the evidence folder (``). */
function ancestors(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.map((_, i) => segments.slice(0, i + 1).join('/')).concat('');
}

/** A file or folder of that name, and the item of that number: an item may have a folder named after it, and files elsewhere. */
function prefixesOf(dir: string, given: string, known: KnownFiles): readonly string[] {
  const place = placeOf(dir, given, known.paths);
  const number = numberOf(given, known.items);
  const own = number === undefined ? [] : filesOf(number, dir, known);
  if (place.prefix !== undefined) return [place.prefix, ...own];
  if (own.length > 0) return own;
  if (number !== undefined) throw fault('COLLECT_ITEM_WITHOUT_FILES', 2, { evidenceNo: number });
  // Something of this name lies elsewhere: it is not to be taken for what lies in the evidence folder.
  if (place.outside) throw fault('COLLECT_PATH_OUTSIDE', 2, { path: given });
  if (isPattern(given)) return expanded(dir, given, known.paths);
  const item = nearest(given, known.items.keys());
  throw fault('COLLECT_PATH_MISSING', 2, { path: given, ...(item === undefined ? {} : { item }) });
}

/** The number as the case writes it, however it was typed (`e001`, `Ｅ００１`). */
function numberOf(given: string, items: KnownFiles['items']): string | undefined {
  if (items.has(given)) return given;
  const alike = [...items.keys()].filter((number) => collisionKey(number) === collisionKey(given));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Files of an item that are there, or were recorded. @throws Fault COLLECT_PATH_MISSING for one that is only listed */
function filesOf(number: string, dir: string, { items, paths }: KnownFiles): readonly string[] {
  return (items.get(number) ?? []).map((listed) => {
    const found = spelled(listed, paths);
    if (found === undefined) throw fault('COLLECT_PATH_MISSING', 2, { path: join(dir, 'evidence', listed), listedBy: number });
    return found;
  });
}

const there = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Tried from where the officer stands, from the case, then from its evidence folder. `outside`: it can only mean something elsewhere. */
function placeOf(dir: string, given: string, known: ReadonlySet<string>): { readonly prefix?: string; readonly outside: boolean } {
  const root = realPath(join(dir, 'evidence'));
  const [here, inCase, below] = [resolve(given), resolve(dir, given), resolve(dir, 'evidence', given)];
  const inside = (path: string): readonly string[] => wayBelow(root, join(realPath(dirname(path)), basename(path)));
  for (const path of [here, inCase])
    for (const prefix of there(path) ? inside(path) : []) return { prefix: spelled(prefix, known) ?? prefix, outside: false };
  const meant = [here, inCase, below].flatMap(inside);
  if (there(here) || there(inCase) || meant.length === 0) return { outside: true };
  // Recorded, and no longer there: it is told as missing.
  const recorded = meant.map((prefix) => spelled(prefix, known)).find((prefix) => prefix !== undefined);
  const prefix = recorded ?? (there(below) ? inside(below)[0] : undefined);
  return { ...(prefix === undefined ? {} : { prefix }), outside: false };
}

/** The way from the evidence folder down to a path; none when it lies elsewhere. */
function wayBelow(root: string, path: string): readonly string[] {
  const way = relative(root, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? [] : [way.split(sep).join('/')];
}

/** From the same three places; only what lies in the evidence folder is ever matched. @throws Fault COLLECT_PATH_OUTSIDE, COLLECT_PATTERN_NO_MATCH */
function expanded(dir: string, given: string, known: ReadonlySet<string>): readonly string[] {
  const root = realPath(join(dir, 'evidence'));
  const bases = isAbsolute(given) ? [root] : [realPath(resolve('.')), realPath(dir), root];
  for (const base of bases) {
    const [pattern] = wayBelow(root, realStart(resolve(base, given)));
    const found = pattern === undefined ? [] : matchesOf(pattern, [...known]);
    if (found.length > 0) return found;
    const elsewhere = base !== root && pattern === undefined && namesOnDisk(base, given.split(sep === '\\' ? /[\\/]/ : '/'));
    if (elsewhere) throw fault('COLLECT_PATH_OUTSIDE', 2, { path: given });
  }
  throw fault('COLLECT_PATTERN_NO_MATCH', 2, { pattern: given });
}

/** A pattern cannot be resolved by the disk; the folders before it can. */
function realStart(pattern: string): string {
  const segments = pattern.split(sep);
  const first = segments.findIndex(isPattern);
  return join(realPath(`${segments.slice(0, first).join(sep)}${sep}`), ...segments.slice(first));
}

/** As the log spells it: Windows and macOS find a file under another case or another Unicode form. */
function spelled(prefix: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(prefix) || prefix === '') return prefix;
  const paths = [...known];
  if (paths.some((path) => path.startsWith(`${prefix}/`))) return prefix;
  const depth = prefix.split('/').length;
  const same = paths.find((path) => collisionKey(path.split('/').slice(0, depth).join('/')) === collisionKey(prefix));
  return same?.split('/').slice(0, depth).join('/');
}
