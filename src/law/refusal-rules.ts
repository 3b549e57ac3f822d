/** P-24: a referral that was refused although the amount is one of crime. */
import { formatFen } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { amountsByCrime, regionOf, standing, thresholdOf } from './threshold-rules.ts';

/** A fine in place of the referral (310号 art. 11). */
const FINE = /罚款|行政处罚|以罚|处罚即可/u;
const SMALL = /(?:数额|金额|涉案额)[^，。；]{0,4}(?:小|不大|较少|轻微|不高|低)|情节[^，。；]{0,4}轻微|显著轻微|小额/u;

function* refused({ case: { case: c, internal }, pack }: RuleInput): Iterable<Hit> {
  const { decision, refusalReason = '' } = internal?.approval ?? {};
  if (decision !== '不批准') return;
  for (const { crime, fen } of amountsByCrime(c)) {
    const row = thresholdOf(pack, regionOf(pack, c), crime);
    const stands = row && standing(fen, row);
    // Within the range in which regions set 数额较大 nobody can say that it was reached.
    if (!stands || !('tier' in stands) || (stands.level === 'within' && stands.tier === '数额较大')) continue;
    const args = { crime, amount: formatFen(fen) };
    const at = `/approval/${refusalReason ? 'refusalReason' : 'decision'}`;
    if (FINE.test(refusalReason)) yield hit('REFUSED_FOR_A_FINE', args, 'internal', at);
    else if (SMALL.test(refusalReason)) yield hit('REFUSED_FOR_SMALLNESS', { ...args, tier: stands.tier }, 'internal', at);
    else yield hit('REFUSED_ABOVE_THRESHOLD', { ...args, tier: stands.tier }, 'internal', at, 'warning');
    return;
  }
}

export const REFUSAL_RULES: readonly Rule[] = [
  {
    id: 'P-24',
    since: '0.2.0',
    severity: 'error',
    basis: basis('国务院令第310号', '第三条', '第十一条', '第十六条'),
    asks: '金额达到数额标准而不批准移送的，理由不能是可以罚款了事，也不能是数额小、情节轻微：是否追究由司法机关决定。确有其他理由的，记录在案，并准备检察机关查询。',
    why: '涉嫌犯罪的必须移送，不得以行政处罚代替；逾期不移送、以行政处罚代替移送的，要追究正职负责人和直接责任人员的责任。',
    right: '不批准的理由：经查医院提供了完整的住院记录，现有证据不能证明虚假住院。',
    wrong: '金额 252 万元，不批准的理由：已作行政处罚，可以罚款处理；或者：数额不大。',
    codes: ['REFUSED_FOR_A_FINE', 'REFUSED_FOR_SMALLNESS', 'REFUSED_ABOVE_THRESHOLD'],
    beside: true,
    check: refused,
  },
];
