/** The owner of the rendering thread: hands it requests, starts it anew when it ended or hangs. */
import type { Worker } from 'node:worker_threads';
import { startThread } from '../../program/index.ts';
import type { TurnMessage, TurnOptions, TurnRequest } from './protocol.ts';

const LIMIT_MB = 2048;
/** A thread that took no notice of a request for so long is inside something that does not end. */
const STUCK_MS = 30_000;

export interface Renderer {
  request(request: TurnRequest): void;
  close(): Promise<void>;
}

interface Ears {
  readonly onMessage: (message: TurnMessage) => void;
  /** The thread is gone in the middle of a turn; the next request starts another. */
  readonly onLost: (reason: string) => void;
}

export function startRenderer(options: TurnOptions, { onMessage, onLost }: Ears): Renderer {
  let worker: Worker | undefined;
  let stuck: NodeJS.Timeout | undefined;
  let pending: TurnRequest | undefined;
  const lose = (lost: Worker, reason: string): void => {
    if (worker !== lost) return;
    clearTimeout(stuck);
    worker = undefined;
    void lost.terminate();
    if (pending) onLost(reason);
  };
  const ask = (request: TurnRequest): void => {
    pending = request;
    worker ??= start();
    const asked = worker;
    clearTimeout(stuck);
    stuck = setTimeout(() => {
      // It hangs in what an older save asked for: the newest save deserves a thread that does not.
      lose(asked, 'timeout');
      ask(request);
    }, STUCK_MS);
    asked.postMessage(request);
  };
  const start = (): Worker => {
    const made = startThread('preview', {
      workerData: options,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
      stdout: true,
      stderr: true,
    });
    made.on('message', (message: TurnMessage) => {
      if (worker !== made) return;
      clearTimeout(stuck);
      if (message.kind === 'done' && message.turn === pending?.turn) pending = undefined;
      onMessage(message);
    });
    made.on('error', (error: Error) => lose(made, error.message));
    made.on('exit', () => lose(made, 'exit'));
    return made;
  };
  return {
    request: ask,
    async close() {
      clearTimeout(stuck);
      const last = worker;
      worker = undefined;
      await last?.terminate();
    },
  };
}
