/** When a period ends: hours, calendar days, days that roll over a holiday, and working days, all in China's time. */
import { type CalendarYear, CHINA_OFFSET_MINUTES, type Day, isDay, type PackPeriod, parseInstant } from '../model/index.ts';

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;
const CHINA = CHINA_OFFSET_MINUTES * 60 * SECOND;
/** No run of days off comes near it: the search for a working day ends here. */
const LONGEST_REST = 60;

/** `due`: the last instant of the period, ms since 1970; or the year whose days off the pack does not have. */
export type Due = { readonly due: number } | { readonly unknownYear: number };

/**
 * Hours run without pause. Days: the first is not counted, and the period ends with the last second of its last day
 * (行政处罚法 art. 85, 刑事诉讼法 art. 105). `calendar` (the default) looks at no holiday; `rollover` moves a last day off to the
 * next working day; `workday` counts working days only. `from` is an instant or a day of a form (hours from a day run
 * from its first moment); RangeError when it is neither.
 */
export function dueOf(period: PackPeriod, from: string, calendar: readonly CalendarYear[] | undefined): Due {
  const start = startOf(from);
  if (period.unit === 'hour') return { due: start + period.length * HOUR };
  const first = dayNumber(start);
  if (period.count === 'workday') return workdays(first, period.length, calendar ?? []);
  const last = first + period.length;
  return period.count === 'rollover' ? rolled(last, calendar ?? []) : { due: endOfDay(last) };
}

function startOf(from: string): number {
  const ms = parseInstant(isDay(from) ? `${from}T00:00:00+08:00` : from);
  if (ms === undefined) throw new RangeError(`dueOf: ${from}`);
  return ms;
}

/** Days since 1970-01-01 in China. */
const dayNumber = (ms: number): number => Math.floor((ms + CHINA) / DAY);
const endOfDay = (day: number): number => (day + 1) * DAY - CHINA - SECOND;

function rolled(last: number, calendar: readonly CalendarYear[]): Due {
  for (let day = last; day < last + LONGEST_REST; day++) {
    const works = isWorkday(day, calendar);
    if (typeof works === 'number') return { unknownYear: works };
    if (works) return { due: endOfDay(day) };
  }
  return { unknownYear: yearOf(last) };
}

function workdays(first: number, length: number, calendar: readonly CalendarYear[]): Due {
  let day = first;
  for (let counted = 0, rest = 0; counted < length; ) {
    day++;
    const works = isWorkday(day, calendar);
    if (typeof works === 'number') return { unknownYear: works };
    rest = works ? 0 : rest + 1;
    if (rest > LONGEST_REST) return { unknownYear: yearOf(day) };
    if (works) counted++;
  }
  return { due: endOfDay(day) };
}

const dateOf = (day: number): Date => new Date(day * DAY);
const yearOf = (day: number): number => dateOf(day).getUTCFullYear();

/** Whether one works on a day; the year itself when the calendar does not have it. */
function isWorkday(day: number, calendar: readonly CalendarYear[]): boolean | number {
  const date = dateOf(day);
  const year = calendar.find((c) => c.year === date.getUTCFullYear());
  if (!year) return date.getUTCFullYear();
  const text: Day = date.toISOString().slice(0, 10);
  if (year.holidays.includes(text)) return false;
  return year.workdays.includes(text) || (date.getUTCDay() !== 0 && date.getUTCDay() !== 6);
}
