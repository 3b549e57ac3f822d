/**
 * Digests that a correction voided, and what stands in their place. A correction may take back a file that was fixed by mistake; it does not
 * make another content the one that was fixed. Where the two differ, both are told: to the sender, to the receiver and on paper.
 */
import type { Instant } from './case.ts';
import type { CustodyEvent } from './custody.ts';
import { type CorrectedLine, correctedLog } from './custody-correct.ts';
import { TAKES } from './custody-item.ts';

/** A digest of the log that counts for nothing. */
export interface VoidedDigest {
  /** Below `evidence/`. */
  readonly path: string;
  readonly sha256: string;
  readonly action: CustodyEvent['action'];
  /** The line that took it, and when. */
  readonly line: number;
  readonly at: Instant;
  /** Evidence numbers of that line, as written and as corrected. */
  readonly items: readonly string[];
  /** The correction that voids it. */
  readonly voidedBy: number;
}

/** What is there now. */
export interface PresentDigest {
  readonly path: string;
  readonly sha256: string;
  /** The first line that counts for it; absent where no line has it, and the file alone says so. */
  readonly line?: number;
  readonly at?: Instant;
}

/** Fixed with one content, voided, and now another. */
export interface Refixed {
  readonly was: VoidedDigest;
  /** The same path; else the new files of the same items. At least one. */
  readonly now: readonly PresentDigest[];
}

/** A file of the list as it is found now. */
export interface ListedFile {
  readonly evidenceNo: string;
  readonly path: string;
  readonly sha256: string;
}

/** In the order of the lines. */
export function voidedDigests(events: readonly CustodyEvent[]): readonly VoidedDigest[] {
  const { corrected } = correctedLog(events);
  return [...corrected.values()].sort((a, b) => a.written.seq - b.written.seq).flatMap(voidedOf);
}

function voidedOf({ written, counts, corrections }: CorrectedLine): readonly VoidedDigest[] {
  const last = corrections.at(-1);
  if (!last || (counts && last.voidFiles === undefined)) return [];
  const gone = counts ? new Set(last.voidFiles) : undefined;
  const { seq: line, action, at, digests = [] } = written;
  const items = [...new Set([...written.items, ...(counts?.items ?? [])])];
  return digests.flatMap(({ path, sha256 }) =>
    gone === undefined || gone.has(path) ? [{ path, sha256, action, line, at, items, voidedBy: last.seq }] : [],
  );
}

/** `listed`: files of the list whose digest is known now. A file that no line counts for is judged by it. */
export function refixedFiles(events: readonly CustodyEvent[], listed: Iterable<ListedFile> = []): readonly Refixed[] {
  const voided = firstOfContent(voidedDigests(events));
  if (voided.length === 0) return [];
  const found = [...listed];
  const byPath = new Map(found.map((file) => [file.path, file]));
  const counting = countingByPath(events);
  const same: Refixed[] = [];
  const gone: VoidedDigest[] = [];
  for (const was of voided) {
    const lines = counting.get(was.path) ?? [];
    // The first fixing stands, and what was voided is a later look.
    if (lines.some(({ action, line }) => TAKES.has(action) && line < was.line)) continue;
    const later = lines.filter(({ line }) => line > was.line);
    const file = byPath.get(was.path);
    const present: readonly PresentDigest[] = later.length > 0 || !file ? later : [{ path: file.path, sha256: file.sha256 }];
    if (present.length === 0) gone.push(was);
    else if (!present.some(({ sha256 }) => sha256 === was.sha256)) same.push({ was, now: present.slice(0, 1) });
  }
  return [...same, ...byItems(gone, newFiles(events, found))].sort((a, b) => a.was.line - b.was.line);
}

/** One content of a path is told once, at the line that had it first. */
function firstOfContent(voided: readonly VoidedDigest[]): readonly VoidedDigest[] {
  const known = new Map<string, VoidedDigest>();
  for (const one of voided) {
    const key = `${one.sha256} ${one.path}`;
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

interface Counting extends PresentDigest {
  readonly action: CustodyEvent['action'];
  readonly line: number;
  readonly at: Instant;
}

function countingByPath(events: readonly CustodyEvent[]): ReadonlyMap<string, readonly Counting[]> {
  const counting = new Map<string, Counting[]>();
  const { events: history } = correctedLog(events);
  for (const { action, seq: line, at, digests = [] } of history) {
    // The event of packing names what is there, whatever it is.
    if (action === 'pack') continue;
    for (const { path, sha256 } of digests) {
      const own = counting.get(path);
      const one = { path, sha256, action, line, at };
      if (own) own.push(one);
      else counting.set(path, [one]);
    }
  }
  for (const own of counting.values()) own.sort((a, b) => a.line - b.line);
  return counting;
}

interface NewFile extends PresentDigest {
  /** No line had its path before this one; infinite where none has it. */
  readonly since: number;
}

/** By evidence number: files with the line that first had them, and those of the list that no line has. */
function newFiles(events: readonly CustodyEvent[], listed: readonly ListedFile[]): ReadonlyMap<string, readonly NewFile[]> {
  const first = new Map<string, number>();
  for (const { action, seq, digests = [] } of events)
    if (action !== 'pack') for (const { path } of digests) if (!first.has(path)) first.set(path, seq);
  const byItem = new Map<string, NewFile[]>();
  const note = (evidenceNo: string, file: NewFile): void => {
    const own = byItem.get(evidenceNo);
    if (own) own.push(file);
    else byItem.set(evidenceNo, [file]);
  };
  for (const { action, seq: line, at, items, digests = [] } of correctedLog(events).events)
    if (TAKES.has(action))
      for (const { path, sha256 } of digests)
        if (first.get(path) === line) for (const item of items) note(item, { path, sha256, line, at, since: line });
  for (const { evidenceNo, path, sha256 } of listed)
    if (!first.has(path)) note(evidenceNo, { path, sha256, since: Number.POSITIVE_INFINITY });
  return byItem;
}

/** Files that are gone from their path: another file of the same items stands in their place, unless one of them has their content. */
function byItems(gone: readonly VoidedDigest[], fresh: ReadonlyMap<string, readonly NewFile[]>): readonly Refixed[] {
  const contents = new Set(gone.map(({ sha256 }) => sha256));
  const places = new Map<string, { readonly all: ReadonlySet<string>; readonly other: readonly PresentDigest[] }>();
  return gone.flatMap((was): readonly Refixed[] => {
    const key = JSON.stringify([was.line, was.items]);
    let place = places.get(key);
    if (!place) {
      const files = new Map(was.items.flatMap((item) => fresh.get(item) ?? []).map((file) => [file.path, file]));
      const later = [...files.values()].filter(({ since }) => since > was.line);
      const other = later.filter(({ sha256 }) => !contents.has(sha256)).map(({ since: _, ...file }) => file);
      place = { all: new Set(later.map(({ sha256 }) => sha256)), other };
      places.set(key, place);
    }
    return place.other.length === 0 || place.all.has(was.sha256) ? [] : [{ was, now: place.other }];
  });
}
