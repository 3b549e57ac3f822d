/** The worker as the page sees it: one dossier at a time, stopped by ending the worker. */
import type { Chosen, Order, Report } from './protocol.ts';

export interface Inspector {
  /** Content of a file of the dossier, as bytes without a type. */
  content(path: string): Promise<Blob | undefined>;
  /** At once, and with it the workers that share the work. */
  end(): void;
}

type Told = (report: Exclude<Report, { kind: 'content' }>) => void;

/** The worker's own text: the page has no other file to start one from. */
const SOURCE = new Blob([WORKER_SOURCE], { type: 'text/javascript' });

/** @throws what the browser throws where it allows no worker */
export function inspect(chosen: Chosen, told: Told): Inspector {
  const address = URL.createObjectURL(SOURCE);
  const worker = new Worker(address);
  const asked = new Map<number, (blob: Blob | undefined) => void>();
  let serial = 0;
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    if (data.kind !== 'content') {
      told(data);
      return;
    }
    asked.get(data.serial)?.(data.blob);
    asked.delete(data.serial);
  };
  worker.onerror = (event) => told({ kind: 'failed', reason: event.message });
  const order = (what: Order): void => worker.postMessage(what);
  order({ kind: 'verify', chosen, cores: navigator.hardwareConcurrency, source: SOURCE });
  return {
    content: (path) =>
      new Promise((resolve) => {
        asked.set(++serial, resolve);
        order({ kind: 'content', path, serial });
      }),
    end() {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
