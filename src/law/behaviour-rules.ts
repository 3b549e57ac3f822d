/** F-02: is the conduct judged by the rules of its own day (行政处罚法 art. 37)? */
import { BEHAVIOURS, behaviour, type Fact, nearest } from '../model/index.ts';
import { citedAs } from './citations.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { RULE_SETS, type RuleSet, ruleSetsOf } from './rule-sets.ts';

/** 社会保险法 arts 87, 88: what the same conduct was judged by before 条例. */
const OLD_LAW = /社会保险法/u;
const OLD_ARTICLE = /第八十[七八]条|第8[78]条/u;

function* inForce({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  const oldLaw = investigation.adminLaw.some((l) => OLD_LAW.test(citedAs(l)) && OLD_ARTICLE.test(l.article));
  for (const [i, fact] of c.facts.entries()) {
    const at = `/facts/${i}/behaviour`;
    const row = behaviour(fact.behaviour);
    if (!row) {
      const codes = BEHAVIOURS.map((b) => b.code);
      yield hit('BEHAVIOUR_UNKNOWN', { behaviour: fact.behaviour, near: nearest(fact.behaviour, codes) ?? '' }, 'case', at);
      continue;
    }
    if (row.unverified) yield hit('BEHAVIOUR_UNVERIFIED', { behaviour: fact.behaviour }, 'case', at, 'info');
    yield* ofItsTime(fact, `/facts/${i}/period`, row.regulation !== '', oldLaw);
  }
}

/** `regulated`: the conduct is a row of 条例, which cannot be applied to what was over before it; `oldLaw`: that of its time is cited. */
function* ofItsTime({ factNo: fact, period: { from, to } }: Fact, at: string, regulated: boolean, oldLaw: boolean): Iterable<Hit> {
  const sets = ruleSetsOf({ from, to });
  const [, regulation] = RULE_SETS;
  if (regulated && regulation && to < regulation.since) {
    const document = regulation.documents[0]?.name ?? '';
    if (!oldLaw) yield hit('BEHAVIOUR_NOT_IN_FORCE', { fact, from, since: regulation.since, document }, 'case', at);
    return;
  }
  for (const { since, documents } of sets.slice(1)) {
    yield hit('BEHAVIOUR_SPANS_RULES', { fact, from, to, since, document: documents.at(-1)?.name ?? '' }, 'case', at);
  }
}

/** The report cites what was in force, and nothing that was not yet. */
function* cited({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  const regulated = c.facts.filter((f) => behaviour(f.behaviour)?.regulation);
  if (regulated.length === 0) return;
  const applied = new Map<RuleSet, string[]>();
  for (const fact of regulated) for (const set of ruleSetsOf(fact.period)) applied.set(set, [...(applied.get(set) ?? []), fact.factNo]);
  const asked = new Set([...applied.keys()].flatMap((set) => set.documents));
  for (const document of asked) {
    if (investigation.adminLaw.some((l) => document.pattern.test(citedAs(l)))) continue;
    const sets = [...applied].filter(([set]) => set.documents.includes(document));
    const facts = [...new Set(sets.flatMap(([, facts]) => facts))].join('、');
    yield hit('ADMIN_LAW_NOT_CITED', { document: document.name, facts }, 'investigation', '/adminLaw');
  }
  for (const [i, law] of investigation.adminLaw.entries()) {
    const set = RULE_SETS.find((s) => s.documents.some((d) => d.pattern.test(citedAs(law))));
    const document = set?.documents.find((d) => d.pattern.test(citedAs(law)));
    if (set && document && set.since !== '' && !asked.has(document))
      yield hit('ADMIN_LAW_OF_ANOTHER_TIME', { document: law.document, since: set.since }, 'investigation', `/adminLaw/${i}/document`);
  }
}

export const BEHAVIOUR_RULES: readonly Rule[] = [
  {
    id: 'F-02',
    severity: 'warning',
    basis: [...basis('行政处罚法', '第三十七条'), ...basis('医疗保障基金使用监督管理条例', '第三十八条', '第四十条', '第四十一条')],
    asks: '每一项事实对应一种移送情形；情形和调查报告引用的行政法律依据都是行为发生时有效的规定：2021年5月1日前为社会保险法，此后为条例，2026年4月1日起为条例和实施细则。跨越新旧规定的连续行为按日期分段写明。',
    why: '适用行为时尚未施行的规定，法律依据就站不住。',
    right: '行为在2025年3月至2026年2月，行政法律依据引用《医疗保障基金使用监督管理条例》第三十八条、第四十条。',
    wrong: '行为在2020年全年，行政法律依据只引用2021年5月1日才施行的条例。',
    codes: [
      'BEHAVIOUR_UNKNOWN',
      'BEHAVIOUR_NOT_IN_FORCE',
      'BEHAVIOUR_SPANS_RULES',
      'BEHAVIOUR_UNVERIFIED',
      'ADMIN_LAW_NOT_CITED',
      'ADMIN_LAW_OF_ANOTHER_TIME',
    ],
    check: function* (input) {
      yield* inForce(input);
      yield* cited(input);
    },
  },
];
