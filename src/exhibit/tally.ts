/** What is counted and what is refused while a dataset is read. */
import type { DatasetFault, DatasetFaultKind, DatasetRead } from '../model/index.ts';

/** A person mends a few and reads again; the rest is of the same kind. */
const MAX_FAULTS = 20;
const MAX_SHOWN = 40;

export interface Tally {
  row(): void;
  add(fen: bigint): void;
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
    add(fen) {
      sum += fen;
    },
    refuse,
    total(cell, text, fen) {
      refuseTotal();
      last = { cell, text, fen };
    },
    result() {
      if (rows === 0 || last?.fen !== sum) refuseTotal();
      // A sum that leaves something out must not be mistaken for one.
      return { rows, sum: faults.length > 0 ? 0n : sum, faults };
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
