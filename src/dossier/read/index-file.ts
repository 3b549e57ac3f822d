/** data/index.json against the manifests: every payload file but itself exactly once, with the same size and digests. */
import { comparePaths, type DossierIndex, type IndexedFile } from '../../model/index.ts';
import { ALGORITHMS, FORMAT_VERSION, INDEX, MAX_TEXT_BYTES, PAYLOAD } from '../format/index.ts';
import type { Bag } from './bag.ts';
import type { Collector } from './collector.ts';
import type { Entry, Opened } from './opened.ts';
import { isCount, isHex64, isString, listOf, objectOf, oneOf, optional, wrongMember } from './shape.ts';
import { readText } from './text.ts';

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
  mbpack: oneOf([FORMAT_VERSION]),
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

/** The index, or undefined with a finding when it has not the shape that is needed. */
export function readIndex(opened: Opened, notes: Collector): DossierIndex | undefined {
  const text = readText(opened, INDEX, MAX_TEXT_BYTES, notes);
  if (text === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    notes.note('DOSSIER_INDEX_UNREADABLE', {}, { entry: INDEX });
    return undefined;
  }
  const wrong = wrongMember(parsed, TOP);
  if (wrong !== undefined) {
    notes.note('DOSSIER_INDEX_SHAPE', { pointer: `/${wrong}` }, { entry: INDEX });
    return undefined;
  }
  const index = parsed as DossierIndex;
  const before = notes.has('DOSSIER_INDEX_SHAPE');
  index.files.forEach((file, i) => {
    const member = wrongMember(file, FILE);
    if (member !== undefined) notes.note('DOSSIER_INDEX_SHAPE', { pointer: `/files/${i}/${member}` }, { entry: INDEX });
  });
  return notes.has('DOSSIER_INDEX_SHAPE') && !before ? undefined : index;
}

export function compareIndex(index: DossierIndex, entries: readonly Entry[], bag: Bag, notes: Collector): void {
  const here = { entry: INDEX };
  const listed = new Map<string, IndexedFile>();
  let before = '';
  for (const file of index.files) {
    if (listed.has(file.path)) notes.note('DOSSIER_INDEX_TWICE', { path: file.path }, here);
    else if (comparePaths(before, file.path) > 0) notes.note('DOSSIER_INDEX_ORDER', { path: file.path }, here);
    listed.set(file.path, file);
    before = file.path;
  }
  const payload = new Map(entries.filter(({ path }) => path.startsWith(PAYLOAD) && path !== INDEX).map((entry) => [entry.path, entry]));
  for (const path of payload.keys()) if (!listed.has(path)) notes.note('DOSSIER_INDEX_LACKS', { path }, { entry: path });
  for (const file of listed.values()) {
    const entry = payload.get(file.path);
    const differ = (field: string, expected: string, found: string | undefined): void => {
      if (found !== undefined && found !== expected)
        notes.note('DOSSIER_INDEX_DIFFERS', { path: file.path, field, expected, found }, { entry: file.path });
    };
    if (!entry) notes.note('DOSSIER_INDEX_UNKNOWN', { path: file.path }, { entry: file.path });
    else differ('size', String(file.size), String(entry.size));
    for (const algorithm of ALGORITHMS) differ(algorithm, file[algorithm], bag.payload[algorithm]?.get(file.path));
  }
  const caseNo = bag.info.get('External-Identifier');
  if (caseNo !== undefined && caseNo !== index.caseNo)
    notes.note('DOSSIER_INDEX_DIFFERS', { path: INDEX, field: 'caseNo', expected: index.caseNo, found: caseNo }, here);
}
