/** Who reads what: longest first, small files together, a file that alone would keep all others waiting by two workers. */
import { ALGORITHMS, type Algorithm, type Task } from './task.ts';

/** Time a byte takes, relative: SM3 has no hardware behind it. */
const COST: Readonly<Record<Algorithm, number>> = { sha256: 1, sm3: 5 };
const BOTH = COST.sha256 + COST.sm3;
/** What opening a file costs, in bytes of both digests: some 40 µs. */
const OPENING_BYTES = 10_000;
/** Files up to here share a message with others. */
const SMALL_BYTES = 1 << 20;
/** A batch of small files takes some 15 ms: its message costs nothing, and its end does not keep the others waiting. */
const BATCH_BYTES = 4 << 20;
const BATCH_FILES = 128;

export interface PlannedFile {
  readonly path: string;
  readonly size: number;
}

export type Batch = readonly Task[];

/** Batches in the order in which idle workers take them. */
export function batchesFor(files: readonly PlannedFile[], threads: number): readonly Batch[] {
  const share = files.reduce((sum, f) => sum + costOf(f.size, BOTH), 0) / threads;
  const large: { readonly task: Task; readonly cost: number }[] = [];
  const small: Task[] = [];
  files.forEach(({ path, size }, index) => {
    if (size <= SMALL_BYTES) small.push({ index, path, size, algorithms: ALGORITHMS });
    // Read twice, mostly from the system's cache; the slower digest alone is what the others wait for.
    else if (costOf(size, BOTH) > share)
      for (const a of ALGORITHMS) large.push({ task: { index, path, size, algorithms: [a] }, cost: costOf(size, COST[a]) });
    else large.push({ task: { index, path, size, algorithms: ALGORITHMS }, cost: costOf(size, BOTH) });
  });
  large.sort((a, b) => b.cost - a.cost);
  return [...large.map(({ task }) => [task]), ...together(small)];
}

function costOf(size: number, weight: number): number {
  return (size + OPENING_BYTES) * weight;
}

/** In the caller's order, which is mostly that of the disk. */
function together(small: readonly Task[]): Batch[] {
  const batches: Task[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const task of small) {
    const last = batches.at(-1);
    if (last && last.length < BATCH_FILES && bytes + task.size <= BATCH_BYTES) {
      last.push(task);
      bytes += task.size;
    } else {
      batches.push([task]);
      bytes = task.size;
    }
  }
  return batches;
}
