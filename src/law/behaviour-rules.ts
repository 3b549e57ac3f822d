/** F-02: was the conduct's article in force when it was done (行政处罚法 art. 37: the law of the time of the act). */
import { BEHAVIOURS, behaviour, nearest } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** From when each instrument applies, in order. Acts across a day in this table are told apart by date. */
const IN_FORCE: readonly { readonly since: string; readonly document: string }[] = [
  { since: '2021-05-01', document: '医疗保障基金使用监督管理条例' },
  { since: '2026-04-01', document: '医疗保障基金使用监督管理条例实施细则' },
];

function* inForce({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, fact] of c.facts.entries()) {
    const at = `/facts/${i}/behaviour`;
    const row = behaviour(fact.behaviour);
    if (!row) {
      yield hit(
        'BEHAVIOUR_UNKNOWN',
        {
          behaviour: fact.behaviour,
          near:
            nearest(
              fact.behaviour,
              BEHAVIOURS.map((b) => b.code),
            ) ?? '',
        },
        'case',
        at,
      );
      continue;
    }
    if (row.unverified) yield hit('BEHAVIOUR_UNVERIFIED', { behaviour: fact.behaviour }, 'case', at, 'info');
    const { from, to } = fact.period;
    const first = IN_FORCE[0];
    if (first && row.regulation !== '' && to < first.since) {
      yield hit(
        'BEHAVIOUR_NOT_IN_FORCE',
        { fact: fact.factNo, from, since: first.since, document: first.document },
        'case',
        `/facts/${i}/period`,
      );
      continue;
    }
    for (const { since, document } of IN_FORCE) {
      if (from < since && since <= to) {
        yield hit('BEHAVIOUR_SPANS_RULES', { fact: fact.factNo, from, to, since, document }, 'case', `/facts/${i}/period`);
      }
    }
  }
}

export const BEHAVIOUR_RULES: readonly Rule[] = [
  {
    id: 'F-02',
    severity: 'warning',
    basis: [...basis('行政处罚法', '第三十七条'), ...basis('医疗保障基金使用监督管理条例', '第三十八条', '第四十条', '第四十一条')],
    asks: '每一项事实对应一种移送情形，且该情形所依据的规定在行为发生时有效；跨越新旧规定的连续行为按日期分段写明。',
    why: '适用行为时尚未施行的规定，法律依据就站不住。',
    codes: ['BEHAVIOUR_UNKNOWN', 'BEHAVIOUR_NOT_IN_FORCE', 'BEHAVIOUR_SPANS_RULES', 'BEHAVIOUR_UNVERIFIED'],
    check: inForce,
  },
];
