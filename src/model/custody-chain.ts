/** Where a chain of custody breaks, and how it was broken: read off which lines still link to which. */
import { isCanonical } from './canonical-json.ts';
import { type CustodyEvent, custodyLink } from './custody.ts';
import { parseInstant } from './time.ts';

/**
 * form: a line is not one event in RFC 8785 form.
 * changed: the line after it holds the digest of other words; numbers run on.
 * removed: numbers `from`–`to` are missing before this line.
 * inserted: without this line the lines around it link.
 * reordered: the line stands elsewhere than its number and its link say.
 * numbering: linked, but not numbered on.
 * time: earlier than the line before.
 */
export type ChainFaultKind = 'form' | 'changed' | 'removed' | 'inserted' | 'reordered' | 'numbering' | 'time';

export interface ChainFault {
  /** Counted from 1, as the file stands. */
  readonly line: number;
  readonly fault: ChainFaultKind;
  /** removed: first and last missing number; reordered, numbering: the number found in the line. */
  readonly from?: number;
  readonly to?: number;
}

interface Line {
  readonly line: number;
  readonly digest: string;
  readonly event?: CustodyEvent;
}

/** By the lines of a log, which are never changed: several rules and several looks of the law ask, and every digest of a large case is read for it. */
const told = new WeakMap<readonly string[], readonly ChainFault[]>();

/**
 * Every break of a chain, one fault a broken place. A last line that was changed, lines cut off at the end and a log
 * written anew as a whole are consistent inside: only anchors outside the log tell them (rule C-05).
 */
export function chainFaults(lines: readonly string[]): readonly ChainFault[] {
  const known = told.get(lines) ?? faultsOf(lines);
  told.set(lines, known);
  return known;
}

function faultsOf(lines: readonly string[]): readonly ChainFault[] {
  const read = lines.map((text, i): Line => {
    const event = parseEvent(text);
    return { line: i + 1, digest: custodyLink(text), ...(event ? { event } : {}) };
  });
  const { ordered, moved } = inOrder(read);
  const faults: ChainFault[] = [
    ...read.flatMap(({ line, event }): ChainFault[] => (event ? [] : [{ line, fault: 'form' }])),
    ...moved.map(({ line, event }): ChainFault => ({ line, fault: 'reordered', ...(event ? { from: event.seq } : {}) })),
  ];
  const alien = insertedLines(ordered);
  faults.push(...[...alien].map(({ line }): ChainFault => ({ line, fault: 'inserted' })));
  const kept = ordered.filter((l) => !alien.has(l));
  faults.push(...linkFaults(kept), ...timeFaults(kept));
  return faults.sort((a, b) => a.line - b.line || (a.fault < b.fault ? -1 : 1));
}

/** The lines as their numbers want them, where that mends links; and the fewest lines that moved for it. */
function inOrder(read: readonly Line[]): { readonly ordered: readonly Line[]; readonly moved: readonly Line[] } {
  let number = 0;
  const numbered = read.map((l) => {
    number = l.event?.seq ?? number;
    return { l, number };
  });
  const sorted = [...numbered].sort((a, b) => a.number - b.number).map(({ l }) => l);
  if (breaks(sorted) >= breaks(read)) return { ordered: read, moved: [] };
  const stayed = longestRise(sorted.map(({ line }) => line));
  return { ordered: sorted, moved: read.filter(({ line }) => !stayed.has(line)) };
}

const breaks = (list: readonly Line[]): number => list.filter((l, i) => !linked(list[i - 1], l)).length;

/** Does the line hold the digest of the one before? A line that cannot be read is judged by the next. */
function linked(before: Line | undefined, { event }: Line): boolean {
  return event === undefined || event.prev === (before === undefined ? null : before.digest);
}

/** Members of the longest strictly rising subsequence (patience sorting): what did not move. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of values) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(value, tails[low - 1]);
    tails[low] = value;
  }
  const kept = new Set<number>();
  for (let value = tails.at(-1); value !== undefined; value = before.get(value)) kept.add(value);
  return kept;
}

/** Lines that the chain goes past: their own branch ends, or a later line links to one before them. */
function insertedLines(list: readonly Line[]): ReadonlySet<Line> {
  const at = new Map<string | null, number>([[null, -1]]);
  const pred = list.map((l, i) => {
    const j = l.event === undefined || (l.event.prev === null && l.event.seq !== 1) ? undefined : at.get(l.event.prev);
    if (!at.has(l.digest)) at.set(l.digest, i);
    return j;
  });
  const children = new Map<number, number[]>();
  for (const [i, j] of pred.entries()) {
    if (j === undefined) continue;
    const branches = children.get(j);
    if (branches) branches.push(i);
    else children.set(j, [i]);
  }
  const depth = new Array<number>(list.length).fill(1);
  for (let i = list.length - 1; i >= 0; i--) for (const c of children.get(i) ?? []) depth[i] = Math.max(depth[i] ?? 1, (depth[c] ?? 0) + 1);

  const alien = new Set<number>();
  for (const branches of children.values()) {
    const main = branches.reduce((best, c) => ((depth[c] ?? 0) > (depth[best] ?? 0) ? c : best));
    for (const c of branches) if (c !== main) alien.add(c);
  }
  // Jumps opened and closed before a line: as many as are over it.
  const over = new Array<number>(list.length + 1).fill(0);
  for (const [i, j] of pred.entries()) {
    if (j === undefined) continue;
    if (alien.has(j)) alien.add(i);
    if (alien.has(i)) continue;
    over[j + 1] = (over[j + 1] ?? 0) + 1;
    over[i] = (over[i] ?? 0) - 1;
  }
  let open = 0;
  return new Set(
    list.filter((_, i) => {
      open += over[i] ?? 0;
      return open > 0 || alien.has(i);
    }),
  );
}

function linkFaults(list: readonly Line[]): ChainFault[] {
  const faults: ChainFault[] = [];
  let number = 0;
  /** By how much the numbers are off, since it was told. */
  let offset = 0;
  for (const [i, l] of list.entries()) {
    number++;
    if (!l.event) continue;
    const before = list[i - 1];
    const whole = linked(before, l);
    const off = l.event.seq - number;
    if (!whole && off > Math.max(offset, 0)) {
      faults.push({ line: l.line, fault: 'removed', from: number, to: l.event.seq - 1 });
      number = l.event.seq;
      offset = 0;
      continue;
    }
    if (off !== offset && off !== 0) faults.push({ line: l.line, fault: 'numbering', from: l.event.seq });
    // A line that cannot be read is told as such.
    if (!whole && (!before || before.event)) faults.push({ line: (before ?? l).line, fault: 'changed' });
    offset = off;
  }
  const changed = new Set(faults.filter(({ fault }) => fault === 'changed').map(({ line }) => line));
  return faults.filter(({ line, fault }) => fault !== 'numbering' || !changed.has(line));
}

function timeFaults(list: readonly Line[]): ChainFault[] {
  const faults: ChainFault[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { line, event } of list) {
    if (!event) continue;
    const at = parseInstant(event.at) ?? Number.NaN;
    if (Number.isNaN(at)) faults.push({ line, fault: 'form' });
    else {
      if (at < last) faults.push({ line, fault: 'time' });
      last = at;
    }
  }
  return faults;
}

function parseEvent(text: string): CustodyEvent | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isCanonical(value, text)) return undefined;
    const event = value as Partial<CustodyEvent>;
    return typeof event.at === 'string' && Number.isSafeInteger(event.seq) && (typeof event.prev === 'string' || event.prev === null)
      ? (event as CustodyEvent)
      : undefined;
  } catch {
    return undefined;
  }
}
