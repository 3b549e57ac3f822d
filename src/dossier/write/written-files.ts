/** The files of a payload in byte order of paths: very many of evidence, from a table, and few others. */
import { comparePaths } from '../../model/index.ts';
import type { FileDigest, Files } from '../format/index.ts';

/** A list that makes its members when they are asked for. */
export interface Listed<T> {
  readonly length: number;
  at(index: number): T;
}

/** `paths` are in byte order. */
export function listedFiles(paths: Listed<string>, fileAt: (index: number) => FileDigest): Files {
  return {
    length: paths.length,
    get(path) {
      const index = placeOf(paths, path);
      return index < paths.length && paths.at(index) === path ? fileAt(index) : undefined;
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < paths.length; index++) yield fileAt(index);
    },
  };
}

/** Both together. */
export function withOthers(files: Files, more: readonly FileDigest[]): Files {
  const others = inOrder(more);
  return {
    length: files.length + others.length,
    get: (path) => others.find((other) => other.path === path) ?? files.get(path),
    *[Symbol.iterator]() {
      let next = 0;
      for (const file of files) {
        for (; next < others.length && comparePaths((others[next] as FileDigest).path, file.path) < 0; next++)
          yield others[next] as FileDigest;
        yield file;
      }
      yield* others.slice(next);
    },
  };
}

export function inOrder(files: readonly FileDigest[]): readonly FileDigest[] {
  return [...files].sort((a, b) => comparePaths(a.path, b.path));
}

/** Where `path` stands or would stand. */
function placeOf(paths: Listed<string>, path: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePaths(paths.at(middle), path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
