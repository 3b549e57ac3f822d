/** A worker of the pool: jobs in, outcomes out, one buffer for its whole life. */
import { parentPort } from 'node:worker_threads';
import { BUFFER_BYTES, readFile } from './read.ts';
import { readStretches, STRETCH_BYTES, sweep } from './stretches.ts';
import type { Job, Outcome, Report, Task } from './task.ts';

const buffer = new Uint8Array(Math.max(BUFFER_BYTES, STRETCH_BYTES));
const tell = (report: Report): void => parentPort?.postMessage(report);

parentPort?.on('message', (job: Job) => {
  if (job.kind === 'files') tell({ kind: 'done', outcomes: readFiles(job.tasks) });
  else {
    const count = (bytes: number): void => {
      if (job.counts) tell({ kind: 'bytes', bytes });
    };
    tell({ kind: 'stretched', ...(job.kind === 'sweep' ? sweep(job, buffer, count) : readStretches(job, buffer, count)) });
  }
});

function readFiles(tasks: readonly Task[]): Outcome[] {
  let bytes = 0;
  const outcomes: Outcome[] = tasks.map((task) => ({
    index: task.index,
    ...readFile(task, buffer.subarray(0, BUFFER_BYTES), (count) => {
      // A file that two workers read counts once; small files are told together.
      if (!task.counts) return;
      if (tasks.length > 1) bytes += count;
      else tell({ kind: 'bytes', bytes: count });
    }),
  }));
  if (bytes > 0) tell({ kind: 'bytes', bytes });
  return outcomes;
}
