/** Two extracted texts in their order, white space aside: what a reader of both pages would stumble over. */

/** Characters shown around the first difference. */
const SHOWN = 40;

/** Undefined when the texts are the same; else the stretch from the first to the last difference, on both sides. */
export function compareTexts(expected: string, found: string): { readonly missing: string; readonly extra: string } | undefined {
  const a = [...expected.replace(/\s+/gu, '')];
  const b = [...found.replace(/\s+/gu, '')];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  if (start === a.length && start === b.length) return undefined;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const stretch = (text: readonly string[]): string => text.slice(start, Math.min(text.length - end, start + SHOWN)).join('');
  return { missing: stretch(a), extra: stretch(b) };
}
