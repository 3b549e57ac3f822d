/** Digests of the files that were asked for, and what the new ones tell of themselves. */
import { lstatSync } from 'node:fs';
import { digestEach } from '../../digest/index.ts';
import type { Condition, ReadExhibit } from '../../exhibit/index.ts';
import { type Digests, Fault, type FileContent, fault } from '../../model/index.ts';
import type { FoundFile } from './open.ts';

/** Reading of contents mostly waits; more at once would keep whole files in memory. */
const READERS = 4;

export interface ReadFile extends FoundFile {
  readonly digests: Digests;
  readonly content?: FileContent;
  /** What of it is not as its name and format say; of new files. */
  readonly conditions: readonly Condition[];
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes done, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** In the order given; a file that cannot be read has its fault. @throws Fault ABORTED */
export async function readFiles(
  files: readonly FoundFile[],
  isNew: (path: string) => boolean,
  { signal, onProgress }: ReadOptions,
): Promise<readonly (ReadFile | Fault)[]> {
  const total = files.reduce((sum, { stat }) => sum + stat.size, 0);
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  try {
    const [digests, contents] = await Promise.all([
      digestEach(
        files.map(({ absolute: path, stat: { size }, label }) => ({ path, size, label })),
        { signal: either, onProgress: (done) => onProgress?.(done, total) },
      ),
      contentsOf(
        files.filter(({ path }) => isNew(path)),
        either,
      ),
    ]);
    // The bytes of a file that could not be read are done with, too.
    onProgress?.(total, total);
    return files.map((file, i) => {
      const found = digests[i] as Digests | Fault;
      if (found instanceof Fault) return found;
      if (!unchanged(file)) return fault('FILE_CHANGED_WHILE_READ', 1, { file: file.label }, { at: { file: file.label } });
      const { content, conditions = [] } = contents.get(file.path) ?? {};
      return { ...file, digests: found, ...(content ? { content } : {}), conditions };
    });
  } finally {
    stop.abort();
  }
}

/** From the look at the folder to here, so that digests and content speak of the same bytes. */
function unchanged({ absolute, stat }: FoundFile): boolean {
  const now = lstatSync(absolute, { throwIfNoEntry: false });
  return now !== undefined && now.size === stat.size && now.mtimeMs === stat.mtimeMs && now.ino === stat.ino;
}

async function contentsOf(files: readonly FoundFile[], signal: AbortSignal): Promise<ReadonlyMap<string, ReadExhibit>> {
  const contents = new Map<string, ReadExhibit>();
  if (files.length === 0) return contents;
  // Loaded while the digests are taken.
  const { readExhibit } = await import('../../exhibit/index.ts');
  const queue = files.values();
  const reader = async (): Promise<void> => {
    for (const { path, absolute } of queue) {
      const content = await contentOf(() => readExhibit(absolute, path, { signal }));
      if (content) contents.set(path, content);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return contents;
}

/** A file that tells nothing is fixed all the same: its digests are what counts. */
async function contentOf(read: () => Promise<ReadExhibit>): Promise<ReadExhibit | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Fault) || error.finding.code === 'ABORTED') throw error;
    return undefined;
  }
}
