/** SHA-256 and SM3 of many files over the machine's cores. */
import { availableParallelism } from 'node:os';
import { type Digests, type Fault, fault } from '../model/index.ts';
import { jobsFor } from './plan.ts';
import { runPool } from './pool.ts';
import { type Algorithm, type DigestSet, type Outcome, type Problem, USUAL } from './task.ts';

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
  readonly digests: DigestSet;
  readonly stamp: string;
}

/** Any digests of many files, or what was wrong with each; told as they come. @throws what `told` throws; Fault ABORTED */
export async function digestAny(
  files: readonly DigestSource[],
  algorithms: readonly Algorithm[],
  { signal, onProgress, threads = availableParallelism() }: DigestOptions,
  told: (index: number, result: DigestSet | Problem) => void,
): Promise<void> {
  const count = Math.max(1, Math.min(MAX_THREADS, threads));
  const halves = new Map<number, Half>();
  const settled = new Set<number>();
  let done = 0;

  const end = (index: number, result: DigestSet | Problem): void => {
    halves.delete(index);
    if (settled.has(index)) return;
    settled.add(index);
    told(index, result);
  };
  const settle = (outcome: Outcome): void => {
    const { index } = outcome;
    if ('problem' in outcome) {
      end(index, outcome);
      return;
    }
    const other = halves.get(index);
    const digests = { ...other?.digests, ...outcome.digests };
    if (other && other.stamp !== outcome.stamp) end(index, { problem: 'changed' });
    else if (algorithms.some((a) => digests[a] === undefined)) halves.set(index, { digests, stamp: outcome.stamp });
    else end(index, digests);
  };
  await runPool(jobsFor(files, algorithms, count), count, {
    signal,
    take: (report) => {
      if (report.kind === 'done') for (const outcome of report.outcomes) settle(outcome);
      else if (report.kind === 'bytes') {
        done += report.bytes;
        onProgress?.(done);
      }
    },
  });
}

async function digest(
  files: readonly DigestSource[],
  options: DigestOptions,
  onFault: (fault: Fault) => void,
): Promise<readonly (Digests | Fault)[]> {
  const results: (Digests | Fault)[] = [];
  await digestAny(files, USUAL, options, (index, result) => {
    if ('problem' in result) {
      const failed = faultOf(result, files[index] as DigestSource);
      results[index] = failed;
      onFault(failed);
    } else results[index] = { sha256: result.sha256 ?? '', sm3: result.sm3 ?? '' };
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
