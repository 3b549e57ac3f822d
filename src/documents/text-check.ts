/** Was everything printed that went in? Layout engines lose text without an error; counting characters cannot. */

export interface TextDifference {
  /** Characters that went in and do not stand in the document, in order of code point. */
  readonly missing: string;
  readonly extra: string;
}

/** White space, which layout may add and drop; everything else counts. */
const SPACE = /[\s\u200b]/u;

/** undefined when both texts hold the same characters equally often. */
export function compareCharacters(expected: Iterable<string>, extracted: Iterable<string>): TextDifference | undefined {
  const counts = new Map<string, number>();
  for (const text of expected) for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  for (const text of extracted) for (const char of text) counts.set(char, (counts.get(char) ?? 0) - 1);
  let missing = '';
  let extra = '';
  for (const [char, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (SPACE.test(char)) continue;
    if (count > 0) missing += char.repeat(count);
    if (count < 0) extra += char.repeat(-count);
  }
  return missing === '' && extra === '' ? undefined : { missing, extra };
}
