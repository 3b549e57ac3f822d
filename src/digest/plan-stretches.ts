/** Who reads which stretches: one sweep for the whole file's own digest, and ranges for what the others can do meanwhile. */
import { type Algorithm, COST, costOf, type Job, type Table } from './task.ts';

/** Bytes of a range of small stretches: some 15 ms of the slowest digest. */
const RANGE_BYTES = 4 << 20;
/** From so many threads on the sweep takes nothing but the whole: it alone cannot be shared. */
const MANY_THREADS = 4;

export interface StretchPlan {
  readonly jobs: readonly Job[];
  /** How many jobs report each stretch. */
  readonly parts: Uint8Array;
}

/** `size`: of the file, where its own SHA-256 is wanted. */
export function planStretches(table: Table, algorithms: readonly Algorithm[], threads: number, size: number | undefined): StretchPlan {
  const parts = new Uint8Array(table.sizes.length);
  // With two cores: one reads in order and takes the fast digests on the way, the other has SM3, and who is ready helps with it.
  const swept: readonly Algorithm[] = size !== undefined && threads < MANY_THREADS ? algorithms.filter((a) => a !== 'sm3') : [];
  const ranged = algorithms.filter((a) => !swept.includes(a));
  const jobs: { readonly job: Job; readonly cost: number }[] = [];
  if (size !== undefined) {
    jobs.push({ job: { kind: 'sweep', table, size, algorithms: swept, counts: ranged.length === 0 }, cost: Number.POSITIVE_INFINITY });
    parts.fill(1);
  }
  if (ranged.length > 0) jobs.push(...ranges(table, ranged, threads, parts));
  return { jobs: jobs.sort((a, b) => b.cost - a.cost).map(({ job }) => job), parts };
}

function ranges(
  table: Table,
  algorithms: readonly Algorithm[],
  threads: number,
  parts: Uint8Array,
): { readonly job: Job; readonly cost: number }[] {
  const weight = costOf(algorithms);
  const share = (table.sizes.reduce((sum, size) => sum + size, 0) * weight) / threads;
  const slowest = [...algorithms].sort((a, b) => COST[b] - COST[a])[0];
  const jobs: { readonly job: Job; readonly cost: number }[] = [];
  const add = (from: number, to: number, some: readonly Algorithm[], bytes: number): void => {
    const counts = slowest !== undefined && some.includes(slowest);
    jobs.push({ job: { kind: 'stretches', table, from, to, algorithms: some, counts }, cost: bytes * costOf(some) });
    for (let i = from; i < to; i++) parts[i] = (parts[i] as number) + 1;
  };
  let from = 0;
  let bytes = 0;
  const close = (to: number): void => {
    if (to > from) add(from, to, algorithms, bytes);
    from = to;
    bytes = 0;
  };
  table.sizes.forEach((size, i) => {
    // One that would keep all others waiting is read by several, one digest each.
    if (algorithms.length > 1 && size > RANGE_BYTES && size * weight > share) {
      close(i);
      for (const algorithm of algorithms) add(i, i + 1, [algorithm], size);
      from = i + 1;
      return;
    }
    if (bytes > 0 && bytes + size > RANGE_BYTES) close(i);
    bytes += size;
  });
  close(table.sizes.length);
  return jobs;
}
