/** The index against what the data make of it. */
import { caseData, custodyPart, indexedEvidence, type PayloadPart } from '../case/index.ts';
import { type DossierIndex, type Finding, finding, type IndexedFile, parseInstant, sha256Hex } from '../model/index.ts';
import type { DocumentWork } from './machine.ts';

/** What the index says of each file, and whether the file has a place at all. */
export function* indexRows(
  index: Pick<DossierIndex, 'files'>,
  parts: readonly PayloadPart[],
  evidence: readonly IndexedFile[],
): Iterable<Finding> {
  const expected = new Map<string, Omit<IndexedFile, 'size' | 'sha256' | 'sm3'>>([...parts, ...evidence].map((row) => [row.path, row]));
  const bytes = new Map(parts.map((p) => [p.path, p.bytes]));
  for (const row of index.files) {
    const at = { at: { entry: row.path } };
    const wanted = expected.get(row.path);
    if (!wanted) {
      // A document without a place was named before.
      if (row.role !== 'document') yield finding('FILE_NOT_EXPECTED', 'error', { path: row.path, role: row.role }, at);
      continue;
    }
    for (const field of ['role', 'title', 'evidenceNo', 'document', 'pages'] as const) {
      if (row[field] === wanted[field]) continue;
      yield finding('INDEX_CONTRADICTS_CASE', 'error', { field, index: String(row[field] ?? ''), data: String(wanted[field] ?? '') }, at);
    }
    const made = row.role === 'caseData' || row.role === 'custody' ? bytes.get(row.path) : undefined;
    if (made && sha256Hex(made) !== row.sha256) yield finding('DATA_NOT_CANONICAL', 'error', { path: row.path }, at);
  }
}

/** Where no page can be set: all but the rows of documents and of their signed scans. */
export function dataRows({ check, index, loaded, case: c }: DocumentWork): Iterable<Finding> {
  const { lines, events } = loaded.custody ?? { lines: [], events: [] };
  const custody = { lines: lines.slice(0, -1), events: events.slice(0, -1) };
  const evidence = check.files.filter((f) => f.path.startsWith('data/evidence/'));
  const parts = [...caseData(c), custodyPart({ case: c, now: parseInstant(index.createdAt) ?? 0, custody, evidence })];
  const files = index.files.filter(({ role }) => role !== 'document' && role !== 'signedScan');
  return indexRows({ files }, parts, indexedEvidence(c, evidence));
}
