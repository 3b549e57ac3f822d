/**
 * 更正: a line of the log is never touched; a later line says what it should have said, or that it counts for nothing.
 * Here a log becomes the history that it tells once its corrections are taken in. Everything that asks what happened asks
 * this history; the lines themselves matter to the chain of digests, and to whoever shows both.
 *
 * A correction says all that is wrong with its line, so a line may be corrected again and the last correction counts alone:
 * a correction that was itself wrong is mended at the line that it speaks of, never by correcting the correction, and nobody
 * has to unwind corrections of corrections to know what is held to be true.
 */
import type { CustodyEvent, CustodyReplacement } from './custody.ts';
import { parseInstant } from './time.ts';

/**
 * Why a correction counts for nothing.
 * unsaid: no line or no reason is given. absent, later: the line is not there, or not before the correction. correction, pack: the line is one
 * of those that no correction may speak of. both: void and replacing at once. nothing: it changes nothing. file: a file that the line has no digest of.
 * items: its evidence numbers are not those of the line. future: the time given is after the correction itself. misplaced: members of a correction in another event.
 */
export type CorrectionProblem =
  | 'unsaid'
  | 'absent'
  | 'later'
  | 'correction'
  | 'pack'
  | 'both'
  | 'nothing'
  | 'file'
  | 'items'
  | 'future'
  | 'misplaced';

/** Options of `custody --add 更正` that say what a line should say, or which of its files count for nothing. */
export type CorrectionOption =
  | '--actual-by'
  | '--actual-item'
  | '--at'
  | '--from'
  | '--media-no'
  | '--method'
  | '--note'
  | '--place'
  | '--record'
  | '--seal-after'
  | '--seal-before'
  | '--to'
  | '--tool'
  | '--void'
  | '--void-file';

export interface CorrectionFault {
  /** Number of the correction. */
  readonly line: number;
  /** Number of the line that it speaks of; 0 where it names none. */
  readonly corrects: number;
  readonly problem: CorrectionProblem;
}

/** A line that was corrected. */
export interface CorrectedLine {
  readonly written: CustodyEvent;
  /** What counts in its place; absent where the line is void. */
  readonly counts?: CustodyEvent;
  /** In the order of the log: the last one counts. */
  readonly corrections: readonly CustodyEvent[];
}

export interface CorrectedLog {
  /**
   * What happened, as the corrected log has it: void lines and corrections left out, replaced members in place, in the order of their times
   * where a correction gave one. `seq` stays the number of the line. The very list that was given, where nothing is corrected.
   */
  readonly events: readonly CustodyEvent[];
  /** By number of the line. */
  readonly corrected: ReadonlyMap<number, CorrectedLine>;
  readonly faults: readonly CorrectionFault[];
}

const CORRECTION_MEMBERS = ['corrects', 'reason', 'void', 'voidFiles', 'replace'] as const;

/** Logs are never changed, and several rules and views ask. */
const known = new WeakMap<readonly CustodyEvent[], CorrectedLog>();

/** The history that a log tells. Corrections that no log may hold are told, and count for nothing. */
export function correctedLog(events: readonly CustodyEvent[]): CorrectedLog {
  const log = known.get(events) ?? correct(events);
  known.set(events, log);
  return log;
}

function correct(events: readonly CustodyEvent[]): CorrectedLog {
  const faults: CorrectionFault[] = [];
  const corrected = new Map<number, CorrectedLine>();
  const lines = new Map<number, CustodyEvent>();
  for (const event of events) if (!lines.has(event.seq)) lines.set(event.seq, event);
  for (const event of events) {
    const { seq: line, corrects = 0 } = event;
    if (event.action !== 'correct') {
      if (CORRECTION_MEMBERS.some((member) => event[member] !== undefined)) faults.push({ line, corrects, problem: 'misplaced' });
      continue;
    }
    const written = lines.get(corrects);
    const before = corrected.get(corrects);
    const taken = new Set(written?.digests?.map(({ path }) => path));
    const problem = correctionProblem(event, written, { again: before !== undefined, took: (path) => taken.has(path) });
    if (problem !== undefined || !written) {
      faults.push({ line, corrects, problem: problem ?? 'absent' });
      continue;
    }
    const counts = asCorrected(written, event);
    corrected.set(corrects, { written, ...(counts ? { counts } : {}), corrections: [...(before?.corrections ?? []), event] });
  }
  if (!events.some(({ action }) => action === 'correct')) return { events, corrected, faults };
  const counting = events
    .filter(({ action }) => action !== 'correct')
    .flatMap((event) => {
      const line = lines.get(event.seq) === event ? corrected.get(event.seq) : undefined;
      return line ? (line.counts ?? []) : [event];
    });
  return { events: inTimeOrder(counting, corrected), corrected, faults };
}

