/** data/index.json against the manifests: every payload file but itself exactly once, with the same size and digests. */
import { comparePaths, type DossierIndex, type IndexedFile } from '../../model/index.ts';
import { ALGORITHMS, INDEX, MAX_ENTRIES, MAX_HEAD_BYTES, MAX_ROW_BYTES, MAX_TEXT_BYTES, PAYLOAD, sectionOf } from '../format/index.ts';
import type { Bag } from './bag.ts';
import type { Collector } from './collector.ts';
import type { Present } from './completeness.ts';
import { type IndexedFiles, indexedFiles } from './indexed-files.ts';
import { rowSplitter } from './json-rows.ts';
import { decoder, EncodingError, textPieces } from './lines.ts';
import { numbersInOrder, type Opened } from './opened.ts';
import { isCount, isHex64, isString, listOf, objectOf, oneOf, optional, type Test, wrongMember } from './shape.ts';
import type { UnknownMembers } from './unknown.ts';

/** The index with its rows in little memory. */
export interface ReadIndex extends Omit<DossierIndex, 'files'> {
  readonly files: IndexedFiles;
}

const FILE = {
  path: isString,
  size: isCount,
  sha256: isHex64,
  sm3: isHex64,
  role: oneOf(['evidence', 'document', 'signedScan', 'caseData', 'custody']),
  title: isString,
  evidenceNo: optional(isString),
  document: optional(isString),
  pages: optional(isCount),
};
const NAMED = { name: isString, version: isString };
const TOP = {
  mbpack: isString,
  purpose: optional(oneOf(['线索移送'])),
  caseNo: isString,
  caseName: isString,
  createdAt: isString,
  software: objectOf(NAMED),
  template: objectOf({ id: isString, version: isString, sha256: isHex64 }),
  engine: objectOf(NAMED),
  fonts: listOf(objectOf({ name: isString, sha256: isHex64 })),
  expectedSigners: listOf(isString),
  files: Array.isArray,
};
/** A newer version may know more words. */
const NEWER_FILE: Readonly<Record<string, Test>> = { ...FILE, role: isString };
const NEWER_TOP: Readonly<Record<string, Test>> = { ...TOP, purpose: optional(isString) };

/** What the index is held against. */
export interface Around {
  readonly opened: Opened;
  readonly present: Present;
  readonly bag: Bag;
  readonly notes: Collector;
  readonly unknown: UnknownMembers;
}

/** Reads the index row by row and compares each; undefined with a finding when it has not the shape that is needed. */
export function readIndex(around: Around): ReadIndex | undefined {
  const { opened, notes } = around;
  const here = { entry: INDEX };
  const text = textPieces(opened, INDEX, MAX_TEXT_BYTES, notes);
  if (!text) return undefined;
  const rows = rowReader(around);
  const splitter = rowSplitter({ member: 'files', longest: { row: MAX_ROW_BYTES, rest: MAX_HEAD_BYTES }, row: rows.take });
  let head: unknown;
  try {
    for (const piece of text.pieces) splitter.push(piece);
    const { rest, met } = splitter.end();
    if (text.broken()) return undefined;
    if (!rest) throw new SyntaxError('too long');
    head = JSON.parse(decoder()(rest));
    const shape = around.bag.format === 'newer' ? NEWER_TOP : TOP;
    const wrong = wrongMember(head, shape, (member) => around.unknown.see(INDEX, member)) ?? (met ? undefined : 'files');
    if (wrong !== undefined) {
      notes.note('DOSSIER_INDEX_SHAPE', { pointer: `/${wrong}` }, here);
      return undefined;
    }
  } catch (error) {
    if (error instanceof EncodingError) notes.note('DOSSIER_TEXT_ENCODING', { path: INDEX }, here);
    else if (error instanceof SyntaxError) notes.note('DOSSIER_INDEX_UNREADABLE', {}, here);
    else throw error;
    return undefined;
  }
  const files = rows.finish();
  if (!files) return undefined;
  const index: ReadIndex = { ...(head as DossierIndex), files };
  const caseNo = around.bag.info.get('External-Identifier');
  if (caseNo !== undefined && caseNo !== index.caseNo)
    notes.note('DOSSIER_INDEX_DIFFERS', { path: INDEX, field: 'caseNo', expected: index.caseNo, found: caseNo }, here);
  const format = around.bag.info.get('Mbpack-Format');
  if (format !== undefined && format !== index.mbpack)
    notes.note('DOSSIER_INDEX_DIFFERS', { path: INDEX, field: 'mbpack', expected: index.mbpack, found: format }, here);
  return index;
}

