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

/** `add` with the number of the file's entry, if it has one. */
export function indexedFiles(
  opened: Opened,
  { payload }: Bag,
): { add(file: IndexedFile, number: number | undefined): void; files(): IndexedFiles } {
  const rows: (Row | IndexedFile)[] = [];
  let before = '';

  /** Files of one item have one title, and some have their path for a title: the text that is there already serves. */
  function known(title: string, number: number): string {
    const path = opened.entries[number]?.path;
    before = title === path ? path : title === before ? before : title;
    return before;
  }

  function compact(
    { size, sha256, sm3, role, title, evidenceNo, document, pages }: IndexedFile,
    number: number | undefined,
  ): Row | undefined {
    const same =
      number !== undefined &&
      opened.entries[number]?.size === size &&
      payload.sha256?.agrees(number, sha256) &&
      payload.sm3?.agrees(number, sm3);
    if (!same) return undefined;
    const row: Row = { number, role, title: known(title, number) };
    return evidenceNo === undefined && document === undefined && pages === undefined
      ? row
      : {
          ...row,
          ...(evidenceNo === undefined ? {} : { evidenceNo }),
          ...(document === undefined ? {} : { document }),
          ...(pages === undefined ? {} : { pages }),
        };
  }
  function whole(row: Row | IndexedFile): IndexedFile {
    if (!('number' in row)) return row;
    const { number, ...rest } = row;
    const { path, size } = opened.entries[number] as { path: string; size: number };
    return { path, size, sha256: payload.sha256?.listed(number) ?? '', sm3: payload.sm3?.listed(number) ?? '', ...rest };
  }
  return {
    add: (file, number) => void rows.push(compact(file, number) ?? file),
    files: () => ({
      length: rows.length,
      *[Symbol.iterator]() {
        for (const row of rows) yield whole(row);
      },
    }),
  };
}
