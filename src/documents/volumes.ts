/** How the paper file is bound: which 卷 each document and item of evidence goes into, and on which pages it stands. */
import {
  type Case,
  type Day,
  DEFAULT_VOLUME_PAGES,
  type DocumentId,
  dayInChina,
  type EvidenceItem,
  type EvidenceKind,
  parseInstant,
  type TemplatePack,
} from '../model/index.ts';
import type { PaperDocument } from './input.ts';

const VOLUMES = ['移送文书卷', '书证卷', '笔录卷', '电子数据与视听资料卷', '鉴定、评审、审计卷', '涉案财物卷'] as const;

/** Documents that go with the evidence that they are about; all others are 移送文书. */
const OF_DOCUMENT: Partial<Record<DocumentId, number>> = { copy: 1, scene: 2, extraction: 3, derivation: 3, preservation: 5 };
const OF_KIND: Readonly<Record<EvidenceKind, number>> = {
  书证: 1,
  证人证言: 2,
  当事人的陈述: 2,
  '勘验笔录、现场笔录': 2,
  电子数据: 3,
  视听资料: 3,
  鉴定意见: 4,
  专业报告: 4,
  物证: 5,
};

/** What is bound: one line of 卷内文件目录. */
export interface VolumeRow {
  readonly docNo: string;
  readonly author: string;
  readonly title: string;
  readonly date?: Day;
  /** Undefined when nobody knows; 0 for what is not on paper. */
  readonly pages?: number;
  readonly remark: string;
  /** First and last page; absent from where a count is not known. */
  readonly from?: number;
  readonly to?: number;
}

export interface Volume {
  /** From 0, as in 卷一 … 卷六. */
  readonly index: number;
  readonly name: string;
  /** From 1 where a 卷 is parted. */
  readonly part?: number;
  readonly rows: readonly VolumeRow[];
  /** Known when every row's are. */
  readonly pages?: number;
}

/** The volumes that hold anything, parted so that none is thicker than the pack allows. */
export function volumesOf(forms: Case, paper: readonly PaperDocument[], pack: TemplatePack): readonly Volume[] {
  const most = pack.maxPagesPerVolume ?? DEFAULT_VOLUME_PAGES;
  return VOLUMES.flatMap((name, index) => {
    const documents = paper.filter(({ id }) => (OF_DOCUMENT[id] ?? 0) === index).map((document) => documentRow(forms, document));
    const evidence = forms.evidence.evidence.filter((item) => volumeOf(forms, item) === index).map(evidenceRow);
    const parts = parted([...documents, ...evidence], most);
    return parts.map((rows, i) => ({ index, name, ...(parts.length > 1 ? { part: i + 1 } : {}), ...numbered(rows) }));
  });
}

function volumeOf({ case: { penalty } }: Case, { evidenceNo, kind }: EvidenceItem): number {
  return evidenceNo === penalty.evidence ? 0 : OF_KIND[kind];
}

/** One item stays whole: one that is thicker than a volume is a volume by itself. */
function parted(rows: readonly VolumeRow[], most: number): readonly (readonly VolumeRow[])[] {
  const parts: VolumeRow[][] = [];
  let sum = 0;
  for (const row of rows) {
    const last = parts.at(-1);
    sum += row.pages ?? 0;
    if (last && sum <= most) last.push(row);
    else {
      parts.push([row]);
      sum = row.pages ?? 0;
    }
  }
  return parts;
}

/** Pages run through a volume; behind an item of unknown length none is known. */
function numbered(rows: readonly VolumeRow[]): Pick<Volume, 'rows' | 'pages'> {
  let next: number | undefined = 1;
  const shown = rows.map((row): VolumeRow => {
    const from: number | undefined = next;
    next = from === undefined || row.pages === undefined ? undefined : from + row.pages;
    if (from === undefined || row.pages === 0) return row;
    return next === undefined ? { ...row, from } : { ...row, from, to: next - 1 };
  });
  return { rows: shown, ...(next === undefined ? {} : { pages: next - 1 }) };
}

function documentRow(forms: Case, { id, title, pages }: PaperDocument): VolumeRow {
  const { transfer, investigation, receipt, case: main } = forms;
  const signed = id === 'transfer' || id === 'investigation' || id === 'items' || id === 'receipt' ? forms[id].signedScan : undefined;
  const received = receipt.receivedAt === undefined ? undefined : parseInstant(receipt.receivedAt);
  const dates: Partial<Record<DocumentId, Day | undefined>> = {
    transfer: transfer.issuedOn,
    investigation: investigation.reportedOn,
    receipt: received === undefined ? undefined : dayInChina(received),
  };
  const date = dates[id] ?? signed?.signedOn;
  return {
    docNo: id === 'transfer' ? transfer.docNo : '',
    author: id === 'receipt' ? main.recipient.name : main.sender.name,
    title,
    ...(date === undefined ? {} : { date }),
    ...(pages === undefined ? {} : { pages }),
    remark: '',
  };
}

const NOT_ON_PAPER: readonly EvidenceKind[] = ['电子数据', '视听资料'];

function evidenceRow({ evidenceNo, title, kind, docNo = '', author, docDate, files, pages }: EvidenceItem): VolumeRow {
  const counted = pages ?? countedPages(files);
  const thing = files.length === 0;
  const none = thing || NOT_ON_PAPER.includes(kind);
  const whole = counted ?? (none ? 0 : undefined);
  return {
    docNo,
    author,
    title: `${title}（证据${evidenceNo}）`,
    ...(docDate === undefined ? {} : { date: docDate }),
    ...(whole === undefined ? {} : { pages: whole }),
    remark: counted !== undefined || !none ? '' : thing ? '实物，另行保管' : '电子文件，见存储介质',
  };
}

/** Known when every file says how many it has. */
function countedPages(files: EvidenceItem['files']): number | undefined {
  if (files.length === 0 || files.some(({ pages }) => pages === undefined)) return undefined;
  return files.reduce((sum, { pages = 0 }) => sum + pages, 0);
}
