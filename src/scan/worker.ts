/** The thread of in-worker.ts: a path in, a look out, until its owner ends it. */
import { parentPort } from 'node:worker_threads';
import { lookAtScan, type ScanLook } from './look.ts';

/** `alive`: a page was done. */
export type ScanReport = { readonly alive: true } | { readonly look: ScanLook };

const tell = (report: ScanReport): void => parentPort?.postMessage(report);

// What goes wrong ends the thread, and its owner says so.
parentPort?.on('message', (absolute: string) => {
  void lookAtScan(absolute, () => tell({ alive: true })).then((look) => tell({ look }));
});
