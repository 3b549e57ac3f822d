/** The digesting threads: started as the work grows, each with its queue of commands. */
import type { Worker } from 'node:worker_threads';
import { type Fault, fault } from '../../model/index.ts';
import { startThread } from '../../program/index.ts';
import type { Sum } from './digest.ts';
import { END, type Ring, type RingMemory, SLOT_BYTES } from './ring.ts';

/** Time a byte takes, relative: SM3 has no hardware behind it. */
export const COST: Readonly<Record<Sum, number>> = { crc32: 0.4, sha256: 1, sm3: 5 };
/** A thread costs some 20 ms to start: the next one when so much waits for those that run. */
const BUSY = 4 * SLOT_BYTES * COST.sm3;

/** A thread makes short-lived digests only: what it keeps of them is memory lost. */
const YOUNG_MB = 2;

export type StartThread = (data: { readonly memory: RingMemory; readonly thread: number }) => Worker;

export interface ThreadPool {
  /** Puts work on the thread with the least to do; a further one is started while all have enough. Returns its number. */
  burden(cost: number): number;
  relieve(thread: number, cost: number): void;
  command(thread: number, what: number): void;
  /** @throws Fault BUILD_THREAD_DIED */
  check(): void;
  close(): Promise<void>;
}

export function threadPool(
  memory: RingMemory,
  { control, given, command: placeOf, threads }: Ring,
  start: StartThread = startDigester,
): ThreadPool {
  const workers: Worker[] = [];
  const loads: number[] = [];
  const counts: number[] = [];
  let died: Fault | undefined;
  let closing = false;

  function startOne(): number {
    const thread = workers.length;
    const worker = begun(() => start({ memory, thread }));
    worker.once('error', (error) => {
      died ??= threadDied(error);
    });
    worker.once('exit', (code) => {
      if (!closing) died ??= threadDied(new Error(`exit ${code}`));
    });
    workers.push(worker);
    loads.push(0);
    counts.push(0);
    return thread;
  }
  function command(thread: number, what: number): void {
    const count = counts[thread] as number;
    control[placeOf(thread, count)] = what;
    counts[thread] = count + 1;
    Atomics.store(control, given(thread), count + 1);
    Atomics.notify(control, given(thread));
  }
  return {
    burden(cost) {
      const best = loads.indexOf(Math.min(...loads));
      const thread = best >= 0 && ((loads[best] as number) < BUSY || workers.length === threads) ? best : startOne();
      loads[thread] = (loads[thread] as number) + cost;
      return thread;
    },
    relieve(thread, cost) {
      loads[thread] = (loads[thread] as number) - cost;
    },
    command,
    check() {
      if (died) throw died;
    },
    async close() {
      closing = true;
      workers.forEach((_, thread) => {
        command(thread, END);
      });
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function startDigester(workerData: Parameters<StartThread>[0]): Worker {
  return startThread('pack', { workerData, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
}

function begun(work: () => Worker): Worker {
  try {
    return work();
  } catch (error) {
    throw threadDied(error);
  }
}

function threadDied(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return fault('BUILD_THREAD_DIED', 2, { reason: code ?? (error instanceof Error ? error.message : String(error)) }, {}, error);
}
