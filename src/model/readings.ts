/**
 * What a text can mean as a day, an instant or an amount, as people write them. One reading is what was meant; several
 * cannot be told apart here and are shown to whoever wrote the text; none is a fault of the text.
 */
import type { Day, Instant, Yuan } from './case.ts';
import { parseYuan } from './money.ts';
import { isDay, parseInstant } from './time.ts';

const YEAR_FIRST = /^(\d{4})\s*([年/.-])\s*(\d{1,2})\s*([月/.-])\s*(\d{1,2})\s*[日号]?$/u;
const YEAR_FIRST_SPACED = /^(\d{4}) (\d{1,2}) (\d{1,2})$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
/** 一二月 and 二三日 are figures beside each other, which nobody else would read so. */
const IN_CHINESE =
  /^([〇○零一二三四五六七八九]{4})年(十?[一二三四五六七八九]|十)月([一二三四五六七八九]|[一二三]?十[一二三四五六七八九]?)[日号]$/u;
/** What parts two days or instants in one text. */
const BETWEEN = /\s*(?:[、，,;；~～]|至|到|——?|\n)\s*/u;
/** What stands between the ends of a period: a list of two days is none. */
const FROM_TO = /\s*(?:[~～]|至|到|——?)\s*/u;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/** `2026.11.2`, `2026/11/26`, `2026年11月6日`, `20261106` → one day; `03/04/2026` → two. */
export function dayReadings(text: string): readonly Day[] {
  const plain = halfWidthText(text);
  if (isDay(plain)) return [plain];
  const first = YEAR_FIRST.exec(plain);
  // 2026年11-6日 is two ways of writing in one.
  if (first && (first[2] === '年') === (first[4] === '月')) return days([[first[1], first[3], first[5]]]);
  const whole = YEAR_FIRST_SPACED.exec(plain) ?? COMPACT.exec(plain);
  if (whole) return days([[whole[1], whole[2], whole[3]]]);
  const chinese = IN_CHINESE.exec(plain);
  if (chinese) return days([[chineseYear(chinese[1]), chineseFigure(chinese[2]), chineseFigure(chinese[3])]]);
  const last = YEAR_LAST.exec(plain);
  if (last)
    return days([
      [last[4], last[1], last[3]],
      [last[4], last[3], last[1]],
    ]);
  return several(plain, dayReadings);
}

/** `2025.3.1至2026.8.31`: two days that can each be read in one way, the earlier first. */
export function periodReading(text: string): { readonly from: Day; readonly to: Day } | undefined {
  const parts = halfWidthText(text).split(FROM_TO).map(dayReadings);
  const [from, to] = parts.map(([day]) => day);
  if (parts.length !== 2 || !parts.every(({ length }) => length === 1) || from === undefined || to === undefined) return undefined;
  return from <= to ? { from, to } : undefined;
}

