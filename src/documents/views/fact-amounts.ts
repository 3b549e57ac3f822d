/** The amounts of the facts summed: less what was counted twice they are the amount of the case, or the difference is said. */
import { type Case, formatFen, parseYuan, sumYuan } from '../../model/index.ts';
import { figures } from './common.ts';

export interface TotalsView {
  readonly sum: string;
  /** Null where no fact overlaps another. */
  readonly overlap: string | null;
  readonly fundLoss: string;
  /** What the two do not agree by; null where they do. */
  readonly difference: string | null;
}

export function totalsOf({ case: main }: Case): TotalsView {
  const sum = sumYuan(main.facts.map((f) => f.amount));
  const overlap = sumYuan(main.facts.map((f) => f.overlap));
  const loss = parseYuan(main.amount.fundLoss) ?? 0n;
  const difference = sum - overlap - loss;
  return {
    sum: formatFen(sum),
    overlap: overlap === 0n ? null : formatFen(overlap),
    fundLoss: figures(main.amount.fundLoss) ?? '',
    difference: difference === 0n ? null : formatFen(difference < 0n ? -difference : difference),
  };
}

/** Empty where the fact overlaps no other. */
export function overlapOf({ overlap }: Case['case']['facts'][number]): string {
  return parseYuan(overlap ?? '0') === 0n ? '' : (figures(overlap) ?? '');
}
