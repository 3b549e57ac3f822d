/** The digests of everything, shared among workers: SHA-256 in one, SM3 in another, the zip as a whole in a third where there are cores for it. */
import type { ContentPass, DigestSet, Entry } from '../dossier/read/index.ts';
import type { Chosen, Order, Share, ShareReport } from './protocol.ts';

/** With fewer, the zip's own digest is taken beside the SHA-256 of its entries. */
const CORES_FOR_THREE = 3;

interface Pending {
  digests: DigestSet;
  size: number;
  missing: number;
}

export function sharedPass(chosen: Chosen, cores: number, source: Blob): ContentPass {
  return (opened, { container }, told, pace) =>
    new Promise((resolve, reject) => {
      const shares = sharesOf(cores, container);
      const takers = shares.filter(({ algorithms }) => algorithms.length > 0).length;
      const entries = new Map<string, Entry>(opened.entries.map((entry) => [entry.path, entry]));
      const pending = new Map<string, Pending>();
      const lost = new Set<string>();
      const done = shares.map(() => 0);
      let counted = 0;
      let running = shares.length;
      let whole: string | undefined;

      const take = ({ found, failed }: Extract<ShareReport, { kind: 'entries' }>): void => {
        for (const { path = '', finding } of failed) {
          if (lost.has(path)) continue;
          lost.add(path);
          pending.delete(path);
          told.failed(finding, entries.get(path));
        }
        for (const { path, digests, size } of found) {
          const entry = entries.get(path);
          if (!entry || lost.has(path)) continue;
          const known = pending.get(path) ?? { digests: {}, size, missing: takers };
          known.digests = { ...known.digests, ...digests };
          known.missing -= 1;
          if (known.missing > 0) pending.set(path, known);
          else {
            pending.delete(path);
            told.found(entry, known.digests, known.size);
          }
        }
      };
      // From a file the page has an origin of its own kind: what its worker starts must be of that worker's making.
      const address = URL.createObjectURL(source);
      const workers = shares.map((share, i) => {
        const worker = new Worker(address);
        worker.onmessage = ({ data }: MessageEvent<ShareReport>) => {
          if (data.kind === 'entries') {
            if (shares[i]?.algorithms.length) take(data);
          } else if (data.kind === 'bytes') {
            done[i] = data.done;
            // As far as the slowest.
            const least = Math.min(...done);
            pace.tell(least - counted);
            counted = least;
          } else if (data.kind === 'done') {
            worker.terminate();
            whole ??= data.container;
            if (--running === 0) resolve(whole === undefined ? {} : { container: whole });
          } else fail(new Error(data.reason));
        };
        worker.onerror = (event) => fail(new Error(event.message));
        worker.postMessage({ kind: 'digest', chosen, share } satisfies Order);
        return worker;
      });
      function fail(reason: Error): void {
        for (const worker of workers) worker.terminate();
        reject(reason);
      }
    });
}

function sharesOf(cores: number, container: boolean): readonly Share[] {
  const alone = container && cores >= CORES_FOR_THREE;
  return [
    { algorithms: ['sha256'], container: container && !alone },
    { algorithms: ['sm3'], container: false },
    ...(alone ? [{ algorithms: [], container: true } as const] : []),
  ];
}
