/** An evidence file whose bytes another room reads: a slice of a Blob in a browser. Unpacks without Node. */
import { Inflate } from '../deflate/index.ts';
import { crc32 } from '../model/index.ts';
import { checkAborted, type EvidenceFile, type ReadOptions } from './file.ts';
import { ZipFault } from './zip-fault.ts';

const CHUNK_BYTES = 256 * 1024;
/** Deflated bytes that are handed over at once: they become at most a thousand times as many. */
const PACKED_BYTES = 8 * 1024;

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
    inflate,
    crc32,
    async read(at, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      fill(bytes, at);
      return bytes;
    },
    async *chunks(from = 0, to = size) {
      const buffer = new Uint8Array(CHUNK_BYTES);
      for (let at = from; at < to; at += CHUNK_BYTES) {
        await turn();
        checkAborted(signal);
        const piece = buffer.subarray(0, Math.min(CHUNK_BYTES, to - at));
        fill(piece, at);
        yield piece;
      }
    },
  };
}

async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const inflater = new Inflate((piece) => void made.push(piece));
  const push = (piece: Uint8Array, last: boolean): Uint8Array[] => {
    made = [];
    try {
      inflater.push(piece, last);
    } catch (cause) {
      throw new ZipFault('deflate', { cause });
    }
    return made;
  };
  for await (const chunk of packed)
    for (let at = 0; at < chunk.length; at += PACKED_BYTES) yield* push(chunk.slice(at, at + PACKED_BYTES), false);
  yield* push(new Uint8Array(), true);
}
