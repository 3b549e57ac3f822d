/** Who reads what: longest first, small files together, a file that alone would keep all others waiting by two workers. */
import { type Algorithm, costOf, type Job, type Task } from './task.ts';

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

/** Jobs in the order in which idle workers take them. */
export function jobsFor(files: readonly PlannedFile[], algorithms: readonly Algorithm[], threads: number): readonly Job[] {
  const all = costOf(algorithms);
  const share = files.reduce((sum, f) => sum + costs(f.size, all), 0) / threads;
  // The slowest tells how far a file is that several workers read.
  const slowest = [...algorithms].sort((a, b) => costOf([b]) - costOf([a]))[0];
  const large: { readonly task: Task; readonly cost: number }[] = [];
  const small: Task[] = [];
  files.forEach(({ path, size }, index) => {
    if (size <= SMALL_BYTES) small.push({ index, path, size, algorithms, counts: true });
    // Read twice, mostly from the system's cache; the slower digest alone is what the others wait for.
    else if (costs(size, all) > share)
      for (const a of algorithms)
        large.push({ task: { index, path, size, algorithms: [a], counts: a === slowest }, cost: costs(size, costOf([a])) });
    else large.push({ task: { index, path, size, algorithms, counts: true }, cost: costs(size, all) });
  });
  large.sort((a, b) => b.cost - a.cost);
  return [...large.map(({ task }) => [task]), ...together(small)].map((tasks) => ({ kind: 'files', tasks }));
}

function costs(size: number, weight: number): number {
  return (size + OPENING_BYTES) * weight;
}

/** In the caller's order, which is mostly that of the disk. */
function together(small: readonly Task[]): Task[][] {
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
