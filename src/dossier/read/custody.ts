/** The chain of custody: each line in its one form, linked to the line before, and its digests those of the files. */
import { CUSTODY_ACTIONS, type CustodyDigest, type CustodyEvent, isCanonical, parseInstant } from '../../model/index.ts';
import { CUSTODY_LOG, MAX_BAD_LINES, MAX_ENTRIES, MAX_HEAD_BYTES, MAX_ROW_BYTES, MAX_TEXT_BYTES } from '../format/index.ts';
import { type CustodyAround, custodyComparison } from './custody-compare.ts';
import { type CustodyHeads, headsGathered, NO_HEADS } from './custody-heads.ts';
import type { Hashing, Running } from './hashing.ts';
import { rowSplitter } from './json-rows.ts';
import { decoder, EncodingError, textPieces } from './lines.ts';
import type { Pace } from './pace.ts';
import { isCount, isHex64, isString, listOf, objectOf, oneOf, optional, type Test, wrongMember } from './shape.ts';
import type { UnknownMembers } from './unknown.ts';

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
const TEXT_OR_NOTHING: Test = (value) => value === undefined || value === null || isString(value);
const PEOPLE = listOf(objectOf({ name: isString, certNo: optional(isString) }));
/** Digests are not among what may be replaced, and are no member that a newer version might have added. */
const NEVER: Test = (value) => value === undefined;
const REPLACEMENT = {
  at: optional(isInstant),
  items: optional(listOf(isString)),
  by: optional(PEOPLE),
  from: TEXT_OR_NOTHING,
  to: TEXT_OR_NOTHING,
  place: TEXT_OR_NOTHING,
  sealBefore: TEXT_OR_NOTHING,
  sealAfter: TEXT_OR_NOTHING,
  method: TEXT_OR_NOTHING,
  tool: TEXT_OR_NOTHING,
  system: TEXT_OR_NOTHING,
  record: TEXT_OR_NOTHING,
  mediaNo: TEXT_OR_NOTHING,
  note: TEXT_OR_NOTHING,
  digests: NEVER,
};
const EVENT = {
  seq: (value: unknown) => Number.isSafeInteger(value),
  at: isInstant,
  action: oneOf(CUSTODY_ACTIONS.filter((action) => action !== 'correct')),
  items: listOf(isString),
  from: optional(isString),
  to: optional(isString),
  by: PEOPLE,
  place: optional(isString),
  sealBefore: optional(isString),
  sealAfter: optional(isString),
  // Its rows are tested one by one.
  digests: optional(Array.isArray),
  method: optional(isString),
  tool: optional(isString),
  system: optional(isString),
  record: optional(isString),
  mediaNo: optional(isString),
  recordedAt: optional(isInstant),
  note: optional(isString),
  prev: (value: unknown) => value === null || isHex64(value),
};

/** Since format 1.1. */
const CORRECTED_EVENT: Readonly<Record<string, Test>> = {
  ...EVENT,
  action: oneOf(CUSTODY_ACTIONS),
  corrects: optional(isCount),
  reason: optional(isString),
  void: (value) => value === undefined || value === true,
  voidFiles: optional(listOf(isString)),
  replace: optional(objectOf(REPLACEMENT)),
};
/** A newer version may know more things to do. */
const NEWER_EVENT: Readonly<Record<string, Test>> = { ...CORRECTED_EVENT, action: isString };

/** What is kept of an event: all but the digests, which are compared as they are read. */
export type EventHead = Omit<CustodyEvent, 'digests'>;

export interface Custody {
  /** Those that could be read. */
  readonly events: number;
  readonly last?: EventHead;
  /** SHA-256 of the last line: the head of the chain. */
  readonly head?: string;
  /** Of every line, also of those that could not be read. */
  readonly heads: CustodyHeads;
}

export const NO_CUSTODY: Custody = { events: 0, heads: NO_HEADS };

/** What the log is held against. */
export interface LogAround extends CustodyAround {
  /** The format: one of the first minor version knows no corrections; of a newer one nobody here knows all. */
  readonly format: 'first' | 'corrected' | 'newer';
  readonly unknown: UnknownMembers;
}

const LF = 0x0a;

