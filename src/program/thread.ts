/** The threads of the program by name: the one place that knows in which file each begins. A bundle puts another file in place of this one. */
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Below `dist/`: tests run the sources, and a thread needs what tsc made of them. */
const FILES = {
  digest: 'digest/worker.js',
  pack: 'dossier/write/digest-worker.js',
  compare: 'operations/compare-worker.js',
  ahead: 'operations/ahead-worker.js',
  scan: 'scan/worker.js',
  pdf: 'exhibit/words/pdf/worker.js',
  preview: 'operations/preview/worker.js',
} as const;
export type ThreadName = keyof typeof FILES;

const COMPILED = new URL('../../dist/', import.meta.url);

export function startThread(name: ThreadName, options: WorkerOptions): Worker {
  return new Worker(new URL(FILES[name], COMPILED), options);
}
