/** The one answer to whether every word of a file was read: a list of what was not. Each reader of a format proves it for its own. */
import type { UnreadReason } from '../../model/index.ts';
import type { EvidenceFile } from '../file.ts';

export type { UnreadReason };

export interface Unread {
  readonly why: UnreadReason;
  /** Page of a PDF (from 1), part of an archive or message, as it calls itself; absent where it is the whole file. Not yet fit to be shown. */
  readonly where?: string;
}

/**
 * Calls `onText` with every piece of text that the file can show to a person or holds beside it (comments, properties, headers), overlapping
 * by OVERLAP where a text is cut. Returns what it did not read, a reason a place: none means that every word was read.
 * @throws the system's error; Fault ABORTED; never for what stands in the file
 */
export type WordReader = (file: EvidenceFile, onText: (text: string) => void) => Promise<readonly Unread[]>;

/** A word that two pieces share is found in the overlap: longer than any name, number or distance that is searched for. In UTF-16 units. */
export const OVERLAP = 200;
