/** What stands where no bag is: told apart by names alone, before anything is read. */
/** A bag at least says that it is one, or lists what it holds: one that lost either is told what it lost. */
const BAG_FILE = /^(?:tag)?manifest-[a-z0-9]+\.txt$/;

/** Also as a disc without long names calls it. */
export const BAGIT_ON_DISC = /^bagit\.txt(?:;1)?\.?$/i;

/** Do names at the root of a folder or container belong to a bag? */
export function isBagRoot(names: Iterable<string>): boolean {
  for (const name of names) if (BAGIT_ON_DISC.test(name) || BAG_FILE.test(name)) return true;
  return false;
}

/** `paths`: of files, and of folders with a slash behind. The bags that lie in it, near enough to be meant: one folder below, or alone in that one. Where there is none, the zips: of a folder those at its top. */
export function meantBy(paths: readonly string[], kind: 'zip' | 'folder'): readonly string[] {
  const alone = (folder: string): boolean => {
    const [top] = folder.split('/', 1);
    const beside = (path: string): boolean => path.startsWith(`${top}/`) && path !== `${top}/` && !path.startsWith(`${folder}/`);
    return folder === top || !paths.some(beside);
  };
  const bags = paths.flatMap((path) => /^([^/]+(?:\/[^/]+)?)\/bagit\.txt$/.exec(path)?.[1] ?? []).filter(alone);
  const zip = kind === 'zip' ? /\.zip$/i : /^[^/]+\.zip$/i;
  return bags.length > 0 ? bags : paths.filter((path) => zip.test(path));
}
