/** A settlement dataset read again from its file: what the rules compare with what was recorded. */

export type DatasetFaultKind =
  | 'not-a-number'
  | 'formula'
  | 'merged'
  | 'column-missing'
  | 'column-twice'
  | 'ragged'
  | 'encoding'
  | 'sheet-missing'
  | 'unreadable';

export interface DatasetFault {
  readonly kind: DatasetFaultKind;
  /** `B17` of a sheet; `17` of a CSV: the line on which the record begins. Empty where the whole file is meant. */
  readonly cell: string;
  /** What stands there, shortened. */
  readonly text?: string;
}

export interface DatasetRead {
  /** Data rows, without the heading; blank lines are none. */
  readonly rows: number;
  /** Sum of the column in fen. Of no meaning while there are faults. */
  readonly sum: bigint;
  /** The first faults; a dataset with any is not summed. */
  readonly faults: readonly DatasetFault[];
}
