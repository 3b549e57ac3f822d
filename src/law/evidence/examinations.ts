/** opinions of 鉴定 and 检验, and reports of those with special knowledge, which are none. */
import type { EvidenceItem, ExaminationRecord } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsOf, itemsToProve, type Proof, proofsOf, told } from './links.ts';

const COURT = '最高法刑诉法解释（2021）';
const OPINIONS: ReadonlySet<string> = new Set(['鉴定意见', '检验报告']);
/** 解释 art. 100: a report of someone with special knowledge, whatever its heading says. */
const REPORT_WORDS = /审计|评审|认定|核算/u;

type Examination = Proof & { readonly record: ExaminationRecord };

function examinationsOf({ case: c }: RuleInput): readonly Examination[] {
  return proofsOf(c).filter((p): p is Examination => p.list === 'examinations');
}

const isOpinion = (item: EvidenceItem): boolean => OPINIONS.has(item.kind) || OPINIONS.has(item.docType);

/** What the report is, when an item called 鉴定意见 is none. */
function miscalled(item: EvidenceItem, records: readonly Examination[]): string | undefined {
  if (item.kind !== '鉴定意见') return undefined;
  const own = records.filter((r) => r.proven.includes(item.evidenceNo));
  if (own.some((r) => OPINIONS.has(r.record.report))) return undefined;
  return own[0]?.record.report ?? (REPORT_WORDS.test(item.docType) ? item.docType : undefined);
}

function* complete(input: RuleInput): Iterable<Hit> {
  const records = examinationsOf(input);
  const proven = new Set(records.flatMap((r) => r.proven));
  for (const { item, at } of itemsToProve(input.case)) {
    if (isOpinion(item) && !proven.has(item.evidenceNo) && !miscalled(item, records))
      yield hit('EXAMINATION_RECORD_MISSING', { evidence: [item.evidenceNo] }, 'evidence', at);
  }
  for (const r of records) {
    if (!OPINIONS.has(r.record.report)) continue;
    const gaps = gapsIn(r.record);
    if (gaps) yield hit('EXAMINATION_GAP', { ...told(r), gaps }, 'records', r.at);
    yield* samplesOf(input, r);
    if (r.record.partyTold !== '是') yield hit('EXAMINATION_NOT_TOLD', told(r), 'records', r.at, 'warning');
  }
}

function gapsIn(record: ExaminationRecord): string | undefined {
  return gapsOf([
    [!record.institutionQualification, '机构资质'],
    [record.experts.some((e) => !e.qualification), '人员的资质'],
    [record.sealed !== '是', '机构是否盖章'],
    [record.signed !== '是', '人员是否签名'],
    [record.withinScope !== '是', '是否在业务范围内'],
    [record.samples.length === 0, '检材'],
  ]);
}

/** 解释 art. 98: samples of unknown origin make the opinion worthless; a sample must itself prove its collection. */
function* samplesOf({ case: c }: RuleInput, r: Examination): Iterable<Hit> {
  const proven = new Set(
    proofsOf(c)
      .filter((p) => p.list !== 'examinations')
      .flatMap((p) => p.proven),
  );
  const judged = new Set(itemsToProve(c).map(({ item }) => item.evidenceNo));
  const samples = r.record.samples.filter((no) => judged.has(no) && !proven.has(no));
  if (samples.length > 0) yield hit('SAMPLE_ORIGIN_UNPROVEN', { ...told(r), samples }, 'records', `${r.at}/samples`);
}

function* calledRightly(input: RuleInput): Iterable<Hit> {
  const records = examinationsOf(input);
  for (const { item, at } of itemsOf(input.case)) {
    const report = miscalled(item, records);
    if (report) yield hit('REPORT_CALLED_OPINION', { evidence: [item.evidenceNo], report }, 'evidence', `${at}/kind`);
  }
  for (const r of records) {
    if (OPINIONS.has(r.record.report)) continue;
    const gaps = gapsOf([
      [r.record.experts.some((e) => !e.qualification), '人员的资质'],
      [r.record.signed !== '是', '人员是否签名'],
    ]);
    if (gaps) yield hit('EXAMINATION_GAP', { ...told(r), gaps }, 'records', r.at);
  }
}

export const EXAMINATION_RULES: readonly Rule[] = [
  {
    id: 'X-01',
    severity: 'error',
    basis: basis(COURT, '第九十七条', '第九十八条'),
    asks: '鉴定意见、检验报告登记：机构和人员的资质、机构盖章和人员签名、在业务范围内、委托人和事由、方法和过程、检材；检材是清单里的证据，且有记录证明来源；结果已告知当事人。',
    why: '资质、盖章签名、业务范围、检材来源任何一项不具备，鉴定意见不得作为定案的根据。',
    right: '检材：[E01]，E01 有提取笔录 R1；机构是否盖章：是；人员是否签名：是；机构资质：司法鉴定许可证 99000001。',
    wrong: '鉴定意见书只有公章，没有鉴定人签名，检材写“医院送检”。',
    codes: ['EXAMINATION_RECORD_MISSING', 'EXAMINATION_GAP', 'SAMPLE_ORIGIN_UNPROVEN', 'EXAMINATION_NOT_TOLD'],
    check: complete,
  },
  {
    id: 'X-02',
    severity: 'warning',
    basis: basis(COURT, '第一百条'),
    asks: '审计报告、专家评审意见、认定意见、核算说明的证据种类写专业报告，不写鉴定意见；出具人的资质和签名写明。',
    why: '它们是有专门知识的人出具的报告，冒称鉴定意见，会因为没有鉴定资质而被排除。',
    right: '证据种类：专业报告；文书类型：审计报告；人员的资质：注册会计师 99000002。',
    wrong: '证据种类：鉴定意见；文书类型：专家评审意见。',
    codes: ['REPORT_CALLED_OPINION', 'EXAMINATION_GAP'],
    check: calledRightly,
  },
];
