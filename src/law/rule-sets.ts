/** Which administrative rules were in force when: an act is judged by those of its own day (行政处罚法 art. 37). */
import type { Day, Period } from '../model/index.ts';

export interface RuleSet {
  /** First day; empty for the oldest set. */
  readonly since: Day | '';
  /** Last day; empty while in force. */
  readonly until: Day | '';
  /** What an act of this time is judged by; `pattern` finds it among the cited documents. */
  readonly documents: readonly { readonly name: string; readonly pattern: RegExp }[];
}

const REGULATION = { name: '医疗保障基金使用监督管理条例', pattern: /基金使用监督管理条例(?!实施细则)|735号/u };
/** 国家医疗保障局令第7号: read in copies, its article numbers not. */
const DETAILS = { name: '医疗保障基金使用监督管理条例实施细则', pattern: /条例实施细则|医疗保障局令第7号/u };

/** From when 条例 applies. */
export const REGULATION_SINCE: Day = '2021-05-01';
/** From when 实施细则 applies, and with it the situations from which the purpose of defrauding is taken. */
export const DETAILS_SINCE: Day = '2026-04-01';

export const RULE_SETS: readonly RuleSet[] = [
  {
    since: '',
    until: '2021-04-30',
    documents: [{ name: '社会保险法', pattern: /社会保险法/u }],
  },
  { since: REGULATION_SINCE, until: '2026-03-31', documents: [REGULATION] },
  { since: DETAILS_SINCE, until: '', documents: [REGULATION, DETAILS] },
];

/** The rules of a day. */
export function ruleSetOf(day: Day): RuleSet {
  return RULE_SETS.findLast(({ since }) => since <= day) as RuleSet;
}

/** The rules that an act falls under, oldest first: more than one when it continued across a change. */
export function ruleSetsOf({ from, to }: Period): readonly RuleSet[] {
  return RULE_SETS.filter(({ since, until }) => since <= to && (until === '' || from <= until));
}
