/** Blind changes of bytes: flips, cuts, copies, splices with another input. */
import type { Random } from './random.ts';

/** A mutator gives another input; what it makes may be nonsense. */
export type Mutator = (bytes: Buffer, rng: Random, other: Buffer) => Buffer;

const TELLING = [0, 1, 0x7f, 0x80, 0xff, 0x0a, 0x0d, 0x22, 0x2f, 0x5c];
const NUMBERS = [0, 1, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const flipBit: Mutator = (bytes, rng) => {
  const out = Buffer.from(bytes);
  const at = rng.below(out.length);
  if (at < out.length) out[at] = (out[at] as number) ^ (1 << rng.below(8));
  return out;
};
const setByte: Mutator = (bytes, rng) => {
  const out = Buffer.from(bytes);
  if (out.length > 0) out[rng.below(out.length)] = rng.pick(TELLING);
  return out;
};
const setNumber: Mutator = (bytes, rng) => {
  const out = Buffer.from(bytes);
  if (out.length < 4) return out;
  const at = rng.below(out.length - 3);
  if (rng.chance(2)) out.writeUInt16LE(rng.pick(NUMBERS) & 0xffff, at);
  else out.writeUInt32LE(rng.pick(NUMBERS) >>> 0, at);
  return out;
};
const truncate: Mutator = (bytes, rng) => bytes.subarray(0, rng.below(bytes.length));
const cut: Mutator = (bytes, rng) => {
  const at = rng.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + rng.below(rng.chance(4) ? 400 : 8))]);
};
const repeat: Mutator = (bytes, rng) => {
  const at = rng.below(bytes.length);
  const end = at + 1 + rng.below(200);
  return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end)]);
};
const splice: Mutator = (bytes, rng, other) =>
  Buffer.concat([bytes.subarray(0, rng.below(bytes.length)), other.subarray(rng.below(other.length))]);
const append: Mutator = (bytes, rng) => Buffer.concat([bytes, Buffer.alloc(1 + rng.below(70), rng.pick(TELLING))]);

export const BYTE_MUTATORS: readonly Mutator[] = [flipBit, flipBit, setByte, setNumber, truncate, cut, repeat, splice, append];
