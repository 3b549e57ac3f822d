/**
 * Straight quotation marks that stand around words of Chinese text, as GB/T 15834-2011 4.8 writes them: “ ” and ‘ ’. Marks of a
 * query, a path or an inch are left: outside the pair there must be Chinese on at least one side, and nothing else on the other.
 */
const CHINESE = /[\p{Script=Han}\u3001-\u3011\u3014-\u301b\u2014\u2018\u2019\u201c\u201d\u2026\uff01-\uff5e]/u;
const PAIRS = [
  ['"', '“', '”'],
  ["'", '‘', '’'],
] as const;

/** The text with such pairs made Chinese; itself where it has none. A line with one mark that does not fit is left whole, and all lines where one has an odd mark. Lengths stay. */
export function chineseQuotes(text: string): string {
  let out = text;
  for (const [straight, open, close] of PAIRS)
    if (out.includes(straight) && inLines(out, straight))
      out = out
        .split('\n')
        .map((line) => paired(line, straight, open, close))
        .join('\n');
  return out;
}

/** Does the text hold marks that `chineseQuotes` would change? */
export const hasStraightQuotes = (text: string): boolean => chineseQuotes(text) !== text;

/** Does each mark find its other on the same line? One that spans lines would turn those between them round. */
const inLines = (text: string, straight: string): boolean => text.split('\n').every((line) => line.split(straight).length % 2 === 1);

function paired(line: string, straight: string, open: string, close: string): string {
  const parts = line.split(straight);
  // Words stand at odd places, what is around them at even ones.
  if (parts.length < 3 || parts.length % 2 === 0) return line;
  for (let i = 1; i < parts.length; i += 2) {
    const [around, words, behind] = [parts[i - 1] ?? '', parts[i] ?? '', parts[i + 1] ?? ''];
    // Between two pairs nothing need stand.
    const edges = [i === 1 || around !== '' ? [...around].at(-1) : '、', i + 2 === parts.length || behind !== '' ? [...behind][0] : '、'];
    const known = edges.filter((edge) => edge !== undefined);
    const meant =
      words !== '' && known.every((edge) => CHINESE.test(edge)) && (known.length === 2 || [...words].some((c) => CHINESE.test(c)));
    if (!meant || known.length === 0) return line;
  }
  return parts.map((part, i) => (i === 0 ? part : `${i % 2 === 1 ? open : close}${part}`)).join('');
}
