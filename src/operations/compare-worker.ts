/** The worker of compare-documents: one comparison in, findings out. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Comparison, compareDocuments } from './compare-documents.ts';

parentPort?.postMessage(await compareDocuments(workerData as Comparison));
