/** What a person does not see who opens a workbook: hidden sheets, rows and columns that hold something. Read and counted they are all the same. */
import type { DatasetSheet } from '../model/index.ts';
import { cellName, type RowSight, type SheetCell, type SheetRanges, type WorkbookSheet } from '../workbook/index.ts';

export interface Sight {
  row(number: number, cells: readonly SheetCell[], sight: RowSight): void;
  /** Of the rows that were given. */
  hiddenRows(): Pick<DatasetSheet, 'hiddenRows' | 'firstHidden'>;
  /** Is the column hidden, from 1; without one: is any that holds something? */
  hidesColumn(ranges: SheetRanges, column?: number): boolean;
}

/** `headerRows`: rows that are no data. */
export function startSight(headerRows = 0): Sight {
  let hiddenRows = 0;
  let firstHidden: string | undefined;
  let width = 0;
  return {
    row(number, cells, { hidden }) {
      width = Math.max(width, cells.at(-1)?.column ?? 0);
      if (!hidden || number <= headerRows || cells.every(({ text }) => text.trim() === '')) return;
      hiddenRows++;
      firstHidden ??= cellName(number, cells[0]?.column ?? 1);
    },
    hiddenRows: () => ({ hiddenRows, ...(firstHidden === undefined ? {} : { firstHidden }) }),
    hidesColumn: ({ hiddenColumns }, column) =>
      hiddenColumns.some(({ from, to }) => (column === undefined ? from <= width : from <= column && column <= to)),
  };
}

export function isHidden({ state }: WorkbookSheet): boolean {
  return state !== 'visible';
}