/** `finish` gives the rows, or nothing when one of them has not the shape. */
function rowReader({ opened, present, bag, notes, unknown }: Around): {
  take(bytes: Uint8Array, number: number): void;
  finish(): IndexedFiles | undefined;
} {
  const decode = decoder();
  const kept = indexedFiles(opened, bag);
  const met = new Uint8Array(opened.entries.length);
  let before = '';
  let wrong = false;
  const newer = bag.format === 'newer';
  const shape = newer ? NEWER_FILE : FILE;
  const seeRow = (member: string): void => unknown.see(INDEX, `files/${member}`);

  const numberOf = numbersInOrder(opened);
  function compare(file: IndexedFile): number | undefined {
    const number = numberOf(file.path);
    if (number !== undefined && met[number] === 1) notes.note('DOSSIER_INDEX_TWICE', { path: file.path }, { entry: INDEX });
    else if (comparePaths(before, file.path) > 0) notes.note('DOSSIER_INDEX_ORDER', { path: file.path }, { entry: INDEX });
    before = file.path;
    const entry = number === undefined ? undefined : opened.entries[number];
    const differ = (field: string, expected: string, found: string | undefined): void => {
      if (found !== undefined && found !== expected)
        notes.note('DOSSIER_INDEX_DIFFERS', { path: file.path, field, expected, found }, { entry: file.path });
    };
    // What a system left is in no manifest: nothing would be compared with what the index says of it.
    if (number === undefined || !entry || !present.has(number) || !isIndexed(file.path)) {
      notes.note('DOSSIER_INDEX_UNKNOWN', { path: file.path }, { entry: file.path });
      return undefined;
    }
    met[number] = 1;
    if (file.size !== entry.size) differ('size', String(file.size), String(entry.size));
    for (const algorithm of ALGORITHMS) {
      const manifest = bag.payload[algorithm];
      if (manifest && !manifest.agrees(number, file[algorithm])) differ(algorithm, file[algorithm], manifest.listed(number));
    }
    return number;
  }
  return {
    take(bytes, number) {
      // Rows of files that are not there are kept whole: a list without end must not be.
      if (number >= MAX_ENTRIES) {
        if (number === MAX_ENTRIES) notes.note('DOSSIER_TOO_MANY', { found: number + 1, limit: MAX_ENTRIES }, { entry: INDEX });
        wrong = true;
        return;
      }
      const file: unknown = JSON.parse(decode(bytes));
      const member = wrongMember(file, shape, seeRow);
      if (member !== undefined) {
        notes.note('DOSSIER_INDEX_SHAPE', { pointer: `/files/${number}/${member}` }, { entry: INDEX });
        wrong = true;
        return;
      }
      kept.add(file as IndexedFile, compare(file as IndexedFile));
    },
    finish() {
      if (wrong) return undefined;
      // Of a place that only a newer version knows nobody here can say that it must be in the index.
      for (const [number, path] of present)
        if (met[number] !== 1 && isIndexed(path) && !(newer && sectionOf(path) === -1))
          notes.note('DOSSIER_INDEX_LACKS', { path }, { entry: path });
      return kept.files();
    },
  };
}

/** Every file of the payload but the index itself. */
function isIndexed(path: string): boolean {
  return path.startsWith(PAYLOAD) && path !== INDEX;
}
