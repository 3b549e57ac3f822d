/**
 * Appends to custody.jsonl and never changes a byte of it. Who holds `custody.jsonl.lock`, which only one process can create,
 * writes the new log whole under a temporary name, and by a rename it takes the old one's place: a reader sees the old log or
 * the new one. What is killed in between leaves a lock and a temporary file that the next call clears away.
 */
import { closeSync, fchmodSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeLeftovers, temporaryName } from '../leftovers/index.ts';
import {
  type CustodyContext,
  type CustodyEvent,
  type CustodyFault,
  chainFaults,
  correctedLog,
  custodyLine,
  custodyLink,
  Fault,
  type Finding,
  fault,
  finding,
  followCustody,
  type Instant,
  isGrave,
  type Place,
  parseInstant,
  STEP_CODES,
  stepArgs,
} from '../model/index.ts';
import { characterFindings } from './characters.ts';
import { readLogFile, replace, sameBytes, syncFolder, takeLock, writeAll } from './custody-file.ts';
import { readCustody } from './custody-log.ts';
import { reasonOf } from './folder.ts';
import { CUSTODY_FILE } from './form-files.ts';
import { MAX_CUSTODY_BYTES } from './limits.ts';
import type { Positions } from './positions.ts';
import { schemaFindings } from './schema-findings.ts';
import { titleAt } from './schemas.ts';

/** An event before it has its place in the chain. */
export type CustodyDraft = Omit<CustodyEvent, 'seq' | 'prev' | 'recordedAt'>;

export interface AppendOptions extends CustodyContext {
  /** The machine's clock. */
  readonly recordedAt: Instant;
  /** Head of the log as the caller read it: what was decided by an older log is not appended (CUSTODY_CHANGED_MEANWHILE). */
  readonly after?: string | null | undefined;
  /** Which faults of a new event keep it out; what the log cannot be true with when not given. */
  readonly refuses?: ((fault: CustodyFault) => boolean) | undefined;
}

export interface Appended {
  /** What was appended. */
  readonly events: readonly CustodyEvent[];
  readonly lines: readonly string[];
  /** SHA-256 of the last line of the log, for paper; null when the log has no line. */
  readonly head: string | null;
  /** What of the new events is a gap and no contradiction: written, and to be told. */
  readonly faults: readonly CustodyFault[];
}

/**
 * Appends events to the log of a case folder.
 * @throws Fault (exit 1) when the log is not whole or is a link, or an event is no event or contradicts the log
 *   (CUSTODY_CHAIN_BROKEN, CUSTODY_LINE_BAD, FORM_IS_LINK, FIELD_…, CUSTODY_CORRECTION_BAD, CUSTODY_HOLDER_DIFFERS …);
 *   (exit 2) CUSTODY_LOCKED when another process writes or was killed while it wrote, CUSTODY_NOT_WRITTEN,
 *   CUSTODY_CHANGED_MEANWHILE, FORM_UNREADABLE. Nothing is changed then.
 */
export function appendCustody(dir: string, drafts: readonly CustodyDraft[], options: AppendOptions): Appended {
  const label = labelOf(dir);
  const log = join(dir, CUSTODY_FILE);
  const lock = `${log}.lock`;
  const temporary = join(dir, temporaryName());
  takeLock(lock, `${label}.lock`);
  try {
    removeLeftovers(dir);
    const before = readLogFile(log, label);
    const made = compose(before.bytes, drafts, options, label);
    if (made.lines.length > 0) {
      writeNew(temporary, made.bytes, before.mode);
      // An editor does not ask for the lock.
      if (!sameBytes(before.bytes, readLogFile(log, label).bytes))
        throw fault('CUSTODY_CHANGED_MEANWHILE', 2, { file: label }, { at: { file: label } });
      replace(temporary, log);
      syncFolder(dir);
    }
    return { events: made.events, lines: made.lines, head: made.head, faults: made.faults };
  } catch (error) {
    rmSync(temporary, { force: true });
    if (error instanceof Fault) throw error;
    if (!isSystemError(error)) throw error;
    throw fault('CUSTODY_NOT_WRITTEN', 2, { file: label, reason: reasonOf(error) }, { at: { file: label } }, error);
  } finally {
    rmSync(lock, { force: true });
  }
}

/** What `appendCustody` would append, and nothing written, no lock taken. @throws Fault as it, of the log and the events */
export function composedCustody(dir: string, drafts: readonly CustodyDraft[], options: AppendOptions): Appended {
  const label = labelOf(dir);
  const { events, lines, head, faults } = compose(readLogFile(join(dir, CUSTODY_FILE), label).bytes, drafts, options, label);
  return { events, lines, head, faults };
}

/** The log as people name it from where they stand. */
function labelOf(dir: string): string {
  return `${/[/\\]$/.test(dir) ? dir : `${dir}/`}${CUSTODY_FILE}`;
}

