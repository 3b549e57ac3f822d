/** SM3 (GB/T 32905-2016), for where there is no node:crypto: a browser. @noble/hashes has none. */
import { type BlockDigest, blockDigest } from './block-digest.ts';

const START: readonly number[] = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];
/** T of each of the 64 rounds, turned left by its number. */
const CONSTANTS = Int32Array.from({ length: 64 }, (_, j) => turn(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32));

/** For the page, which has the rounds written out (scripts/page/unrolled.mjs). */
export const SM3 = { start: START, constants: [...CONSTANTS] } as const;

function turn(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

export function sm3(): BlockDigest {
  return blockDigest(START, 68, compress);
}

/** §5.3: expansion of a block into 68 words, then 64 rounds. W' is W[j] ^ W[j + 4], made where it is used. */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  const constants = CONSTANTS;
  for (let j = 0, i = at; j < 16; j++, i += 4)
    w[j] = ((bytes[i] as number) << 24) | ((bytes[i + 1] as number) << 16) | ((bytes[i + 2] as number) << 8) | (bytes[i + 3] as number);
  for (let j = 16; j < 68; j++) {
    const r = w[j - 3] as number;
    const x = (w[j - 16] as number) ^ (w[j - 9] as number) ^ ((r << 15) | (r >>> 17));
    const s = w[j - 13] as number;
    w[j] = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9)) ^ ((s << 7) | (s >>> 25)) ^ (w[j - 6] as number);
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  // Two loops: a choice of FF and GG inside one costs more than half of the speed.
  for (let j = 0; j < 16; j++) {
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + (constants[j] as number)) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const word = w[j] as number;
    const tt1 = ((a ^ b ^ c) + d + (ss1 ^ a12) + (word ^ (w[j + 4] as number))) | 0;
    const tt2 = ((e ^ f ^ g) + h + ss1 + word) | 0;
    d = c;
    c = (b << 9) | (b >>> 23);
    b = a;
    a = tt1;
    h = g;
    g = (f << 19) | (f >>> 13);
    f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  for (let j = 16; j < 64; j++) {
    const a12 = (a << 12) | (a >>> 20);
    const sum = (a12 + e + (constants[j] as number)) | 0;
    const ss1 = (sum << 7) | (sum >>> 25);
    const word = w[j] as number;
    const tt1 = (((a & b) | ((a | b) & c)) + d + (ss1 ^ a12) + (word ^ (w[j + 4] as number))) | 0;
    const tt2 = ((((f ^ g) & e) ^ g) + h + ss1 + word) | 0;
    d = c;
    c = (b << 9) | (b >>> 23);
    b = a;
    a = tt1;
    h = g;
    g = (f << 19) | (f >>> 13);
    f = e;
    e = tt2 ^ ((tt2 << 9) | (tt2 >>> 23)) ^ ((tt2 << 17) | (tt2 >>> 15));
  }
  state[0] = (state[0] as number) ^ a;
  state[1] = (state[1] as number) ^ b;
  state[2] = (state[2] as number) ^ c;
  state[3] = (state[3] as number) ^ d;
  state[4] = (state[4] as number) ^ e;
  state[5] = (state[5] as number) ^ f;
  state[6] = (state[6] as number) ^ g;
  state[7] = (state[7] as number) ^ h;
}
