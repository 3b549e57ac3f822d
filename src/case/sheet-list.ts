/** A list on a sheet: what is known of it while it is read, and the names of its cells. */
import type { Finding, Place } from '../model/index.ts';
import { columnLetters } from '../workbook/index.ts';
import type { Column, ListForm } from './columns.ts';
import type { Cell, Sheet } from './list-sheets.ts';

/** What marks a row that explains and is not meant. */
export const EXAMPLE_MARK = '示例';

export interface SheetList {
  readonly form: ListForm;
  readonly file: string;
  readonly sheet: Sheet;
  /** Index of the header row. */
  readonly header: number;
  readonly columns: readonly Column[];
  readonly known: ReadonlyMap<string, Column>;
  readonly findings: Finding[];
  /** Pointer → cell. */
  readonly cells: Map<string, string>;
}

export function placeOf({ file, sheet }: SheetList, row: number, column: number): Place {
  return { file, sheet: sheet.name, cell: `${columnLetters(column + 1)}${row + 1}` };
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

export function isBlankRow(row: readonly Cell[]): boolean {
  return row.every(isBlank);
}

const TOTALS = /^(?:合计|总计|共计|小计|累计|汇总|总和|合計|總計|total|sum)(?:[:：]?\s*[\d,.]+\s*\p{Script=Han}{0,2})?[:：]?$/iu;
/** What a row of an entry has besides a number and a name. */
const MOST_IN_TOTAL = 4;

/** A row that adds up the others: it says so, and little else. */
export function isTotalRow(row: readonly Cell[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  const says = (cell: Cell): boolean => typeof cell === 'string' && TOTALS.test(cell.normalize('NFKC').replace(/\s/gu, ''));
  return filled.length <= MOST_IN_TOTAL && filled.slice(0, 2).some(says);
}

/** Does the first thing written in a row mark it as the example? */
export function isExampleRow(row: readonly Cell[]): boolean {
  const mark = row.find((cell) => !isBlank(cell));
  return typeof mark === 'string' && mark.trim().startsWith(EXAMPLE_MARK);
}
