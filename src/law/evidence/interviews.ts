/** T-01 … T-04: the words of people, and the record of how they were asked. */
import { ageOn, birthDateOf, dayInChina, type InterviewRecord, isIdNumber, nameKey, parseInstant } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsOf, itemsToProve, officersOf, type Proof, proofsOf, signatureOf, told, toldOf } from './links.ts';
import { suspectOf } from './people.ts';
import { overlaps } from './presence.ts';
import { isWords, misnamedWords, suspectSpeaking } from './words.ts';

const COURT = '最高法刑诉法解释（2021）';
/** 刑事诉讼法 art. 281: under eighteen. */
const OF_AGE = 18;
const HOUR = 3_600_000;
/** Not even the police may hold anybody longer to be asked (治安管理处罚法). */
const LONGEST = 24 * HOUR;
/** So many names are told of those who share a paper. */
const NAMED = 3;
/** Written by the person: nobody was asked. */
const OWN_WRITING = /自书|亲笔|书面|陈述书|说明|申辩/u;

type Interview = Proof & { readonly record: InterviewRecord };

function interviewsOf({ case: c }: RuleInput): readonly Interview[] {
  return proofsOf(c).filter((p): p is Interview => p.list === 'interviews');
}

function* properly(input: RuleInput): Iterable<Hit> {
  const records = interviewsOf(input);
  const proven = new Set(records.flatMap((r) => [...r.proven, r.record.recording]));
  for (const { item, at } of itemsToProve(input.case)) {
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
    yield* plausible(input, r);
  }
  yield* onePaperEach(input, records);
}

/** Who wrote it down was there, and it did not last for days. */
function* plausible({ case: { case: c } }: RuleInput, r: Interview): Iterable<Hit> {
  const { recorder, officers, startedAt, endedAt = '', interviewee } = r.record;
  if (recorder !== undefined && !officers.includes(recorder)) {
    const name = c.officers.find((o) => o.id === recorder)?.name ?? recorder;
    yield hit('RECORDER_NOT_AN_OFFICER', { ...told(r), recorder: name }, 'records', `${r.at}/recorder`);
  }
  const lasted = (parseInstant(endedAt) ?? 0) - (parseInstant(startedAt) ?? Number.POSITIVE_INFINITY);
  if (lasted > LONGEST) {
    const hours = Math.ceil((lasted / HOUR) * 10) / 10;
    yield hit('INTERVIEW_TOO_LONG', { ...told(r), name: interviewee.name, hours }, 'records', `${r.at}/endedAt`);
  }
}

/** The interviews of several people may be one item only where each has a file of it. */
function* onePaperEach({ case: c }: RuleInput, records: readonly Interview[]): Iterable<Hit> {
  const sharing = new Map<string, Interview[]>();
  for (const r of records) {
    const { paper } = r.record;
    if (paper === undefined) continue;
    const list = sharing.get(paper);
    if (list) list.push(r);
    else sharing.set(paper, [r]);
  }
  const files = new Map(c.evidence.evidence.map((e) => [e.evidenceNo, e.files.length]));
  for (const [paper, all] of sharing) {
    const people = new Map(all.map((r) => [nameKey(r.record.interviewee.name), r]));
    const count = files.get(paper);
    const second = all.find((r) => r.record.interviewee.name !== all[0]?.record.interviewee.name);
    if (count === undefined || people.size <= Math.max(count, 1) || !second) continue;
    const named = [...people.keys()].slice(0, NAMED).join('、');
    const names = people.size > NAMED ? `${named}等 ${people.size} 人` : named;
    const args = { records: all.map((r) => r.record.recordNo), evidence: [paper], paper, names, files: count };
    yield hit('INTERVIEW_PAPER_SHARED', args, 'records', `${second.at}/paper`);
  }
}

/** Full years at the beginning of the interview. */
function ageOf({ birthDate, interviewee, startedAt }: InterviewRecord): number | undefined {
  const idNo = interviewee.idNo ?? '';
  const born = birthDate ?? (isIdNumber(idNo) ? birthDateOf(idNo) : undefined);
  const start = parseInstant(startedAt);
  return born === undefined || start === undefined ? undefined : ageOn(born, dayInChina(start));
}

function* oneAtATime(input: RuleInput): Iterable<Hit> {
  for (const { officer, proofs } of overlaps(interviewsOf(input), input.case)) {
    const [first, second = first] = proofs;
    if (second) yield hit('INTERVIEWS_OVERLAP', { ...toldOf(proofs), officer }, 'records', `${second.at}/startedAt`);
  }
}

