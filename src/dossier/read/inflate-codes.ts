/** The code tables of deflate (RFC 1951 §3.2): from lengths of codes to a table that is looked up by the next bits. */

export interface Codes {
  /** By the next bits: symbol × 16 + length of its code; 0 where no code begins so. */
  readonly literals: Uint16Array;
  readonly literalBits: number;
  readonly distances: Uint16Array;
  readonly distanceBits: number;
}

/** In which order lengths of the code of codes are written. */
export const ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
export const LENGTH_EXTRA: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
export const DISTANCE_EXTRA: readonly number[] = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** Length 258 has a symbol of its own. */
export const LENGTH_BASE: readonly number[] = [...basesOf(LENGTH_EXTRA.slice(0, 28), 3), 258];
export const DISTANCE_BASE: readonly number[] = basesOf(DISTANCE_EXTRA, 1);

function basesOf(extra: readonly number[], first: number): number[] {
  let base = first;
  return extra.map((bits) => {
    const own = base;
    base += 1 << bits;
    return own;
  });
}

/** Undefined when the lengths make no code: too many codes, or too few, but for the single one that is allowed. */
export function codesOf(literalLengths: Uint8Array, distanceLengths: Uint8Array): Codes | undefined {
  const literals = tableOf(literalLengths);
  const distances = tableOf(distanceLengths);
  return literals && distances
    ? { literals: literals.table, literalBits: literals.bits, distances: distances.table, distanceBits: distances.bits }
    : undefined;
}

function tableOf(lengths: Uint8Array): { table: Uint16Array; bits: number } | undefined {
  const counts = new Uint16Array(16);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] as number) + 1;
  const used = counts.reduce((sum, n) => sum + n, 0);
  const bits = Math.max(1, 15 - [...counts].reverse().findIndex((n) => n > 0));
  if (used === 0) return { table: new Uint16Array(2), bits: 1 };
  const next = new Uint16Array(17);
  let room = 1;
  for (let length = 1; length <= 15; length++) {
    room = room * 2 - (counts[length] as number);
    if (room < 0) return undefined;
    next[length + 1] = ((next[length] as number) + (counts[length] as number)) << 1;
  }
  if (room > 0 && !(used === 1 && bits === 1)) return undefined;
  const table = new Uint16Array(1 << bits);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    const code = reversed(next[length] as number, length);
    next[length] = (next[length] as number) + 1;
    for (let i = code; i < table.length; i += 1 << length) table[i] = symbol * 16 + length;
  }
  return { table, bits };
}

/** Codes are read from their first bit, which is the lowest of the hold. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result |= ((code >>> i) & 1) << (length - 1 - i);
  return result;
}

function lengthsOf(...runs: readonly (readonly [count: number, length: number])[]): Uint8Array {
  return Uint8Array.from(runs.flatMap(([count, length]) => new Array<number>(count).fill(length)));
}

/** RFC 1951 §3.2.6. */
export const FIXED = codesOf(lengthsOf([144, 8], [112, 9], [24, 7], [8, 8]), lengthsOf([32, 5])) as Codes;
