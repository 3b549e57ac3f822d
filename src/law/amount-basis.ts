/** G-04: what the amount counts, how it was found and by whom, and what is still to be recovered. */
import { type Amount, behaviour, type Case, formatFen, PERSONAL_ACCOUNT, parseYuan, sumYuan } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** Payment by case: what the fund pays is not a share of the fees. */
const BY_CASE = '按病种分值或病组付费核算';
/** Methods whose result cannot be followed without being told how. */
const TO_EXPLAIN: readonly Amount['method'][] = ['比例推算', '数据模型加抽样', BY_CASE, '其他'];
/** Shorter than this nothing is explained. */
const SHORTEST_NOTE = 10;
/** Of the personal account: that it is in the amount, and that it is not. */
const COUNTED = /计入|算入|列入|包括|包含|在内|一并/u;
const NOT_COUNTED = /[不未没][予有]?(?:再)?(?:计入|算入|列入|包括|包含|含)|为零|为0|扣除|剔除|除外/u;
/** The report that a method speaks of, as a record or as evidence names it. */
const REPORTS: Partial<Record<Amount['method'], string>> = { 审计: '审计报告', 专家评审: '专家评审意见' };

function* fundPaid({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { fundLoss, grossFee, selfPaid, method } = c.amount;
  const total = parseYuan(fundLoss);
  const gross = parseYuan(grossFee ?? '');
  const self = parseYuan(selfPaid ?? '');
  if (total === undefined || gross === undefined || total > gross) return;
  if (total === gross && self !== 0n) yield hit('FUND_LOSS_IS_GROSS', { total: formatFen(total) }, 'case', '/amount/fundLoss');
  else if (self !== undefined && method !== BY_CASE && total > gross - self) {
    const args = { total: formatFen(total), gross: formatFen(gross), self: formatFen(self), share: formatFen(gross - self) };
    yield hit('FUND_LOSS_ABOVE_FUND_SHARE', args, 'case', '/amount/fundLoss');
  }
}

function* founded({ case: c }: RuleInput): Iterable<Hit> {
  const { method, methodNote, certifiedBy, basis: documents } = c.case.amount;
  if (documents.length === 0) yield hit('AMOUNT_FOUNDATION_MISSING', { field: '认定依据' }, 'case', '/amount/basis');
  if (certifiedBy.length === 0) yield hit('AMOUNT_FOUNDATION_MISSING', { field: '认定人' }, 'case', '/amount/certifiedBy');
  if (TO_EXPLAIN.includes(method) && [...methodNote.trim()].length < SHORTEST_NOTE)
    yield hit('AMOUNT_METHOD_UNEXPLAINED', { method }, 'case', '/amount/methodNote');
  const report = REPORTS[method];
  if (report && !hasReport(c, [report])) yield hit('AMOUNT_REPORT_MISSING', { method, report }, 'case', '/amount/method');
}

/** Is there such a report, as a record of examination or by the name of a piece of evidence? */
export function hasReport({ records, evidence }: Case, reports: readonly string[]): boolean {
  return (
    records.examinations.some((r) => reports.includes(r.report)) ||
    evidence.evidence.some((e) => reports.some((name) => e.docType.includes(name) || e.title.includes(name)))
  );
}

function* personalAccount({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const separated = sumYuan(c.amount.byFund.filter((f) => f.fund === PERSONAL_ACCOUNT).map((f) => f.amount));
  const thefts = c.facts.filter((f) => behaviour(f.behaviour)?.crime === '盗窃罪');
  const stolen = sumYuan(thefts.map((f) => f.amount)) - sumYuan(thefts.map((f) => f.overlap));
  if (stolen > separated) {
    const args = { facts: thefts.map((f) => f.factNo).join('、'), amount: formatFen(stolen), separated: formatFen(separated) };
    yield hit('PERSONAL_ACCOUNT_NOT_SEPARATED', args, 'case', '/amount/byFund');
  } else if (separated > stolen && !saysWhy(c.amount.methodNote)) {
    yield hit('PERSONAL_ACCOUNT_NOT_EXPLAINED', { amount: formatFen(separated - stolen) }, 'case', '/amount/methodNote');
  }
}

/** A sentence on the personal account that says that it is counted, not one that says it is not. */
function saysWhy(note: string): boolean {
  return note.split(/[。；;\n]/u).some((part) => part.includes('个人账户') && COUNTED.test(part) && !NOT_COUNTED.test(part));
}

function* outstanding({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { fundLoss, recovered = [], outstanding: written } = c.amount;
  const total = parseYuan(fundLoss) ?? 0n;
  const back = sumYuan(recovered.map((r) => r.amount));
  // More recovered than lost is found by A-01.
  if (back > total) return;
  const expected = formatFen(total - back);
  if (written === undefined) {
    if (back > 0n) yield hit('OUTSTANDING_MISSING', { expected }, 'case', '/amount', 'info');
  } else if (parseYuan(written) !== total - back) {
    const args = { outstanding: formatFen(parseYuan(written) ?? 0n), expected, total: formatFen(total), recovered: formatFen(back) };
    yield hit('OUTSTANDING_DIFFERS', args, 'case', '/amount/outstanding');
  }
}

/** Property of the same worth stands for what cannot be recovered, and for no more than is still to be recovered. */
function* equivalent({ case: { case: c } }: RuleInput): Iterable<Hit> {
  const { fundLoss, recovered = [], untraced = [], equivalents = [] } = c.amount;
  for (const [i, { cause, evidence = [] }] of untraced.entries())
    if (evidence.length === 0) yield hit('UNTRACED_WITHOUT_EVIDENCE', { cause }, 'case', `/amount/untraced/${i}`);
  const outstanding = (parseYuan(fundLoss) ?? 0n) - sumYuan(recovered.map((r) => r.amount));
  const fen = sumYuan(untraced.map((u) => u.amount));
  if (fen > outstanding && fen > 0n)
    yield hit('UNTRACED_ABOVE_OUTSTANDING', { amount: formatFen(fen), outstanding: formatFen(outstanding) }, 'case', '/amount/untraced');
  if (equivalents.length > 0 && untraced.length === 0) yield hit('EQUIVALENT_WITHOUT_CAUSE', {}, 'case', '/amount/equivalents');
}

export const AMOUNT_BASIS_RULES: readonly Rule[] = [
  {
    id: 'A-02',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第四条'),
    asks: '初步认定金额是医保基金支付的金额，不是医疗总费用，也不含个人自付。',
    why: '诈骗的对象是医保基金；报销比例因药品、医院、人员而不同，用总费用会多算。',
    right: '医疗总费用 200,000 元，个人自付 60,000 元，初步认定金额 140,000 元。',
    wrong: '医疗总费用 200,000 元，初步认定金额也写 200,000 元。',
    codes: ['FUND_LOSS_IS_GROSS', 'FUND_LOSS_ABOVE_FUND_SHARE'],
    check: fundPaid,
  },
  {
    id: 'A-03',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第十九条', '第二十五条'),
    asks: '写明金额的认定方法、口径、依据文件和认定人；用审计、专家评审的，报告列入证据。',
    why: '公安机关、检察院要照着方法重新算出同一个数。',
    right: '认定方法：逐笔核算；认定依据：[E003]；认定人：示例市医疗保障基金中心。',
    wrong: '认定方法：审计；没有审计报告。',
    codes: ['AMOUNT_FOUNDATION_MISSING', 'AMOUNT_METHOD_UNEXPLAINED', 'AMOUNT_REPORT_MISSING'],
    check: founded,
  },
  {
    id: 'A-05',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第八条第二款'),
    asks: '个人账户的金额在分基金里单列；不是盗刷而计入的，在口径说明里写明为什么计入。',
    why: '盗刷他人个人账户是盗窃罪，与骗取统筹基金的数额分开计算。',
    right: '分基金：统筹基金 30,000 元；个人账户 2,000 元（盗刷）。',
    wrong: '盗刷个人账户 2,000 元并入统筹基金。',
    codes: ['PERSONAL_ACCOUNT_NOT_SEPARATED', 'PERSONAL_ACCOUNT_NOT_EXPLAINED'],
    check: personalAccount,
  },
  {
    id: 'A-08',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('法发〔2024〕6号', '第二十一条'),
    asks: '写明不能追缴原物的违法所得（无法查明去向、价值灭失、与合法财产混合）的，每一项有证据，合计不超过尚待追缴金额；列等值财产线索的，写明是为哪一种情形。',
    why: '等值财产只在这三种情形下追缴，以应当追缴、还没有追缴的数额为限；证据应当及时调取。',
    right: '无法查明去向 300,000 元，证据 E008（转账明细）；等值财产：贺某某名下商铺一间。',
    wrong: '尚待追缴 100,000 元，不能追缴原物的写 300,000 元，没有证据。',
    codes: ['UNTRACED_WITHOUT_EVIDENCE', 'UNTRACED_ABOVE_OUTSTANDING', 'EQUIVALENT_WITHOUT_CAUSE'],
    check: equivalent,
  },
  {
    id: 'G-04',
    severity: 'warning',
    basis: basis('法发〔2024〕6号', '第二十一条'),
    asks: '尚待追缴金额等于初步认定金额减去已追回金额。',
    why: '追缴数额以应当追缴的违法所得为限，已经追缴或者退赔的部分应予扣除。',
    right: '初步认定金额 140,000 元，已追回 40,000 元，尚待追缴 100,000 元。',
    wrong: '已追回 40,000 元，尚待追缴仍写 140,000 元。',
    codes: ['OUTSTANDING_DIFFERS', 'OUTSTANDING_MISSING'],
    check: outstanding,
  },
];
