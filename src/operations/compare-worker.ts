/** The worker of compare-documents: a comparison in, findings out, until its owner ends it. */
import { parentPort } from 'node:worker_threads';
import { type Comparison, compareDocuments } from './compare-documents.ts';

// What goes wrong ends the thread, and its owner says so.
parentPort?.on('message', (comparison: Comparison) => {
  void compareDocuments(comparison).then((findings) => parentPort?.postMessage(findings));
});
