/** The worker of compare-documents: one comparison in, findings out. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Comparison, compareDocuments } from './compare-documents.ts';

// What goes wrong ends the thread, and its owner says so.
void compareDocuments(workerData as Comparison).then((findings) => parentPort?.postMessage(findings));
