/** A settlement dataset read again from its file: what the rules compare with what was recorded. */

/**
 * `total`: a row that says it sums others and does not; `heading-lower`: the column is headed further below, and the fault's text is the count of heading rows
 * that would reach it; `markup`: text of another kind than a table, such as a web page that is named `.xls`; the fault's text is its kind.
 */
export type DatasetFaultKind =
  | 'not-a-number'
  | 'formula'
  | 'merged'
  | 'column-missing'
  | 'column-twice'
  | 'heading-lower'
  | 'ragged'
  | 'encoding'
  | 'sheet-missing'
  | 'total'
  | 'markup'
  | 'unreadable';

export interface DatasetFault {
  readonly kind: DatasetFaultKind;
  /** `B17` of a sheet; `17` of a CSV: the line on which the record begins. Empty where the whole file is meant. */
  readonly cell: string;
  /** What stands there, shortened. */
  readonly text?: string;
}

/** The sheet of a workbook that a dataset was read from, and what of it nobody sees who opens the file. */
export interface DatasetSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** How many other sheets of cells the workbook has. */
  readonly others: number;
  /** Rows below the headings that hold something and are not shown, and the first cell of the first of them. */
  readonly hiddenRows: number;
  readonly firstHidden?: string;
  /** The column that is summed is not shown. */
  readonly columnHidden: boolean;
}

export interface DatasetRead {
  /** Data rows, without the heading, also where it is repeated, and without totals that agree; blank lines are none. */
  readonly rows: number;
  /** Sum of the column in fen. Of no meaning while there are faults. */
  readonly sum: bigint;
  /** The first faults; a dataset with any is not summed. */
  readonly faults: readonly DatasetFault[];
  /** The last row, which was counted, has the amount of all above it together: it may be a total under no word that is known. `sum`: without it, in fen. */
  readonly totalRow?: { readonly cell: string; readonly sum: bigint };
  /** Of a workbook whose sheet was found. */
  readonly sheet?: DatasetSheet;
}
