/** A worker of the pool: batches in, outcomes out, one buffer for its whole life. */
import { parentPort } from 'node:worker_threads';
import { BUFFER_BYTES, readFile } from './read.ts';
import type { Outcome, Report, Task } from './task.ts';

const buffer = new Uint8Array(BUFFER_BYTES);
const tell = (report: Report): void => parentPort?.postMessage(report);

parentPort?.on('message', (batch: readonly Task[]) => {
  let bytes = 0;
  const outcomes: Outcome[] = batch.map((task) => ({
    index: task.index,
    ...readFile(task, buffer, (count) => {
      // A file that two workers read counts once, when its slower digest is taken; small files are told together.
      if (!task.algorithms.includes('sm3')) return;
      if (batch.length > 1) bytes += count;
      else tell({ kind: 'bytes', bytes: count });
    }),
  }));
  if (bytes > 0) tell({ kind: 'bytes', bytes });
  tell({ kind: 'done', outcomes });
});
