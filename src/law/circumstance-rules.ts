/** F-15, F-16: what the report calls aggravating, beside what 指导意见 art. 10 calls so; and whether what it ticks is borne out. */
import { type Case, type CircumstanceGround, parseYuan, type Suspect, sumYuan } from '../model/index.ts';
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

type Against = '在案件中的作用' | '前科和既往处罚' | '已全部追回' | '没有退赃退赔的记录';

/** What the case itself says against a circumstance of one person, or undefined. */
function against({ case: c }: Case, ground: CircumstanceGround, { participation, priors = [] }: Suspect): Against | undefined {
  const { fundLoss, recovered = [] } = c.amount;
  const leads = participation === '组织' || participation === '策划';
  const back = sumYuan(recovered.map((r) => r.amount));
  switch (ground) {
    case '组织、指挥犯罪团伙':
    case '幕后组织操纵者':
      return leads ? undefined : '在案件中的作用';
    case '曾因医保骗保犯罪受过刑事追究':
      return priors.some((text) => CRIMINAL.test(text)) ? undefined : '前科和既往处罚';
    case '涉案不深的初犯、偶犯':
      return leads ? '在案件中的作用' : priors.some((text) => CRIMINAL.test(text)) ? '前科和既往处罚' : undefined;
    case '拒不退赃退赔或者转移财产':
      return back > 0n && back === parseYuan(fundLoss) ? '已全部追回' : undefined;
    case '退赃退赔':
      return back === 0n ? '没有退赃退赔的记录' : undefined;
    default:
      return undefined;
  }
}

function* ticked({ case: c }: RuleInput): Iterable<Hit> {
  for (const [i, { ground, suspects, evidence = [] }] of (c.investigation.circumstances?.listed ?? []).entries()) {
    const at = `/circumstances/listed/${i}`;
    if (evidence.length === 0) yield hit('CIRCUMSTANCE_WITHOUT_EVIDENCE', { circumstance: ground }, 'investigation', at);
    for (const suspect of c.case.suspects.filter(({ id }) => suspects.includes(id))) {
      const says = against(c, ground, suspect);
      if (says) yield hit('CIRCUMSTANCE_CONTRADICTED', { circumstance: ground, name: suspect.name, says }, 'investigation', at);
    }
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
  {
    id: 'F-16',
    since: '0.2.0',
    severity: 'warning',
    basis: [...basis('法发〔2024〕6号', '第十条', '第十二条'), ...basis('医保发〔2021〕49号', '四（一）')],
    asks: '选填的条文所列情节（circumstances.listed）有证据，与本案其他各栏不矛盾：组织、指挥的人作用写组织或者策划；受过刑事追究的写在前科里；写退赃退赔的有追回记录，写拒不退赔的没有全部追回；初犯、偶犯不是组织者，没有前科。',
    why: '从严、从宽都要有条文和证据；情节与前面的记载矛盾，两处都没有人相信。',
    right: '情节：组织、指挥犯罪团伙；涉嫌人员：[S1]，作用写组织；证据：[E005]。',
    wrong: '情节：涉案不深的初犯、偶犯；这个人的作用写组织。',
    codes: ['CIRCUMSTANCE_WITHOUT_EVIDENCE', 'CIRCUMSTANCE_CONTRADICTED'],
    check: ticked,
  },
];
