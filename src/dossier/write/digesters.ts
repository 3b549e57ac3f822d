/** The packer's side of the digesting threads: free slots, who works on which, and what came of it. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { ALGORITHMS, type Algorithm } from '../format/index.ts';
import type { Sum } from './digest.ts';
import { commandOf, KIND, ringMemory, ringOver, SUMS } from './ring.ts';
import { COST, type StartThread, threadPool } from './thread-pool.ts';

/** Beyond this one thread that reads and writes cannot feed them. */
const MAX_THREADS = 6;
/** Slots a file under way may hold, and as many again for small files. */
export const SLOTS_PER_FILE = 8;
/** Sleep until a thread says that it has finished something; only a thread that died says nothing. */
const WAIT_MS = 20;

export interface DigestingOptions {
  /** By default the machine's cores, at most six. */
  readonly threads?: number;
  /** Measured with one alone; a dossier has both. */
  readonly algorithms?: readonly Algorithm[];
  readonly startThread?: StartThread | undefined;
}

/** Which thread takes which sum. */
type Share = readonly { readonly sum: Sum; readonly thread: number }[];

/** A file that is read in pieces, and the threads that take its sums. */
export interface Assigned {
  readonly file: number;
  readonly share: Share;
}

export interface Finished {
  /** Content that is digested now. */
  readonly bytes: number;
  /** Files whose digests are known now. */
  readonly files: readonly number[];
  /** The file that it was a piece of. */
  readonly pieceOf?: number;
  /** A sum that was taken of the nth file, in memory that is used again. Of files that came in pieces, the CRC too. */
  sum(nth: number, sum: Sum): Uint8Array;
}

export interface Digesters {
  /** How many files to read at once. */
  readonly width: number;
  /** A free slot, which is the caller's until it is given; undefined when all are in use. */
  take(): number | undefined;
  content(slot: number): Uint8Array;
  /** Small files that stand in a slot. */
  giveFiles(slot: number, files: readonly { readonly file: number; readonly start: number; readonly size: number }[]): void;
  assign(file: number, size: number): Assigned;
  /** The first bytes of a slot, next piece of a file. */
  givePiece(slot: number, to: Assigned, bytes: number, last: boolean): void;
  /** Shows what is finished since the last call; waits when nothing is, though something was given. @throws Fault BUILD_THREAD_DIED; what `check` throws */
  finished(show: (one: Finished) => void, check: () => void): Promise<void>;
  close(): Promise<void>;
}

interface Given {
  readonly slot: number;
  readonly bytes: number;
  readonly files: readonly number[];
  readonly pieceOf?: number;
  readonly share: Share;
}

export function startDigesters({
  threads = availableParallelism(),
  algorithms = ALGORITHMS,
  startThread,
}: DigestingOptions = {}): Digesters {
  const width = Math.max(1, Math.min(MAX_THREADS, threads));
  const memory = ringMemory({ slots: (width + 1) * SLOTS_PER_FILE, threads: width });
  const ring = ringOver(memory);
  const { control } = ring;
  const pool = threadPool(memory, ring, startThread);
  const free = Array.from({ length: ring.slots }, (_, slot) => slot).reverse();
  let given: Given[] = [];

  const share = (bytes: number, sums: readonly Sum[]): Share => sums.map((sum) => ({ sum, thread: pool.burden(bytes * COST[sum]) }));
  function give(one: Given): void {
    const masks = new Map<number, number>();
    for (const { sum, thread } of one.share) masks.set(thread, (masks.get(thread) ?? 0) | (1 << SUMS.indexOf(sum)));
    Atomics.store(control, ring.pending(one.slot), masks.size);
    given.push(one);
    for (const [thread, mask] of masks) pool.command(thread, commandOf(one.slot, mask));
  }
  /** Returns whether there was any. */
  function reap(show: (one: Finished) => void): boolean {
    const done = given.filter(({ slot }) => Atomics.load(control, ring.pending(slot)) === 0);
    if (done.length > 0) given = given.filter((one) => !done.includes(one));
    for (const one of done) {
      for (const { sum, thread } of one.share) pool.relieve(thread, one.bytes * COST[sum]);
      show({ ...one, sum: (nth, sum) => ring.sum(one.slot, nth, SUMS.indexOf(sum)) });
      free.push(one.slot);
    }
    return done.length > 0;
  }

  return {
    width,
    take: () => free.pop(),
    content: ring.content,
    giveFiles(slot, files) {
      control[ring.kind(slot)] = KIND.files;
      control[ring.subject(slot)] = files.length;
      files.forEach(({ start, size }, i) => {
        control[ring.span(slot, i)] = start;
        control[ring.span(slot, i) + 1] = size;
      });
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      give({ slot, bytes, files: files.map(({ file }) => file), share: share(bytes, algorithms) });
    },
    assign: (file, size) => ({ file, share: share(size, [...algorithms, 'crc32']) }),
    givePiece(slot, { file, share: to }, bytes, last) {
      control[ring.kind(slot)] = last ? KIND.lastPiece : KIND.piece;
      control[ring.subject(slot)] = file;
      control[ring.span(slot, 0) + 1] = bytes;
      give({ slot, bytes, files: last ? [file] : [], pieceOf: file, share: to });
    },
    async finished(show, check) {
      for (;;) {
        pool.check();
        const seen = Atomics.load(control, ring.finished);
        if (reap(show) || given.length === 0) return;
        // The loop must turn to hear of a thread that died, and of Ctrl-C.
        if (Atomics.wait(control, ring.finished, seen, WAIT_MS) !== 'timed-out') continue;
        await setImmediate();
        check();
      }
    },
    close: pool.close,
  };
}
