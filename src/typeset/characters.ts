/** Kinds of characters as far as lines care, and where a line may end (GB/T 15834-2011, 5.1; UAX #14 for Latin text). */

export type Kind = (typeof KIND)[keyof typeof KIND];
export const KIND = {
  /** Hanzi, kana, full-width letters and signs: a line may end on either side. */
  ideograph: 0,
  /** “（《: never ends a line; its left half is empty. */
  opening: 1,
  /** ，。）》: never begins a line; its right half is empty. */
  closing: 2,
  /** Letters, digits, and what stands inside words and numbers. */
  latin: 3,
  space: 4,
  /** ·—～％: never begins a line. */
  notFirst: 5,
  /** ￥ №: never ends a line. */
  prefix: 6,
  /** ,.)%: belongs to the Latin text before it. */
  latinClosing: 7,
  latinOpening: 8,
  newline: 9,
} as const;

const OPENING = '“‘（《〈【〔「『［｛';
const CLOSING = '，。、；：？！”’）》〉】〕」』］｝';
/** 分隔号 stands neither first nor last (5.1.9); dashes, ellipses and connecting marks are not parted (5.1.7, 5.1.8). */
const NOT_FIRST = '·—…～％‰℃／－々';
const PREFIX = '￥№＄¥§';
const LATIN_CLOSING = ',.;:!?)]}%';
const LATIN_OPENING = '([{$';

const BY_CHAR = new Map<string, Kind>([
  ...pairs(OPENING, KIND.opening),
  ...pairs(CLOSING, KIND.closing),
  ...pairs(NOT_FIRST, KIND.notFirst),
  ...pairs(PREFIX, KIND.prefix),
  ...pairs(LATIN_CLOSING, KIND.latinClosing),
  ...pairs(LATIN_OPENING, KIND.latinOpening),
  [' ', KIND.space],
  ['\n', KIND.newline],
]);

function pairs(chars: string, kind: Kind): [string, Kind][] {
  return [...chars].map((char) => [char, kind]);
}

/** East Asian scripts, symbols and everything above the basic plane. */
const WIDE = /[\u2100-\u2bff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\u{10000}-\u{10ffff}]/u;

export function kindOf(char: string): Kind {
  return BY_CHAR.get(char) ?? (WIDE.test(char) ? KIND.ideograph : KIND.latin);
}

export function isLatin(kind: Kind): boolean {
  return kind === KIND.latin || kind === KIND.latinClosing || kind === KIND.latinOpening;
}

export function neverLast(kind: Kind): boolean {
  return kind === KIND.opening || kind === KIND.prefix || kind === KIND.latinOpening;
}

/** May a line end between two characters that stand side by side? */
export function mayPart(before: Kind, after: Kind): boolean {
  if (after === KIND.space || after === KIND.newline) return false;
  if (after === KIND.closing || after === KIND.notFirst) return false;
  if (before === KIND.space) return true;
  if (after === KIND.latinClosing) return false;
  if (neverLast(before)) return false;
  return !(isLatin(before) && isLatin(after));
}
