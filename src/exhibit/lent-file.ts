/** An evidence file whose bytes another room reads: a slice of a Blob in a browser. Unpacks without Node. */
import { crc32 } from '../model/index.ts';
import { inflatePieces } from '../workbook/index.ts';
import { checkAborted, type EvidenceFile, type ReadOptions } from './file.ts';

const CHUNK_BYTES = 256 * 1024;

export interface Lent {
  readonly size: number;
  /** Fills all of `into` with the bytes from `offset`. */
  fill(into: Uint8Array, offset: number): void;
}

/** `turn` lets the event loop turn, so that a cancelling message is heard. */
export function lentFile({ size, fill }: Lent, turn: () => Promise<void>, { signal }: ReadOptions = {}): EvidenceFile {
  return {
    size,
    signal,
    inflate: inflatePieces,
    crc32,
    async read(at, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      if (bytes.length > 0) fill(bytes, at);
      return bytes;
    },
    async *chunks(from = 0, to = size) {
      const buffer = new Uint8Array(CHUNK_BYTES);
      const end = Math.min(to, size);
      for (let at = from; at < end; at += CHUNK_BYTES) {
        await turn();
        checkAborted(signal);
        const piece = buffer.subarray(0, Math.min(CHUNK_BYTES, end - at));
        fill(piece, at);
        yield piece;
      }
    },
  };
}
