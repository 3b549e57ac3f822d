/** In place of src/program/thread.ts: every thread begins in the bundle's own file, and its last argument says as what. */
import { Worker } from 'node:worker_threads';

/* global mbpackSea, mbpackFile */
export function startThread(name, options) {
  const argv = [`mbpack-thread=${name}`];
  // An executable is no script: its own text is kept in it once more.
  return mbpackSea
    ? new Worker(mbpackSea.getAsset('mbpack.cjs', 'utf8'), { ...options, argv, eval: true })
    : new Worker(mbpackFile, { ...options, argv });
}
