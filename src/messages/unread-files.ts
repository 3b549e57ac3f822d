/** Files that a person looks at, by the reason why: some of each kind, so that few lines tell of all of them. */
import type { Codes } from '../model/index.ts';

type Told = Codes['FILES_NEED_EYES'];
export type Reason = Told['reasons'][number]['why'];

export interface FileLine {
  readonly path: string;
  readonly where: string;
  readonly more: number;
}

export interface FileGroup {
  readonly why: Reason;
  /** Of all files of the finding. */
  readonly count: number;
  readonly shown: readonly FileLine[];
}

/** `most` lines altogether, at least one a group, in the order in which the reasons occur. */
export function groupedFiles({ paths, reasons }: Told, most: number): readonly FileGroup[] {
  const groups = new Map<Reason, FileLine[]>();
  for (const [i, path] of paths.entries()) {
    const { why, where, more } = reasons[i] ?? { why: 'not-searched', where: '', more: 0 };
    const group = groups.get(why);
    if (group) group.push({ path, where, more });
    else groups.set(why, [{ path, where, more }]);
  }
  const all = [...groups.values()];
  const lines = all.map(() => 0);
  for (let left = most, given = true; given && left > 0; ) {
    given = false;
    for (const [i, files] of all.entries()) {
      const had = lines[i] as number;
      if (left === 0 || had >= files.length) continue;
      lines[i] = had + 1;
      left--;
      given = true;
    }
  }
  return [...groups].map(([why, files], i) => ({ why, count: files.length, shown: files.slice(0, lines[i]) }));
}

/** A page has no name but its number. */
export const isPage = (where: string): boolean => /^\d{1,6}$/.test(where);
