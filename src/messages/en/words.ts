/** Words of English texts that several tables use. */
import type { PeriodLength } from '../../model/index.ts';

/** `24 hours`, `7 working days`, `3 days, rolling over a holiday`. */
export function periodWord({ length, unit, count }: PeriodLength): string {
  const s = length === 1 ? '' : 's';
  if (unit === 'hour') return `${length} hour${s}`;
  return count === 'workday' ? `${length} working day${s}` : `${length} day${s}${count === 'rollover' ? ', rolling over a holiday' : ''}`;
}
