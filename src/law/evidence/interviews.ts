/** T-01 … T-03: the words of people, and the record of how they were asked. */
import {
  birthDateOf,
  dayInChina,
  EVIDENCE_KINDS,
  type EvidenceItem,
  type InterviewRecord,
  isIdNumber,
  parseInstant,
} from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsOf, officersOf, type Proof, proofsOf, sharedOfficers, signatureOf, told } from './links.ts';

const COURT = '最高法刑诉法解释（2021）';
/** 刑事诉讼法 art. 281: under eighteen. */
const OF_AGE = 18;
/** Written by the person: nobody was asked. */
const OWN_WRITING = /自书|亲笔|书面|陈述书|说明|申辩/u;

type Interview = Proof & { readonly record: InterviewRecord };

function interviewsOf({ case: c }: RuleInput): readonly Interview[] {
  return proofsOf(c).filter((p): p is Interview => p.list === 'interviews');
}

const isWords = (item: EvidenceItem): boolean => EVIDENCE_KINDS[item.kind].admissibility === 'C';

function* properly(input: RuleInput): Iterable<Hit> {
  const records = interviewsOf(input);
  const proven = new Set(records.flatMap((r) => [...r.proven, r.record.recording]));
  for (const { item, at } of itemsOf(input.case)) {
    if (isWords(item) && !proven.has(item.evidenceNo) && !OWN_WRITING.test(item.docType))
      yield hit('INTERVIEW_RECORD_MISSING', { evidence: [item.evidenceNo] }, 'evidence', at);
  }
  for (const r of records) {
    const { record } = r;
    yield* officersOf(r);
    yield* signatureOf(input, r, record.interviewee, '被询问人', 'interviewee');
    const gaps = gapsOf([
      [record.endedAt === undefined, '结束时间'],
      [record.recorder === undefined, '记录人'],
      [record.alone === undefined, '是否个别询问'],
      [record.rightsTold !== '是', '是否告知权利义务'],
      [record.pagesSigned !== '是' && record.interviewee.signed === '已签名', '是否逐页签名'],
    ]);
    if (gaps) yield hit('INTERVIEW_GAP', { ...told(r), gaps }, 'records', r.at);
    const { name } = record.interviewee;
    if (record.alone === '否') yield hit('INTERVIEW_NOT_ALONE', { ...told(r), name }, 'records', `${r.at}/alone`);
    const age = ageOf(record);
    if (age !== undefined && age < OF_AGE && !record.guardian)
      yield hit('MINOR_WITHOUT_GUARDIAN', { ...told(r), name, age }, 'records', r.at);
  }
}

/** Full years at the beginning of the interview. */
function ageOf({ birthDate, interviewee, startedAt }: InterviewRecord): number | undefined {
  const idNo = interviewee.idNo ?? '';
  const born = birthDate ?? (isIdNumber(idNo) ? birthDateOf(idNo) : undefined);
  const start = parseInstant(startedAt);
  if (born === undefined || start === undefined) return undefined;
  const day = dayInChina(start);
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
}

function* oneAtATime(input: RuleInput): Iterable<Hit> {
  const timed = interviewsOf(input).flatMap((r) => {
    const [start, end] = [parseInstant(r.record.startedAt), parseInstant(r.record.endedAt ?? '')];
    return start === undefined || end === undefined ? [] : [{ r, start, end }];
  });
  timed.sort((a, b) => a.start - b.start);
  for (const [i, first] of timed.entries()) {
    for (const second of timed.slice(i + 1)) {
      if (second.start >= first.end) break;
      const [a, b] = [first.r.record, second.r.record];
      const officer = sharedOfficers(input.case, a, b);
      if (officer)
        yield hit('INTERVIEWS_OVERLAP', { officer, first: a.recordNo, second: b.recordNo }, 'records', `${second.r.at}/startedAt`);
    }
  }
}

function* marked({ case: c }: RuleInput): Iterable<Hit> {
  const evidence = c.evidence.evidence.filter(isWords).map((e) => e.evidenceNo);
  if (evidence.length > 0) yield hit('CLASS_C_EVIDENCE', { count: evidence.length, evidence }, 'evidence');
}

export const INTERVIEW_RULES: readonly Rule[] = [
  {
    id: 'T-01',
    severity: 'warning',
    basis: [...basis(COURT, '第八十七条', '第八十九条', '第九十条'), ...basis('行政处罚法', '第四十二条', '第五十五条')],
    asks: '每份询问笔录登记：两名以上询问人和记录人、起止时间、地点、个别进行、告知权利义务和法律责任、核对并逐页签名；未成年人有法定代理人到场。',
    why: '没有个别进行、没有核对确认的证言不得作为定案的根据；其余是瑕疵，要补正或者解释。',
    right: '询问笔录 R6：9:00 至 10:10，个别询问，已告知权利义务，逐页签名，询问人 [甲, 乙]，记录人 乙。',
    wrong: '没有写结束时间，两名护士坐在一起问，只在最后一页签名。',
    codes: [
      'INTERVIEW_RECORD_MISSING',
      'INTERVIEW_GAP',
      'INTERVIEW_NOT_ALONE',
      'MINOR_WITHOUT_GUARDIAN',
      'RECORD_OFFICERS_TOO_FEW',
      'SIGNATURE_MISSING',
    ],
    check: properly,
  },
  {
    id: 'T-02',
    severity: 'warning',
    basis: basis(COURT, '第九十条'),
    asks: '同一名询问人员不在同一时段询问不同的人。',
    why: '两份笔录的时间重叠，至少有一份不是他问的；这是法定的瑕疵。',
    right: '甲 9:00 至 10:10 询问一人，10:20 至 11:00 询问另一人。',
    wrong: '甲 9:00 至 10:10 询问一人，9:50 又在询问另一人。',
    codes: ['INTERVIEWS_OVERLAP'],
    check: oneAtATime,
  },
  {
    id: 'T-03',
    severity: 'info',
    basis: [...basis('刑事诉讼法', '第五十四条'), ...basis(COURT, '第七十五条')],
    asks: '证人证言、当事人的陈述标明：言词证据，刑诉法第五十四条第二款未列举，由办案机关依法审查、收集。',
    why: '行政阶段的询问笔录供侦查参考，不因移送就能直接定案。',
    right: '除询问笔录外，同一事实还有结算数据、病历、门禁记录。',
    wrong: '一项事实只靠两份询问笔录。',
    codes: ['CLASS_C_EVIDENCE'],
    check: marked,
  },
];
