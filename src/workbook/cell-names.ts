/** Names of cells and columns (ECMA-376 part 1 §18.18.7). Rows and columns count from 1. */

/** The last row and column that a sheet can have (§18.3.1.73; column XFD). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const DOLLAR = 0x24;

/** All inclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 1 → A, 27 → AA. */
export function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** `B17`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Undefined where no sheet has such a cell. */
export function cellPlace(ref: string): { readonly row: number; readonly column: number } | undefined {
  // Without a pattern: of a sheet of millions of cells each is asked.
  let at = ref.charCodeAt(0) === DOLLAR ? 1 : 0;
  let column = 0;
  for (let letters = 0; at < ref.length; at++, letters++) {
    const code = ref.charCodeAt(at) & ~0x20;
    if (code < 65 || code > 90) break;
    if (letters === 3) return undefined;
    column = column * 26 + code - 64;
  }
  if (ref.charCodeAt(at) === DOLLAR) at++;
  let row = 0;
  const digits = ref.length - at;
  if (digits < 1 || digits > 7) return undefined;
  for (; at < ref.length; at++) {
    const digit = ref.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return row >= 1 && row <= MAX_ROWS && column >= 1 && column <= MAX_COLUMNS ? { row, column } : undefined;
}

/** `A2:B5`, `A2`. Undefined where no sheet has such cells. */
export function cellRange(ref: string): Range | undefined {
  const [first = '', last = first] = ref.trim().split(':', 2);
  const from = cellPlace(first);
  const to = cellPlace(last);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
