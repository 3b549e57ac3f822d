/** Stretches of a text that are replaced; everything outside them stays. */

export interface Splice {
  /** Offsets in UTF-16 units of the text as it was: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Sorted, without what does not change at either end of each. */
export function tight(text: string, splices: readonly Splice[]): readonly Splice[] {
  return splices
    .map((splice) => trimmed(text, splice))
    .filter(({ start, end, text: put }) => end > start || put !== '')
    .sort((a, b) => a.start - b.start);
}

function trimmed(text: string, { start, end, text: put }: Splice): Splice {
  let head = 0;
  const shorter = Math.min(end - start, put.length);
  while (head < shorter && text.charCodeAt(start + head) === put.charCodeAt(head)) head++;
  // Both halves of a character outside the basic plane stay together.
  if (head > 0 && isLead(put.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && text.charCodeAt(end - 1 - tail) === put.charCodeAt(put.length - 1 - tail)) tail++;
  if (tail > 0 && isTrail(put.charCodeAt(put.length - tail))) tail--;
  return { start: start + head, end: end - tail, text: put.slice(head, put.length - tail) };
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

export function spliced(text: string, splices: readonly Splice[]): string {
  let made = '';
  let done = 0;
  for (const { start, end, text: put } of splices) {
    made += text.slice(done, start) + put;
    done = end;
  }
  return made + text.slice(done);
}

/** Bytes of the old file that are replaced, and what by. */
export interface ByteSplice {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** The splices in bytes of UTF-8. `skip`: bytes before the text. */
export function byteSplices(text: string, splices: readonly Splice[], skip: number): readonly ByteSplice[] {
  const utf8 = new TextEncoder();
  let units = 0;
  let at = skip;
  return splices.map(({ start, end, text: put }) => {
    const from = at + utf8.encode(text.slice(units, start)).length;
    const to = from + utf8.encode(text.slice(start, end)).length;
    [units, at] = [end, to];
    return { start: from, end: to, bytes: utf8.encode(put) };
  });
}

/** What is outside the splices is taken from the bytes as they are. */
export function splicedBytes(bytes: Uint8Array, splices: readonly ByteSplice[]): Uint8Array {
  let done = 0;
  const parts = splices.flatMap(({ start, end, bytes: put }) => {
    const kept = bytes.subarray(done, start);
    done = end;
    return [kept, put];
  });
  return joined([...parts, bytes.subarray(done)]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
