/** Where a line of Chinese may end: UAX #14 by `linebreak` (this is its door), mended for Chinese quotes and GB/T 15834. */
import LineBreaker from 'linebreak';

/** Longest stretch without a break, in code points: more could not fit a narrow column (a digest, an account name). */
const MAX_UNBROKEN = 20;

const CJK = /[\u2e80-\u2fff\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{323af}]/u;
/** May not end a line. */
const OPENING = new Set('“‘（《〈【〔「『([{');
/** May not begin a line. */
const NOT_FIRST = new Set('，。、；：？！”’）》〉】〕」』…·—～％‰℃,.;:!?)]}%／－');
/** Among them, those that UAX #14 lets begin a line also after Latin text. */
const NEVER_FIRST = new Set('·—～％℃');

export interface LineBreaks {
  /** Offsets in UTF-16 units after which a line may end. */
  readonly allowed: ReadonlySet<number>;
  /** Offsets after which it must (just behind a line feed). */
  readonly required: ReadonlySet<number>;
}

export function lineBreaks(text: string): LineBreaks {
  const allowed = new Set<number>();
  const required = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let stop = breaker.nextBreak(); stop; stop = breaker.nextBreak()) {
    allowed.add(stop.position);
    if (stop.required && stop.position < text.length) required.add(stop.position);
  }
  let offset = 0;
  let before = '';
  for (const char of text) {
    if (before !== '' && !required.has(offset)) mend(allowed, offset, before, char);
    before = char;
    offset += char.length;
  }
  breakLongStretches(text, allowed);
  return { allowed, required };
}

function mend(allowed: Set<number>, offset: number, before: string, char: string): void {
  const opens = char === '“' || char === '‘';
  const closed = before === '”' || before === '’';
  if (opens && (CJK.test(before) || closed) && !OPENING.has(before)) allowed.add(offset);
  if (closed && (CJK.test(char) || OPENING.has(char)) && !NOT_FIRST.has(char)) allowed.add(offset);
  if (NOT_FIRST.has(char) && !/\s/.test(before) && (CJK.test(before) || NEVER_FIRST.has(char))) allowed.delete(offset);
  if (OPENING.has(before)) allowed.delete(offset);
}

/** Digits apart, what stands in NOT_FIRST for Latin text too would keep a long path from breaking at its dots. */
const isClosing = (char: string): boolean => NOT_FIRST.has(char) && CJK.test(char);

/** An amount as it is printed. Torn in two it reads as another. */
const AMOUNT = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/g;

function breakLongStretches(text: string, allowed: Set<number>): void {
  const inAmount = new Set<number>();
  for (const { 0: amount, index } of text.matchAll(AMOUNT)) {
    if (amount.length <= MAX_UNBROKEN) for (let i = 1; i < amount.length; i++) inAmount.add(index + i);
  }
  let offset = 0;
  let before = '';
  let since: number[] = [];
  const flush = () => {
    if (since.length > MAX_UNBROKEN) for (const position of since) allowed.add(position);
    since = [];
  };
  for (const char of text) {
    if (allowed.has(offset) || /\s/.test(char)) flush();
    else if (offset > 0 && !inAmount.has(offset) && !isClosing(char) && !OPENING.has(before)) since.push(offset);
    before = char;
    offset += char.length;
  }
  flush();
}
