/** Documents that wait for no digest are rendered in a thread while evidence is read, digested and packed. */
import type { CustodyLog } from '../case/index.ts';
import type { RenderedDocument } from '../documents/index.ts';
import type { Case, DocumentId } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import { startThread } from '../program/index.ts';
import { WITHOUT_FILES } from './document-needs.ts';
import { packedDocuments } from './payload.ts';

/** What the thread needs: plain data only. */
export interface AheadJob {
  readonly case: Case;
  /** How the pack was named: an id, or a folder. */
  readonly template: string;
  /** The pack as it is here; one that changed since is not rendered from. */
  readonly packSha256: string;
  readonly now: number;
  readonly draft: boolean;
  readonly custody: CustodyLog;
  readonly ids: readonly DocumentId[];
}

export interface Ahead {
  /** The document, or undefined where it was not made: then it is made here, and whatever is wrong with it is told here. */
  take(id: DocumentId): Promise<RenderedDocument | undefined>;
  close(): void;
}

export function renderAhead(input: Omit<AheadJob, 'ids' | 'packSha256'> & { readonly pack: LoadedPack }): Ahead {
  const { pack, ...rest } = input;
  const ids = packedDocuments(pack, input.case)
    .filter(({ view }) => WITHOUT_FILES.includes(view))
    .map(({ id }) => id);
  const job: AheadJob = { ...rest, packSha256: pack.sha256, ids };
  const worker = startThread('ahead', { workerData: job, stdout: true, stderr: true });
  const made = new Map<DocumentId, RenderedDocument>();
  const waiting = new Map<DocumentId, (document: RenderedDocument | undefined) => void>();
  let over = false;
  const end = (): void => {
    over = true;
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  };
  worker.on('message', (document: RenderedDocument) => {
    const settle = waiting.get(document.id);
    waiting.delete(document.id);
    if (settle) settle(document);
    else made.set(document.id, document);
  });
  worker.on('error', end);
  worker.on('exit', end);
  return {
    take: (id) => {
      const document = made.get(id);
      if (document || over || !ids.includes(id)) return Promise.resolve(document);
      return new Promise((resolve) => {
        waiting.set(id, resolve);
      });
    },
    close: () => {
      end();
      void worker.terminate();
    },
  };
}
