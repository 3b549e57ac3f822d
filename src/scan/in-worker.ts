/** Scans are looked at in a thread with limits: they come from a scanner, a telephone or a stranger, and one that was made to do harm must end. */
import type { Worker } from 'node:worker_threads';
import { fault } from '../model/index.ts';
import { startThread } from '../program/index.ts';
import type { ScanLook } from './look.ts';
import type { ScanReport } from './worker.ts';

/** Milliseconds that one page may take. */
const PAGE_MS = 30_000;
/** Beside the at most 2 GiB of the WebAssembly machine. */
const LIMIT_MB = 1024;

/** What each file is, in their order. A file that ends the thread is one that was not looked into. @throws Fault ABORTED */
export async function lookAtScans(absolutes: readonly string[], signal: AbortSignal | undefined): Promise<readonly ScanLook[]> {
  const looks: ScanLook[] = [];
  let worker: Worker | undefined;
  try {
    for (const absolute of absolutes) {
      if (signal?.aborted) throw fault('ABORTED', 2, {});
      worker ??= begun();
      const look = await lookIn(worker, absolute, signal);
      if (!look) {
        void worker.terminate();
        worker = undefined;
      }
      looks.push(look ?? { unseen: 'gaveUp' });
    }
    return looks;
  } finally {
    void worker?.terminate();
  }
}

function begun(): Worker {
  const worker = startThread('scan', { resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB }, stdout: true, stderr: true });
  // A late error of a thread that is being ended is nobody's.
  return worker.on('error', () => undefined);
}

/** Undefined when the thread is of no more use. */
function lookIn(worker: Worker, absolute: string, signal: AbortSignal | undefined): Promise<ScanLook | undefined> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.off('message', heard).off('error', lost).off('exit', lost);
    };
    const end = (look: ScanLook | undefined): void => {
      leave();
      resolve(look);
    };
    const lost = (): void => end(undefined);
    const heard = (report: ScanReport): void => {
      if ('alive' in report) timer.refresh();
      else end(report.look);
    };
    const abort = (): void => {
      leave();
      reject(fault('ABORTED', 2, {}));
    };
    const timer = setTimeout(lost, PAGE_MS);
    signal?.addEventListener('abort', abort);
    worker.on('message', heard).on('error', lost).on('exit', lost);
    worker.postMessage(absolute);
  });
}
