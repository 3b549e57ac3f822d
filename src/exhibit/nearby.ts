/** Small reads that stand close together, from one larger. */
import type { EvidenceFile } from './file.ts';

/** Heads of segments and boxes: small ones stand close together, large ones far apart. */
const WINDOW_BYTES = 4096;

/** Up to `length` bytes from `at`, `length` at most 4096: fewer at the end of the file. */
export function nearbyReads({ read }: EvidenceFile): (at: number, length: number) => Promise<Uint8Array> {
  let start = 0;
  let window = new Uint8Array(0);
  return async (at, length) => {
    if (at < start || at + length > start + window.length) {
      window = Uint8Array.from(await read(at, WINDOW_BYTES));
      start = at;
    }
    return window.subarray(at - start, at - start + length);
  };
}
