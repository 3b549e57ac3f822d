/** SHA-256 (FIPS 180-4) piece by piece, for a browser: three times as fast there as the one of @noble/hashes, which stays the second opinion in tests. */
import { type BlockDigest, blockDigest } from './block-digest.ts';

/** §4.2.2, §5.3.3: the first bits of the fractional parts of roots of the first primes, taken from exact integers. */
const PRIMES = firstPrimes(64);
const CONSTANTS = Int32Array.from(PRIMES, (p) => fraction(p, 3n));
const START = PRIMES.slice(0, 8).map((p) => fraction(p, 2n));
/** For the page, which has the rounds written out (scripts/page/unrolled.mjs). */
export const SHA256 = { start: START, constants: [...CONSTANTS] } as const;

export function sha256(): BlockDigest {
  return blockDigest(START, 64, compress);
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
}

/** 32 bits behind the point of the square (2) or cube (3) root of `p`. */
function fraction(p: number, degree: bigint): number {
  const target = BigInt(p) << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn) | 0;
}

/** §6.2.2. */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  const constants = CONSTANTS;
  for (let j = 0, i = at; j < 16; j++, i += 4)
    w[j] = ((bytes[i] as number) << 24) | ((bytes[i + 1] as number) << 16) | ((bytes[i + 2] as number) << 8) | (bytes[i + 3] as number);
  for (let j = 16; j < 64; j++) {
    const x = w[j - 15] as number;
    const y = w[j - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[j] = (w[j - 16] as number) + s0 + (w[j - 7] as number) + s1;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let j = 0; j < 64; j++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + (constants[j] as number) + (w[j] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) | ((a | b) & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}
