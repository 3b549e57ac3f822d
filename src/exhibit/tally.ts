/** What is counted and what is refused while a dataset is read. */
import type { DatasetFault, DatasetFaultKind, DatasetRead } from '../model/index.ts';

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
  /** A row that sums others, with its figure in fen; it is no data if it stands last and sums all of them, and refused otherwise. */
  total(cell: string, text: string, fen: bigint | undefined): void;
  result(): DatasetRead;
}

export function startTally(): Tally {
  let rows = 0;
  let sum = 0n;
  const faults: DatasetFault[] = [];
  const refuse: Tally['refuse'] = (kind, cell, text) => {
    if (faults.length < MAX_FAULTS) faults.push({ kind, cell, ...(text === undefined || text === '' ? {} : { text: shortened(text) }) });
  };
  let last: { readonly cell: string; readonly text: string; readonly fen: bigint | undefined } | undefined;
  /** Of the row that was added last: the sum of all above it, and where it stands. */
  let before = 0n;
  let added: { readonly row: number; readonly cell: string } | undefined;
  const refuseTotal = (): void => {
    if (!last) return;
    rows++;
    refuse('not-a-number', last.cell, last.text);
    last = undefined;
  };
  return {
    row() {
      refuseTotal();
      rows++;
    },
    add(fen, cell) {
      before = sum;
      sum += fen;
      added = { row: rows, cell };
    },
    refuse,
    total(cell, text, fen) {
      refuseTotal();
      last = { cell, text, fen };
    },
    result() {
      if (rows === 0 || last?.fen !== sum) refuseTotal();
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
