/** the record that is named can prove this kind of evidence, and its signed paper is such a paper. */
import { type Case, EVIDENCE_KINDS, type EvidenceItem, type EvidenceKind, RECORD_LISTS, type RecordList } from '../../model/index.ts';
import { type Hit, hit } from '../rule.ts';
import { attachmentsOf, itemsToProve, type Proof, proofsByItem, proofsOf, told } from './links.ts';

/** What title or type of a signed paper speaks of. */
const PAPER_WORDS: Readonly<Record<RecordList, RegExp>> = {
  extractions: /提取|固定|电子数据|电子证据/u,
  scenes: /现场|勘验|检查/u,
  preservations: /登记保存|封存/u,
  interviews: /询问|谈话|陈述|证言/u,
  examinations: /鉴定|检验|检测|审计|评审|评估|认定|核算/u,
  copies: /复制|复印|说明/u,
  derivations: /统计|筛选|汇总|说明/u,
};

const OF_THINGS: readonly RecordList[] = ['scenes', 'preservations', 'copies', 'extractions', 'derivations'];
/** Records that can tell how evidence of a kind was collected. */
const PROVES: Readonly<Record<EvidenceKind, readonly RecordList[]>> = {
  书证: OF_THINGS,
  物证: OF_THINGS,
  视听资料: OF_THINGS,
  电子数据: OF_THINGS,
  证人证言: ['interviews'],
  当事人的陈述: ['interviews'],
  鉴定意见: ['examinations'],
  专业报告: ['examinations', 'derivations', 'copies'],
  '勘验笔录、现场笔录': ['scenes', 'extractions', 'preservations', 'copies'],
};

/** A record that calls a medical file its signed paper. */
export function* papersOfTheirKind(c: Case): Iterable<Hit> {
  const items = new Map(c.evidence.evidence.map((e) => [e.evidenceNo, e]));
  for (const p of proofsOf(c)) {
    const item = items.get(p.record.paper ?? '');
    if (!item || PAPER_WORDS[p.list].test(`${item.docType} ${item.title}`)) continue;
    const args = { ...told(p), paper: item.evidenceNo, title: item.title, wanted: RECORD_LISTS[p.list] };
    yield hit('PAPER_OF_ANOTHER_KIND', args, 'records', `${p.at}/paper`);
  }
}

/** An item all of whose records are of a kind that proves nothing of it: words by an extraction, data by an interview. */
export function* recordsOfTheirKind(c: Case): Iterable<Hit> {
  const all = proofsOf(c);
  const proofs = new Map(all.map((p) => [p.record.recordNo, p]));
  const byItem = proofsByItem(all);
  for (const { item, at } of itemsToProve(c)) {
    const named = (item.records ?? []).flatMap((no) => proofs.get(no) ?? []);
    if (named.length === 0 || named.some((p) => proves(p, item)) || toldElsewhere(item, byItem.get(item.evidenceNo) ?? [])) continue;
    const args = {
      evidence: [item.evidenceNo],
      records: named.map((p) => p.record.recordNo),
      kind: item.kind,
      named: [...new Set(named.map((p) => RECORD_LISTS[p.list]))].join('、'),
      wanted: PROVES[item.kind].map((list) => RECORD_LISTS[list]).join('、'),
    };
    yield hit('RECORD_OF_ANOTHER_KIND', args, 'evidence', `${at}/records`);
  }
}

function proves(p: Proof, { kind, evidenceNo }: EvidenceItem): boolean {
  return PROVES[kind].includes(p.list) || p.record.paper === evidenceNo || attachmentsOf(p).includes(evidenceNo);
}

/** T-01, X-01 and E-02 ask for the record itself where none of the right kind speaks of the item. */
function toldElsewhere({ kind, originality }: EvidenceItem, own: readonly Proof[]): boolean {
  const list = ASKED[EVIDENCE_KINDS[kind].code];
  if (list === undefined || originality === '衍生文件') return false;
  return !own.some((p) => p.list === list);
}

const ASKED: Readonly<Record<string, RecordList>> = {
  testimony: 'interviews',
  partyStatement: 'interviews',
  expertOpinion: 'examinations',
  electronic: 'extractions',
};
