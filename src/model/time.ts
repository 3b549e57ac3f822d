/** Days and instants as the forms write them, and as Chinese documents print them. Everything is printed in China's time. */
import type { Day, Instant } from './case.ts';

/** China has kept one zone, UTC+8 without summer time, since 1991. */
export const CHINA_OFFSET_MINUTES = 480;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})$/;

/** Does this day stand in the calendar (no 2026-02-30)? */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Milliseconds since 1970 of an instant with zone, or undefined when it is none. */
export function parseInstant(text: Instant): number | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const [, day = '', hour = '', minute = '', second = '00', zone = ''] = match;
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (zone !== 'Z' && (Number(zone.slice(1, 3)) > 14 || Number(zone.slice(4)) > 59)) return undefined;
  return Date.parse(`${day}T${hour}:${minute}:${second}${zone}`);
}

/** `2026-09-05 09:30`, `2026-09-05T09:30`, `2026/9/5 9:30`: without a zone, China's time; undefined when it is none of them. */
export function localInstant(text: string): Instant | undefined {
  const [, date = '', hour = '', rest = ''] = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:T| +)(\d{1,2})(:\d{2}(?::\d{2})?)$/.exec(text.trim()) ?? [];
  const [year = '', month = '', day = ''] = date.split(/[-/]/);
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}${rest}+08:00`;
  return parseInstant(whole) === undefined ? undefined : whole;
}

/** An instant as it is written into a dossier: China's time, whole seconds, `+08:00`. */
export function formatInstant(ms: number): Instant {
  return `${new Date(ms + CHINA_OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)}+08:00`;
}

/** The calendar day in China at an instant. */
export function dayInChina(ms: number): Day {
  return formatInstant(ms).slice(0, 10);
}

/** `2026-01-05` → `2026年1月5日` (GB/T 9704-2012 7.3.5.4: Arabic figures, no leading zeros). */
export function chineseDay(day: Day): string {
  // Schemas admit no other text; what came through is printed as it stands.
  if (!isDay(day)) return day;
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** `2026-11-20T09:05+08:00` → `2026年11月20日9时05分`. */
export function chineseInstant(instant: Instant): string {
  const ms = parseInstant(instant);
  if (ms === undefined) return instant;
  const local = formatInstant(ms);
  return `${chineseDay(local.slice(0, 10))}${Number(local.slice(11, 13))}时${local.slice(14, 16)}分`;
}
