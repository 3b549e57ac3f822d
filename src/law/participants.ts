/** persons of other bureaus and of firms who took part. They help; the two officers are the bureau's own. */
import { type Case, isCommissioned, nameKey, type Participant } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** What no bureau is called. 医疗保险管理局 is one. */
const FIRM = /公司|事务所|集团|工作室/u;

/** Is there somebody of this name among those of other houses? */
export function isParticipant({ case: c }: Pick<Case, 'case'>, name: string): boolean {
  return (c.participants ?? []).some((p) => nameKey(p.name) === nameKey(name));
}

function* apart({ case: c }: RuleInput): Iterable<Hit> {
  for (const [i, { name, unit = '' }] of c.case.officers.entries()) {
    if (isParticipant(c, name)) yield hit('PARTICIPANT_IS_OFFICER', { name }, 'case', `/officers/${i}/name`);
    else if (FIRM.test(unit)) yield hit('OFFICER_OF_FIRM', { name, unit }, 'case', `/officers/${i}/unit`);
  }
  for (const [i, participant] of (c.case.participants ?? []).entries()) {
    const gaps = gapsOf(participant);
    if (gaps.length > 0)
      yield hit('PARTICIPANT_GAP', { name: participant.name, gaps: gaps.join('、') }, 'case', `/participants/${i}`, 'warning');
  }
}

/** Titles of what is not there. Officers of another bureau are bound by 条例 art. 32 without a pledge. */
function gapsOf({ kind, commission, identity, recusal, secrecyPledged }: Participant): readonly string[] {
  const pledged = !isCommissioned({ kind }) || secrecyPledged === '是';
  return [
    ...(commission === undefined ? ['委托文书'] : []),
    ...(identity === undefined ? ['身份'] : []),
    // Who stands aside has not taken part; whoever took part has no interest in the case.
    ...(recusal === '不需要回避' ? [] : ['回避']),
    ...(pledged ? [] : ['保密承诺']),
  ];
}

export const PARTICIPANT_RULES: readonly Rule[] = [
  {
    id: 'R-04',
    severity: 'error',
    since: '0.2.0',
    basis: [
      ...basis('医疗保障基金使用监督管理条例', '第二十七条', '第二十九条', '第三十二条'),
      ...basis('行政处罚法', '第四十二条', '第四十三条'),
    ],
    asks: '参加调查的外单位人员（其他机关、商业保险、信息技术、会计师事务所等）另列在外单位人员（participants），写明委托文书、身份、回避、保密承诺；不列为办案人员，不计入两名执法人员。提取电子数据的技术人员写进提取笔录。',
    why: '第三方可以协助检查，取证的仍须是两名以上有执法证的人员；混在专案组里，谁取的证、有没有资格就说不清。',
    right: 'participants 写信息公司的工程师，委托书文号、不需要回避、已签保密承诺；提取笔录的技术人员写他的代号。',
    wrong: '办案人员写某信息技术有限公司的工程师，编一个执法证号。',
    codes: ['PARTICIPANT_IS_OFFICER', 'OFFICER_OF_FIRM', 'PARTICIPANT_GAP'],
    check: apart,
  },
];
