/** A dossier that has been opened: its container is checked, its content is not yet. */
import type { Finding } from '../../model/index.ts';
import type { Pace } from '../pace.ts';

export interface Entry {
  /** From the bag's root, e.g. `data/index.json`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** CRC-32 that the container records. */
  readonly crc?: number;
}

/** A stretch of a file on disk, in bytes. */
export interface Stretch {
  readonly file: string;
  readonly offset: number;
  readonly size: number;
}

export interface Opened {
  readonly kind: 'zip' | 'folder';
  /** How messages call it: the path as it was given. */
  readonly label: string;
  /** The top-level folder. */
  readonly bagName: string;
  /** Empty when refused. In the order of the container; of a folder, in the order that a container would have. */
  readonly entries: readonly Entry[];
  /** Of the container alone. */
  readonly findings: readonly Finding[];
  /** The content must not or cannot be read; `findings` say why. */
  readonly refused: boolean;
  /** Size of the zip in bytes. */
  readonly size?: number;
  /** Content of one entry; undefined when it is not there or larger than `limit`. @throws Fault DOSSIER_READ_FAILED */
  read(path: string, limit: number): Uint8Array | undefined;
  /** Where on disk the bytes of an entry stand, uncompressed; undefined when it is not there. */
  place(path: string): Stretch | undefined;
  /** Reads everything once, in order. */
  scan(sink: Sink, pace: Pace): Promise<void>;
  /** False when the file on disk is no longer the one that was opened. */
  unchanged(): boolean;
  close(): void;
}

/** Chunks are valid only until the call returns. */
export interface Sink {
  /** An entry in one piece. */
  whole(entry: Entry, content: Uint8Array): void;
  /** An entry in pieces: start, chunk …, end. */
  start(entry: Entry): void;
  chunk(bytes: Uint8Array): void;
  end(): void;
  /** Reading stopped within an entry, or in the zip's directory. */
  fail(reason: Finding): void;
  /** Every byte of the zip, in order; not called for a folder. */
  container(bytes: Uint8Array): void;
}

/** Unit of reading in bytes. Entries up to here are handed over in one piece. */
export const SCAN_BYTES = 2 << 20;
