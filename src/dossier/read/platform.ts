/** What the reading half needs of the machine it runs on. Node's stands in dossier/disk; a browser's is a few lines more. */
import type { Finding } from '../../model/index.ts';
import type { DigestSet, Hashing, HashName } from './hashing.ts';
import type { Entry, Opened } from './opened.ts';
import type { Pace } from './pace.ts';

export interface Platform {
  readonly hashing: Hashing;
  /** Lets the event loop turn once, so that a cancelling message is heard and progress is shown. */
  turn(): Promise<void>;
  /** Digests everything in a way of its own (over worker threads); without it one thread reads all in order. */
  readonly pass?: ContentPass;
}

/** One pass over all content. Reports every entry once, as found or as failed, in any order. */
export type ContentPass = (opened: Opened, wanted: Wanted, told: Told, pace: Pace) => Promise<Passed>;

export interface Wanted {
  readonly algorithms: readonly HashName[];
  /** SHA-256 of the zip as a whole as well. */
  readonly container: boolean;
}

export interface Told {
  /** `size`: bytes that were read. CRC-32 is among the digests where the container records one. */
  found(entry: Entry, digests: DigestSet, size: number): void;
  /** Reading stopped within an entry, or in the zip's directory (no entry). */
  failed(reason: Finding, entry?: Entry): void;
}

export interface Passed {
  /** SHA-256 of the zip; absent for a folder and where some of it could not be read. */
  readonly container?: string;
}
