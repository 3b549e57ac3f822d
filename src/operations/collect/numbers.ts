/** Under which evidence number a file goes: the list's, the one that was asked for, or the next free one. */
import type { RoughItem } from '../../case/index.ts';
import { wholeOf } from '../../model/index.ts';

export interface Numbered {
  readonly evidenceNo: string;
  readonly title?: string;
}

/** What the first number of a case looks like. */
const FIRST = { prefix: 'E', width: 3 };

export interface Numbering {
  readonly items: readonly RoughItem[];
  /** Numbers that the custody log knows. */
  readonly logged: readonly string[];
  /** Number for files that no item names. */
  readonly item?: string | undefined;
}

/** Numbers by path below `evidence/`; `paths` in the order in which they are numbered. */
export function numberFiles(paths: readonly string[], { items, logged, item }: Numbering): ReadonlyMap<string, Numbered> {
  const titles = new Map(items.map(({ evidenceNo, title }) => [evidenceNo, title]));
  const listed = new Map(
    items
      .flatMap(({ evidenceNo, files }) => (evidenceNo === undefined ? [] : files.map(({ path }) => [path, evidenceNo] as const)))
      .reverse(),
  );
  const numbers = [...items.flatMap(({ evidenceNo }) => evidenceNo ?? []), ...logged];
  const next = nextNumbers(numbers);
  return new Map(
    paths.map((path) => {
      const evidenceNo = listed.get(path) ?? item ?? next();
      const title = titles.get(evidenceNo);
      return [path, { evidenceNo, ...(title === undefined ? {} : { title }) }];
    }),
  );
}

/** Free numbers one after the other, in the style that most of the numbers have. */
export function nextNumbers(numbers: readonly string[]): () => string {
  const styles = new Map<string, { count: number; highest: number; width: number }>();
  const known = new Set(numbers);
  for (const number of numbers) {
    // E003-1 is a part of E003, and no style of numbers.
    if (wholeOf(number, (one) => known.has(one)) !== undefined) continue;
    const [, prefix, digits] = /^(.*?)(\d{1,9})$/.exec(number) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const style = styles.get(prefix) ?? { count: 0, highest: 0, width: digits.length };
    styles.set(prefix, {
      count: style.count + 1,
      highest: Math.max(style.highest, Number(digits)),
      width: Math.min(style.width, digits.length),
    });
  }
  const [usual] = [...styles].sort(([, a], [, b]) => b.count - a.count);
  const [prefix, { highest, width }] = usual ?? [FIRST.prefix, { highest: 0, width: FIRST.width }];
  let last = highest;
  return () => {
    let number: string;
    do number = `${prefix}${String(++last).padStart(width, '0')}`;
    while (known.has(number));
    return number;
  };
}