type Said = Omit<CustodyEvent, 'digests'>;

/** What keeps a correction from counting. `written`: the line that it names; `again`: that line was corrected before; `took`: it has a digest of that file. */
export function correctionProblem(
  event: Said,
  written: Said | undefined,
  { again, took }: { readonly again: boolean; readonly took: (path: string) => boolean },
): CorrectionProblem | undefined {
  const { corrects, reason, replace, voidFiles = [], seq } = event;
  if (corrects === undefined || reason === undefined || reason.trim() === '') return 'unsaid';
  if (!written) return 'absent';
  if (corrects >= seq) return 'later';
  if (written.action === 'correct') return 'correction';
  if (written.action === 'pack') return 'pack';
  if (event.void && (replace !== undefined || voidFiles.length > 0)) return 'both';
  if (!event.void && voidFiles.length === 0 && !again && (replace === undefined || sameAs(written, replace))) return 'nothing';
  if (!event.void && voidFiles.length === 0 && replace === undefined) return 'nothing';
  if (!voidFiles.every(took)) return 'file';
  if (replace?.at !== undefined && (parseInstant(replace.at) ?? Number.POSITIVE_INFINITY) > (parseInstant(event.at) ?? 0)) return 'future';
  const numbers = new Set(correctionItems(written, replace));
  if (event.items.length !== numbers.size || !event.items.every((item) => numbers.has(item))) return 'items';
  return undefined;
}

/** The evidence numbers that a correction bears: those of the line, as it was written and as it should be. */
export function correctionItems({ items }: Said, replace: CustodyReplacement | undefined): readonly string[] {
  return [...new Set([...items, ...(replace?.items ?? [])])];
}

/** A correction that leaves every member as it is written. */
function sameAs(written: Said, replace: CustodyReplacement): boolean {
  return correctedMembers(written, replace).length === 0;
}

/** The members of a line that a correction changes. */
export function correctedMembers(written: Said, replace: CustodyReplacement): readonly (keyof CustodyReplacement)[] {
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  return (Object.keys(replace) as (keyof CustodyReplacement)[]).filter((key) => text(replace[key]) !== text(written[key]));
}

export interface CorrectionChange {
  readonly field: keyof CustodyReplacement;
  /** What the line says, and what it should; empty where nothing. */
  readonly was: string;
  readonly is: string;
}

/** The members that a correction puts right, as texts. */
export function correctionChanges(written: Said, replace: CustodyReplacement = {}): readonly CorrectionChange[] {
  return correctedMembers(written, replace).map((field) => ({ field, was: textOf(written[field]), is: textOf(replace[field]) }));
}

function textOf(value: CustodyReplacement[keyof CustodyReplacement]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return value
    .map((one) => (typeof one === 'string' ? one : `${one.name}${one.certNo === undefined ? '' : `（${one.certNo}）`}`))
    .join('、');
}

/** The line as it should be; undefined where it counts for nothing. */
export function asCorrected(written: CustodyEvent, { void: isVoid, voidFiles = [], replace = {} }: CustodyEvent): CustodyEvent | undefined {
  if (isVoid) return undefined;
  const gone = new Set(voidFiles);
  const digests = gone.size === 0 ? written.digests : written.digests?.filter(({ path }) => !gone.has(path));
  const members = Object.entries({ ...written, ...replace, ...(digests ? { digests } : {}) }).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(members), prev: written.prev } as unknown as CustodyEvent;
}

/** A line whose time was corrected stands where that time puts it; all others run on as they were written. */
function inTimeOrder(events: readonly CustodyEvent[], corrected: ReadonlyMap<number, CorrectedLine>): readonly CustodyEvent[] {
  if (![...corrected.values()].some(({ written, counts }) => counts && counts.at !== written.at)) return events;
  const timed = events.map((event) => ({ event, ms: parseInstant(event.at) }));
  if (timed.some(({ ms }) => ms === undefined)) return events;
  return timed.sort((a, b) => (a.ms ?? 0) - (b.ms ?? 0)).map(({ event }) => event);
}
