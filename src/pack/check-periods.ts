/** A pack may shorten a period, never lengthen it: what a province prints for longer than the law allows would be late. */
import { type Finding, finding, type PackPeriod, PERIOD_IDS, periodLength, type TemplatePack } from '../model/index.ts';
import type { Layer } from './layers.ts';

/** Days that do not pause are the strictest; the last may move; those off may not count. */
const COUNTS = ['calendar', 'rollover', 'workday'] as const;

/** `statute`: the periods of the national pack, with their sources. */
export function* periodFaults(layers: readonly Layer[], statute: TemplatePack['periods']): Iterable<Finding> {
  for (const { pack, positions } of layers)
    for (const period of PERIOD_IDS) {
      const given = pack.periods?.[period];
      const limit = statute[period];
      if (!given || !limit || !isLooser(given, limit)) continue;
      const at = positions.valueAt(`/periods/${period}/${memberOf(given, limit)}`);
      yield finding(
        'PACK_PERIOD_LOOSER',
        'stop',
        { period, given: periodLength(given), limit: periodLength(limit) },
        { at, basis: [limit.basis] },
      );
    }
}

/** What is longer: the unit, the number, or how days are counted. */
function memberOf(given: PackPeriod, limit: PackPeriod): 'unit' | 'length' | 'count' {
  if (given.unit !== limit.unit) return 'unit';
  return given.length > limit.length ? 'length' : 'count';
}

/** A day runs to its end: one day may be 47 hours, and is never within 24. Hours are within as many days. */
function isLooser(given: PackPeriod, limit: PackPeriod): boolean {
  if (limit.unit === 'hour') return given.unit === 'day' || given.length > limit.length;
  if (given.unit === 'hour') return given.length > limit.length * 24;
  return given.length > limit.length || COUNTS.indexOf(given.count ?? 'calendar') > COUNTS.indexOf(limit.count ?? 'calendar');
}
