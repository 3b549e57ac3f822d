/** Reads a manifest (RFC 8493 §2.1.3) in the one form that the format has: `<hex>  <path>`, LF, ordered, no path twice. */
import { comparePaths } from '../../model/index.ts';
import { digestColumn, MAX_ENTRIES, MAX_NAME_BYTES } from '../format/index.ts';
import type { Collector } from './collector.ts';
import { EncodingError, linesOf, textPieces } from './lines.ts';
import { numbersInOrder, type Opened } from './opened.ts';

/** What a manifest lists. */
export interface Manifest {
  readonly name: string;
  /** By the number of an entry. */
  listed(entry: number): string | undefined;
  lists(entry: number): boolean;
  /** Whether it lists the entry with this digest. */
  agrees(entry: number, digest: string): boolean;
  /** Listed, and no entry: path → digest. */
  readonly absent: ReadonlyMap<string, string>;
}

const LINE = /^([0-9a-f]{64}) {2}([^\r\n]+)$/;
const LONGEST_LINE = 64 + 2 + 4 * MAX_NAME_BYTES;

/** Undefined when it is not there; with a finding when it cannot be read or is not UTF-8. */
export function readManifest(opened: Opened, name: string, limit: number, notes: Collector): Manifest | undefined {
  const text = textPieces(opened, name, limit, notes);
  if (!text) return undefined;
  const column = digestColumn(opened.entries.length);
  const absent = new Map<string, string>();
  const numberOf = numbersInOrder(opened);
  const at = { entry: name };
  let before = '';
  let number = 0;

  function take(path: string, digest: string): void {
    const entry = numberOf(path);
    if (entry === undefined ? absent.has(path) : column.has(entry))
      notes.note('DOSSIER_MANIFEST_TWICE', { manifest: name, line: number, path }, at);
    else if (comparePaths(before, path) > 0) notes.note('DOSSIER_MANIFEST_ORDER', { manifest: name, line: number, path }, at);
    if (entry === undefined) absent.set(path, digest);
    else column.set(entry, digest);
    before = path;
  }
  try {
    for (const { text: line, ended } of linesOf(text.pieces, LONGEST_LINE)) {
      number += 1;
      // What no entry has is kept by its path: a list without end must not be.
      if (number > MAX_ENTRIES) {
        notes.note('DOSSIER_TOO_MANY', { found: number, limit: MAX_ENTRIES }, at);
        return undefined;
      }
      const [, digest, path] = (ended && line !== undefined && LINE.exec(line)) || [];
      if (digest === undefined || path === undefined) notes.note('DOSSIER_MANIFEST_LINE', { manifest: name, line: number }, at);
      else take(path, digest);
    }
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    notes.note('DOSSIER_TEXT_ENCODING', { path: name }, at);
    return undefined;
  }
  if (text.broken()) return undefined;
  return { name, absent, listed: column.get, lists: column.has, agrees: column.is };
}
