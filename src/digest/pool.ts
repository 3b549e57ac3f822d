/**
 * Worker threads that take jobs until there are none. A worker has one job at a time, so nothing piles up; of short ones a second waits for it, so
 * that it need not wait for this thread.
 */
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
      let left = jobs.length;
      if (left === 0) resolve();
      /** `given`: jobs that the worker has. */
      const feed = (worker: Worker, given: number): number => {
        let now = given;
        for (let job = jobs[next]; job && (now === 0 || (now === 1 && isShort(job))); job = jobs[next]) {
          worker.postMessage(job);
          next += 1;
          now += 1;
        }
        return now;
      };
      abort = () => reject(fault('ABORTED', 2, {}, {}, signal?.reason));
      signal?.addEventListener('abort', abort);
      for (const worker of workers) {
        let given = 0;
        worker.on('message', (report: Report) => {
          try {
            if (report.kind !== 'bytes') given = feed(worker, given - 1);
            take(report);
          } catch (error) {
            reject(error);
            return;
          }
          if (report.kind !== 'bytes' && --left === 0) resolve();
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('a worker of the digest pool ended too early')));
        given = feed(worker, given);
      }
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Many small files, or a range of small stretches: some 15 ms. */
function isShort(job: Job): boolean {
  return job.kind === 'files' ? job.tasks.length > 1 : job.kind === 'stretches' && job.to - job.from > 1;
}
