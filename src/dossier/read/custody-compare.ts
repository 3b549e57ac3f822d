/** Digests of collection, of packing and of now must be the same three values; the last event packs every file of evidence. */
import { type CustodyDigest, type CustodyEvent, correctionProblem } from '../../model/index.ts';
import { ALGORITHMS, type Algorithm, CUSTODY_LOG, EVIDENCE, type FileTable, LISTED_PER_CODE } from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Present } from './completeness.ts';
import { numbersInOrder, type Opened } from './opened.ts';

/** What the log is held against. */
export interface CustodyAround {
  readonly opened: Opened;
  readonly present: Present;
  /** What the files are now. */
  readonly table: FileTable;
  readonly notes: Collector;
}

export interface CustodyComparison {
  /** A digest of the event that is being read. */
  digest(recorded: CustodyDigest): void;
  /** The event whose digests these were; none when it could not be read, and then its digests say nothing. */
  event(event: Omit<CustodyEvent, 'digests'> | undefined): void;
  finish(): void;
}

/** Found before it is known of which event, and whether that is the last. */
interface Deviations {
  readonly unknown: string[];
  readonly differing: { readonly path: string; readonly algorithm: Algorithm; readonly expected: string; readonly found: string }[];
  /** Beyond those that can be listed. */
  further: { unknown: number; differing: number };
  event?: Omit<CustodyEvent, 'digests'>;
  /** What the last correction of the event says of its files. */
  correction?: Omit<CustodyEvent, 'digests'>;
}

/** Deviations of earlier events that wait for the end of the log, because a later line may say that they were recorded by mistake. Beyond these nothing waits. */
const MOST_WAITING = 20 * LISTED_PER_CODE;

const none = (): Deviations => ({ unknown: [], differing: [], further: { unknown: 0, differing: 0 } });

export function custodyComparison({ opened, present, table, notes }: CustodyAround): CustodyComparison {
  const evidence = new Uint8Array(opened.entries.length);
  for (const [number, path] of present) if (path.startsWith(EVIDENCE)) evidence[number] = 1;
  const numberOf = numbersInOrder(opened);
  /** By the number of a file: the line that named it last, counted from 1. Of the last event that could be read, and of the line that is being read. */
  let named = { line: 0, by: new Uint32Array(opened.entries.length) };
  let naming = { line: 1, by: new Uint32Array(opened.entries.length) };
  let now = none();
  let before: Deviations | undefined;
  /** By number of the event. */
  const waiting = new Map<number, Deviations>();
  let rows = 0;

  function keep<T>(list: T[], one: T, kind: keyof Deviations['further']): void {
    if (list.length < LISTED_PER_CODE) list.push(one);
    else now.further[kind] += 1;
  }
  /** Nothing more is known of it but what later lines say. */
  function put(one: Deviations): void {
    const { event, unknown, differing } = one;
    const count = unknown.length + differing.length;
    if (!event || count === 0) return;
    if (rows + count > MOST_WAITING || waiting.has(event.seq)) tell(one, false);
    else waiting.set(event.seq, one);
    rows += count;
  }
  function correct(event: Omit<CustodyEvent, 'digests'>): void {
    const target = waiting.get(event.corrects ?? 0);
    // Which files a line took is known to the rules, which ask all of this once more; here are only those that deviate.
    if (target && !correctionProblem(event, target.event, { again: target.correction !== undefined, took: () => true }))
      target.correction = event;
  }
  function tell({ event, unknown, differing, further, correction }: Deviations, last: boolean): void {
    if (!event || correction?.void) return;
    const { seq, action } = event;
    const severity = last ? 'stop' : 'warning';
    const gone = new Set(correction?.voidFiles?.map((path) => EVIDENCE + path));
    for (const path of unknown.filter((one) => !gone.has(one)))
      notes.note('DOSSIER_CUSTODY_UNKNOWN', { path, seq, action }, { entry: path }, severity);
    notes.count('DOSSIER_CUSTODY_UNKNOWN', severity, further.unknown);
    for (const { path, ...digests } of differing.filter((one) => !gone.has(one.path)))
      notes.note('DOSSIER_CUSTODY_DIGEST', { path, seq, action, ...digests }, { entry: path });
    notes.count('DOSSIER_CUSTODY_DIGEST', 'stop', further.differing);
  }
  return {
    digest(recorded) {
      const path = `${EVIDENCE}${recorded.path}`;
      const number = numberOf(path);
      if (number === undefined || evidence[number] !== 1) {
        keep(now.unknown, path, 'unknown');
        return;
      }
      naming.by[number] = naming.line;
      if (!table.has(number)) return;
      for (const algorithm of ALGORITHMS) {
        const expected = recorded[algorithm];
        // Not every digest is asked for.
        if (expected === undefined || !table.digests[algorithm].has(number) || table.digests[algorithm].is(number, expected)) continue;
        keep(now.differing, { path, algorithm, expected, found: table.digests[algorithm].get(number) ?? '' }, 'differing');
      }
    },
    event(event) {
      if (event) {
        if (before) put(before);
        if (event.action === 'correct') correct(event);
        before = { ...now, event };
        [named, naming] = [naming, named];
      }
      // An unreadable line's digests are nobody's: no later line has its number.
      naming.line = Math.max(named.line, naming.line) + 1;
      now = none();
    },
    finish() {
      for (const one of waiting.values()) tell(one, false);
      if (before) tell(before, true);
      const action = before?.event?.action ?? '';
      if (action !== 'pack') {
        notes.note('DOSSIER_CUSTODY_NO_PACK', { action }, { entry: CUSTODY_LOG });
        return;
      }
      for (let i = 0; i < evidence.length; i++) {
        const path = opened.entries[i]?.path ?? '';
        if (evidence[i] === 1 && named.by[i] !== named.line) notes.note('DOSSIER_CUSTODY_UNPACKED', { path }, { entry: path });
      }
    },
  };
}
