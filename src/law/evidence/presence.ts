/** Records at one time: who was at all of them. Swept once in the order of time, so that a thousand at one hour are one finding. */
import { type Case, parseInstant, presentAt, samePlace } from '../../model/index.ts';
import type { Proof } from './links.ts';

/** Of the places where somebody is said to be at a moment, so many are compared: nobody is at more, a forged form may say so. */
const MAX_PLACES = 12;

const MINUTE = 60_000;

export interface Interval {
  readonly proof: Proof;
  readonly start: number;
  /** Without an end the record holds its start only. */
  readonly end: number;
}

/** Records of one or several officers, each of which overlaps another in time. */
export interface Cluster {
  /** Names, joined. */
  readonly officer: string;
  /** In the order of time. */
  readonly proofs: readonly Proof[];
}

export function intervalOf(proof: Proof): Interval | undefined {
  const start = parseInstant(proof.record.startedAt);
  if (start === undefined) return undefined;
  const end = parseInstant(proof.record.endedAt ?? '') ?? start;
  // To ask somebody takes time, even where no end is written.
  return { proof, start, end: proof.list === 'interviews' ? Math.max(end, start + MINUTE) : end };
}

/** By officer, in the order of time; of those that begin together, what has no length comes last. */
function byOfficer(proofs: readonly Proof[]): ReadonlyMap<string, readonly Interval[]> {
  const all = new Map<string, Interval[]>();
  const sorted = proofs
    .flatMap((p) => intervalOf(p) ?? [])
    .sort((a, b) => a.start - b.start || Number(a.end === a.start) - Number(b.end === b.start));
  for (const interval of sorted) {
    for (const id of presentAt(interval.proof)) {
      const mine = all.get(id);
      if (mine) mine.push(interval);
      else all.set(id, [interval]);
    }
  }
  return all;
}

/** Groups of intervals that overlap one after another. */
function clustersOf(sorted: readonly Interval[]): readonly (readonly Interval[])[] {
  const clusters: Interval[][] = [];
  let open: Interval[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const interval of sorted) {
    if (interval.start >= end) {
      if (open.length > 1) clusters.push(open);
      open = [];
      end = Number.NEGATIVE_INFINITY;
    }
    open.push(interval);
    end = Math.max(end, interval.end);
  }
  return open.length > 1 ? [...clusters, open] : clusters;
}

/** Overlapping records by the officers who were at all of them, in the order of time. */
export function overlaps(proofs: readonly Proof[], { case: c }: Case): readonly Cluster[] {
  const found = [...byOfficer(proofs)].flatMap(([id, sorted]) => clustersOf(sorted).map((cluster) => ({ id, cluster })));
  return joined(
    found.map(({ id, cluster }) => ({ officer: nameOf(id, c), proofs: cluster.map((i) => i.proof) })),
    () => '',
  );
}

export interface Apart extends Cluster {
  /** Two of the places. */
  readonly places: readonly [string, string];
  /** The record at the second of them. */
  readonly second: Proof;
}

/** Overlapping records at two places, by officer. Interviews against interviews are another matter (T-02). */
export function placesApart(proofs: readonly Proof[], { case: c }: Case): readonly Apart[] {
  const same = remembering();
  const found = [...byOfficer(proofs)].flatMap(([id, sorted]) =>
    clustersOf(sorted).flatMap((cluster) => {
      const apart = apartIn(cluster, same);
      return apart ? [{ officer: nameOf(id, c), ...apart }] : [];
    }),
  );
  return joined(found, ({ places }) => places.join('\n'));
}

function apartIn(cluster: readonly Interval[], same: (a: string, b: string) => boolean): Omit<Apart, 'officer'> | undefined {
  const open = new Map<string, Interval>();
  const concerned = new Set<Proof>();
  let first: Pick<Apart, 'places' | 'second'> | undefined;
  for (const interval of cluster) {
    const { list, record } = interval.proof;
    for (const [key, other] of open) {
      if (other.end <= interval.start) open.delete(key);
      else if ((list !== 'interviews' || other.proof.list !== 'interviews') && !same(other.proof.record.place, record.place)) {
        concerned.add(other.proof).add(interval.proof);
        first ??= { places: [other.proof.record.place, record.place], second: interval.proof };
      }
    }
    const key = `${list === 'interviews' ? '1' : '0'}${record.place}`;
    const known = open.get(key);
    if (known ? known.end < interval.end : open.size < MAX_PLACES) open.set(key, interval);
  }
  return first && { ...first, proofs: cluster.map((i) => i.proof).filter((p) => concerned.has(p)) };
}

/** Several officers who made the same records are named together. */
function joined<T extends Cluster>(clusters: readonly T[], key: (cluster: T) => string): readonly T[] {
  const groups = new Map<string, T>();
  for (const cluster of clusters) {
    const of = JSON.stringify([key(cluster), cluster.proofs.map((p) => p.record.recordNo)]);
    const known = groups.get(of);
    groups.set(of, known ? { ...known, officer: `${known.officer}、${cluster.officer}` } : cluster);
  }
  return [...groups.values()];
}

const nameOf = (id: string, c: Case['case']): string => c.officers.find((o) => o.id === id)?.name ?? id;

/** Places are few, records many. */
function remembering(): (a: string, b: string) => boolean {
  const known = new Map<string, boolean>();
  return (a, b) => {
    const key = `${a}\n${b}`;
    const answer = known.get(key) ?? samePlace(a, b);
    known.set(key, answer);
    return answer;
  };
}