function* marked({ case: c }: RuleInput): Iterable<Hit> {
  const evidence = c.evidence.evidence.filter(isWords).map((e) => e.evidenceNo);
  if (evidence.length > 0) yield hit('CLASS_C_EVIDENCE', { count: evidence.length, evidence }, 'evidence');
  for (const { item, at, certain } of misnamedWords(c)) {
    const args = { evidence: [item.evidenceNo], kind: item.kind };
    yield hit('WORDS_CALLED_OTHERWISE', args, 'evidence', `${at}/kind`, certain ? 'error' : 'warning');
  }
}

/** What a suspect says is 供述和辩解, whatever standing the record gives (刑事诉讼法 art. 50). */
function* speakers(input: RuleInput): Iterable<Hit> {
  const { case: c } = input;
  for (const r of interviewsOf(input)) {
    const suspect = r.record.standing === '证人' ? suspectOf(c, r.record.interviewee) : undefined;
    if (suspect) yield hit('SUSPECT_CALLED_WITNESS', { ...told(r), name: suspect.name }, 'records', `${r.at}/standing`);
  }
  for (const { item, at } of itemsOf(c)) {
    const name = item.kind === '证人证言' ? suspectSpeaking(c, item) : undefined;
    if (name) yield hit('SUSPECT_CALLED_WITNESS', { records: [], evidence: [item.evidenceNo], name }, 'evidence', `${at}/kind`);
  }
}

export const INTERVIEW_RULES: readonly Rule[] = [
  {
    id: 'T-01',
    severity: 'warning',
    basis: [...basis(COURT, '第八十七条', '第八十九条', '第九十条'), ...basis('行政处罚法', '第四十二条', '第五十五条')],
    asks: '每份询问笔录登记：两名以上询问人和记录人、起止时间、地点、个别进行、告知权利义务和法律责任、核对并逐页签名；未成年人有法定代理人到场。记录人是在场的执法人员之一，一次询问不超过 24 小时，每份笔录有自己的签名原件。',
    why: '没有个别进行、没有核对确认的证言不得作为定案的根据；其余是瑕疵，要补正或者解释。',
    right: '询问笔录 R6：9:00 至 10:10，个别询问，已告知权利义务，逐页签名，询问人 [甲, 乙]，记录人 乙。',
    wrong: '没有写结束时间，两名护士坐在一起问，只在最后一页签名。',
    codes: [
      'INTERVIEW_RECORD_MISSING',
      'INTERVIEW_GAP',
      'INTERVIEW_NOT_ALONE',
      'MINOR_WITHOUT_GUARDIAN',
      'RECORDER_NOT_AN_OFFICER',
      'INTERVIEW_TOO_LONG',
      'INTERVIEW_PAPER_SHARED',
      'RECORD_OFFICERS_TOO_FEW',
      'SIGNATURE_MISSING',
    ],
    check: properly,
  },
  {
    id: 'T-02',
    severity: 'warning',
    basis: basis(COURT, '第九十条'),
    asks: '同一名询问人员（包括记录人）不在同一时段询问不同的人。',
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
    asks: '询问笔录、证言、陈述的证据种类写证人证言或者当事人的陈述；证人证言、当事人的陈述标明：言词证据，刑诉法第五十四条第二款未列举，由办案机关依法审查、收集。',
    why: '行政阶段的询问笔录供侦查参考，不因移送就能直接定案。',
    right: '除询问笔录外，同一事实还有结算数据、病历、门禁记录。',
    wrong: '一项事实只靠两份询问笔录；或者询问笔录的证据种类写成书证。',
    codes: ['CLASS_C_EVIDENCE', 'WORDS_CALLED_OTHERWISE'],
    check: marked,
  },
  {
    id: 'T-04',
    severity: 'warning',
    basis: basis('刑事诉讼法', '第五十条'),
    asks: '涉嫌人员的陈述不作为证人证言：询问笔录的身份写当事人，证据种类写当事人的陈述。这一项由 mbpack 按条文归并。',
    why: '证人是案外了解情况的人；把涉嫌人员写成证人，会虚增证人证言。',
    right: '涉嫌人员季某的询问笔录，身份（standing）：当事人，证据种类：当事人的陈述。',
    wrong: '涉嫌人员季某的询问笔录，身份写证人，证据种类写证人证言。',
    codes: ['SUSPECT_CALLED_WITNESS'],
    check: speakers,
  },
];
