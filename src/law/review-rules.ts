/** P-21: 法制审核 and 集体讨论 stand between the report and the decision, and the reviewer is nobody of the case. */
import { chineseDay, chineseInstant, dayInChina, nameKey, parseInstant } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* reviewed({ case: { case: c, internal, investigation } }: RuleInput): Iterable<Hit> {
  if (!internal) return;
  const { legalReview, discussion, approval } = internal;
  const reviewer = legalReview && nameKey(legalReview.reviewer);
  if (legalReview && c.officers.some(({ name }) => nameKey(name) === reviewer))
    yield hit('REVIEWER_IS_OFFICER', { name: legalReview.reviewer }, 'internal', '/legalReview/reviewer');
  const steps = [
    ['法制审核', legalReview?.at, '/legalReview/at'],
    ['集体讨论', discussion?.at, '/discussion/at'],
  ] as const;
  const { decidedAt = '' } = approval ?? {};
  const decided = parseInstant(decidedAt);
  const { reportedOn } = investigation;
  for (const [step, written = '', pointer] of steps) {
    const held = parseInstant(written);
    if (held === undefined) continue;
    const at = chineseInstant(written);
    if (dayInChina(held) < reportedOn)
      yield hit('REVIEW_BEFORE_REPORT', { step, at, reportedOn: chineseDay(reportedOn) }, 'internal', pointer);
    if (decided !== undefined && held > decided)
      yield hit('REVIEW_AFTER_DECISION', { step, at, decidedAt: chineseInstant(decidedAt) }, 'internal', pointer);
  }
}

export const REVIEW_RULES: readonly Rule[] = [
  {
    id: 'P-21',
    since: '0.2.0',
    severity: 'warning',
    basis: [
      ...basis('行政处罚法', '第五十七条', '第五十八条'),
      ...basis('国家医疗保障局令第4号', '第三十七条至第四十条、第四十四条（待核）'),
    ],
    asks: '移送前作法制审核、集体讨论的，参照行政处罚的程序：审核人不是本案的办案人员；在调查报告作出以后、作出决定以前进行。',
    why: '没有报告就没有可审的内容，决定以后再审就成了补手续；自己审自己等于没有审。',
    right: '9 月 11 日调查报告，9 月 12 日法制审核，9 月 14 日集体讨论，9 月 15 日批准。',
    wrong: '调查报告 9 月 11 日，法制审核 9 月 10 日；或者审核人是专案组的成员。',
    codes: ['REVIEWER_IS_OFFICER', 'REVIEW_BEFORE_REPORT', 'REVIEW_AFTER_DECISION'],
    beside: true,
    check: reviewed,
  },
];
