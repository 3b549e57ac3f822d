/** Scans are looked at in a thread with limits: they come from a scanner, a telephone or a stranger, and one that was made to do harm must end. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { fault } from '../model/index.ts';
import { limitedThread } from '../program/index.ts';
import type { ScanLook } from './look.ts';
import type { ScanReport } from './worker.ts';

/** Milliseconds that one page may take. */
const PAGE_MS = 30_000;
/** Beside the at most 2 GiB of the WebAssembly machine. */
const LIMIT_MB = 1024;

/** Bytes of a file that is worth knowing again. */
const KNOWN_BYTES = 32 * 1024 * 1024;
const MOST_KNOWN = 256;
/** What this process has seen, by SHA-256 of the bytes: `check` and then `build` of a case, or many cases, look at a scan once. */
const known = new Map<string, ScanLook>();

/** What each file is, in their order. A file that ends the thread is one that was not looked into. @throws Fault ABORTED */
export async function lookAtScans(absolutes: readonly string[], signal: AbortSignal | undefined): Promise<readonly ScanLook[]> {
  const looks: ScanLook[] = [];
  const thread = limitedThread<string, ScanReport>('scan', { silent: PAGE_MS, megabytes: LIMIT_MB });
  try {
    for (const absolute of absolutes) {
      if (signal?.aborted) throw fault('ABORTED', 2, {});
      const digest = digestOf(absolute);
      const before = digest === undefined ? undefined : known.get(digest);
      if (before) {
        looks.push(before);
        continue;
      }
      const look = await thread.ask(absolute, (report) => ('alive' in report ? undefined : report.look), { signal });
      looks.push(look ?? { unseen: 'gaveUp' });
      // A file that changed while it was looked at is known by neither of its digests.
      if (look && digest !== undefined && digestOf(absolute) === digest && known.size < MOST_KNOWN) known.set(digest, look);
    }
    return looks;
  } finally {
    thread.end();
  }
}

function digestOf(absolute: string): string | undefined {
  try {
    const stat = statSync(absolute);
    return stat.isFile() && stat.size <= KNOWN_BYTES ? createHash('sha256').update(readFileSync(absolute)).digest('hex') : undefined;
  } catch {
    // Who looks at it says what is wrong.
    return undefined;
  }
}
