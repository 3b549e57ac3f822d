/** 《证据来源及收集程序合法性说明》: item by item, what lets evidence of a bureau stand in court (指导意见 art. 18 = 解释 art. 75). */
import {
  type AnyRecord,
  allRecords,
  type Case,
  CLASS_C_NOTE,
  type CustodyEvent,
  chineseDay,
  chineseInstant,
  EVIDENCE_KINDS,
  type EvidenceItem,
  type FollowedCustody,
  fault,
} from '../../model/index.ts';
import type { RenderInput } from '../input.ts';
import { collectionLaw } from './collection-law.ts';
import { asCase, bothKinds, officerText, text } from './common.ts';
import { comparedView, type Written, writtenDigests } from './digest-comparison.ts';
import { followed, gapLines, heldLine } from './holders.ts';
import { procedureOf, recordPaper, recordsOf } from './procedure.ts';

export function legalityView({ case: forms, custody, digests, draft }: RenderInput, title: string): object {
  // Without the log or the digests the document would say of good evidence that nothing was recorded.
  if (!custody) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'custody' });
  if (!digests && !draft) throw fault('DOCUMENT_INPUT_ABSENT', 2, { document: title, input: 'digests' });
  const { case: main, evidence } = forms;
  const collected: Collected = {
    told: toldAt(evidence.evidence),
    events: custody.events,
    written: writtenDigests(custody.events),
    chain: followed(forms, custody.events),
    digests,
  };
  const classes = evidence.evidence.map((e) => EVIDENCE_KINDS[e.kind].admissibility);
  const count = (name: string): string => String(classes.filter((c) => c === name).length);
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
    items: evidence.evidence.map((item) => itemView(forms, item, collected)),
    officers: signing(forms).map(({ name, certNo }) => ({ name, certNo })),
  };
}

/** The first item that names a record: there it is told in full. */
function toldAt(items: readonly EvidenceItem[]): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const { evidenceNo, records } of items) for (const no of records ?? []) if (!told.has(no)) told.set(no, evidenceNo);
  return told;
}

/** Those who collected; the whole task force where the forms name nobody of it. */
function signing({ case: main, evidence, records }: Case): Case['case']['officers'] {
  const ids = new Set([...evidence.evidence.flatMap((e) => e.collectors), ...allRecords(records).flatMap((r) => r.record.officers)]);
  const found = main.officers.filter((o) => ids.has(o.id));
  return found.length > 0 ? found : main.officers;
}

/** What log and disk tell of the evidence, and at which item each record is told in full. */
interface Collected {
  readonly told: ReadonlyMap<string, string>;
  readonly events: readonly CustodyEvent[];
  readonly written: Written;
  readonly chain: FollowedCustody;
  readonly digests: RenderInput['digests'];
}

function itemView(forms: Case, item: EvidenceItem, collected: Collected): object {
  const { written, chain, digests } = collected;
  const kind = EVIDENCE_KINDS[item.kind];
  const records = recordsOf(forms, item);
  return {
    no: item.evidenceNo,
    title: item.title,
    kind: bothKinds(item.kind, kind.criminal),
    class: kind.admissibility,
    words: kind.admissibility === 'C' ? CLASS_C_NOTE : null,
    source: item.source,
    author: item.author,
    made: madeLine(item),
    collectedAt: chineseInstant(item.collectedAt),
    place: item.place,
    collectors: item.collectors.map((id) => {
      const officer = forms.case.officers.find((o) => o.id === id);
      return officer ? officerText(officer) : id;
    }),
    procedure: procedureLines(forms, item, records, collected),
    papers: records.map((r) => recordPaper(r, item)),
    original: originalLine(item),
    ...comparedView(item, written, digests),
    held: heldLine(chain.steps.get(item.evidenceNo)),
    gaps: gapLines([item.evidenceNo], chain.faults),
    law: collectionLaw(item, records),
    defects: forms.records.defects
      .filter((d) => d.evidence.includes(item.evidenceNo))
      .map((d) => `${bare(d.defect)}；${d.cure}（${chineseDay(d.on)}）：${bare(d.explanation)}。`),
  };
}

/** What the records say; without a record, what the log says of the collection. */
function procedureLines(forms: Case, item: EvidenceItem, records: readonly AnyRecord[], { events, told }: Collected): readonly string[] {
  if (records.length > 0) {
    return records.map((entry) => {
      const { recordNo } = entry.record;
      const first = told.get(recordNo) ?? item.evidenceNo;
      return first === item.evidenceNo ? `${recordNo}：${procedureOf(forms, entry)}` : `${recordNo}：与证据${first}相同，由同一记录载明。`;
    });
  }
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

/** 视听资料 and 书证: what their own rules ask to be said. */
function madeLine(item: EvidenceItem): string | null {
  const parts = [
    item.docDate === undefined ? '' : `形成日期${chineseDay(item.docDate)}`,
    item.madeAt === undefined ? '' : `制作时间${chineseInstant(item.madeAt)}`,
    item.madeBy === undefined ? '' : `制作人${item.madeBy}`,
    item.device === undefined ? '' : `制作设备${item.device}`,
    item.completeness === undefined ? '' : `内容${item.completeness}`,
    item.transcript === undefined ? '' : `文字记录为证据${item.transcript}`,
    item.alterations === undefined ? '' : `更改情况：${bare(item.alterations)}`,
    item.dataCategory === undefined ? '' : `电子数据类别：${item.dataCategory}`,
    item.itemNos === undefined ? '' : `涉案物品清单第${item.itemNos.join('、')}项`,
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

const bare = (value: string): string => value.trim().replace(/[。；]$/, '');
