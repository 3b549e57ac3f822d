/** Where a text may be cut, and its cutting into lines of a width. */
import { isLatin, KIND, type Kind, mayPart, neverLast } from './characters.ts';
import { type Glyph, ROOM } from './palette.ts';
import type { Text } from './text.ts';

export interface LineRange {
  readonly from: number;
  /** Behind the last glyph that is drawn: white space before a cut is dropped. */
  readonly to: number;
  /** Points as set without stretching or squeezing. */
  readonly width: number;
  readonly available: number;
  /** Ends the paragraph, or was ended by hand. */
  readonly last: boolean;
}

/** Longest stretch without a break, in characters: more could not fit a narrow column (a digest, an account name). */
const MAX_UNBROKEN = 20;
/** Rounding must not cost a line its last character. */
const EPSILON = 0.01;
/** Empty room at a line's end, in ems, from which punctuation is squeezed to take one character more. */
const WORTH_SQUEEZING = 0.75;
/** Share of a full-width mark that is empty and may be given up at a line's end (GB/T 15834-2011, 5.1.10). */
const EMPTY_HALF = 0.5;
/** These fill more than half of their box. */
const WHOLE_MARKS = new Set('？！');
/** Ems by which one gap may be narrowed: less than what hanzi leave free beside them, and too little for a reader of the file to see two words. */
const NARROWEST_GAP = 0.03;

/** 1 at each offset before which a line may begin. */
export function breaksOf(glyphs: readonly Glyph[]): Uint8Array {
  const breaks = new Uint8Array(glyphs.length + 1);
  let since = 0;
  // The last glyph with ink: a bracket that opens keeps what follows it, whatever white space stands between (UAX #14, LB14).
  let ink: Kind = KIND.space;
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1] as Glyph;
    const after = glyphs[i] as Glyph;
    if (before.kind !== KIND.space) ink = before.kind;
    const apostrophe = before.char === '’' && after.kind === KIND.latin;
    if (mayPart(before.kind, after.kind) && !neverLast(ink) && !apostrophe && !inWideNumber(glyphs, i)) {
      breaks[i] = 1;
      if (i - since > MAX_UNBROKEN) breakStretch(glyphs, breaks, since, i);
      since = i;
    }
  }
  if (glyphs.length - since > MAX_UNBROKEN) breakStretch(glyphs, breaks, since, glyphs.length);
  breaks[glyphs.length] = 1;
  return breaks;
}

/** Of a text whose room to write in stays whole, as far as a line holds it. */
function breaksIn(text: Text, width: number): Uint8Array {
  const { glyphs, ruled, whole } = text;
  const breaks = breaksOf(glyphs);
  if (!whole) return breaks;
  const kept = (same: (at: number) => boolean): void => {
    for (let from = 0; from < glyphs.length; from++) {
      let to = from;
      while (to < glyphs.length && same(to)) to++;
      if (to > from + 1 && widthOf(text, from, to) <= width) breaks.fill(0, from + 1, to);
      from = Math.max(from, to);
    }
  };
  if (ruled) kept((at) => ruled[at] === true);
  if (glyphs.includes(ROOM)) kept((at) => ruled?.[at] !== true && (glyphs[at] === ROOM || OF_DATES.includes(glyphs[at]?.char ?? '')));
  return breaks;
}

/** Written between the room for their numbers. */
const OF_DATES = ['年', '月', '日', '时', '分'];

const WIDE_DIGIT = /[０-９]/;

/** Between two full-width digits, or behind the mark that stands between them: １２３，４５６．７８ is one number. */
function inWideNumber(glyphs: readonly Glyph[], at: number): boolean {
  const char = (i: number): string => glyphs[i]?.char ?? '';
  if (char(at) === '．') return WIDE_DIGIT.test(char(at - 1)) && WIDE_DIGIT.test(char(at + 1));
  if (!WIDE_DIGIT.test(char(at))) return false;
  return WIDE_DIGIT.test(char(at - 1)) || (/[，．]/.test(char(at - 1)) && WIDE_DIGIT.test(char(at - 2)));
}