function writeNew(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const fd = openSync(path, 'wx');
  try {
    writeAll(fd, bytes);
    if (mode !== undefined) fchmodSync(fd, mode);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

interface Composed extends Appended {
  /** The whole new log. */
  readonly bytes: Uint8Array;
}

function compose(old: Uint8Array, drafts: readonly CustodyDraft[], options: AppendOptions, file: string): Composed {
  const before = old.length === 0 ? { lines: [], events: [] } : whole(old, file);
  let head = before.lines.length === 0 ? null : custodyLink(before.lines.at(-1) as string);
  if (options.after !== undefined && options.after !== head) throw fault('CUSTODY_CHANGED_MEANWHILE', 2, { file }, { at: { file } });
  const lines: string[] = [];
  const events = drafts.map((draft, i): CustodyEvent => {
    const event = written({ ...draft, seq: before.lines.length + i + 1, prev: head, recordedAt: options.recordedAt });
    refuse(shapeFindings(event, file));
    const line = custodyLine(event);
    lines.push(line);
    head = custodyLink(line);
    return event;
  });
  if (lines.length === 0) return { events, lines, head, faults: [], bytes: old };
  inTime(before.events.at(-1), events, options.recordedAt, file);
  const all = [...before.events, ...events];
  refuse(
    correctedLog(all)
      .faults.filter(({ line }) => line > before.lines.length)
      .map((f) => finding('CUSTODY_CORRECTION_BAD', 'error', f, { at: lineOf(file, f.line) })),
  );
  const added = followCustody(all, options).faults.filter(({ line }) => line > before.lines.length);
  refuse(
    added.filter(options.refuses ?? isGrave).map((f) => finding(STEP_CODES[f.kind], 'error', stepArgs(f), { at: lineOf(file, f.line) })),
  );
  const gap = old.length > 0 && old.at(-1) !== LINE_FEED ? '\n' : '';
  const bytes = Buffer.concat([old, Buffer.from(`${gap}${lines.map((line) => `${line}\n`).join('')}`, 'utf8')]);
  if (bytes.length > MAX_CUSTODY_BYTES)
    throw fault('FORM_TOO_LARGE', 1, { size: bytes.length, limit: MAX_CUSTODY_BYTES }, { at: { file } });
  // What is about to be written reads back as a whole log.
  whole(bytes, file);
  return { events, lines, head, faults: added, bytes };
}

const LINE_FEED = 0x0a;

/** The log, if nothing is wrong with it. */
function whole(bytes: Uint8Array, file: string): { readonly lines: readonly string[]; readonly events: readonly CustodyEvent[] } {
  const { log, findings } = readCustody(bytes, file);
  refuse(findings);
  const [broken] = chainFaults(log.lines);
  if (broken) {
    const { line, fault: kind, from = 0, to = 0 } = broken;
    throw fault('CUSTODY_CHAIN_BROKEN', 1, { line, fault: kind, from, to }, { at: lineOf(file, line) });
  }
  return log;
}

/** Without the members that are undefined. */
function written(event: CustodyEvent): CustodyEvent {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as unknown as CustodyEvent;
}

/** What no log would take of a draft, whatever it says before: fields and characters. Without places: nothing is written yet. */
export function draftFindings(draft: CustodyDraft): readonly Finding[] {
  return shapeFindings(written({ ...draft, seq: 1, prev: null }), CUSTODY_FILE).map(({ at: _, ...rest }) => rest as Finding);
}

function shapeFindings(event: CustodyEvent, file: string): readonly Finding[] {
  const place = (): Place => lineOf(file, event.seq);
  const positions: Positions = { valueAt: place, keyAt: place, source: () => undefined, excerpt: () => undefined };
  const characters = characterFindings(event, (pointer) => titleAt('custody-event', pointer), positions);
  return [
    ...schemaFindings({ schema: 'custody-event', value: event, positions }),
    ...characters.filter(({ severity }) => severity === 'stop'),
  ];
}

/** Times run on: after the line before, and not after the clock. */
function inTime(last: CustodyEvent | undefined, events: readonly CustodyEvent[], recordedAt: Instant, file: string): void {
  let before = last;
  for (const event of events) {
    const ms = parseInstant(event.at) ?? 0;
    if (ms > (parseInstant(recordedAt) ?? 0))
      throw fault('CUSTODY_IN_FUTURE', 1, { at: event.at, now: recordedAt }, { at: lineOf(file, event.seq) });
    if (before && ms < (parseInstant(before.at) ?? 0))
      throw fault('CUSTODY_BEFORE_LAST', 1, { at: event.at, last: before.at, line: before.seq }, { at: lineOf(file, event.seq) });
    before = event;
  }
}

function refuse(findings: readonly Finding[]): void {
  const [first] = findings;
  if (first) throw new Fault(first, 1);
}

function lineOf(file: string, line: number): Place {
  return { file, pointer: '', line, column: 1 };
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}
