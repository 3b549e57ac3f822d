/** How an item was collected, as its records tell it: which of them prove it, which cannot, and who was there. */
import {
  type AnyRecord,
  allRecords,
  type Case,
  type CustodyEvent,
  type DocumentTitles,
  type EvidenceItem,
  type EvidenceKind,
  type RecordList,
} from '../../model/index.ts';
import { officers, officerText } from './common.ts';
import { paperName, procedureOf, type Wording } from './procedure.ts';

/** Records that cannot prove how evidence of a kind was collected; a record's own signed paper is another matter. */
const CANNOT_PROVE: Readonly<Record<EvidenceKind, readonly RecordList[]>> = {
  书证: ['examinations'],
  物证: ['examinations', 'derivations'],
  视听资料: ['examinations'],
  电子数据: [],
  证人证言: ['extractions', 'examinations', 'derivations'],
  当事人的陈述: ['extractions', 'examinations', 'derivations'],
  鉴定意见: ['extractions', 'interviews'],
  '勘验笔录、现场笔录': ['interviews', 'examinations', 'derivations'],
  专业报告: ['extractions', 'interviews'],
};

/** Records that are made while a thing is taken: who is named there collected it. */
const AT_COLLECTION: ReadonlySet<RecordList> = new Set(['extractions', 'scenes', 'preservations', 'interviews']);

/** The records of one item. */
export interface ItemRecords {
  /** The item is their signed paper. */
  readonly papers: readonly AnyRecord[];
  /** Named by the item, and able to prove its collection. */
  readonly proving: readonly AnyRecord[];
  /** Named by the item, and not able to. */
  readonly unfit: readonly AnyRecord[];
}

export function recordsOf(forms: Case, { evidenceNo, kind, records: named = [] }: EvidenceItem): ItemRecords {
  const all = allRecords(forms.records);
  const papers = all.filter(({ record }) => record.paper === evidenceNo);
  const others = all.filter(({ record }) => named.includes(record.recordNo) && record.paper !== evidenceNo);
  return {
    papers,
    proving: others.filter(({ list }) => !CANNOT_PROVE[kind].includes(list)),
    unfit: others.filter(({ list }) => CANNOT_PROVE[kind].includes(list)),
  };
}

/** By record number, the item at which it is told in full: its own paper only where no other item rests on it. */
export function toldAt(forms: Case): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const items = forms.evidence.evidence.map((item) => ({ no: item.evidenceNo, ...recordsOf(forms, item) }));
  for (const part of ['proving', 'papers'] as const) {
    for (const item of items) for (const { record } of item[part]) if (!told.has(record.recordNo)) told.set(record.recordNo, item.no);
  }
  return told;
}

/** What the records say; without a record, what the log says of the collection. */
export function procedureLines(
  forms: Case,
  item: EvidenceItem,
  { told, events, ...words }: Wording & { readonly told: ReadonlyMap<string, string>; readonly events: readonly CustodyEvent[] },
): readonly string[] {
  const { papers, proving } = recordsOf(forms, item);
  const whole = (entry: AnyRecord, elsewhere: (no: string) => string): string => {
    const at = told.get(entry.record.recordNo) ?? item.evidenceNo;
    return at === item.evidenceNo ? procedureOf(forms, entry, words) : elsewhere(at);
  };
  const lines = [
    ...papers.map((entry) => `${paperLine(entry, words.titles)}${whole(entry, (no) => `记录的内容见证据${no}。`)}`),
    ...proving.map((entry) => `${entry.record.recordNo}：${whole(entry, (no) => `与证据${no}相同，由同一记录载明。`)}`),
  ];
  const known = lines.length > 0 ? lines : logLine(item, events);
  const unfit = unfitLines(forms, item, words.titles);
  return [...(known.length > 0 || unfit.length === 0 ? known : ['未登记']), ...unfit];
}

/** `系取证记录T-1（电子数据提取笔录）的签名纸件。` */
function paperLine(entry: AnyRecord, titles: DocumentTitles): string {
  const { recordNo } = entry.record;
  return entry.list === 'examinations'
    ? `系取证记录${recordNo}所载的${entry.record.report}。`
    : `系取证记录${recordNo}（${paperName(entry, titles)}）的签名纸件。`;
}

/** Records that the item names and that cannot prove its collection. */
export function unfitLines(forms: Case, item: EvidenceItem, titles: DocumentTitles): readonly string[] {
  return recordsOf(forms, item).unfit.map((entry) => `记录${entry.record.recordNo}（${paperName(entry, titles)}）与证据种类不符。`);
}

function logLine(item: EvidenceItem, events: readonly CustodyEvent[]): readonly string[] {
  const taken = events.find((e) => (e.action === 'collect' || e.action === 'extract') && e.items.includes(item.evidenceNo));
  const parts = [
    taken?.method ?? '',
    taken?.system === undefined ? '' : `来源系统：${taken.system}`,
    taken?.tool === undefined ? '' : `工具：${taken.tool}`,
    item.remark ?? '',
  ].map(bare);
  const said = parts.filter((part) => part !== '').join('；');
  return said === '' ? [] : [`${said}。`];
}

/** Who collected by the list of evidence; by the records too, where they name others. */
export function collectorLines(forms: Case, item: EvidenceItem): readonly string[] {
  const listed = item.collectors.map((id) => {
    const officer = forms.case.officers.find((o) => o.id === id);
    return officer ? officerText(officer) : id;
  });
  const { papers, proving } = recordsOf(forms, item);
  const others = [...papers, ...proving].filter(
    ({ list, record }) => AT_COLLECTION.has(list) && !sameIds(record.officers, item.collectors),
  );
  const line = listed.join('、') || '未登记';
  if (others.length === 0) return [line];
  return [
    `证据清单所列：${line}`,
    ...others.map(({ record }) => `记录${record.recordNo}所列：${officers(forms, record.officers).join('、') || '未登记'}`),
  ];
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.every((id) => b.includes(id)) && b.every((id) => a.includes(id));
}

/** Without the stop that would stand before a ；. */
export const bare = (value: string): string => value.trim().replace(/[。；]$/, '');