/** Least share of its size at which an amount is still set in a column that is too narrow for it. */
const SMALLEST_AMOUNT = 0.35;

/** Amounts that a column cannot hold are set smaller rather than torn. */
export function fitAmounts(text: Text, width: number): void {
  if (!text.glyphs.some(({ char }) => char === '.' || char === ',')) return;
  const string = text.glyphs.map(({ char }) => (char.length === 1 ? char : '\ufffd')).join('');
  for (const { 0: amount, index } of string.matchAll(AMOUNT)) {
    const wide = widthOf(text, index, index + amount.length);
    if (wide <= width) continue;
    const share = Math.max(SMALLEST_AMOUNT, (0.99 * width) / wide);
    for (let i = index; i < index + amount.length; i++) text.sizes[i] = (text.sizes[i] as number) * share;
  }
}

/** An amount as it is printed. Torn in two it reads as another. */
const AMOUNT = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/g;

/** A long path or account may be cut anywhere but inside an amount and at full-width marks. */
function breakStretch(glyphs: readonly Glyph[], breaks: Uint8Array, from: number, to: number): void {
  const stretch = glyphs.slice(from, to);
  const text = stretch.map(({ char }) => (char.length === 1 ? char : '\ufffd')).join('');
  const amounts = [...text.matchAll(AMOUNT)].filter(({ 0: amount }) => amount.length <= MAX_UNBROKEN);
  const inAmount = (at: number): boolean => amounts.some(({ 0: amount, index }) => at > index && at < index + amount.length);
  for (let i = 1; i < stretch.length; i++) {
    const before = stretch[i - 1] as Glyph;
    const after = stretch[i] as Glyph;
    if (isLatin(before.kind) && isLatin(after.kind) && !inAmount(i)) breaks[from + i] = 1;
    if (before.kind === KIND.ideograph && after.kind === KIND.ideograph) breaks[from + i] = 1;
  }
}

/** Cuts a text into lines. `indent`: points that the first line begins further in. At least one line. */
export function cutLines(text: Text, width: number, indent = 0): LineRange[] {
  const { glyphs } = text;
  const breaks = breaksIn(text, width);
  const lines: LineRange[] = [];
  let from = 0;
  do {
    const available = Math.max(width - (lines.length === 0 ? indent : 0), 0);
    const { end, hard } = cutOne(text, breaks, from, available);
    lines.push(lineOf(text, from, end, available, hard || end >= glyphs.length));
    from = hard ? end + 1 : skipSpaces(glyphs, end);
    // A line feed at the very end begins no further line.
    if (hard && from >= glyphs.length) break;
  } while (from < glyphs.length);
  return lines;
}

function skipSpaces(glyphs: readonly Glyph[], from: number): number {
  let at = from;
  while (glyphs[at]?.kind === KIND.space) at++;
  return at;
}

function lineOf(text: Text, from: number, end: number, available: number, last: boolean): LineRange {
  let to = end;
  while (to > from && text.glyphs[to - 1]?.kind === KIND.space) to--;
  return { from, to, width: widthOf(text, from, to), available, last };
}

export function widthOf({ glyphs, sizes }: Text, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width += (glyphs[i] as Glyph).advance * (sizes[i] as number);
  return width;
}

