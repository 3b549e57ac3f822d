/** One worker's share of the digests: the same pass over all content, with some of the algorithms. */
import { type HashName, sequentialPass } from '../dossier/read/index.ts';
import { hashingOf } from './hashing.ts';
import { openChosen } from './open-chosen.ts';
import type { Chosen, FailedEntry, FoundEntry, Share, ShareReport } from './protocol.ts';
import { turn } from './turn.ts';

/** Entries told at once, and bytes after which is told how far it is. */
const ENTRIES_A_REPORT = 256;
const BYTES_A_REPORT = 8 << 20;

export async function digestShare(chosen: Chosen, { algorithms, container }: Share, tell: (report: ShareReport) => void): Promise<void> {
  const opened = openChosen(chosen);
  let found: FoundEntry[] = [];
  let failed: FailedEntry[] = [];
  let done = 0;
  let told = 0;
  const flush = (): void => {
    if (found.length + failed.length > 0) tell({ kind: 'entries', found, failed });
    found = [];
    failed = [];
  };
  // CRC-32 is taken once, beside SHA-256; the container's SHA-256 needs its own name where nothing else does.
  const names: readonly HashName[] = [...algorithms, ...(algorithms.includes('sha256') ? (['crc32'] as const) : [])];
  const hashing = hashingOf(container ? [...names, 'sha256'] : names);
  const result = await sequentialPass(hashing)(
    opened,
    { algorithms, container },
    {
      found(entry, digests, size) {
        found.push({ path: entry.path, digests, size });
        if (found.length >= ENTRIES_A_REPORT) flush();
      },
      failed: (finding, entry) => void failed.push({ finding, ...(entry ? { path: entry.path } : {}) }),
    },
    {
      signal: undefined,
      check: () => undefined,
      tell: () => undefined,
      step(bytes) {
        done += bytes;
        if (done - told < BYTES_A_REPORT) return undefined;
        told = done;
        tell({ kind: 'bytes', done });
        return turn();
      },
    },
  );
  flush();
  tell({ kind: 'bytes', done });
  tell({ kind: 'done', ...(result.container === undefined ? {} : { container: result.container }) });
}
