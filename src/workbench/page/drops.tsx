/** Files on their way into the case, and those that lie there unfixed. One for the page: leaving the step loses nothing. */
import { useEffect, useState } from 'preact/hooks';
import type { Said } from './desk.ts';
import { announce, type Found, type Hand, onHand, send } from './evidence-desk.ts';

export interface Sending {
  readonly name: string;
  readonly file: number;
  readonly files: number;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
}

export interface Drops {
  readonly waiting: readonly Hand[];
  /** What was said of files that came, by path. */
  readonly told: ReadonlyMap<string, readonly Said[]>;
  /** What did not come, and why. */
  readonly refused: readonly { readonly path: string; readonly findings: readonly Said[] }[];
  readonly unread: readonly string[];
  readonly sending: Sending | undefined;
  readonly stopped: boolean;
  readonly lost: boolean;
}

let now: Drops = { waiting: [], told: new Map(), refused: [], unread: [], sending: undefined, stopped: false, lost: false };
const watchers = new Set<() => void>();
let stopping = new AbortController();

function change(part: Partial<Drops>): void {
  now = { ...now, ...part };
  for (const tell of watchers) tell();
}

export function useDrops(): Drops {
  const [, turn] = useState(0);
  useEffect(() => {
    const tell = (): void => turn((n) => n + 1);
    watchers.add(tell);
    void readHand();
    return () => void watchers.delete(tell);
  }, []);
  return now;
}

export async function readHand(): Promise<void> {
  const answer = await onHand();
  if ('files' in answer && answer.files) change({ waiting: answer.files.filter(({ fixed }) => !fixed), lost: false });
  else change({ waiting: [], lost: answer.outcome === 'lost' });
}

export const stopSending = (): void => stopping.abort();

/** One after the other: a disk that is read at two places is slower. What cannot come is told before anything is copied. */
export async function sendAll(found: readonly Found[], unread: readonly string[]): Promise<void> {
  if (now.sending || (found.length === 0 && unread.length === 0)) return;
  stopping = new AbortController();
  change({ refused: [], unread, stopped: false, sending: { name: '', file: 0, files: found.length, done: 0, total: 1 } });
  const answer = await announce(found.map(({ path, file }) => ({ path, size: file.size })));
  if (!('files' in answer)) {
    change({ sending: undefined, lost: true });
    return;
  }
  const told = found.map((one, i) => ({ ...one, findings: answer.files[i] ?? [] }));
  change({ refused: told.filter(({ findings }) => findings.length > 0).map(({ path, findings }) => ({ path, findings })) });
  const coming = told.filter(({ findings }) => findings.length === 0);
  const total = coming.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  for (const [i, { file, path }] of coming.entries()) {
    const at = (bytes: number): Sending => ({
      name: path,
      file: i + 1,
      files: coming.length,
      done: before + Math.min(bytes, file.size),
      total,
    });
    change({ sending: at(0) });
    const came = await send(file, path, stopping.signal, (bytes) => change({ sending: at(bytes) }));
    if (came.outcome === 'stopped') {
      change({ stopped: true });
      break;
    }
    if (came.outcome === 'lost') change({ unread: [...now.unread, path] });
    else if (came.outcome === 'taken') change({ told: new Map([...now.told, [came.path, came.findings]]) });
    else if ('findings' in came) change({ refused: [...now.refused, { path, findings: came.findings }] });
    before += file.size;
  }
  change({ sending: undefined });
  await readHand();
}
