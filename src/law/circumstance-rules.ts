/** F-15: what the report calls aggravating, beside what 指导意见 art. 10 calls so. */
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** A penalty of an administrative kind, where no criminal one is told with it. */
const PENALTY = /行政处罚|市场监管[^，。；]{0,6}处罚|被?罚款|行政拘留/u;
const CRIMINAL = /刑事|判处|判决|有期徒刑|缓刑|拘役|管制|罚金|前科/u;
/** 诈骗解释 art. 2 names it; alone, without where that stands, it is a phrase. */
const MEDICAL_FUNDS = /医疗款物/u;
const SOURCE = /解释|法释|指导意见|法发|第[一二三四五六七八九十]+条/u;

function* weighed({ case: { investigation } }: RuleInput): Iterable<Hit> {
  for (const [i, text] of (investigation.circumstances?.aggravating ?? []).entries()) {
    const at = `/circumstances/aggravating/${i}`;
    if (PENALTY.test(text) && !CRIMINAL.test(text)) yield hit('PENALTY_CALLED_AGGRAVATING', { text }, 'investigation', at);
    if (MEDICAL_FUNDS.test(text) && !SOURCE.test(text)) yield hit('AGGRAVATING_WITHOUT_SOURCE', { text }, 'investigation', at);
  }
}

export const CIRCUMSTANCE_RULES: readonly Rule[] = [
  {
    id: 'F-15',
    since: '0.2.0',
    severity: 'warning',
    basis: [...basis('法发〔2024〕6号', '第九条第三款', '第十条'), ...basis('法释〔2011〕7号', '第二条')],
    asks: '从重处理的情节是指导意见第十条所列的：组织指挥团伙，曾因医保骗保犯罪受过刑事追究，拒不退赃退赔或者转移财产，严重后果或者恶劣影响。受过行政处罚的，只是认定收购、销售者明知的情形之一（第九条）。写“诈骗医疗款物”的，注明出处。',
    why: '把法律没有规定的写成从重情节，检察机关不会采纳，还会让人怀疑其余的认定。',
    right: '从重处理的情节：郝某组织三人收购药品，拒不退赔。他受过的行政处罚写在主观明知里。',
    wrong: '从重处理的情节：曾因非法收购药品受过行政处罚；诈骗对象为医疗款物。',
    codes: ['PENALTY_CALLED_AGGRAVATING', 'AGGRAVATING_WITHOUT_SOURCE'],
    check: weighed,
  },
];
