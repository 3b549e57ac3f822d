/** Was everything printed that went in, and nothing beside the page? Layout loses text without an error; reading the file's own bytes cannot. */
import { readBack } from '../pdf/index.ts';
import type { Typeset } from '../typeset/index.ts';

export interface TextDifference {
  /** Characters that went in and do not stand in the document, in order of code point. */
  readonly missing: string;
  readonly extra: string;
  /** The first character that stands outside its page. */
  readonly outside: { readonly char: string; readonly page: number } | undefined;
}

/** White space, which layout may add and drop; everything else counts. */
const SPACE = /[\s\u200b]/u;

/** undefined when the file holds the expected characters, each as often as it was meant to stand there, all on their pages. */
export function checkText({ bytes, palette, sheet }: Pick<Typeset, 'bytes' | 'palette' | 'sheet'>): TextDifference | undefined {
  const counts = new Map(palette.expected());
  const [left, bottom, right, top] = sheet;
  let outside: TextDifference['outside'];
  readBack(bytes, ({ char, page, x, y, size }) => {
    counts.set(char, (counts.get(char) ?? 0) - 1);
    const off = x < left || x + size / 4 > right || y < bottom || y + size / 2 > top;
    if (off && !SPACE.test(char)) outside ??= { char, page };
  });
  let missing = '';
  let extra = '';
  for (const [char, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (SPACE.test(char)) continue;
    if (count > 0) missing += char.repeat(count);
    if (count < 0) extra += char.repeat(-count);
  }
  return missing === '' && extra === '' && !outside ? undefined : { missing, extra, outside };
}