function days(parts: readonly (readonly (string | undefined)[])[]): readonly Day[] {
  const written = parts.map(([year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return [...new Set(written.filter(isDay))];
}

function chineseYear(text = ''): string {
  return [...text.replace(/[○零]/gu, '〇')].map((figure) => CHINESE_DIGITS.indexOf(figure)).join('');
}

/** 一 … 三十一. */
function chineseFigure(text = ''): string {
  const [tens, ones = tens] = text.includes('十') ? text.split('十') : [undefined, text];
  const value = (figure: string | undefined, blank: number): number => (figure ? CHINESE_DIGITS.indexOf(figure) : blank);
  return String(tens === undefined ? value(ones, 0) : value(tens, 1) * 10 + value(ones, 0));
}

/** Several values in one text, each of which can be read in one way: all of them. */
function several<T extends string>(text: string, readings: (part: string) => readonly T[]): readonly T[] {
  const apart = text.split(BETWEEN);
  // 2026.11.2-2026.11.5
  const parts = apart.length > 1 ? apart : text.split(/ *- */);
  if (parts.length < 2 || parts.length > 4) return [];
  const read = parts.map(readings);
  return read.every(({ length }) => length === 1) ? [...new Set(read.flat())] : [];
}

/** A zone behind the hour has no minus: `9:00-11:00` is from nine to eleven. */
const CLOCK =
  /^(.*?)(T| *)(上午|下午)? *(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.0+)?)?|[时点] *(?:(\d{1,2}) *分(?: *(\d{1,2}) *秒)?|整|半)?) *(Z|\+\d{2}:\d{2})?$/u;

/** `2026-11-09 14:00`, `2026年11月9日14时05分`, `2026.11.9 下午2:30` → China's time where no zone is written. A day alone is none. */
export function instantReadings(text: string): readonly Instant[] {
  const plain = halfWidthText(text);
  if (parseInstant(plain) !== undefined) return [plain];
  const [, date = '', gap = '', half, hour = '', minute, second, minuteOf, secondOf, zone = '+08:00'] = CLOCK.exec(plain) ?? [];
  // Figures of the day never run into those of the hour.
  const parted = gap !== '' || half !== undefined || /[日号]$/u.test(date);
  const at = clockHour(Number(hour), half);
  if (!parted || at === undefined) return several(plain, instantReadings);
  const minutes = minute ?? minuteOf ?? (/[时点] *半/u.test(plain) ? '30' : '00');
  const seconds = second ?? secondOf;
  const clock = `${pad(at)}:${pad(minutes)}${seconds === undefined ? '' : `:${pad(seconds)}`}${zone}`;
  const read = dayReadings(date).map((day) => `${day}T${clock}`);
  return read.length === 0 ? several(plain, instantReadings) : read.filter((instant) => parseInstant(instant) !== undefined);
}

/** The one instant that a text can be read as, in milliseconds since 1970; undefined where it is none, or may be more than one. */
export function instantMeant(text: string): number | undefined {
  const [only, other] = instantReadings(text);
  return only === undefined || other !== undefined ? undefined : parseInstant(only);
}

/** 下午2时 is 14; 上午12时 may be noon or midnight. */
function clockHour(hour: number, half: string | undefined): number | undefined {
  if (half === '上午') return hour < 12 ? hour : undefined;
  return half === '下午' && hour < 12 ? hour + 12 : hour;
}

const pad = (figures: string | number | undefined): string => String(figures ?? '').padStart(2, '0');

const CURRENCY_BEFORE = /^(?:人民币|RMB|CNY)?\s*[¥￥]?\s*/iu;
const CURRENCY_BEHIND = /\s*(?:元|圆)(?:整|正)?$/u;
/** Thousands by commas, apostrophes or spaces, and a decimal point. */
const GROUPED = /^[1-9]\d{0,2}(?:([, '])\d{3})(?:\1\d{3})*(?:\.\d{1,2})?$/;
/** As many write it elsewhere, points for thousands and a comma for the decimals: which of the two is meant only the writer knows. */
const POINTS_FOR_THOUSANDS = /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,2}$/;

/** `1,234.50`, `2,800元`, `¥ 1 234.50` → one amount; `1.234,50` → two. */
export function moneyReadings(text: string): readonly Yuan[] {
  const plain = bareAmount(text);
  if (parseYuan(plain) !== undefined) return [plain];
  if (GROUPED.test(plain)) return amounts([plain.replace(/[, ']/g, '')]);
  if (POINTS_FOR_THOUSANDS.test(plain)) return amounts([plain.replaceAll('.', '').replace(',', '.'), plain.replace(/[.,]/g, '')]);
  return [];
}

function amounts(texts: readonly string[]): readonly Yuan[] {
  return texts.filter((text) => parseYuan(text) !== undefined);
}

/** The figures of an amount, without 人民币, ¥ and 元. */
export function bareAmount(text: string): string {
  return halfWidthText(text).replace(CURRENCY_BEFORE, '').replace(CURRENCY_BEHIND, '');
}

/** Signs that hold figures (①, ², ㏠): a note or a power behind an amount would become its last figure. */
const SIGNS_WITH_FIGURES = /([\p{No}\u32c0-\u32cb\u3358-\u3370\u33e0-\u33fe]+)/u;

/** Letters, figures and signs in half width, nothing at either end. Signs that hold figures stay what they are. */
export function halfWidthText(text: string): string {
  const folded = text.split(SIGNS_WITH_FIGURES).map((part, i) => (i % 2 === 1 ? part : part.normalize('NFKC')));
  return folded.join('').replace(/－/gu, '-').trim();
}
