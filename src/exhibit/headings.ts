/** Which column is meant, and which rows are no data. */

/** Rows below those that were said to be headings in which the heading is looked for. */
export const MOST_BELOW = 20;

export type ColumnFound = { readonly column: number } | { readonly missing: string } | { readonly twice: number };

/**
 * The column (from 0) headed `name`. With several heading rows a column's heading is its lowest text: a heading over a group
 * of columns names none of them. Blanks, line breaks and what cannot be seen inside a heading do not count.
 */
export function findColumn(headerRows: readonly (readonly (string | undefined)[])[], name: string): ColumnFound {
  const headings: string[] = [];
  for (const row of headerRows) {
    row.forEach((text, column) => {
      if (text !== undefined && !isBlank(text)) headings[column] = text;
    });
  }
  const wanted = condensed(name);
  const found: number[] = [];
  headings.forEach((heading, column) => {
    if (condensed(heading) === wanted) found.push(column);
  });
  const [first, second] = found;
  if (first === undefined) return { missing: headings.filter((h) => h !== undefined).join('、') };
  return second === undefined ? { column: first } : { twice: second };
}

export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}

/** Of a sum, as the whole of a text: 合计, 2023年度总计：, 小计（元）, Grand Total. */
const TOTAL =
  /^.{0,30}(?:[合总小共累總][计計]|汇总|彙總|[累纍]計)(?:金[额額]|人次|行|数|額|额)?(?:[:：(（\d¥￥].*)?$|^(?:(?:grand|sub|page)[-_]?)?totals?(?:amount)?(?:[:：(（].*)?$|^sum[:：]?$/iu;
/** The same, without what a remark or a name may have in front. */
const TOTAL_ALONE = /^(?:本页|本頁|全部|年度)?(?:[合总小共累總][计計]|汇总|彙總)[:：]?$/u;
/** A running number in front of the word. */
const NUMBER = /^[\d.、]{1,9}$/;

/** The label of a row that sums others, or undefined: counted with them it would double the amount. `texts`: its cells. */
export function totalLabel(texts: readonly string[]): string | undefined {
  const first = texts.findIndex((text) => !isBlank(text));
  if (first < 0) return undefined;
  const label = texts[first] as string;
  if (isTotal(label, TOTAL)) return label;
  if (!NUMBER.test(label.trim())) return undefined;
  const second = texts.find((text, i) => i > first && !isBlank(text));
  return second !== undefined && isTotal(second, TOTAL_ALONE) ? second : undefined;
}

/** Of a part, by its label: 小计, 本页合计, 累计, Subtotal. */
export function isSubtotal(label: string): boolean {
  return /小[计計]|本[页頁]|[累纍][计計]|sub|page/i.test(label);
}

/** Tells of a row whether it is one of the headings again, as programs print them on every page. */
export function headingWatch(headings: readonly (readonly (string | undefined)[])[]): (texts: readonly (string | undefined)[]) => boolean {
  const known = headings.map((row) => row.map((text = '') => condensed(text))).filter((row) => row.some((text) => text !== ''));
  return (texts) =>
    known.some((heading) => {
      const length = Math.max(heading.length, texts.length);
      for (let i = 0; i < length; i++) if (condensed(texts[i] ?? '') !== (heading[i] ?? '')) return false;
      return true;
    });
}

/** Most texts of a sheet hold no part of such a word, and are not looked at further. */
function isTotal(text: string, words: RegExp): boolean {
  return /[计計总總汇彙]|total|sum/i.test(text) && words.test(condensed(text));
}

/** A field as a person reads it in a sheet: `="001"` and `'001` are how programs keep Excel from making a number of it. */
export function plainField(text: string): string {
  return /^\s*="([^"]*)"\s*$/.exec(text)?.[1] ?? text.replace(/^(\s*)'(?=\S)/, '$1');
}

/** Without blanks, line breaks and what cannot be seen, and without quotes around the whole. */
function condensed(text: string): string {
  const plain = plainField(text).replace(/[\s\p{Cf}]+/gu, '');
  return /^["“'‘](.+)["”'’]$/u.exec(plain)?.[1] ?? plain;
}
