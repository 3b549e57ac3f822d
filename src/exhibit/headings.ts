/** Which column is meant, and which rows are no data. */

export type ColumnFound = { readonly column: number } | { readonly missing: string } | { readonly twice: number };

/**
 * The column (from 0) headed `name`. With several heading rows a column's heading is its lowest text: a heading over a group
 * of columns names none of them. Blanks and line breaks inside a heading do not count.
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
  return /^[\s\ufeff]*$/.test(text);
}

/** A row that sums others: counted with them it would double the amount. Told by its first text, such as 合计, 2023年度总计：, 小计（元）. */
export function isTotal(firstText: string): boolean {
  return /^.{0,30}(?:合计|总计|小计|共计|累计)(?:金额|人次|行|数|额)?(?:[:：(（\d¥￥].*)?$/u.test(condensed(firstText));
}

function condensed(text: string): string {
  return text.replace(/[\s\ufeff]+/g, '');
}
