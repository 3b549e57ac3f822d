/** Digests of stretches of one open file, straight from the file: many small ones by one read, large ones piece by piece. Runs in a worker. */
import { readSync } from 'node:fs';
import { once, type Running, start } from './hashes.ts';
import { reasonOf } from './read.ts';
import { type Algorithm, DIGEST_BYTES, type Gap, type Job, type Table } from './task.ts';

/** Read unit: many small entries of a container fit, and both digests find it in the cache. */
export const STRETCH_BYTES = 1 << 20;
/** Progress is told this often. */
const BYTES_PER_REPORT = 16 << 20;

type Ranged = Extract<Job, { kind: 'stretches' }>;
type Sweeping = Extract<Job, { kind: 'sweep' }>;

export interface Stretched {
  readonly from: number;
  readonly to: number;
  readonly gaps: readonly Gap[];
  /** SHA-256 of the whole file, of a sweep that read all of it. */
  readonly whole?: string;
}

/** `buffer` holds STRETCH_BYTES. */
export function readStretches(job: Ranged, buffer: Uint8Array, onBytes: (bytes: number) => void): Stretched {
  const { table, from, to, algorithms } = job;
  const gaps: Gap[] = [];
  run({ table, from, to, algorithms, buffer, gaps, onBytes, also: undefined, end: undefined });
  return { from, to, gaps };
}

export function sweep({ table, size, algorithms }: Sweeping, buffer: Uint8Array, onBytes: (bytes: number) => void): Stretched {
  const gaps: Gap[] = [];
  const container = start('sha256');
  const to = table.offsets.length;
  run({ table, from: 0, to, algorithms, buffer, gaps, onBytes, also: container, end: size });
  return { from: 0, to, gaps, ...(gaps.length === 0 ? { whole: Buffer.from(container.finish()).toString('hex') } : {}) };
}

interface Work {
  readonly table: Table;
  readonly from: number;
  readonly to: number;
  readonly algorithms: readonly Algorithm[];
  readonly buffer: Uint8Array;
  readonly gaps: Gap[];
  readonly onBytes: (bytes: number) => void;
  /** Sees every byte up to `end`, those between stretches as well. */
  readonly also: Running | undefined;
  readonly end: number | undefined;
}

function run(work: Work): void {
  const { table, to, buffer, gaps, also, end } = work;
  const { offsets, sizes } = table;
  const meter = metered(work.onBytes);
  let position = also ? 0 : (offsets[work.from] ?? 0);
  let i = work.from;
  while (i < to) {
    const offset = offsets[i] as number;
    const first = also ? position : offset;
    if (offset + (sizes[i] as number) - first > buffer.length) {
      position = large(work, i, first, meter);
      i += 1;
      continue;
    }
    let next = i + 1;
    while (next < to && (offsets[next] as number) + (sizes[next] as number) - first <= buffer.length) next += 1;
    position = (offsets[next - 1] as number) + (sizes[next - 1] as number);
    if (!together(work, { from: i, to: next, first, last: position }, meter)) one(work, i, next, meter);
    i = next;
  }
  if (also && end !== undefined) {
    try {
      pieces(table.fd, buffer, { start: position, end }, (piece) => also.update(piece));
    } catch (error) {
      gaps.push(gapOf(error, -1, position));
    }
  }
  meter.flush();
}

interface Meter {
  count(bytes: number): void;
  flush(): void;
}

function metered(onBytes: (bytes: number) => void): Meter {
  let untold = 0;
  const flush = (): void => {
    if (untold > 0) onBytes(untold);
    untold = 0;
  };
  return {
    flush,
    count(bytes) {
      untold += bytes;
      if (untold >= BYTES_PER_REPORT) flush();
    },
  };
}

/** Many small ones by one read. False when that read fails: then one by one, to say which. */
function together(
  { table, algorithms, buffer, also }: Work,
  range: { from: number; to: number; first: number; last: number },
  meter: Meter,
): boolean {
  const bytes = buffer.subarray(0, range.last - range.first);
  try {
    fill(table.fd, bytes, range.first);
  } catch {
    return false;
  }
  also?.update(bytes);
  for (let i = range.from; i < range.to; i++) {
    const at = (table.offsets[i] as number) - range.first;
    const content = bytes.subarray(at, at + (table.sizes[i] as number));
    for (const algorithm of algorithms) put(table, algorithm, i, once(algorithm, content));
  }
  meter.count(bytes.length);
  return true;
}

function one(work: Work, from: number, to: number, meter: Meter): void {
  const { table, algorithms, buffer, gaps } = work;
  for (let i = from; i < to; i++) {
    const bytes = buffer.subarray(0, table.sizes[i]);
    try {
      fill(table.fd, bytes, table.offsets[i] as number);
      for (const algorithm of algorithms) put(table, algorithm, i, once(algorithm, bytes));
    } catch (error) {
      gaps.push(gapOf(error, i, table.offsets[i] as number));
    }
    meter.count(bytes.length);
  }
  // What stands between them was not digested for the whole, which is lost.
  if (work.also && gaps.length === 0) gaps.push({ index: -1, offset: table.offsets[from] as number, reason: 'EIO' });
}

/** Piece by piece; returns where it ends. */
function large({ table, algorithms, buffer, gaps, also }: Work, i: number, first: number, meter: Meter): number {
  const offset = table.offsets[i] as number;
  const end = offset + (table.sizes[i] as number);
  const running = algorithms.map((algorithm) => [algorithm, start(algorithm)] as const);
  let at = first;
  try {
    pieces(table.fd, buffer, { start: first, end: offset }, (piece) => also?.update(piece));
    pieces(table.fd, buffer, { start: offset, end }, (piece) => {
      also?.update(piece);
      for (const [, digest] of running) digest.update(piece);
      at += piece.length;
      meter.count(piece.length);
    });
    for (const [algorithm, digest] of running) put(table, algorithm, i, digest.finish());
  } catch (error) {
    gaps.push(gapOf(error, i, at));
  }
  return end;
}

function put({ results }: Table, algorithm: Algorithm, i: number, digest: Uint8Array): void {
  results[algorithm]?.set(digest, i * DIGEST_BYTES[algorithm]);
}

function pieces(fd: number, buffer: Uint8Array, { start, end }: { start: number; end: number }, use: (piece: Uint8Array) => void): void {
  for (let at = start; at < end; at += buffer.length) {
    const piece = buffer.subarray(0, Math.min(buffer.length, end - at));
    fill(fd, piece, at);
    use(piece);
  }
}

class Stopped extends Error {
  readonly offset: number;

  constructor(offset: number, reason: string) {
    super(reason);
    this.offset = offset;
  }
}

function fill(fd: number, into: Uint8Array, offset: number): void {
  let done = 0;
  while (done < into.length) {
    let count: number;
    try {
      count = readSync(fd, into, done, into.length - done, offset + done);
    } catch (error) {
      throw new Stopped(offset + done, reasonOf(error));
    }
    if (count === 0) throw new Stopped(offset + done, 'EOF');
    done += count;
  }
}

function gapOf(error: unknown, index: number, offset: number): Gap {
  if (error instanceof Stopped) return { index, offset: error.offset, reason: error.message };
  return { index, offset, reason: reasonOf(error) };
}
