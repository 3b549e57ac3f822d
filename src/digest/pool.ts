/** Worker threads that take jobs until there are none. A worker has one job at a time, so nothing piles up. */
import type { Worker } from 'node:worker_threads';
import { fault } from '../model/index.ts';
import { startThread } from '../program/index.ts';
import type { Job, Report } from './task.ts';

/** A thread makes short-lived digests only: what it keeps of them is memory lost. */
const THREAD = { execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 2 } };

/** Resolves when every job is reported. All workers have ended when it settles. @throws what `take` throws; Fault ABORTED */
export async function runPool(
  jobs: readonly Job[],
  threads: number,
  { signal, take }: { readonly signal: AbortSignal | undefined; readonly take: (report: Report) => void },
): Promise<void> {
  if (signal?.aborted) throw fault('ABORTED', 2, {}, {}, signal.reason);
  const workers = Array.from({ length: Math.min(threads, jobs.length) }, () => startThread('digest', THREAD));
  let abort = (): void => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      let next = 0;
      let busy = workers.length;
      if (busy === 0) resolve();
      const feed = (worker: Worker): void => {
        const job = jobs[next++];
        if (job) worker.postMessage(job);
        else if (--busy === 0) resolve();
      };
      abort = () => reject(fault('ABORTED', 2, {}, {}, signal?.reason));
      signal?.addEventListener('abort', abort);
      for (const worker of workers) {
        worker.on('message', (report: Report) => {
          try {
            take(report);
          } catch (error) {
            reject(error);
            return;
          }
          if (report.kind !== 'bytes') feed(worker);
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('a worker of the digest pool ended too early')));
        feed(worker);
      }
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
