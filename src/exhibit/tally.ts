/** What is counted and what is refused while a dataset is read. */
import type { DatasetFault, DatasetFaultKind, DatasetRead } from '../model/index.ts';
import { isSubtotal } from './headings.ts';

/** A person mends a few and reads again; the rest is of the same kind. */
const MAX_FAULTS = 20;
const MAX_SHOWN = 40;
/** A row like the only one above it is a second of the same amount. */
const MIN_ABOVE = 2;

export interface Tally {
  row(): void;
  /** The amount of the row that was counted last. */
  add(fen: bigint, cell: string): void;
  refuse(kind: DatasetFaultKind, cell: string, text?: string): void;
  /**
   * A row that sums others, with its figure in fen. It is no data where it does: a subtotal the rows since another total, the first or the last row all of
   * them, and one amid that is called no subtotal where a last one sums all, too. Refused otherwise.
   */
  total(cell: string, text: string, fen: bigint | undefined): void;
  result(): DatasetRead;
}

/** Groups of one table, each with a subtotal. */
const MOST_STARTS = 100_000;

interface Total {
  readonly cell: string;
  readonly text: string;
  readonly fen: bigint | undefined;
  /** No row stands above it. */
  readonly first: boolean;
  /** It sums the rows above it, all of them or since another total. */
  readonly sums: boolean;
}

export function startTally(): Tally {
  let rows = 0;
  let sum = 0n;
  const faults: DatasetFault[] = [];
  const refuse: Tally['refuse'] = (kind, cell, text) => {
    if (faults.length < MAX_FAULTS) faults.push({ kind, cell, ...(text === undefined || text === '' ? {} : { text: shortened(text) }) });
  };
  /** The total that came last, while no row came behind it. */
  let last: Total | undefined;
  /** The first total amid the rows that sums none, the first that is no subtotal, and one above all rows. */
  let wrong: Total | undefined;
  let amid: Total | undefined;
  let above: Total | undefined;
  /** Where a subtotal may begin to sum: sums of all rows above another total. */
  const starts = new Set<bigint>([0n]);
  /** Of the row that was added last: the sum of all above it, and where it stands. */
  let before = 0n;
  let added: { readonly row: number; readonly cell: string } | undefined;
  /** Another row stands behind the last total. */
  const goOn = (): void => {
    if (!last) return;
    if (last.first) above ??= last;
    else if (!last.sums) wrong ??= last;
    else if (!isSubtotal(last.text)) amid ??= last;
    last = undefined;
  };
  const refuseTotal = ({ cell, text }: Total): void => {
    rows++;
    // Where a row could not be read, no total agrees.
    if (faults.length === 0) refuse('total', cell, text);
  };
  return {
    row() {
      goOn();
      rows++;
    },
    add(fen, cell) {
      before = sum;
      sum += fen;
      added = { row: rows, cell };
    },
    refuse,
    total(cell, text, fen) {
      goOn();
      last = { cell, text, fen, first: rows === 0, sums: fen !== undefined && rows > 0 && starts.has(sum - fen) };
      if (starts.size < MOST_STARTS) starts.add(sum);
    },
    result() {
      const closed = rows > 0 && last?.fen === sum;
      if (above && (rows === 0 || above.fen !== sum)) refuseTotal(above);
      if (wrong) refuseTotal(wrong);
      if (amid && !closed) refuseTotal(amid);
      if (last && !closed && !(last.sums && isSubtotal(last.text))) refuseTotal(last);
      // A sum that leaves something out must not be mistaken for one.
      if (faults.length > 0) return { rows, sum: 0n, faults };
      const doubled = last === undefined && added?.row === rows && rows > MIN_ABOVE && before !== 0n && sum === 2n * before;
      return { rows, sum, faults, ...(doubled && added ? { totalRow: { cell: added.cell, sum: before } } : {}) };
    },
  };
}

/** At most forty characters, nothing that a terminal or a page would obey. */
export function shortened(text: string): string {
  const clean = text
    .slice(0, 4 * MAX_SHOWN)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  const points = [...clean];
  return points.length > MAX_SHOWN ? `${points.slice(0, MAX_SHOWN - 1).join('')}…` : clean;
}
