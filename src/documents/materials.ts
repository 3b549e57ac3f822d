/** Rows of the 移送材料清单: documents first, then evidence by number, case data, chain of custody. */
import { recordedWordsIn } from '../law/index.ts';
import {
  type Case,
  CLASS_C_MARK,
  CLASS_C_NOTE,
  chineseDay,
  comparePaths,
  type DocumentTitles,
  EVIDENCE_KINDS,
  type EvidenceItem,
  formatManifest,
  type IndexedFile,
  sha256Hex,
} from '../model/index.ts';

/** More files than this are printed as one line: count, bytes, digest of their manifest lines. */
export const MAX_LISTED_FILES = 20;

/** A file of the dossier as far as the list needs it; `path` begins with `data/`. */
export type MaterialSource = Pick<IndexedFile, 'path' | 'size' | 'sha256' | 'role' | 'title' | 'evidenceNo' | 'document' | 'pages'>;

export interface MaterialFile {
  /** 文件序号 within its row: the order of `files` in the evidence form. File names are not printed, they may name patients. */
  readonly number: number;
  readonly size: number;
  readonly sha256: string;
}

export interface MaterialRow {
  readonly seq: number;
  readonly group: '文书' | '证据' | '案件数据' | '保管记录';
  readonly evidenceNo: string;
  readonly title: string;
  /** Kind by 行政处罚法 and by 刑事诉讼法; empty but for evidence. */
  readonly adminKind: string;
  readonly criminalKind: string;
  readonly docNo: string;
  readonly author: string;
  readonly date: string;
  readonly originality: string;
  readonly copies: string;
  readonly pages: string;
  readonly proves: string;
  readonly facts: string;
  /** With the place of the original and the whole note on class C; `remark` has neither, they stand once elsewhere. */
  readonly note: string;
  readonly remark: string;
  readonly files: readonly MaterialFile[];
  /** In place of `files` when there are more than MAX_LISTED_FILES. */
  readonly summary: { readonly count: number; readonly bytes: number; readonly sha256: string } | null;
}

const EMPTY = {
  evidenceNo: '',
  adminKind: '',
  criminalKind: '',
  docNo: '',
  author: '',
  date: '',
  originality: '',
  copies: '',
  pages: '',
  proves: '',
  facts: '',
  note: '',
  remark: '',
};

const PAPER_RULES = '与纸质签章件不一致的，以纸质签章件为准';

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('；');

/** `files`: all that the dossier will carry but the list itself and index.json. `madeBy`: the version whose paper is compared. Throws when a file of the evidence form is not among them. */
export function materialRows(
  forms: Case,
  files: readonly MaterialSource[],
  titles: DocumentTitles,
  madeBy?: string,
): readonly MaterialRow[] {
  const rows: Omit<MaterialRow, 'seq'>[] = [];
  const sorted = [...files].sort((a, b) => comparePaths(a.path, b.path));
  for (const file of documentFiles(sorted)) {
    const scan = file.role === 'signedScan';
    rows.push({
      ...EMPTY,
      group: '文书',
      title: scan ? `${file.title}（签章扫描件）` : file.title,
      pages: file.pages === undefined ? '' : String(file.pages),
      note: scan ? PAPER_RULES : '',
      remark: scan ? PAPER_RULES : '',
      ...listed([file]),
    });
  }
  const byPath = new Map(files.map((f) => [f.path, f]));
  const evidence = [...forms.evidence.evidence].sort((a, b) => compareNumbers(a.evidenceNo, b.evidenceNo));
  const recorded = recordedWordsIn(forms, madeBy);
  for (const item of evidence) rows.push(evidenceRow(item, byPath, recorded.has(item.evidenceNo)));
  for (const [role, group, title] of [
    ['caseData', '案件数据', '案件数据文件'],
    ['custody', '保管记录', titles.custody ?? '保管记录'],
  ] as const) {
    const members = sorted.filter((f) => f.role === role);
    if (members.length > 0) rows.push({ ...EMPTY, group, title, ...listed(members) });
  }
  return rows.map((row, i) => ({ seq: i + 1, ...row }));
}

/** Order of the numbered files, a signed scan right behind the rendering of its document. */
function documentFiles(sorted: readonly MaterialSource[]): readonly MaterialSource[] {
  const files = sorted.filter((f) => f.role === 'document' || f.role === 'signedScan');
  const place = (file: MaterialSource) => files.findIndex((f) => f.document === file.document);
  return files.toSorted((a, b) => place(a) - place(b) || (a.role === b.role ? 0 : a.role === 'document' ? -1 : 1));
}

/** Evidence numbers by their figures: 2 before 10. */
function compareNumbers(a: string, b: string): number {
  const [x, y] = [a, b].map((no) => no.replace(/\d+/g, (digits) => digits.padStart(12, '0'))) as [string, string];
  return comparePaths(x, y);
}

/** `recorded`: a recording of what somebody said. */
function evidenceRow(item: EvidenceItem, byPath: ReadonlyMap<string, MaterialSource>, recorded: boolean): Omit<MaterialRow, 'seq'> {
  const kind = EVIDENCE_KINDS[item.kind];
  const files = item.files.map(({ path }) => {
    const file = byPath.get(`data/evidence/${path}`);
    if (!file) throw new Error(`materialRows: no digest for evidence ${item.evidenceNo}`);
    return file;
  });
  const thing = item.files.length === 0 ? '实物，无电子文件' : '';
  const { remark = '' } = item;
  return {
    group: '证据',
    evidenceNo: item.evidenceNo,
    title: item.title,
    adminKind: item.kind,
    criminalKind: kind.criminal,
    docNo: item.docNo ?? '',
    author: item.author,
    date: item.docDate === undefined ? '' : chineseDay(item.docDate),
    originality: item.originality,
    copies: String(item.copies),
    pages: item.pages === undefined ? '' : String(item.pages),
    proves: item.proves,
    facts: item.facts.join('、'),
    note: joined(
      thing,
      kind.admissibility === 'C' || recorded ? CLASS_C_NOTE : '',
      item.originalLocation ? `原件存放：${item.originalLocation}` : '',
      remark,
    ),
    remark: joined(thing, kind.admissibility === 'C' || recorded ? CLASS_C_MARK : '', remark),
    ...listed(files),
  };
}

function listed(files: readonly MaterialSource[]): Pick<MaterialRow, 'files' | 'summary'> {
  if (files.length <= MAX_LISTED_FILES) {
    return { files: files.map(({ size, sha256 }, i) => ({ number: i + 1, size, sha256 })), summary: null };
  }
  const lines = formatManifest(files.map(({ path, sha256 }) => ({ path, digest: sha256 })));
  return { files: [], summary: { count: files.length, bytes: files.reduce((sum, f) => sum + f.size, 0), sha256: sha256Hex(lines) } };
}
