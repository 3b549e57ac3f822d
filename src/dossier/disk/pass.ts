/** The pass over all content on all cores: entries of a zip straight from the zip, files of a folder each by its path. */
import { availableParallelism } from 'node:os';
import { type DigestSet, digestAny, digestStretches, type Problem } from '../../digest/index.ts';
import { type Finding, finding } from '../../model/index.ts';
import {
  type ContentPass,
  type Entry,
  type OpenedFolder,
  type OpenedZip,
  type Pace,
  type Passed,
  sequentialPass,
  type Told,
  type Wanted,
} from '../read/index.ts';
import { nodeHashing } from './hashing.ts';

/** Below this the start of the threads costs more than they save. */
const WORTH_BYTES = 16 << 20;
const WORTH_FILES = 2000;

const alone = sequentialPass(nodeHashing);

/** `fd`: of the zip, held open; workers of one process share its descriptors. */
export function nodePass(fd: number | undefined, threads = availableParallelism()): ContentPass {
  return async (opened, wanted, told, pace) => {
    const bytes = opened.entries.reduce((sum, { size }) => sum + size, 0);
    const worth = threads > 1 && (bytes >= WORTH_BYTES || opened.entries.length >= WORTH_FILES);
    if (worth && opened.kind === 'folder') return folderPass(opened, wanted, told, { pace, threads });
    // What is compressed must be inflated in order; only a container that others packed is.
    if (worth && opened.kind === 'zip' && fd !== undefined && !opened.entries.some(({ deflated }) => deflated))
      return zipPass(opened, wanted, told, { pace, threads, fd });
    return alone(opened, wanted, told, pace);
  };
}

interface Means {
  readonly pace: Pace;
  readonly threads: number;
}

async function zipPass(
  opened: OpenedZip,
  wanted: Wanted,
  told: Told,
  { pace, threads, fd }: Means & { readonly fd: number },
): Promise<Passed> {
  const { entries } = opened;
  const failedAt = (index: number, offset: number, reason: string): void => {
    const entry = entries[index];
    told.failed(finding('DOSSIER_READ_FAILED', 'stop', { offset, reason }, { at: { entry: entry?.path ?? '', offset } }), entry);
  };
  const container = await digestStretches(
    { length: entries.length, offset: (i) => entries[i]?.data ?? 0, size: (i) => entries[i]?.size ?? 0 },
    {
      fd,
      algorithms: [...wanted.algorithms, 'crc32'],
      whole: wanted.container ? opened.size : undefined,
      threads,
      signal: pace.signal,
      onBytes: (bytes) => pace.tell(bytes),
      found(index, digests) {
        const entry = entries[index];
        if (entry) told.found(entry, digests, entry.size);
      },
      failed: ({ index, offset, reason }) => failedAt(index, offset, reason),
    },
  );
  return container === undefined ? {} : { container };
}

async function folderPass(opened: OpenedFolder, wanted: Wanted, told: Told, { pace, threads }: Means): Promise<Passed> {
  const { entries } = opened;
  let done = 0;
  await digestAny(
    entries.map(({ path, size }) => ({ path: opened.place(path)?.file ?? path, size })),
    wanted.algorithms,
    {
      threads,
      signal: pace.signal,
      onProgress(bytes) {
        pace.tell(bytes - done);
        done = bytes;
      },
    },
    (index, result) => {
      const entry = entries[index];
      if (!entry) return;
      if (isProblem(result)) told.failed(findingOf(result, entry), entry);
      else told.found(entry, result, entry.size);
    },
  );
  return {};
}

function isProblem(result: DigestSet | Problem): result is Problem {
  return 'problem' in result;
}

function findingOf(problem: Problem, { path }: Entry): Finding {
  const at = { at: { entry: path } };
  switch (problem.problem) {
    case 'changed':
      return finding('DOSSIER_CHANGED_WHILE_READ', 'stop', {}, at);
    case 'missing':
      return finding('DOSSIER_NOT_FOUND', 'stop', { path }, at);
    case 'kind':
      return finding('DOSSIER_NOT_REGULAR', 'stop', { path, kind: problem.kind }, at);
    case 'unreadable':
      if (problem.offset === undefined) return finding('DOSSIER_UNREADABLE', 'stop', { path, reason: problem.reason }, at);
      return finding(
        'DOSSIER_READ_FAILED',
        'stop',
        { offset: problem.offset, reason: problem.reason },
        { at: { entry: path, offset: problem.offset } },
      );
  }
}
