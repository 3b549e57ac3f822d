/** Periods of the law as the pack has them, in the words that a paper prints. */
import { chineseNumber, type PackPeriod, type PeriodId, type TemplatePack } from '../../model/index.ts';

/** `二十四小时`, `七个工作日`, `三日`. */
export function periodText({ length, unit, count }: PackPeriod): string {
  return `${chineseNumber(length)}${unit === 'hour' ? '小时' : count === 'workday' ? '个工作日' : '日'}`;
}

/** Those that a paper tells of; null where the pack does not say. */
export function periodTexts(
  { periods }: Pick<TemplatePack, 'periods'>,
  told: readonly PeriodId[],
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(told.map((id) => [id, periods[id] ? periodText(periods[id]) : null]));
}
