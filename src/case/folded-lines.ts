/**
 * YAML folds the lines of a text with a space between them (YAML 1.2.2 8.1.3, 7.3.2), as English is written. Chinese has none
 * there: beside a Chinese character the lines join without it. Spaces that were typed within a line stay.
 */
const WIDE = /[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u303f\uff01-\uff60]/u;

/** `value` as the parser folded it; `source` the text it was folded from, with its quotation marks or header. */
export function chineseFolds(value: string, source: string): string {
  if (!source.includes('\n') || !value.includes(' ') || source.startsWith('|')) return value;
  const lines = source.split(/\r?\n/).map((line) => line.trim());
  // The header of a block is no line of it.
  if (source.startsWith('>')) lines.shift();
  const [first = ''] = lines;
  const quote = /^["']/.exec(first)?.[0];
  if (quote !== undefined) {
    lines[0] = first.slice(1);
    lines[lines.length - 1] = (lines.at(-1) ?? '').replace(new RegExp(`${quote}$`), '');
  }
  let out = '';
  let from = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1] ?? '';
    if (line === '') continue;
    const start = value.indexOf(line, from);
    // Escaped: behind it the same words may stand elsewhere, so the rest stays as it was folded.
    if (start === -1) break;
    const end = start + line.length;
    out += value.slice(from, end);
    from = end;
    if (next === '' || value[end] !== ' ' || !value.startsWith(next, end + 1)) continue;
    if (WIDE.test([...line].at(-1) ?? '') || WIDE.test([...next][0] ?? '')) from = end + 1;
  }
  return out + value.slice(from);
}
