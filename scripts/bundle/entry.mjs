/** Where the bundle begins: the program, or one of its threads. */
import { isMainThread } from 'node:worker_threads';

const THREADS = {
  digest: () => import('../../dist/digest/worker.js'),
  pack: () => import('../../dist/dossier/write/digest-worker.js'),
  compare: () => import('../../dist/operations/compare-worker.js'),
  ahead: () => import('../../dist/operations/ahead-worker.js'),
  scan: () => import('../../dist/scan/worker.js'),
  pdf: () => import('../../dist/exhibit/words/pdf/worker.js'),
  preview: () => import('../../dist/operations/preview/worker.js'),
};

async function program() {
  // A failure until main has said otherwise: an unsettled promise must not end in 0.
  process.exitCode = 2;
  try {
    const { main, processIo } = await import('../../dist/cli/main.js');
    process.exitCode = await main(processIo(process));
  } catch (error) {
    process.stderr.write(`mbpack: ${error instanceof Error ? error.message : error}\n`);
  }
}

const thread = isMainThread ? undefined : process.argv.at(-1)?.replace('mbpack-thread=', '');
if (thread === undefined) void program();
else void THREADS[thread]();