/** Where the line that begins at `from` ends: the farthest cut that fits, or the next one when squeezing marks pays. */
function cutOne(text: Text, breaks: Uint8Array, from: number, available: number): { readonly end: number; readonly hard: boolean } {
  const { glyphs, sizes } = text;
  // Width with the last glyph that has ink, and the white space behind it.
  let width = 0;
  let spaces = 0;
  let drawn = from;
  let fit = -1;
  let fitWidth = 0;
  let over = -1;
  for (let i = from; ; i++) {
    const glyph = glyphs[i];
    const hard = glyph?.kind === KIND.newline;
    if (glyph === undefined || hard || (i > from && breaks[i] === 1)) {
      if (width > available + EPSILON) {
        const worth = fit < 0 || available - fitWidth >= WORTH_SQUEEZING * (sizes[from] as number);
        if (worth && width - available <= squeezeRoom(text, from, drawn) + EPSILON) return { end: i, hard };
        break;
      }
      if (glyph === undefined || hard) return { end: i, hard };
      fit = i;
      fitWidth = width;
    }
    const advance = glyph.advance * (sizes[i] as number);
    if (glyph.kind === KIND.space) spaces += advance;
    else {
      width += spaces + advance;
      spaces = 0;
      drawn = i + 1;
      if (over < 0 && width > available + EPSILON) over = i;
    }
  }
  if (fit > from) return { end: fit, hard: false };
  // Nothing fits whole: the column is narrower than a word. It is cut where it is full, not before a mark if that can be helped.
  const full = Math.max(over, from + 1);
  const mark = glyphs[full]?.kind === KIND.closing || glyphs[full]?.kind === KIND.notFirst;
  return { end: mark && full > from + 1 ? full - 1 : full, hard: false };
}

function visibleWidth(text: Text, from: number, end: number): number {
  let to = end;
  while (to > from && text.glyphs[to - 1]?.kind === KIND.space) to--;
  return widthOf(text, from, to);
}

/** Points that a line can be squeezed by: its last mark's empty half, and a little of every gap. */
export function squeezeRoom(text: Text, from: number, to: number): number {
  let gaps = 0;
  for (let i = from; i + 1 < to; i++) if (isGap(text.glyphs, i)) gaps++;
  return emptyEnd(text, to) + gaps * NARROWEST_GAP * (text.sizes[from] ?? 0);
}

/** Points that the mark before `to` leaves empty: where it ends a line, nobody sees them missing. */
export function emptyEnd({ glyphs, sizes }: Text, to: number): number {
  const last = glyphs[to - 1];
  const half = last?.kind === KIND.closing && last.advance > 0.9 && !WHOLE_MARKS.has(last.char);
  return half ? EMPTY_HALF * (sizes[to - 1] as number) : 0;
}

/** May room be added or taken behind this glyph? Not inside words and numbers. */
export function isGap(glyphs: readonly Glyph[], index: number): boolean {
  return !(isLatin((glyphs[index] as Glyph).kind) && isLatin((glyphs[index + 1] as Glyph).kind));
}

/** Marks aside, how many characters stand in a line, up to two. */
function bodyCount(glyphs: readonly Glyph[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to && count < 2; i++) if (glyphs[i]?.kind !== KIND.closing) count++;
  return count;
}

/** Points by which one gap may at most be widened, as a share of the size: more tears a line apart. */
export const WIDEST_GAP = 0.2;

/** 单字不成行: a paragraph's last line of one character is taken back by squeezing, or given company. */
export function mendLastLine(text: Text, lines: readonly LineRange[]): readonly LineRange[] {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (!last || !before || before.last || last.to === last.from || bodyCount(text.glyphs, last.from, last.to) > 1) return lines;
  const head = lines.slice(0, -2);
  const whole = widthOf(text, before.from, last.to);
  if (whole - before.available <= squeezeRoom(text, before.from, last.to)) {
    return [...head, { ...before, to: last.to, width: whole, last: true }];
  }
  const breaks = breaksIn(text, before.available);
  for (let cut = before.to - 1; cut > before.from + 1; cut--) {
    if (breaks[cut] !== 1 || bodyCount(text.glyphs, cut, last.to) < 2) continue;
    const width = visibleWidth(text, before.from, cut);
    const gap = (before.available - width) / Math.max(1, cut - before.from - 1);
    if (gap > WIDEST_GAP * (text.sizes[cut] as number)) return lines;
    return [...head, lineOf(text, before.from, cut, before.available, false), lineOf(text, cut, last.to, last.available, true)];
  }
  return lines;
}
