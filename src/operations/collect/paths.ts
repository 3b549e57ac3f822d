/** What `collect` was asked to look at: files and folders below `evidence/`, however they were named. */
import { lstatSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { collisionKey, fault } from '../../model/index.ts';
import { realPath } from '../output.ts';

/** Is a path below `evidence/` (as the log writes it) among what was asked for? */
export type Selection = (path: string) => boolean;

/** Everything, when nothing is named. `known`: paths on disk or in the log. @throws Fault COLLECT_PATH_OUTSIDE, COLLECT_PATH_MISSING */
export function selectionOf(dir: string, given: readonly string[], known: readonly string[]): Selection {
  if (given.length === 0) return () => true;
  const prefixes = given.map((path) => prefixOf(dir, path, known));
  return (path) => prefixes.some((prefix) => within(path, prefix));
}

function within(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`);
}

/** Tried from where the officer stands, from the case, then from its evidence folder. */
function prefixOf(dir: string, given: string, known: readonly string[]): string {
  const root = realPath(join(dir, 'evidence'));
  const [here, inCase, below] = [resolve(given), resolve(dir, given), resolve(dir, 'evidence', given)];
  const inside = (path: string): readonly string[] => {
    const way = relative(root, join(realPath(dirname(path)), basename(path)));
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? [] : [way.split(sep).join('/')];
  };
  const there = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  for (const path of [here, inCase]) for (const prefix of there(path) ? inside(path) : []) return spelled(prefix, known) ?? prefix;
  // Something of this name lies elsewhere: it is not to be taken for what lies in the evidence folder.
  if (there(here) || there(inCase)) throw fault('COLLECT_PATH_OUTSIDE', 2, { path: given });
  const meant = [here, inCase, below].flatMap(inside);
  if (meant.length === 0) throw fault('COLLECT_PATH_OUTSIDE', 2, { path: given });
  // Recorded, and no longer there: it is told as missing.
  const recorded = meant.map((prefix) => spelled(prefix, known)).find((prefix) => prefix !== undefined);
  if (recorded === undefined && !there(below)) throw fault('COLLECT_PATH_MISSING', 2, { path: given });
  return recorded ?? (inside(below)[0] as string);
}

/** As the log spells it: Windows and macOS find a file under another case or another Unicode form. */
function spelled(prefix: string, known: readonly string[]): string | undefined {
  if (known.some((path) => within(path, prefix))) return prefix;
  const depth = prefix.split('/').length;
  const same = known.find((path) => collisionKey(path.split('/').slice(0, depth).join('/')) === collisionKey(prefix));
  return same?.split('/').slice(0, depth).join('/');
}
