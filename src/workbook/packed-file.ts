/** A file whose parts are unpacked: what the readers of this room ask of it, on disk, in a browser or in memory. */
import { Inflate } from '../deflate/index.ts';
import { crc32 } from '../model/index.ts';
import { ZipFault } from './zip-fault.ts';

export interface PackedFile {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** Up to `length` bytes from `at`: fewer at the end of the file. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** All bytes from `from` to `to`. A chunk is valid until the next one is asked for. @throws Fault ABORTED */
  chunks(from?: number, to?: number): AsyncGenerator<Uint8Array>;
  /** Raw deflate. @throws ZipFault where it is damaged */
  inflate(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  crc32(bytes: Uint8Array, before: number): number;
}

/** Deflated bytes that are handed over at once: they become at most a thousand times as many. */
const PACKED_BYTES = 8 * 1024;

/** Raw deflate without Node. @throws ZipFault where it is damaged */
export async function* inflatePieces(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const inflater = new Inflate((piece) => void made.push(piece));
  const push = (piece: Uint8Array, last: boolean): Uint8Array[] => {
    made = [];
    try {
      inflater.push(piece, last);
    } catch (cause) {
      throw new ZipFault('deflate', 'damaged', cause);
    }
    return made;
  };
  for await (const chunk of packed)
    for (let at = 0; at < chunk.length; at += PACKED_BYTES) yield* push(chunk.slice(at, at + PACKED_BYTES), false);
  yield* push(new Uint8Array(), true);
}

/** A file that is held as a whole. */
export function memoryFile(bytes: Uint8Array): PackedFile {
  return {
    size: bytes.length,
    inflate: inflatePieces,
    crc32,
    read: async (at, length) => bytes.subarray(at, at + length),
    async *chunks(from = 0, to = bytes.length) {
      if (to > from) yield bytes.subarray(from, to);
    },
  };
}
