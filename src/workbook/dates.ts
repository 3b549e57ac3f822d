/** Days and times of a sheet (ECMA-376 part 1 §18.17.4, §18.8.30). A sheet knows no zones: what comes of it is a clock on the wall. */

const DAY_MS = 86_400_000;
/** Day 0 of either count. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The last day that a sheet can show, 9999-12-31. */
const END = Date.UTC(10_000, 0, 1);

/**
 * Milliseconds since 1970 as if the wall hung in Greenwich, to the millisecond. Undefined where it is no day that ever was: less than one
 * day is a time alone, and 60 is 29 February 1900, which only Lotus 1-2-3 knew.
 */
export function serialTime(serial: number, date1904: boolean): number | undefined {
  if (!Number.isFinite(serial) || serial < 1) return undefined;
  const day = Math.floor(serial);
  if (!date1904 && day === 60) return undefined;
  const days = date1904 || serial < 60 ? serial : serial - 1;
  const time = (date1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * DAY_MS);
  return time < END ? time : undefined;
}

/**
 * A day or a time of `t="d"`, which ISO 8601 writes: `2026-04-20`, `2026-04-20T10:20:30.5`. With a zone only China's own is the
 * clock on the wall; of any other, programs do not agree which of both they write. Undefined for these and for what is no date.
 */
export function isoTime(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(\+08(?::?00)?)?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second, Math.round(Number(`0.${match[7] ?? 0}`) * 1000));
  const made = new Date(time);
  const same = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return year >= 1900 && same ? time : undefined;
}

/** Built-in formats of days and times (§18.8.30); in Chinese editions 27–36 and 50–58 as well. */
const DATE_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

export function isDateFormat(id: number): boolean {
  return DATE_FORMATS.some(([from, to]) => id >= from && id <= to);
}

/**
 * Does a format show a day or a time? Quoted text, escaped characters, colours, languages and conditions say nothing of its kind; `[h]` counts hours,
 * `e` is a year and `aaa` a weekday in Chinese, and `E+` an exponent.
 */
export function showsDate(code: string): boolean {
  const bare = code.slice(0, 300).replace(/"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General|E[+-]/gi, '');
  return /[ymdhse]|a{3}/i.test(bare);
}
