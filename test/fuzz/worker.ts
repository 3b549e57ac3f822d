/** One campaign in a thread of its own. What runs now stands in shared memory, for the case that it does not return. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { campaign, type Limits } from './campaign.ts';
import { startCoverage } from './coverage.ts';
import { HEAD_BYTES, type TargetName } from './target.ts';
import { targetOf } from './targets/index.ts';

export interface Task extends Limits {
  readonly target: TargetName;
  readonly coverage: boolean;
  readonly shared: SharedArrayBuffer;
}

const task = workerData as Task;
const head = new Int32Array(task.shared, 0, 2);
const body = new Uint8Array(task.shared, HEAD_BYTES);

/** A heap that grows within one call ends the whole process: then the input is here. */
const last = join(process.cwd(), 'out/fuzz', `running-${task.target}`);
mkdirSync(join(last, '..'), { recursive: true });

const coverage = task.coverage ? startCoverage() : undefined;
const tally = await campaign(
  await targetOf(task.target),
  task,
  {
    running(input) {
      writeFileSync(last, input);
      body.set(input.subarray(0, body.length));
      head[1] = Math.min(input.length, body.length);
      Atomics.add(head, 0, 1);
    },
    ended: () => void Atomics.add(head, 0, 1),
    failed: (failure) => parentPort?.postMessage({ failure }),
  },
  coverage,
);
parentPort?.postMessage({ tally });
