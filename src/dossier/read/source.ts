/** Where bytes come from: a file on disk, a slice of a Blob, an array. The reading half knows nothing else of the world. */
import { type Fault, fault } from '../../model/index.ts';

/** Random access to the bytes of one file, synchronous: a worker of a browser has FileReaderSync, Node has readSync. */
export interface ByteSource {
  /** Bytes, as they were when it was opened. */
  readonly size: number;
  /** Fills all of `into` with the bytes from `offset`. @throws anything where that cannot be done, `ReadStopped` when it knows where. */
  fill(into: Uint8Array, offset: number): void;
  /** Whether it is still the file that was opened: same size, same time of change. */
  unchanged(): boolean;
}

/** Reading stopped at `offset`; `reason` is the system's word, such as `EIO`. */
export class ReadStopped extends Error {
  readonly offset: number;
  readonly reason: string;

  constructor(offset: number, reason: string, cause?: unknown) {
    super(reason, cause === undefined ? undefined : { cause });
    this.name = 'ReadStopped';
    this.offset = offset;
    this.reason = reason;
  }
}

/** A source with one way to fail. `entry` names it in findings. */
export interface Reader {
  readonly size: number;
  /** @throws Fault DOSSIER_READ_FAILED with the offset where reading stopped. */
  fill(into: Uint8Array, offset: number): void;
  /** The bytes `[offset, offset + length)`. @throws Fault DOSSIER_READ_FAILED */
  read(offset: number, length: number): Uint8Array;
  unchanged(): boolean;
}

export function readerOf(source: ByteSource, entry: string): Reader {
  function fill(into: Uint8Array, offset: number): void {
    // A size that nobody ever had: the source would read beyond its end.
    if (offset + into.length > source.size) throw readFault(entry, source.size, 'EOF');
    try {
      source.fill(into, offset);
    } catch (error) {
      throw readFault(entry, ...stopped(error, offset), error);
    }
  }
  return {
    size: source.size,
    fill,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - offset)));
      fill(bytes, offset);
      if (bytes.length !== length) throw readFault(entry, source.size, 'EOF');
      return bytes;
    },
    unchanged() {
      try {
        return source.unchanged();
      } catch {
        // A volume that was pulled out cannot say what became of its files.
        return false;
      }
    },
  };
}

/** Unit in which texts are read. */
const PIECE_BYTES = 256 << 10;

/** The bytes `[offset, offset + length)`, a piece at a time in one buffer. @throws Fault DOSSIER_READ_FAILED */
export function* piecesOf(reader: Pick<Reader, 'fill'>, offset: number, length: number): Iterable<Uint8Array> {
  const buffer = new Uint8Array(Math.min(PIECE_BYTES, length));
  for (let done = 0; done < length; done += buffer.length) {
    const piece = buffer.subarray(0, Math.min(buffer.length, length - done));
    reader.fill(piece, offset + done);
    yield piece;
  }
}

function stopped(error: unknown, offset: number): [offset: number, reason: string] {
  if (error instanceof ReadStopped) return [error.offset, error.reason];
  return [offset, error instanceof Error ? error.name : String(error)];
}

/** The finding of a place that cannot be read. */
export function readFault(entry: string, offset: number, reason: string, cause?: unknown): Fault {
  return fault('DOSSIER_READ_FAILED', 1, { offset, reason }, { at: { entry, offset } }, cause);
}
