/** SHA-256 and SM3 of many files over the machine's cores. */
import { availableParallelism } from 'node:os';
import { type Digests, type Fault, fault } from '../model/index.ts';
import { batchesFor } from './plan.ts';
import { runPool } from './pool.ts';
import type { Outcome, Problem } from './task.ts';

/** More readers than this wait for the disk; each holds some 10 MiB. */
const MAX_THREADS = 16;

export interface DigestSource {
  /** Absolute. */
  readonly path: string;
  /** Bytes, as the caller saw them: another size is a change. */
  readonly size: number;
  /** How people call the file; its path when not given. */
  readonly label?: string;
}

export interface DigestOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done so far, of the sum of sizes. */
  readonly onProgress?: ((bytes: number) => void) | undefined;
  /** By default the machine's cores. */
  readonly threads?: number | undefined;
}

/** Digests in the order given. @throws Fault FILE_* of the first file found wrong, by its label; ABORTED */
export async function digestFiles(files: readonly DigestSource[], options: DigestOptions = {}): Promise<readonly Digests[]> {
  const results = await digest(files, options, (failed) => {
    throw failed;
  });
  return results as readonly Digests[];
}

/** As `digestFiles`, but a file that cannot be read has a fault in its place and the others go on. @throws Fault ABORTED */
export function digestEach(files: readonly DigestSource[], options: DigestOptions = {}): Promise<readonly (Digests | Fault)[]> {
  return digest(files, options, () => undefined);
}

interface Half {
  readonly digests: Partial<Digests>;
  readonly stamp: string;
}

async function digest(
  files: readonly DigestSource[],
  { signal, onProgress, threads = availableParallelism() }: DigestOptions,
  onFault: (fault: Fault) => void,
): Promise<readonly (Digests | Fault)[]> {
  const count = Math.max(1, Math.min(MAX_THREADS, threads));
  const batches = batchesFor(files, count);
  const results: (Digests | Fault)[] = [];
  const halves = new Map<number, Half>();
  let done = 0;

  const fail = (index: number, problem: Problem): void => {
    if (results[index]) return;
    const failed = faultOf(problem, files[index] as DigestSource);
    results[index] = failed;
    onFault(failed);
  };
  const settle = (outcome: Outcome): void => {
    const { index } = outcome;
    const other = halves.get(index);
    if ('problem' in outcome) fail(index, outcome);
    else if (other && other.stamp !== outcome.stamp) fail(index, { problem: 'changed' });
    else {
      const { sha256, sm3 } = { ...other?.digests, ...outcome.digests };
      if (sha256 === undefined || sm3 === undefined) halves.set(index, outcome);
      else results[index] ??= { sha256, sm3 };
    }
  };
  await runPool(batches, count, {
    signal,
    take: (report) => {
      if (report.kind === 'done') for (const outcome of report.outcomes) settle(outcome);
      else {
        done += report.bytes;
        onProgress?.(done);
      }
    },
  });
  return results;
}

function faultOf(problem: Problem, { path, label: file = path }: DigestSource): Fault {
  const at = { at: { file } };
  switch (problem.problem) {
    case 'changed':
      return fault('FILE_CHANGED_WHILE_READ', 1, { file }, at);
    case 'missing':
      return fault('FILE_GONE', 1, { file }, at);
    case 'kind':
      return fault('FILE_NOT_REGULAR', 1, { file, kind: problem.kind }, at);
    case 'unreadable':
      return fault('FILE_NOT_READ', 2, { file, reason: problem.reason }, at);
  }
}
