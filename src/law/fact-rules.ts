/** F-01, F-04: what each fact rests on, and whether it says all that has to be proved. */
import type { EvidenceItem, Fact } from '../model/index.ts';
import { wordsIn } from './evidence/words.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** Named by the fact, or naming it. */
export function evidenceOf(fact: Fact, { evidence }: RuleInput['case']): readonly EvidenceItem[] {
  return evidence.evidence.filter((e) => fact.evidence.includes(e.evidenceNo) || e.facts.includes(fact.factNo));
}

function* restsOn({ case: c }: RuleInput): Iterable<Hit> {
  const words = wordsIn(c);
  for (const [i, fact] of c.case.facts.entries()) {
    const at = `/facts/${i}/evidence`;
    const items = evidenceOf(fact, c);
    const [first] = items;
    if (!first) {
      yield hit('FACT_WITHOUT_EVIDENCE', { fact: fact.factNo }, 'case', at);
    } else if (items.every((e) => words.has(e.evidenceNo))) {
      yield hit('FACT_ON_WORDS_ALONE', { fact: fact.factNo, count: items.length }, 'case', at);
    } else if (items.length === 1) {
      yield hit('FACT_ON_ONE_ITEM', { fact: fact.factNo, evidenceNo: first.evidenceNo }, 'case', at);
    }
  }
}

const ASKED = [
  ['place', '地点'],
  ['method', '手段'],
  ['consequence', '后果'],
  ['narrative', '经过'],
] as const satisfies readonly (readonly [keyof Fact, string])[];
/** Written to fill a field, saying nothing. */
const NOTHING = /^(?:[无略同]|不详|待查|待补|同上|[/／\-—–.。…]+)$/u;

function* told({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, fact] of c.facts.entries()) {
    for (const [key, field] of ASKED) {
      const text = (fact[key] ?? '').trim();
      if (text === '' || NOTHING.test(text)) yield hit('FACT_FIELD_MISSING', { fact: fact.factNo, field }, 'case', `/facts/${i}`);
    }
    if (fact.actors.length === 0) yield hit('FACT_FIELD_MISSING', { fact: fact.factNo, field: '行为人' }, 'case', `/facts/${i}`);
  }
}

export const FACT_RULES: readonly Rule[] = [
  {
    id: 'F-01',
    severity: 'warning',
    basis: [...basis('刑事诉讼法', '第五十五条'), ...basis('法发〔2024〕6号', '第十九条')],
    asks: '每一项事实至少有一项书证、物证、视听资料、电子数据（甲类）或者鉴定意见、笔录、专业报告（乙类），并且不只靠一项证据。',
    why: '言词证据由公安机关重新收集；只靠一项证据的事实，那一项出问题就全部落空。',
    right: '事实 1 有结算明细（电子数据）、护理记录（书证）和护士的询问笔录。',
    wrong: '事实 1 只有两份询问笔录。',
    codes: ['FACT_WITHOUT_EVIDENCE', 'FACT_ON_WORDS_ALONE', 'FACT_ON_ONE_ITEM'],
    check: restsOn,
  },
  {
    id: 'F-04',
    severity: 'warning',
    basis: basis('公安机关办理刑事案件程序规定', '第六十九条'),
    asks: '每一项事实写明时间、地点、手段、经过、后果和行为人。',
    why: '这些是公安机关必须查明的事项，缺一项就要补充。',
    right: '后果（consequence）: 统筹基金多支付住院费用，涉及参保人 42 人次。',
    wrong: '后果（consequence）: 无',
    codes: ['FACT_FIELD_MISSING'],
    check: told,
  },
];
