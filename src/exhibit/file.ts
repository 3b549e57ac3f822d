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
}

export function checkAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw fault('ABORTED', 2, {}, {}, signal.reason);
}
