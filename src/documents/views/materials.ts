/** 《移送材料清单》 */
import { type Case, CLASS_C_NOTE, chineseInstant, EVIDENCE_KINDS, fault, type Instant } from '../../model/index.ts';
import type { MaterialRow } from '../materials.ts';
import { asCase, bothKinds } from './common.ts';

export function materialsView(forms: Case, rows: readonly MaterialRow[] | undefined, at: Instant, title: string): object {
  if (!rows) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'materials' });
  const { case: main, transfer } = forms;
  const files = rows.reduce((sum, r) => sum + (r.summary?.count ?? r.files.length), 0);
  return {
    agency: main.sender.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    docNo: transfer.docNo,
    recipient: main.recipient.name,
    at: chineseInstant(at),
    rowCount: String(rows.length),
    evidenceCount: String(rows.filter((r) => r.group === '证据').length),
    fileCount: String(files),
    byteCount: bytes(rows.reduce((sum, r) => sum + (r.summary?.bytes ?? r.files.reduce((s, f) => s + f.size, 0)), 0)),
    classNote: forms.evidence.evidence.some(({ kind }) => EVIDENCE_KINDS[kind].admissibility === 'C') ? CLASS_C_NOTE : null,
    rows: rows.map((row) => ({
      ...row,
      seq: String(row.seq),
      number: row.evidenceNo === '' ? row.group : row.evidenceNo,
      kind: bothKinds(row.adminKind, row.criminalKind),
      origin: [row.docNo, row.author, row.date].filter((t) => t !== '').join('；'),
      files: row.files.map((f) => ({ number: String(f.number), size: bytes(f.size), sha256: f.sha256 })),
      summary: row.summary && { count: String(row.summary.count), bytes: bytes(row.summary.bytes), sha256: row.summary.sha256 },
    })),
  };
}

/** `1234567` → `1,234,567` */
export function bytes(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
