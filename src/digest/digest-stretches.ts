/** Digests of many stretches of one open file, over the machine's cores: entries of a container, straight from the container. */
import { availableParallelism } from 'node:os';
import { hexOf } from './hashes.ts';
import { planStretches } from './plan-stretches.ts';
import { runPool } from './pool.ts';
import { type Algorithm, DIGEST_BYTES, type DigestSet, type Gap, type Table } from './task.ts';

export interface StretchOptions {
  /** Held open by the caller until the promise settles. */
  readonly fd: number;
  readonly algorithms: readonly Algorithm[];
  /** Size of the file, when its own SHA-256 is wanted as well. */
  readonly whole?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes done since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  readonly threads?: number | undefined;
  /** Called once for each stretch, in any order. */
  readonly found: (index: number, digests: DigestSet) => void;
  /** Called once for a stretch that cannot be read, and (index -1) for what lies between them. */
  readonly failed: (gap: Gap) => void;
}

/** By number: of a hundred thousand, no objects are made. */
export interface Stretches {
  readonly length: number;
  /** In bytes. */
  offset(number: number): number;
  size(number: number): number;
}

/** `stretches` in the order of the file, none overlapping. Resolves with SHA-256 of the whole, if all of it could be read. @throws Fault ABORTED */
export async function digestStretches(stretches: Stretches, options: StretchOptions): Promise<string | undefined> {
  const { fd, algorithms, signal, onBytes, threads = availableParallelism(), found, failed } = options;
  const table = tableOf(fd, stretches, algorithms);
  const { jobs, parts } = planStretches(table, algorithms, threads, options.whole);
  const broken = new Set<number>();
  let whole: string | undefined;
  await runPool(jobs, threads, {
    signal,
    take(report) {
      if (report.kind === 'bytes') onBytes?.(report.bytes);
      if (report.kind !== 'stretched') return;
      whole ??= report.whole;
      for (const gap of report.gaps) {
        if (broken.has(gap.index)) continue;
        broken.add(gap.index);
        failed(gap);
      }
      for (let i = report.from; i < report.to; i++) {
        parts[i] = (parts[i] as number) - 1;
        if (parts[i] === 0 && !broken.has(i)) found(i, digestsAt(table, algorithms, i));
      }
    },
  });
  return whole;
}

function tableOf(fd: number, stretches: Stretches, algorithms: readonly Algorithm[]): Table {
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  const offsets = new Float64Array(shared(8 * stretches.length));
  const sizes = new Float64Array(shared(8 * stretches.length));
  for (let i = 0; i < stretches.length; i++) {
    offsets[i] = stretches.offset(i);
    sizes[i] = stretches.size(i);
  }
  const results = Object.fromEntries(algorithms.map((a) => [a, new Uint8Array(shared(DIGEST_BYTES[a] * stretches.length))]));
  return { fd, offsets, sizes, results };
}

function digestsAt({ results }: Table, algorithms: readonly Algorithm[], i: number): DigestSet {
  return Object.fromEntries(
    algorithms.map((a) => [a, hexOf((results[a] as Uint8Array).subarray(i * DIGEST_BYTES[a], (i + 1) * DIGEST_BYTES[a]))]),
  );
}
