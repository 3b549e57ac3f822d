/** What the page and its workers tell each other. */
import type { DigestSet, HashName } from '../dossier/read/index.ts';
import type { Finding } from '../model/index.ts';
import type { Verdict } from '../verdict/index.ts';

/** What was chosen: one file taken for a zip, or a folder's files with their paths below it. */
export type Chosen =
  | { readonly kind: 'zip'; readonly file: File }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly ChosenFile[]; readonly empty: readonly string[] };

export interface ChosenFile {
  /** With `/`, below the folder that was chosen. */
  readonly path: string;
  readonly file: File;
}

/** To the worker. */
export type Order =
  | { readonly kind: 'verify'; readonly chosen: Chosen; readonly cores: number; readonly source: Blob }
  | { readonly kind: 'digest'; readonly chosen: Chosen; readonly share: Share }
  /** The content of one file of the dossier, to look at. */
  | { readonly kind: 'content'; readonly path: string; readonly serial: number };

/** What one of several workers digests. */
export interface Share {
  readonly algorithms: readonly HashName[];
  /** The zip as a whole as well. */
  readonly container: boolean;
}

/** From the worker that verifies. */
export type Report =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly seconds: number }
  | { readonly kind: 'failed'; readonly finding?: Finding; readonly reason: string }
  /** Where the file stands in what was chosen, or its bytes where it is compressed; neither when it cannot be shown. */
  | { readonly kind: 'content'; readonly serial: number; readonly blob?: Blob };

/** From a worker that digests. */
export type ShareReport =
  | { readonly kind: 'bytes'; readonly done: number }
  | { readonly kind: 'entries'; readonly found: readonly FoundEntry[]; readonly failed: readonly FailedEntry[] }
  | { readonly kind: 'done'; readonly container?: string }
  | { readonly kind: 'broken'; readonly reason: string };

export interface FoundEntry {
  readonly path: string;
  readonly digests: DigestSet;
  readonly size: number;
}

export interface FailedEntry {
  readonly path?: string;
  readonly finding: Finding;
}
