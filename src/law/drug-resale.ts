/** F-05: resale of drugs bought with the fund's money (指导意见 art. 9). */
import type { CaseForm, Fact } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** Buyers and sellers must have known (art. 9, first paragraph); of those who supply them it is no element, and is not asked. */
const KNOWING: readonly string[] = ['YS-D1', 'YS-D2'];
/** Conduct that ends in the resale of drugs. */
export const RESALE: readonly string[] = [...KNOWING, 'YS-B4e', 'YS-C5'];
const PUNISHED = '曾因此受过刑事或行政处罚';
/** Of the article's list this is none. */
const OTHER = '其他';
const TRACE = /追溯码|药品标识码|本位码|批号|序列号/u;

function* knew({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, fact] of c.facts.entries()) {
    if (!RESALE.includes(fact.behaviour)) continue;
    if (fact.knowledge) yield* shown(fact, fact.knowledge, c, `/facts/${i}/knowledge`);
    else if (KNOWING.includes(fact.behaviour)) yield hit('KNOWLEDGE_MISSING', { fact: fact.factNo }, 'case', `/facts/${i}`);
  }
}

function* shown(of: Fact, knowledge: NonNullable<Fact['knowledge']>, c: CaseForm, at: string): Iterable<Hit> {
  const { factNo: fact, actors, behaviour: conduct } = of;
  const { grounds, evidence, rebuttal, response } = knowledge;
  if (grounds.length === 0) yield hit('KNOWLEDGE_GROUND_MISSING', { fact }, 'case', `${at}/grounds`);
  else if (grounds.every((ground) => ground === OTHER))
    yield hit('KNOWLEDGE_GROUND_VAGUE', { fact }, 'case', `${at}/grounds`, KNOWING.includes(conduct) ? undefined : 'info');
  if (evidence.length === 0) yield hit('KNOWLEDGE_EVIDENCE_MISSING', { fact }, 'case', `${at}/evidence`);
  const punished = c.suspects.some((s) => actors.includes(s.id) && (s.priors?.length ?? 0) > 0);
  if (grounds.includes(PUNISHED) && !punished) yield hit('KNOWLEDGE_PRIORS_MISSING', { fact }, 'case', `${at}/grounds`);
  if (rebuttal !== '未提出' && !response?.trim()) yield hit('REBUTTAL_NOT_CHECKED', { fact, rebuttal }, 'case', at);
}

/** 药品追溯信息: what ties a box to a sale that the fund paid for. */
function* traced({ case: c }: RuleInput): Iterable<Hit> {
  if (!c.case.facts.some((f) => RESALE.includes(f.behaviour))) return;
  for (const [i, item] of c.items.items.entries()) {
    if (!item.category.includes('药品') || item.serialNo || TRACE.test(`${item.features ?? ''}${item.spec ?? ''}`)) continue;
    yield hit('DRUG_TRACE_MISSING', { itemNo: item.itemNo, name: item.name }, 'items', `/items/${i}`, 'info');
  }
}

export const RESALE_RULES: readonly Rule[] = [
  {
    id: 'F-05',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第九条第一款', '第九条第三款'),
    asks: '收购、销售医保药品的人（第九条第一款），写明凭哪几种情形认定明知，列出药品标志、收购渠道、价格、规模、追溯信息的证据；本人说明合法来源或者作出解释的，写明怎样核实。转卖的参保人、提供便利的药店，明知不是构成要件，不必填。购药人是否被追究，不影响对收购、销售的人的认定（第二款）。涉案药品写明批号或者追溯码。',
    why: '行为人能够说明药品合法来源或者作出合理解释的，不能认定明知。',
    right: '情形：价格明显异于市场价格；证据：[E030, E031]；本人的说明：说明合法来源；核实情况：所称供货单位不存在（E032）。',
    wrong: '只写“明知系医保药品”，没有情形和证据；本人称有进货单，没有核实。',
    codes: [
      'KNOWLEDGE_MISSING',
      'KNOWLEDGE_GROUND_MISSING',
      'KNOWLEDGE_GROUND_VAGUE',
      'KNOWLEDGE_EVIDENCE_MISSING',
      'KNOWLEDGE_PRIORS_MISSING',
      'REBUTTAL_NOT_CHECKED',
      'DRUG_TRACE_MISSING',
    ],
    check: function* (input) {
      yield* knew(input);
      yield* traced(input);
    },
  },
];
