/** What the other rooms read of a dossier: the case's data by bare name, the documents by path. */
import { comparePaths, Fault, type Source } from '../../model/index.ts';
import {
  CASE_DATA,
  CUSTODY_LOG,
  DOCUMENTS,
  MAX_CASE_BYTES,
  MAX_DOCUMENT_BYTES,
  MAX_SIGNATURE_BYTES,
  MAX_TEXT_BYTES,
  SIGNATURE,
} from '../format/index.ts';
import type { Opened } from './opened.ts';

/** Files directly in data/case and the custody log, under the names they have in a case folder. */
export function sourceOf(opened: Opened): Source {
  const paths = new Map<string, string>();
  for (const { path } of opened.entries) {
    const name = path.slice(CASE_DATA.length);
    if (path.startsWith(CASE_DATA) && !name.includes('/')) paths.set(name, path);
    if (path === CUSTODY_LOG) paths.set('custody.jsonl', path);
  }
  return {
    fileOf: (name) => `${opened.label}/${paths.get(name) ?? `${CASE_DATA}${name}`}`,
    names: [...paths.keys()].sort(comparePaths),
    read(name) {
      const path = paths.get(name);
      return path === undefined ? undefined : readable(opened, path, path === CUSTODY_LOG ? MAX_TEXT_BYTES : MAX_CASE_BYTES);
    },
  };
}

/** A file of data/documents or signatures; undefined when it is not there or too large. */
export function documentReader(opened: Opened): (path: string) => Uint8Array | undefined {
  return (path) => {
    if (path.startsWith(DOCUMENTS)) return readable(opened, path, MAX_DOCUMENT_BYTES);
    return SIGNATURE.test(path) ? readable(opened, path, MAX_SIGNATURE_BYTES) : undefined;
  };
}

/** An entry that the disk does not give back has its finding from the pass over all content; here it is just not there. */
function readable(opened: Opened, path: string, limit: number): Uint8Array | undefined {
  try {
    return opened.read(path, limit);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
