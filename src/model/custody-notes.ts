/**
 * Words that a note of the custody log begins with, where it tells something that rules ask for too. They stand in the note, not in
 * members of their own, so that every reader of the log on paper or on screen reads them.
 */
import type { CustodyEvent } from './custody.ts';

/** The files were not as their names or formats say, and were fixed as they were found. */
export const AS_FOUND = '按发现时的原样固定';
/** Entered after the event, from a paper record: the time of the record holds. */
export const LATE_ENTRY = '事后补记';

type Noted = Pick<CustodyEvent, 'note'>;

export function saysAsFound({ note = '' }: Noted): boolean {
  return note.includes(AS_FOUND);
}

/** A late entry whose own time is that of its entering: the log's times had run on, so it happened when its record says. */
export function happenedBefore({ note = '', at, recordedAt }: Pick<CustodyEvent, 'note' | 'at' | 'recordedAt'>): boolean {
  return note.trimStart().startsWith(LATE_ENTRY) && at === recordedAt;
}
