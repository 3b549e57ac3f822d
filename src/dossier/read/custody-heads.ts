/** The head of a custody log after each of its lines: what a signed 固定清单 printed when that line was the last. */
import { MAX_TEXT_BYTES } from '../format/index.ts';
import { growing } from './growing.ts';

/** SHA-256 of every line, in order, without its line feed: 32 bytes a line, so that a log of any length can be asked. */
export type CustodyHeads = Uint8Array;

export const NO_HEADS: CustodyHeads = new Uint8Array();

const BYTES = 32;

export const headCount = (heads: CustodyHeads): number => heads.length / BYTES;

/** The number, from 1, of the line of which `digits` (64, lower-case hex) are the digest. */
export function headLine(heads: CustodyHeads, digits: string): number | undefined {
  const wanted = bytesOf(digits);
  if (wanted.length !== BYTES) return undefined;
  for (let at = 0; at < heads.length; at += BYTES) if (wanted.every((byte, i) => heads[at + i] === byte)) return at / BYTES + 1;
  return undefined;
}

/** Gathers the digests of lines, given as hex. */
export function headsGathered(): { add(hex: string): void; taken(): CustodyHeads } {
  // A line is longer than its digest, and the log has its limit.
  const all = growing(MAX_TEXT_BYTES);
  return { add: (hex) => all.append(bytesOf(hex)), taken: () => all.taken() };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}
