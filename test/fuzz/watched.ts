/** Campaigns under watch: a thread with a small heap, ended when one input takes longer than five seconds. */
import { Worker } from 'node:worker_threads';
import { bundleWorker } from './bundle.ts';
import { type Failure, type Limits, processorTime, type Tally } from './campaign.ts';
import { HEAD_BYTES, type TargetName } from './target.ts';

export interface Outcome {
  readonly target: TargetName;
  /** Absent when a run did not return. */
  readonly tally?: Tally;
  /** One for each cause. */
  readonly failures: readonly Failure[];
}

export interface Wanted extends Limits {
  readonly target: TargetName;
  readonly coverage: boolean;
}

const SHARED_BYTES = 4 * 1024 * 1024;
/** Of the processor's time, because other programs may have the machine; and of the clock, for what waits for ever. */
const HANG_MILLISECONDS = 5000;
const WAIT_MILLISECONDS = 300_000;
const HEAP_MEGABYTES = 300;

let worker: Promise<string> | undefined;

export async function watched({ target, ...limits }: Wanted, root = process.cwd()): Promise<Outcome> {
  worker ??= bundleWorker(root);
  const shared = new SharedArrayBuffer(SHARED_BYTES);
  const head = new Int32Array(shared, 0, 2);
  const thread = new Worker(await worker, {
    workerData: { target, ...limits, shared },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    execArgv: ['--enable-source-maps'],
  });
  const failures = new Map<string, Failure>();
  const note = (failure: Failure): void => void (failures.has(failure.cause) || failures.set(failure.cause, failure));
  const running = (): Uint8Array => new Uint8Array(shared, HEAD_BYTES, head[1]).slice();
  let tally: Tally | undefined;

  return await new Promise((resolve) => {
    let begun = { run: 0, at: performance.now(), spent: processorTime() };
    const watchdog = setInterval(() => {
      const run = Atomics.load(head, 0);
      if (run !== begun.run) begun = { run, at: performance.now(), spent: processorTime() };
      // Even: between two runs, or seeds, fonts and schemas are still being read.
      const hangs = run % 2 === 1 && processorTime() - begun.spent > HANG_MILLISECONDS;
      if (tally || (!hangs && performance.now() - begun.at < WAIT_MILLISECONDS)) return;
      note({ target, cause: `${target}: ${run % 2 === 1 ? 'hang' : 'the fuzzer itself hangs'}`, told: 'no answer', input: running() });
      void thread.terminate();
    }, 250);
    thread.on('message', (message: { failure?: Failure; tally?: Tally }) => {
      if (message.failure) note(message.failure);
      if (message.tally) tally = message.tally;
    });
    thread.on('error', (error) => note({ target, cause: `${target}: thread ${error.message}`, told: error.stack ?? '', input: running() }));
    thread.on('exit', () => {
      clearInterval(watchdog);
      resolve({ target, ...(tally ? { tally } : {}), failures: [...failures.values()] });
    });
  });
}
