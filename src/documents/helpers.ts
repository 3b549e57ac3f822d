/** What a template may call. None of them reaches disk, network, clock or environment. */
import {
  chineseDay,
  chineseInstant,
  chineseNumber,
  groupedHex,
  hasBlank,
  isDay,
  parseInstant,
  parseYuan,
  upperYuan,
} from '../model/index.ts';

/** A helper was handed what it cannot work on; told with the helper's place. */
export class HelperError extends Error {}

export interface Helper {
  /** What it does, for docs/reference/templates.md. */
  readonly about: string;
  /** As it is written, and what it prints then. */
  readonly example: readonly [written: string, printed: string];
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [least: number, most: number];
  readonly run: (...args: readonly unknown[]) => unknown;
}

/** Present: not null, not false, not an empty text or list. A number is always present, zero too. */
export function isPresent(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}

function indexOf(value: unknown): number {
  const index = Number(value);
  if (!Number.isSafeInteger(index) || index < 0 || index > 9998) throw new HelperError();
  return index;
}

/** `1,234.50`, `1234.5` or a whole number, in fen. */
function fenOf(value: unknown): bigint {
  const fen = typeof value === 'string' || typeof value === 'number' ? parseYuan(String(value).replaceAll(',', '')) : undefined;
  if (fen === undefined) throw new HelperError();
  return fen;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw new HelperError();
  return String(value);
}

/** Nothing stays nothing, and what is to be written by hand a blank. */
function dated(value: unknown, is: (text: string) => boolean, print: (text: string) => string): string {
  if (value === null) return '';
  const text = textOf(value);
  if (hasBlank(text)) return text;
  if (!is(text)) throw new HelperError();
  return print(text);
}

/** Keeps a head and a tail; a text too short to hide anything in is hidden whole. */
function masked(value: unknown, head: number, tail: number): string {
  const points = [...textOf(value)];
  if (points.length <= head + tail) return '*'.repeat(points.length);
  return [...points.slice(0, head), '*'.repeat(points.length - head - tail), ...points.slice(points.length - tail)].join('');
}

const CIRCLED_FROM = 0x2460;
const CIRCLED_MOST = 20;

/** Helpers whose value is printed or passed on; arguments are checked for missing fields before. */
export const VALUE_HELPERS: Readonly<Record<string, Helper>> = {
  join: {
    about: '把列表连成一句，第二个参数是连接用的符号',
    example: ['{{join team "、"}}', '张某、李某'],
    takes: [2, 2],
    run: (list, separator) => (Array.isArray(list) ? list.map(textOf).join(String(separator)) : textOf(list)),
  },
  count: {
    about: '列表有几项',
    example: ['{{count suspects}}', '2'],
    takes: [1, 1],
    run: (list) => {
      if (!Array.isArray(list)) throw new HelperError();
      return String(list.length);
    },
  },
  number: { about: '序号：1、2、3', example: ['{{number @index}}', '1'], takes: [1, 1], run: (index) => String(indexOf(index) + 1) },
  chinese: { about: '序号：一、二、三', example: ['{{chinese @index}}', '一'], takes: [1, 1], run: (i) => chineseNumber(indexOf(i) + 1) },
  paren: {
    about: '序号：（一）（二）（三）',
    example: ['{{paren @index}}', '（一）'],
    takes: [1, 1],
    run: (i) => `（${chineseNumber(indexOf(i) + 1)}）`,
  },
  circled: {
    about: '序号：①②③；第二十一项起写成（21）',
    example: ['{{circled @index}}', '①'],
    takes: [1, 1],
    run: (value) => {
      const index = indexOf(value);
      return index < CIRCLED_MOST ? String.fromCodePoint(CIRCLED_FROM + index) : `（${index + 1}）`;
    },
  },
  or: {
    about: '第一个有内容的；可空的字段这样印',
    example: ['{{or docNo "无"}}', '无'],
    takes: [2, 5],
    run: (...values) => values.find(isPresent) ?? values.at(-1),
  },
  and: {
    about: '都有内容；用在 {{#if}} 里',
    example: ['{{#if (and lead phone)}}…{{/if}}', '…'],
    takes: [2, 5],
    run: (...values) => values.every(isPresent),
  },
  not: {
    about: '没有内容；用在 {{#if}} 里',
    example: ['{{#if (not lead)}}…{{/if}}', ''],
    takes: [1, 1],
    run: (value) => !isPresent(value),
  },
  is: {
    about: '两者相同；用在 {{#if}} 里',
    example: ['{{#if (is decision "批准")}}…{{/if}}', '…'],
    takes: [2, 2],
    run: (value, other) => value === other,
  },
  yesno: {
    about: '有内容印 yes，没有印 no；给 on、keep 这样的属性用',
    example: ['<check on="{{yesno (is decision "批准")}}">批准</check>', '☑ 批准'],
    takes: [1, 1],
    run: (value) => (isPresent(value) ? 'yes' : 'no'),
  },
  fill: {
    about: '把用语里的 {1}、{2} 换成后面的内容',
    example: ['{{fill words.copiesLine copies}}', '（本文书一式三份。）'],
    takes: [2, 6],
    run: (text, ...values) =>
      textOf(text).replace(/\{([1-5])\}/g, (_, place: string) => {
        const value = values[Number(place) - 1];
        if (value === undefined) throw new HelperError();
        return textOf(value);
      }),
  },
  day: {
    about: '表里的日期印成年月日；没有填的是空',
    example: ['{{day forms.case.filing.filedOn}}', '2026年8月10日'],
    takes: [1, 1],
    run: (value) => dated(value, isDay, chineseDay),
  },
  instant: {
    about: '表里的时间印成年月日时分；没有填的是空',
    example: ['{{instant forms.receipt.receivedAt}}', '2026年11月20日9时30分'],
    takes: [1, 1],
    run: (value) => dated(value, (text) => parseInstant(text) !== undefined, chineseInstant),
  },
  upper: {
    about: '大写金额',
    example: ['{{upper amount.figures}}', '壹万零伍佰元整'],
    takes: [1, 1],
    run: (value) => upperYuan(fenOf(value)),
  },
  maskId: {
    about: '遮住证件号码：留前六位和后四位',
    example: ['{{maskId idNo}}', '999999********0018'],
    takes: [1, 1],
    run: (value) => masked(value, 6, 4),
  },
  maskPhone: {
    about: '遮住电话：留前三位和后四位',
    example: ['{{maskPhone phone}}', '000****0000'],
    takes: [1, 1],
    run: (value) => masked(value, 3, 4),
  },
  grouped: {
    about: '校验值八位一组，便于核对；只印 <digest> 以外的地方用',
    example: ['{{grouped fingerprint}}', '0a1b2c3d 4e5f6071 …'],
    takes: [1, 1],
    run: (value) => groupedHex(textOf(value)),
  },
};

export const BLOCK_HELPERS = ['if', 'unless', 'each'] as const;
export const HELPER_NAMES: readonly string[] = [...BLOCK_HELPERS, ...Object.keys(VALUE_HELPERS)];
