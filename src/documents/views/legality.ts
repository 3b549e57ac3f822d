/** 《证据来源及收集程序合法性说明》: item by item, what lets evidence of a bureau stand in court (指导意见 art. 18 = 解释 art. 75). */
import { recordedWordsIn } from '../../law/index.ts';
import {
  allRecords,
  type Case,
  CLASS_C_NOTE,
  type CorrectedLog,
  type CustodyEvent,
  chineseDay,
  chineseInstant,
  correctedLog,
  type DocumentTitles,
  documentTitles,
  EVIDENCE_KINDS,
  type EvidenceItem,
  fault,
  madeBefore,
} from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { bare, collectorLines, procedureLines, recordsOf, toldAt, unfitLines } from './collection.ts';
import { collectionLaw } from './collection-law.ts';
import { asCase, bothKinds, numberRuns, text } from './common.ts';
import { correctedAbout } from './corrections.ts';
import { comparedView, irregularDigests, mostListed, sameBytes, type Written, writtenDigests } from './digest-comparison.ts';
import { type FollowedLog, followed, gapLines, heldLine } from './holders.ts';
import { openView } from './open-rules.ts';
import { procedureHere, recordPaper } from './procedure.ts';
import { sealedView } from './sealed.ts';
import { type VoidedFiles, voidedFiles } from './voided-files.ts';

export function legalityView(input: RenderInput, title: string): object {
  const { case: forms, custody, digests, draft } = input;
  // Without the log or the digests the document would say of good evidence that nothing was recorded.
  if (!custody) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'custody' });
  if (!digests && !draft) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'digests' });
  const { case: main, evidence } = forms;
  const collected: Collected = {
    titles: documentTitles(input.pack.pack),
    earlier: madeBefore('0.2.0', input.madeBy),
    told: toldAt(forms),
    events: correctedLog(custody.events).events,
    corrected: correctedLog(custody.events).corrected,
    written: writtenDigests(custody.events),
    voided: voidedFiles(input),
    chain: followed(forms, custody.events),
    digests,
    openRules: input.openRules,
    most: mostListed(evidence.evidence),
    recorded: recordedWordsIn(forms, input.madeBy),
  };
  const classes = evidence.evidence.map((e) => EVIDENCE_KINDS[e.kind].admissibility);
  const count = (name: string): string => String(classes.filter((c) => c === name).length);
  const items = evidence.evidence.map((item) => itemView(forms, item, collected));
  return {
    agency: main.sender.name,
    recipient: main.recipient.name,
    caseName: asCase(main.name),
    caseNo: main.caseNo,
    classNote: CLASS_C_NOTE,
    count: String(classes.length),
    classA: count('A'),
    classB: count('B'),
    classC: count('C'),
    items,
    records: recordRows(forms, collected),
    laws: lawRows(forms, items),
    irregular: items
      .filter(({ irregular }) => irregular.length > 0)
      .map(({ no, title: name, irregular }) => ({ no, title: name, lines: irregular })),
    irregularRows: irregularRows(forms, items),
    openRules: openView(forms, input),
    officers: signing(forms).map(({ name, certNo }) => ({ name, certNo })),
  };
}

/** Those who collected; the whole task force where the forms name nobody of it. */
function signing({ case: main, evidence, records }: Case): Case['case']['officers'] {
  const ids = new Set([...evidence.evidence.flatMap((e) => e.collectors), ...allRecords(records).flatMap((r) => r.record.officers)]);
  const found = main.officers.filter((o) => ids.has(o.id));
  return found.length > 0 ? found : main.officers;
}

/** The parts of an item's row that other tables of the document gather. */
interface ItemView {
  readonly no: string;
  readonly title: string;
  readonly law: string;
  /** What is not as it should be, one sentence each. */
  readonly irregular: readonly string[];
}

/** Every record that an item rests on, told once. */
function recordRows(forms: Case, { told, ...wording }: Collected): readonly object[] {
  return allRecords(forms.records)
    .filter(({ record }) => told.has(record.recordNo))
    .map((entry) => ({
      no: entry.record.recordNo,
      paper: recordPaper(forms, entry, wording),
      procedure: procedureHere(forms, entry, wording),
    }));
}

/** What is to be explained, once for all the items of which the same is to be said. */
function irregularRows({ evidence }: Case, items: readonly ItemView[]): readonly object[] {
  const order = evidence.evidence.map((e) => e.evidenceNo);
  const rows = new Map<string, ItemView[]>();
  for (const item of items.filter(({ irregular }) => irregular.length > 0)) {
    const said = item.irregular.join('\n');
    rows.set(said, [...(rows.get(said) ?? []), item]);
  }
  return [...rows.values()].map((own) => ({
    items: numberRuns(
      own.map(({ no }) => no),
      order,
    ),
    title: own.length === 1 ? (own[0]?.title ?? '') : `${own.length}件`,
    lines: own[0]?.irregular ?? [],
  }));
}

/** Each act's articles with the items that they are asked of. */
function lawRows({ evidence }: Case, items: readonly ItemView[]): readonly object[] {
  const order = evidence.evidence.map((e) => e.evidenceNo);
  const byLaw = new Map<string, string[]>();
  for (const { no, law } of items) for (const act of law.split('；')) byLaw.set(act, [...(byLaw.get(act) ?? []), no]);
  return [...byLaw].map(([law, numbers]) => ({ law, items: numberRuns(numbers, order) }));
}

