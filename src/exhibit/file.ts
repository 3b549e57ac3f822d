/** One evidence file, whatever it lies on: what its readers ask of it. */
import { fault } from '../model/index.ts';
import type { PackedFile } from '../workbook/index.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** A file on disk, or a stretch of one: an entry of a dossier stands uncompressed inside the zip. */
export type Exhibit = string | { readonly file: string; readonly offset: number; readonly size: number };

export interface EvidenceFile extends PackedFile {
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
