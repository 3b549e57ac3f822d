/** the parts of the amount add up, to the fen. */
import { formatFen, parseYuan, sumYuan } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

type SumCode = 'AMOUNT_BY_FUND_DIFFERS' | 'AMOUNT_BY_FACT_DIFFERS' | 'AMOUNT_BY_YEAR_DIFFERS';

function* addsUp({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { amount, facts } = c;
  const total = parseYuan(amount.fundLoss) ?? 0n;
  const compare = function* (code: SumCode, sum: bigint, pointer: string): Iterable<Hit> {
    if (sum !== total)
      yield hit(code, { total: formatFen(total), sum: formatFen(sum), difference: formatFen(sum - total) }, 'case', pointer);
  };
  yield* compare('AMOUNT_BY_FUND_DIFFERS', sumYuan(amount.byFund.map((p) => p.amount)), '/amount/byFund');
  yield* compare('AMOUNT_BY_FACT_DIFFERS', sumYuan(facts.map((f) => f.amount)) - sumYuan(facts.map((f) => f.overlap)), '/amount/fundLoss');
  if (amount.byYear) yield* compare('AMOUNT_BY_YEAR_DIFFERS', sumYuan(amount.byYear.map((p) => p.amount)), '/amount/byYear');
  for (const [i, fact] of facts.entries()) {
    const own = parseYuan(fact.amount) ?? 0n;
    const overlap = parseYuan(fact.overlap ?? '0') ?? 0n;
    if (overlap > own) {
      yield hit(
        'AMOUNT_OVERLAP_TOO_LARGE',
        { fact: fact.factNo, amount: formatFen(own), overlap: formatFen(overlap) },
        'case',
        `/facts/${i}/overlap`,
      );
    }
  }
  yield* parts(total, amount);
}

function* parts(total: bigint, amount: RuleInput['case']['case']['amount']): Iterable<Hit> {
  const checks: (readonly [string, bigint, string])[] = [
    ['已追回金额', sumYuan(amount.recovered?.map((r) => r.amount) ?? []), '/amount/recovered'],
    ['既遂金额', parseYuan(amount.completed ?? '0') ?? 0n, '/amount/completed'],
    ...(amount.bySuspect ?? []).map(
      (s, i) => [`涉嫌人员 ${s.suspect} 的金额`, parseYuan(s.amount) ?? 0n, `/amount/bySuspect/${i}/amount`] as const,
    ),
  ];
  for (const [part, value, pointer] of checks) {
    if (value > total) yield hit('AMOUNT_PART_TOO_LARGE', { part, amount: formatFen(value), total: formatFen(total) }, 'case', pointer);
  }
  const gross = parseYuan(amount.grossFee ?? '');
  if (gross !== undefined && gross < total) {
    yield hit(
      'AMOUNT_PART_TOO_LARGE',
      { part: '初步认定金额', amount: formatFen(total), total: formatFen(gross) },
      'case',
      '/amount/grossFee',
    );
  }
}

export const AMOUNT_RULES: readonly Rule[] = [
  {
    id: 'A-01',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第四条'),
    asks: '初步认定金额等于各基金之和，也等于各事实之和减去重复部分；写有分年度金额的，也等于分年度之和。精确到分。',
    why: '金额对不上，是退回补充材料最常见的原因之一。',
    right: '初步认定 140000.00 元 = 统筹基金 100000.00 + 居民医保 40000.00。',
    wrong: '各基金加起来是 139999.99 元，差一分也要找出来。',
    codes: [
      'AMOUNT_BY_FUND_DIFFERS',
      'AMOUNT_BY_FACT_DIFFERS',
      'AMOUNT_BY_YEAR_DIFFERS',
      'AMOUNT_OVERLAP_TOO_LARGE',
      'AMOUNT_PART_TOO_LARGE',
    ],
    check: addsUp,
  },
];
