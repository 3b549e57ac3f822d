/** The chain of custody: each line in its one form, linked to the line before, and its digests those of the files. */
import { CUSTODY_ACTIONS, type CustodyEvent, custodyLink, isCanonical, parseInstant } from '../../model/index.ts';
import { CUSTODY_LOG, EVIDENCE, type FileDigest, MAX_TEXT_BYTES } from '../format/index.ts';
import type { Collector } from './collector.ts';
import type { Opened } from './opened.ts';
import { isCount, isHex64, isString, listOf, objectOf, oneOf, optional, type Test, wrongMember } from './shape.ts';
import { readText } from './text.ts';

const isInstant: Test = (value) => typeof value === 'string' && parseInstant(value) !== undefined;
const CONTENT = {
  format: isString,
  pages: optional(isCount),
  rows: optional(isCount),
  columns: optional(isCount),
  tables: optional(listOf(objectOf({ name: isString, rows: isCount, columns: optional(isCount) }))),
  seconds: optional(isCount),
};
const DIGEST = {
  path: isString,
  sha256: isHex64,
  sm3: optional(isHex64),
  size: optional(isCount),
  content: optional(objectOf(CONTENT)),
};
const EVENT = {
  seq: (value: unknown) => Number.isSafeInteger(value),
  at: isInstant,
  action: oneOf(CUSTODY_ACTIONS),
  items: listOf(isString),
  from: optional(isString),
  to: optional(isString),
  by: listOf(objectOf({ name: isString, certNo: optional(isString) })),
  place: optional(isString),
  sealBefore: optional(isString),
  sealAfter: optional(isString),
  digests: optional(listOf(objectOf(DIGEST))),
  method: optional(isString),
  tool: optional(isString),
  system: optional(isString),
  record: optional(isString),
  mediaNo: optional(isString),
  recordedAt: optional(isInstant),
  note: optional(isString),
  prev: (value: unknown) => value === null || isHex64(value),
};

export interface Custody {
  readonly events: readonly CustodyEvent[];
  /** SHA-256 of the last line: the head of the chain. */
  readonly head?: string;
}

export function readCustody(opened: Opened, notes: Collector): Custody {
  const text = readText(opened, CUSTODY_LOG, MAX_TEXT_BYTES, notes);
  if (text === undefined) {
    if (!opened.entries.some(({ path }) => path === CUSTODY_LOG)) notes.note('DOSSIER_CUSTODY_MISSING', {}, { entry: CUSTODY_LOG });
    return { events: [] };
  }
  const lines = text.split('\n');
  if (lines.pop() !== '') notes.note('DOSSIER_CUSTODY_LINE', { line: lines.length + 1 }, { entry: CUSTODY_LOG });

  const events: CustodyEvent[] = [];
  let prev: string | null = null;
  let clock = Number.NEGATIVE_INFINITY;
  lines.forEach((line, i) => {
    const event = readEvent(line, i + 1, notes);
    if (event) {
      const at = { entry: CUSTODY_LOG };
      if (event.seq !== i + 1) notes.note('DOSSIER_CUSTODY_SEQ', { line: i + 1, found: event.seq }, at);
      if (event.prev !== prev)
        notes.note('DOSSIER_CUSTODY_LINK', { line: i + 1, expected: prev ?? 'null', found: event.prev ?? 'null' }, at);
      const time = parseInstant(event.at) ?? clock;
      if (time < clock) notes.note('DOSSIER_CUSTODY_TIME', { line: i + 1, at: event.at }, at);
      clock = Math.max(clock, time);
      events.push(event);
    }
    prev = custodyLink(line);
  });
  return { events, ...(prev === null ? {} : { head: prev }) };
}

function readEvent(line: string, number: number, notes: Collector): CustodyEvent | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
    // Also catches what JSON.parse forgives: a member twice, white space, another order.
    if (!isCanonical(parsed, line)) throw new SyntaxError('not canonical');
  } catch {
    notes.note('DOSSIER_CUSTODY_LINE', { line: number }, { entry: CUSTODY_LOG });
    return undefined;
  }
  const wrong = wrongMember(parsed, EVENT);
  if (wrong === undefined) return parsed as CustodyEvent;
  notes.note('DOSSIER_CUSTODY_SHAPE', { line: number, member: wrong }, { entry: CUSTODY_LOG });
  return undefined;
}

/** Digests of collection, of packing and of now must be the same three values; the last event packs every file of evidence. */
export function compareCustody(
  { events }: Custody,
  files: ReadonlyMap<string, FileDigest>,
  entries: Opened['entries'],
  notes: Collector,
): void {
  // A log that is not there has its own finding; one without a single good event has packed nothing.
  if (events.length === 0 && !entries.some(({ path }) => path === CUSTODY_LOG)) return;
  const last = events.at(-1);
  const evidence = new Set(entries.map(({ path }) => path).filter((path) => path.startsWith(EVIDENCE)));
  for (const event of events) {
    for (const recorded of event.digests ?? []) {
      const path = `${EVIDENCE}${recorded.path}`;
      const file = files.get(path);
      const about = { path, seq: event.seq, action: event.action };
      if (!evidence.has(path)) notes.note('DOSSIER_CUSTODY_UNKNOWN', about, { entry: path }, event === last ? 'stop' : 'warning');
      if (file && recorded.sha256 !== file.sha256) {
        notes.note(
          'DOSSIER_CUSTODY_DIGEST',
          { ...about, algorithm: 'sha256', expected: recorded.sha256, found: file.sha256 },
          { entry: path },
        );
      }
      if (file && recorded.sm3 !== undefined && recorded.sm3 !== file.sm3) {
        notes.note('DOSSIER_CUSTODY_DIGEST', { ...about, algorithm: 'sm3', expected: recorded.sm3, found: file.sm3 }, { entry: path });
      }
    }
  }
  if (last?.action !== 'pack') {
    notes.note('DOSSIER_CUSTODY_NO_PACK', { action: last?.action ?? '' }, { entry: CUSTODY_LOG });
    return;
  }
  const packed = new Set((last.digests ?? []).map(({ path }) => `${EVIDENCE}${path}`));
  for (const path of evidence) if (!packed.has(path)) notes.note('DOSSIER_CUSTODY_UNPACKED', { path }, { entry: path });
}
