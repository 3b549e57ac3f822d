/** The thread that renders: a request in, messages out; a newer request ends the one before. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Tell, TurnOptions, TurnRequest } from './protocol.ts';
import { type Memory, runTurn } from './turn.ts';

const options = workerData as TurnOptions;
const memory: Memory = { measured: new Map(), looks: new Map(), documents: new Map() };
let running: Promise<void> = Promise.resolve();
let abort = new AbortController();

parentPort?.on('message', (request: TurnRequest) => {
  abort.abort();
  abort = new AbortController();
  const { signal } = abort;
  const tell: Tell = (message) => {
    if (!signal.aborted) parentPort?.postMessage({ findings: [], ...message, turn: request.turn });
  };
  running = running
    .then(() => (signal.aborted ? undefined : runTurn({ options, request, memory, signal, tell })))
    .catch((error: unknown) => {
      // An error that is no Fault ends the thread, and its owner says so; what was only broken off does not.
      if (!signal.aborted) throw error;
    });
});
