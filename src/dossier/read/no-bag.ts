/** What stands where no bag is: told apart by names alone, before anything is read. */

/** Also as a disc without long names calls it. */
export const BAGIT_ON_DISC = /^bagit\.txt(?:;1)?\.?$/i;

/**
 * What stands at the root of a dossier. A bag at least says that it is one, or lists what it holds, or holds it: a dossier that lost some
 * of these is a dossier that lost them, and no wrong file.
 */
const AT_ROOT =
  /^(?:bagit\.txt(?:;1)?\.?|(?:bag-info|(?:tag)?manifest-\w+|校验说明)\.txt|data\/(?:case|custody|documents|evidence)\/.*)$/is;

/** Do names at the root of a folder or container belong to a bag, whole or not? */
export function isBagRoot(names: Iterable<string>): boolean {
  for (const name of names) if (AT_ROOT.test(name)) return true;
  return false;
}

/** The same of a name with up to two folders before it. */
export function isOfBag(name: string): boolean {
  const [, one = '', two = ''] = /^(?:[^/]+\/)?((?:[^/]+\/)?(.*))$/s.exec(name) ?? [];
  return AT_ROOT.test(name) || AT_ROOT.test(one) || AT_ROOT.test(two);
}

/** Folders of the bags that lie in `paths` (of files, and of folders with a slash behind) near enough to be meant: one folder below, or alone in that one. */
function bagsIn(paths: readonly string[]): readonly string[] {
  /** Of each folder at the top: what stands in it, or that there are several. */
  const within = new Map<string, string | undefined>();
  for (const path of paths) {
    const [top = '', next] = path.split('/', 2);
    if (next === undefined || next === '') continue;
    within.set(top, !within.has(top) || within.get(top) === next ? next : undefined);
  }
  return paths.flatMap((path) => {
    const [, folder, top = '', next] = /^(([^/]+)(?:\/([^/]+))?)\/bagit\.txt$/.exec(path) ?? [];
    return folder !== undefined && (next === undefined || within.get(top) === next) ? [folder] : [];
  });
}

/** What was meant: a bag; where there is none, the zips: of a folder those at its top, of a zip none that is a dossier's own evidence. */
export function meantBy(paths: readonly string[], kind: 'zip' | 'folder'): readonly string[] {
  const bags = bagsIn(paths);
  if (bags.length > 0) return bags;
  return paths.filter((path) => (kind === 'zip' ? /\.zip$/i.test(path) && !/(?:^|\/)data\//.test(path) : /^[^/]+\.zip$/i.test(path)));
}

/** Names of a dossier, and no bag that could be meant: what is left of one. */
export function isDamaged(paths: readonly string[]): boolean {
  return paths.some(isOfBag) && bagsIn(paths).length === 0;
}