/** Reads the log and compares it with the files as it goes: an event may name every file of a dossier, and never stands in memory as a whole. */
export async function readCustody(around: LogAround, { hashing, pace }: { hashing: Hashing; pace: Pick<Pace, 'step'> }): Promise<Custody> {
  const { opened, notes } = around;
  const text = textPieces(opened, CUSTODY_LOG, MAX_TEXT_BYTES, notes);
  if (!text) {
    if (opened.numberOf(CUSTODY_LOG) === undefined) notes.note('DOSSIER_CUSTODY_MISSING', {}, { entry: CUSTODY_LOG });
    return NO_CUSTODY;
  }
  const log = logReader(around, hashing);
  try {
    for (const piece of text.pieces) {
      let from = 0;
      for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, from)) {
        log.push(piece.subarray(from, end));
        if (!log.endLine()) return NO_CUSTODY;
        from = end + 1;
      }
      log.push(piece.subarray(from));
      await pace.step(piece.length);
    }
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    notes.note('DOSSIER_TEXT_ENCODING', { path: CUSTODY_LOG }, { entry: CUSTODY_LOG });
    return NO_CUSTODY;
  }
  return text.broken() ? NO_CUSTODY : log.finish();
}

interface LogReader {
  push(bytes: Uint8Array): void;
  /** False: too many could not be read, and the log is given up. */
  endLine(): boolean;
  finish(): Custody;
}

function logReader(around: LogAround, hashing: Hashing): LogReader {
  const { notes } = around;
  const shape = { first: EVENT, corrected: CORRECTED_EVENT, newer: NEWER_EVENT }[around.format];
  const seeEvent = (member: string): void => around.unknown.see(CUSTODY_LOG, member);
  const seeDigest = (member: string): void => seeEvent(`digests/${member}`);
  const decode = decoder();
  const comparison = custodyComparison(around);
  const at = { entry: CUSTODY_LOG };
  let line = 1;
  let bytesOfLine = 0;
  let link = startLink(hashing);
  let prev: string | null = null;
  let clock = Number.NEGATIVE_INFINITY;
  let events = 0;
  let bad = 0;
  let last: EventHead | undefined;
  const heads = headsGathered();
  /** What is wrong with a row of the line. */
  let broken: 'form' | 'shape' | undefined;

  function row(bytes: Uint8Array, number: number): void {
    // More than a dossier may hold: each is named once.
    if (number >= MAX_ENTRIES) {
      broken ??= 'shape';
      return;
    }
    const digest = canonical(decode(bytes));
    if (digest === undefined) broken = 'form';
    else if (wrongMember(digest, DIGEST, seeDigest) !== undefined) broken ??= 'shape';
    else comparison.digest(digest as CustodyDigest);
  }
  const splitter = rowSplitter({ member: 'digests', longest: { row: MAX_ROW_BYTES, rest: MAX_HEAD_BYTES }, row });

  function readHead(): EventHead | undefined {
    const { rest } = splitter.end();
    const parsed = rest && canonical(decode(rest));
    // Also catches what JSON.parse forgives: a member twice, white space, another order.
    if (parsed === undefined || broken === 'form') {
      notes.note('DOSSIER_CUSTODY_LINE', { line }, at);
      return undefined;
    }
    const member = wrongMember(parsed, shape, seeEvent) ?? (broken ? 'digests' : undefined);
    if (member === undefined) return parsed as EventHead;
    notes.note('DOSSIER_CUSTODY_SHAPE', { line, member }, at);
    return undefined;
  }
  function noteLinks(event: EventHead): void {
    if (event.seq !== line) notes.note('DOSSIER_CUSTODY_SEQ', { line, found: event.seq }, at);
    if (event.prev !== prev) notes.note('DOSSIER_CUSTODY_LINK', { line, expected: prev ?? 'null', found: event.prev ?? 'null' }, at);
    const time = parseInstant(event.at) ?? clock;
    if (time < clock) notes.note('DOSSIER_CUSTODY_TIME', { line, at: event.at }, at);
    clock = Math.max(clock, time);
  }
  return {
    push(bytes) {
      bytesOfLine += bytes.length;
      link.update(bytes);
      splitter.push(bytes);
    },
    endLine() {
      const event = readHead();
      if (event) {
        noteLinks(event);
        events += 1;
        last = event;
      } else bad += 1;
      comparison.event(event);
      prev = link.finish();
      heads.add(prev);
      link = startLink(hashing);
      broken = undefined;
      bytesOfLine = 0;
      line += 1;
      return bad <= MAX_BAD_LINES;
    },
    finish() {
      if (bytesOfLine > 0) notes.note('DOSSIER_CUSTODY_LINE', { line }, at);
      comparison.finish();
      return { events, ...(last ? { last } : {}), ...(prev === null ? {} : { head: prev }), heads: heads.taken() };
    },
  };
}

function startLink(hashing: Hashing): Running {
  const running = hashing.start('sha256');
  if (!running) throw new TypeError('SHA-256 there always is');
  return running;
}

/** Parsed JSON in the one form that a line has (RFC 8785); undefined for any other text. */
function canonical(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return isCanonical(parsed, text) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
