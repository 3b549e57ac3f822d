/** R-01, R-02 (rules of mbpack's own): every piece of evidence proves how it was collected, and by two who may. */
import { type Case, EVIDENCE_KINDS, type EvidenceItem, RECORD_LISTS, type RecordList } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { isLate, unsignedProofs } from './late-papers.ts';
import {
  attachmentsOf,
  itemsOf,
  itemsToProve,
  OFFICERS_ASKED,
  officersOf,
  type Proof,
  proofsByItem,
  proofsOf,
  told,
  unusedProofs,
} from './links.ts';
import { papersOfTheirKind, recordsOfTheirKind } from './record-kinds.ts';

/** Records made face to face with somebody, where certificates are shown (行政处罚法 art. 55). */
const FACE_TO_FACE: ReadonlySet<RecordList> = new Set(['extractions', 'scenes', 'preservations', 'interviews']);

function* proven(input: RuleInput): Iterable<Hit> {
  const { case: c } = input;
  const proofs = proofsOf(c);
  const things = new Set(c.records.preservations.flatMap((p) => p.list.flatMap((thing) => thing.itemNo ?? [])));
  const known = new Set(proofs.flatMap((p) => [...p.proven, ...attachmentsOf(p)]));
  const unproven = itemsToProve(c).filter(({ item }) => {
    if (EVIDENCE_KINDS[item.kind].admissibility === 'C' || known.has(item.evidenceNo) || item.qualifies?.length) return false;
    return !ownPaper(item, c.case.sender.name) && !item.itemNos?.some((no) => things.has(no));
  });
  const [first] = unproven;
  if (first) yield hit('COLLECTION_NOT_PROVEN', { evidence: unproven.map(({ item }) => item.evidenceNo) }, 'evidence', first.at);
  yield* recordsOfTheirKind(c);
  yield* papersOfTheirKind(c);
  const unused = unusedProofs(c);
  if (unused[0]) yield hit('RECORD_UNUSED', { records: unused.map((p) => p.record.recordNo) }, 'records', unused[0].at);
  const toSign = unsigned(proofs, input.now);
  if (input.draft && toSign[0])
    yield hit('RECORDS_TO_SIGN', { records: toSign.map((p) => p.record.recordNo) }, 'records', toSign[0].at, 'info');
}

/** Of the day of their act; of older ones R-05 speaks. */
const unsigned = (proofs: readonly Proof[], now: number): readonly Proof[] => unsignedProofs(proofs).filter((p) => !isLate(p, now));

/** Of a draft, paper is still to be signed; what is handed over without it has only the program's print, and whoever sends it is told as its receiver will be. */
function* signed(input: RuleInput): Iterable<Hit> {
  if (input.draft) return;
  for (const p of unsigned(proofsOf(input.case), input.now))
    yield hit('RECORD_NOT_SIGNED', { ...told(p), kind: RECORD_LISTS[p.list] }, 'records', p.at);
}

/** What the bureau itself wrote was not collected from anybody. */
const ownPaper = (item: EvidenceItem, sender: string): boolean => item.kind === '书证' && item.author === sender;

function* entitled({ case: c }: RuleInput): Iterable<Hit> {
  for (const { item, at } of itemsOf(c)) {
    if (new Set(item.collectors).size < OFFICERS_ASKED)
      yield hit('COLLECTORS_TOO_FEW', { evidence: [item.evidenceNo], asked: OFFICERS_ASKED }, 'evidence', `${at}/collectors`);
  }
  yield* sameOfficers(c);
  for (const p of proofsOf(c)) {
    if (p.list === 'scenes') yield* officersOf(p);
    const shown = p.record.credentialsShown;
    if (FACE_TO_FACE.has(p.list) && shown !== '是')
      yield hit('CREDENTIALS_NOT_SHOWN', { ...told(p), answer: shown ?? '未填写' }, 'records', p.at);
  }
}

/** Who collected an item made a record that speaks of it. */
function* sameOfficers(c: Case): Iterable<Hit> {
  const byItem = proofsByItem(proofsOf(c));
  for (const { item, at } of itemsToProve(c)) {
    const own = byItem.get(item.evidenceNo) ?? [];
    const made = new Set(own.flatMap((p) => p.record.officers));
    const others = [...new Set(item.collectors)].filter((id) => !made.has(id));
    if (own.length === 0 || others.length === 0) continue;
    const names = others.map((id) => c.case.officers.find((o) => o.id === id)?.name ?? id).join('、');
    const args = { evidence: [item.evidenceNo], records: own.map((p) => p.record.recordNo), names };
    yield hit('COLLECTORS_DIFFER', args, 'evidence', `${at}/collectors`);
  }
}

export const PROCEDURE_RULES: readonly Rule[] = [
  {
    id: 'R-01',
    severity: 'warning',
    basis: [...basis('法发〔2024〕6号', '第十八条'), ...basis('最高法刑诉法解释（2021）', '第七十五条', '第八十六条')],
    asks: '每件实物证据、鉴定意见、笔录和专业报告，都至少引用一份证明收集程序的取证记录，引用的是能证明它的那一种；本机关自己的文书、资质证明和记录的签名原件自身除外。记录的签名原件（paper）确是这种文书，每份记录都有证据、物品或者别的记录用到。这一项由 mbpack 按条文归并。',
    why: '收集程序符合法律、行政法规规定，才可以作为定案的根据；程序要靠记录证明。',
    right: '证据 E03 写“取证记录（records）: [R3]”，R3 是复制件制作说明。',
    wrong: '证据清单列了二十件，取证记录一份也没有。',
    codes: ['COLLECTION_NOT_PROVEN', 'RECORD_OF_ANOTHER_KIND', 'PAPER_OF_ANOTHER_KIND', 'RECORD_UNUSED', 'RECORDS_TO_SIGN'],
    check: proven,
  },
  {
    id: 'R-02',
    severity: 'warning',
    basis: [...basis('行政处罚法', '第四十二条', '第五十五条'), ...basis('医疗保障基金使用监督管理条例', '第二十九条')],
    asks: '取证人员不少于两人，就是所引取证记录的执法人员；当面进行的取证记录写明出示了执法证件。这一项由 mbpack 按条文归并。',
    why: '一个人取证、不出示证件，收集程序就不合法。',
    right: '取证人员：[甲, 乙]；是否出示执法证件：是。',
    wrong: '取证人员：[甲]。',
    codes: ['COLLECTORS_TOO_FEW', 'COLLECTORS_DIFFER', 'CREDENTIALS_NOT_SHOWN', 'RECORD_OFFICERS_TOO_FEW'],
    check: entitled,
  },
  {
    id: 'R-03',
    severity: 'warning',
    since: '0.2.0',
    basis: [...basis('法发〔2024〕6号', '第十八条'), ...basis('最高法刑诉法解释（2021）', '第八十六条')],
    asks: '移送时，由 mbpack 打印供签名的取证记录都列有签过名的原件（paper）；没有的，检查、成卷和核验时都按编号和证据逐份提醒（行为已过一日的见 R-05）；草稿只列出待签名的编号。这一项由 mbpack 按条文归并。',
    why: '没有签名的只是程序打印的文字，证明不了谁在场、谁确认过。',
    right: '复制件制作说明 C-1 签名后扫描，列为证据，在记录里写它的编号。',
    wrong: '复制件制作说明 C-1 只有程序打印的一份，移送时没有签名。',
    codes: ['RECORD_NOT_SIGNED'],
    check: signed,
  },
];