function namesOf({ case: main }: Case, ids: readonly string[]): string {
  return ids.map((id) => main.officers.find((o) => o.id === id)?.name ?? id).join('、') || '未登记';
}

/** What log and disk tell of the evidence, and at which item each record is told in full. */
interface Collected {
  readonly titles: DocumentTitles;
  readonly earlier: boolean;
  readonly told: ReadonlyMap<string, string>;
  readonly events: readonly CustodyEvent[];
  readonly corrected: CorrectedLog['corrected'];
  readonly written: Written;
  readonly voided: VoidedFiles;
  readonly chain: FollowedLog;
  readonly digests: RenderInput['digests'];
  readonly openRules: RenderInput['openRules'];
  /** Files of an item that are printed one by one. */
  readonly most: number;
  /** Recordings of what people said. */
  readonly recorded: ReadonlySet<string>;
}

function itemView(forms: Case, item: EvidenceItem, collected: Collected): ItemView & Record<string, unknown> {
  const { written, voided, chain, digests, openRules, most } = collected;
  const kind = EVIDENCE_KINDS[item.kind];
  const { papers, proving } = recordsOf(forms, item);
  const records = [...papers, ...proving];
  const collectors = collectorLines(forms, item);
  const compared = comparedView(item, { written, voided, now: digests }, most);
  const gaps = gapLines([item.evidenceNo], chain);
  const defects = forms.records.defects
    .filter((d) => d.evidence.includes(item.evidenceNo))
    .map((d) => `${bare(d.defect)}；${d.cure}（${chineseDay(d.on)}）：${bare(d.explanation)}。`);
  const open = openRules?.get(item.evidenceNo) ?? [];
  const held = heldView(item, collected);
  return {
    no: item.evidenceNo,
    title: item.title,
    kind: bothKinds(item.kind, kind.criminal),
    class: kind.admissibility,
    words: kind.admissibility === 'C' || collected.recorded.has(item.evidenceNo) ? CLASS_C_NOTE : null,
    source: item.source,
    author: item.author,
    made: madeLine(item, collected.titles),
    collectedAt: chineseInstant(item.collectedAt),
    place: item.place,
    collectors,
    by: namesOf(forms, item.collectors),
    elsewhere: records.some(({ record }) => record.place === item.place) ? null : item.place,
    recordNos: records.map(({ record }) => record.recordNo),
    same: sameBytes(compared),
    procedure: procedureLines(forms, item, collected),
    papers: records.map((r) => recordPaper(forms, r, collected, item.evidenceNo)),
    original: originalLine(item),
    ...compared,
    held,
    sealed: sealedView(item, records, chain),
    gaps,
    law: collectionLaw(item, records),
    defects,
    open,
    irregular: [
      ...irregularDigests(compared),
      ...(collectors.length > 1 ? [`取证人员：${collectors.join('；')}。`] : []),
      ...unfitLines(forms, item, collected.titles),
      ...(held === null ? ['保管链未登记。'] : gaps.map((gap) => `保管链缺口：${gap}。`)),
      ...defects.map((defect) => `瑕疵及补正：${defect}`),
      ...(open.length > 0 ? [`规则检查提示：${open.join('、')}。`] : []),
    ],
  };
}

/** Who held it, by the corrected log; and that it was corrected. */
function heldView({ evidenceNo }: EvidenceItem, { chain, corrected, voided, titles }: Collected): string | null {
  const about = correctedAbout(evidenceNo, corrected, voided, titles);
  const held = heldLine(chain.steps.get(evidenceNo));
  return about === '' ? held : `${held ?? '保管链未登记'}${about}`;
}

/** 视听资料 and 书证: what their own rules ask to be said. */
function madeLine(item: EvidenceItem, { items }: DocumentTitles): string | null {
  const parts = [
    item.docDate === undefined ? '' : `形成日期${chineseDay(item.docDate)}`,
    item.madeAt === undefined ? '' : `制作时间${chineseInstant(item.madeAt)}`,
    item.madeBy === undefined ? '' : `制作人${item.madeBy}`,
    item.device === undefined ? '' : `制作设备${item.device}`,
    item.completeness === undefined ? '' : `内容${item.completeness}`,
    item.transcript === undefined ? '' : `文字记录为证据${item.transcript}`,
    item.alterations === undefined ? '' : `更改情况：${bare(item.alterations)}`,
    item.dataCategory === undefined ? '' : `电子数据类别：${item.dataCategory}`,
    item.itemNos === undefined ? '' : `${items}第${item.itemNos.join('、')}项`,
    item.photos === undefined || item.photos.length === 0 ? '' : `照片为证据${item.photos.join('、')}`,
  ];
  return text(parts.filter((part) => part !== '').join('；'));
}

function originalLine(item: EvidenceItem): string {
  const amount = `${item.originality}${item.copies}份${item.pages === undefined ? '' : `，${item.pages}页`}`;
  if (item.originalLocation !== undefined) {
    return `${amount}；${item.originality === '原物' || item.originality === '原件' ? '' : '原件（原物）'}存放于${bare(item.originalLocation)}`;
  }
  return ['原件', '原物', '衍生文件'].includes(item.originality) ? amount : `${amount}；原件（原物）存放地点未登记`;
}
