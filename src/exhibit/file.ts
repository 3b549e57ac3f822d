/** One evidence file, whatever it lies on: what its readers ask of it. */
import { fault } from '../model/index.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** A file on disk, or a stretch of one: an entry of a dossier stands uncompressed inside the zip. */
export type Exhibit = string | { readonly file: string; readonly offset: number; readonly size: number };

/** What a machine unpacks a workbook with. */
export interface Unpacking {
  /** Raw deflate. @throws ZipFault where it is damaged */
  inflate(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  crc32(bytes: Uint8Array, before: number): number;
}

export interface EvidenceFile extends Unpacking {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** Up to `length` bytes from `at`: fewer at the end of the file. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** All bytes from `from` to `to`. A chunk is valid until the next one is asked for. @throws Fault ABORTED */
  chunks(from?: number, to?: number): AsyncGenerator<Uint8Array>;
  readonly signal: AbortSignal | undefined;
  /**
   * The first `most` bytes of the file that lies beside this one under the name that `named` makes of its own; undefined where there is no plain file of
   * that name, and where nothing lies beside a file: in a dossier, in a browser.
   */
  beside?(named: (name: string) => string | undefined, most: number): Promise<Uint8Array | undefined>;
}

export function checkAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw fault('ABORTED', 2, {}, {}, signal.reason);
}

/** Readers that need all bytes at once copy them: beyond, a file tells only its format. */
export const MAX_WHOLE_BYTES = 256 * 1024 * 1024;

/** Files above this size are not read as a whole: what they do not tell was not looked for. */
export function isReadWhole({ size }: EvidenceFile): boolean {
  return size <= MAX_WHOLE_BYTES;
}
