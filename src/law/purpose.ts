/** F-03, F-08, F-17: proof of the purpose of unlawful possession. */
import { behaviour, type Fact } from '../model/index.ts';
import { evidenceOf } from './fact-rules.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { DETAILS_SINCE } from './rule-sets.ts';

/** All conduct of 指导意见 arts 5, 6 and 8(1), and what 条例 itself ties to the purpose of defrauding. */
function needsPurpose(fact: Fact): boolean {
  const row = behaviour(fact.behaviour);
  return row !== undefined && (row.purpose === true || /^第五条|^第六条|^第八条第一款/u.test(row.guidance));
}

function* intended({ case: c }: RuleInput): Iterable<Hit> {
  const facts = c.case.facts.filter(needsPurpose);
  if (facts.length === 0) return;
  const { intentEvidence } = c.investigation;
  if (intentEvidence.length === 0) {
    yield hit('INTENT_EVIDENCE_MISSING', { facts: facts.map((f) => f.factNo).join('、') }, 'investigation', '/intentEvidence');
    return;
  }
  for (const fact of facts) {
    if (!evidenceOf(fact, c).some((e) => intentEvidence.includes(e.evidenceNo)))
      yield hit('INTENT_EVIDENCE_NOT_OF_FACT', { fact: fact.factNo }, 'investigation', '/intentEvidence', 'info');
  }
}

/** Words with which a report speaks of the purpose. */
const OF_PURPOSE = /非法占有|目的|故意|明知/u;

function* argued({ case: { case: c, investigation } }: RuleInput): Iterable<Hit> {
  const facts = c.facts.filter(needsPurpose);
  const { intentReason = '', nature, recommendation, proof } = investigation;
  const said = intentReason.trim() !== '' || OF_PURPOSE.test(`${nature}${recommendation}${proof.map((p) => p.element).join('')}`);
  if (facts.length > 0 && !said)
    yield hit('INTENT_NOT_ARGUED', { facts: facts.map((f) => f.factNo).join('、') }, 'investigation', '/nature');
}

function* situations({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, { factNo, period, purposeSituations }] of c.facts.entries()) {
    if ((purposeSituations?.length ?? 0) > 0 && period.from < DETAILS_SINCE)
      yield hit(
        'PURPOSE_SITUATION_EARLY',
        { fact: factNo, from: period.from, since: DETAILS_SINCE },
        'case',
        `/facts/${i}/purposeSituations`,
      );
  }
}

export const PURPOSE_RULES: readonly Rule[] = [
  {
    id: 'F-03',
    severity: 'warning',
    basis: [...basis('法发〔2024〕6号', '第五条', '第六条', '第八条'), ...basis('医疗保障基金使用监督管理条例', '第四十条', '第四十一条')],
    asks: '凡属指导意见第五条、第六条的行为，调查报告列出证明“以非法占有为目的”的证据，每一项事实都有。',
    why: '没有这一目的，只是违规使用基金，不是诈骗。',
    right: '主观故意的证据（intentEvidence）: [E005, E007]，E005 为院长布置“凑满住院天数”的聊天记录。',
    wrong: '主观故意的证据（intentEvidence）: []',
    codes: ['INTENT_EVIDENCE_MISSING', 'INTENT_EVIDENCE_NOT_OF_FACT'],
    check: intended,
  },
  {
    id: 'F-08',
    severity: 'warning',
    unverified: true,
    basis: basis('医疗保障基金使用监督管理条例实施细则', '（2026年4月1日起施行，条号待核）'),
    asks: '实施细则所列“以骗取医疗保障基金为目的”的情形，只用于2026年4月1日以后的行为。',
    why: '行为发生时没有施行的规定，不能用来认定当时的目的。',
    right: '2026年4月以后超量购药转卖，骗取目的的情形写“超量购药转卖获利”。',
    wrong: '2025年的行为也写实施细则的情形。',
    codes: ['PURPOSE_SITUATION_EARLY'],
    check: situations,
  },
  {
    id: 'F-17',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('法发〔2024〕6号', '第五条', '第六条'),
    asks: '调查报告写明怎样认定以非法占有为目的：写进主观故意的理由（intentReason）、行为性质，或者证明体系里的要件。',
    why: '只列证据编号，看的人不知道证据怎样说明目的；目的说不清，就只是违规。',
    right: '主观故意的理由：院长布置凑满住院天数，事后补写护理记录，明知没有诊疗仍然申报。',
    wrong: '只列 E005、E007，全文没有说到目的、故意。',
    codes: ['INTENT_NOT_ARGUED'],
    check: argued,
  },
];
