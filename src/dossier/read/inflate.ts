/**
 * Inflates deflate (RFC 1951) piece by piece and strictly: it tells where the stream ends, so that nothing hides behind it, and never holds
 * more than its window. Runs where no zlib is; a dossier as built is never compressed, only one that somebody packed again.
 */
import { type Codes, codesOf, DISTANCE_BASE, DISTANCE_EXTRA, FIXED, LENGTH_BASE, LENGTH_EXTRA, ORDER } from './inflate-codes.ts';

export class InflateError extends Error {}

export interface Inflater {
  /** The next piece of content, valid until the next call; undefined at the end. @throws InflateError */
  next(): Uint8Array | undefined;
  /** Bytes of the last input that the stream did not need. */
  rest(): number;
}

const WINDOW = 32768;
const LONGEST = 258;
const OUT_BYTES = WINDOW + (256 << 10);

/** `more` gives the next input, an empty array at its end. */
export function inflater(more: () => Uint8Array): Inflater {
  const out = new Uint8Array(OUT_BYTES);
  let input: Uint8Array = new Uint8Array();
  let at = 0;
  let hold = 0;
  let bits = 0;
  let o = 0;
  let state: 'head' | 'stored' | 'codes' | 'end' = 'head';
  let last = false;
  let left = 0;
  let codes: Codes = FIXED;

  /** At most 24 bits; fewer at the input's end. */
  function fill(count: number): void {
    while (bits < count) {
      if (at === input.length) {
        input = more();
        at = 0;
        if (input.length === 0) return;
      }
      hold |= (input[at++] as number) << bits;
      bits += 8;
    }
  }
  function take(count: number): number {
    fill(count);
    if (bits < count) throw new InflateError('end');
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    bits -= count;
    return value;
  }
  function symbol(table: Uint16Array, width: number): number {
    fill(width);
    const code = table[hold & ((1 << width) - 1)] as number;
    const length = code & 15;
    if (length === 0) throw new InflateError('code');
    if (length > bits) throw new InflateError('end');
    hold >>>= length;
    bits -= length;
    return code >>> 4;
  }

  function head(): void {
    last = take(1) === 1;
    const type = take(2);
    if (type === 0) {
      take(bits & 7);
      left = take(16);
      if ((take(16) ^ 0xffff) !== left) throw new InflateError('stored');
      state = 'stored';
    } else if (type === 3) throw new InflateError('block');
    else {
      codes = type === 1 ? FIXED : dynamic();
      state = 'codes';
    }
  }
  function dynamic(): Codes {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const lengths = new Uint8Array(19);
    for (let i = 0, n = take(4) + 4; i < n; i++) lengths[ORDER[i] as number] = take(3);
    if (literals > 286 || distances > 30) throw new InflateError('code');
    const meta = tableOf(() => codesOf(lengths, new Uint8Array(1)));
    const all = new Uint8Array(literals + distances);
    for (let i = 0; i < all.length; ) {
      const s = symbol(meta.literals, meta.literalBits);
      if (s < 16) all[i++] = s;
      else {
        if (s === 16 && i === 0) throw new InflateError('code');
        const value = s === 16 ? (all[i - 1] as number) : 0;
        const times = s === 16 ? 3 + take(2) : s === 17 ? 3 + take(3) : 11 + take(7);
        if (i + times > all.length) throw new InflateError('code');
        all.fill(value, i, i + times);
        i += times;
      }
    }
    if (all[256] === 0) throw new InflateError('code');
    return tableOf(() => codesOf(all.subarray(0, literals), all.subarray(literals)));
  }

  function stored(): void {
    while (left > 0 && o < OUT_BYTES) {
      if (bits > 0) {
        out[o++] = take(8);
        left -= 1;
        continue;
      }
      if (at === input.length) {
        input = more();
        at = 0;
        if (input.length === 0) throw new InflateError('end');
      }
      const count = Math.min(left, OUT_BYTES - o, input.length - at);
      out.set(input.subarray(at, at + count), o);
      at += count;
      o += count;
      left -= count;
    }
    if (left === 0) state = last ? 'end' : 'head';
  }
  function coded(): void {
    const { literals, literalBits, distances, distanceBits } = codes;
    while (o < OUT_BYTES - LONGEST) {
      const s = symbol(literals, literalBits);
      if (s < 256) {
        out[o++] = s;
        continue;
      }
      if (s === 256) {
        state = last ? 'end' : 'head';
        return;
      }
      const length = (LENGTH_BASE[s - 257] ?? 0) + take(LENGTH_EXTRA[s - 257] ?? 0);
      const d = symbol(distances, distanceBits);
      const back = (DISTANCE_BASE[d] ?? 0) + take(DISTANCE_EXTRA[d] ?? 0);
      // What was put out before the window is forgotten; a distance reaches no further than it.
      if (s > 285 || d > 29 || back > o) throw new InflateError('distance');
      if (back >= length) {
        out.copyWithin(o, o - back, o - back + length);
        o += length;
      } else for (let end = o + length; o < end; o++) out[o] = out[o - back] as number;
    }
  }

  return {
    next() {
      if (o > WINDOW) {
        out.copyWithin(0, o - WINDOW, o);
        o = WINDOW;
      }
      const from = o;
      while (state !== 'end' && o < OUT_BYTES - LONGEST) {
        if (state === 'head') head();
        else if (state === 'stored') stored();
        else coded();
      }
      return o === from ? undefined : out.subarray(from, o);
    },
    rest: () => input.length - at + (bits >>> 3),
  };
}

function tableOf(make: () => Codes | undefined): Codes {
  const codes = make();
  if (!codes) throw new InflateError('code');
  return codes;
}
