/** Rows of an index in little memory: what the manifests list as well is not kept twice. */
import type { IndexedFile } from '../../model/index.ts';
import type { Bag } from './bag.ts';
import type { Opened } from './opened.ts';

export interface IndexedFiles extends Iterable<IndexedFile> {
  readonly length: number;
}

/** All but path, size and digests, which stand in the container's directory and in the manifests. */
interface Row extends Omit<IndexedFile, 'path' | 'size' | 'sha256' | 'sm3'> {
  readonly number: number;
}

export function indexedFiles(opened: Opened, { payload }: Bag): { add(file: IndexedFile): void; files(): IndexedFiles } {
  const rows: (Row | IndexedFile)[] = [];

  function compact(file: IndexedFile): Row | undefined {
    const { path, size, sha256, sm3, ...row } = file;
    const number = opened.numberOf(path);
    const same =
      number !== undefined &&
      opened.entries[number]?.size === size &&
      payload.sha256?.agrees(number, sha256) &&
      payload.sm3?.agrees(number, sm3);
    return same ? { number, ...row } : undefined;
  }
  function whole(row: Row | IndexedFile): IndexedFile {
    if (!('number' in row)) return row;
    const { number, ...rest } = row;
    const { path, size } = opened.entries[number] as { path: string; size: number };
    return { path, size, sha256: payload.sha256?.listed(number) ?? '', sm3: payload.sm3?.listed(number) ?? '', ...rest };
  }
  return {
    add: (file) => void rows.push(compact(file) ?? file),
    files: () => ({
      length: rows.length,
      *[Symbol.iterator]() {
        for (const row of rows) yield whole(row);
      },
    }),
  };
}
