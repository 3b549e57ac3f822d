/** E-08: a sheet filtered or summed from other data says from what, how and by whom. */
import { type DerivationRecord, formatFen, parseYuan } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsToProve, officersOf, type Proof, proofsOf, told } from './links.ts';
import { namedInBasis } from './unsummed.ts';

type Derivation = Proof & { readonly record: DerivationRecord };

function* explained(input: RuleInput): Iterable<Hit> {
  const records = proofsOf(input.case).filter((p): p is Derivation => p.list === 'derivations');
  const results = new Set(records.map((r) => r.record.result));
  for (const { item, at } of itemsToProve(input.case)) {
    if (item.originality === '衍生文件' && !results.has(item.evidenceNo))
      yield hit('DERIVATION_MISSING', { evidence: [item.evidenceNo] }, 'evidence', `${at}/originality`);
  }
  for (const r of records) {
    yield* officersOf(r);
    yield* whole(input, r);
    yield* agrees(input, r);
    yield* amounts(input, r);
  }
  yield* circles(records);
}

/** A result from which, step by step, its own source was made. One circle is told once. */
function* circles(records: readonly Derivation[]): Iterable<Hit> {
  const behind = new Map(records.map((r) => [r, sourcesBehind(records, r)]));
  const said = new Set<Derivation>();
  for (const [start, sources] of behind) {
    if (said.has(start) || !sources.has(start)) continue;
    const circle = records.filter((r) => sources.has(r) && behind.get(r)?.has(start));
    for (const r of circle) said.add(r);
    // Of itself: told by DERIVED_FROM_ITSELF.
    if (circle.length < 2) continue;
    const evidence = [...new Set(circle.map((r) => r.record.result))];
    yield hit('DERIVATIONS_IN_CIRCLE', { records: circle.map((r) => r.record.recordNo), evidence }, 'records', `${start.at}/sources`);
  }
}

/** All derivations that a result goes back to. */
function sourcesBehind(records: readonly Derivation[], start: Derivation): ReadonlySet<Derivation> {
  const seen = new Set<Derivation>();
  const open = [start];
  for (let r = open.pop(); r; r = open.pop()) {
    for (const next of records) {
      if (seen.has(next) || !r.record.sources.includes(next.record.result)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

/** A sum that the amount rests on, taken from sheets that make up the whole amount. */
function* amounts({ case: c }: RuleInput, r: Derivation): Iterable<Hit> {
  const { result, sources, sum: stated } = r.record;
  const sum = parseYuan(stated ?? '');
  const total = parseYuan(c.case.amount.fundLoss);
  if (sum === undefined || total === undefined || sum === total || !namedInBasis(c).includes(result)) return;
  const own = c.records.datasets.filter((d) => d.evidence === result);
  const from = own.length > 0 ? own : c.records.datasets.filter((d) => sources.includes(d.evidence));
  if (!from.some((d) => d.counts === '全部')) return;
  const args = { sum: formatFen(sum), total: formatFen(total), difference: formatFen(sum - total) };
  yield hit('DERIVATION_TOTAL_DIFFERS', { ...told(r), ...args }, 'records', `${r.at}/sum`);
}

function* whole({ case: c }: RuleInput, r: Derivation): Iterable<Hit> {
  const { record } = r;
  const gaps = gapsOf([
    [record.rowsIn === undefined, '原始行数'],
    [record.rowsOut === undefined, '结果行数'],
    [record.sum === undefined, '合计'],
    [record.reproducible !== '是', '是否重做核对过'],
  ]);
  if (gaps) yield hit('DERIVATION_GAP', { ...told(r), gaps }, 'records', r.at);
  if (record.sources.includes(record.result)) yield hit('DERIVED_FROM_ITSELF', told(r), 'records', `${r.at}/sources`);
  const result = c.evidence.evidence.find((e) => e.evidenceNo === record.result);
  if (result && result.originality !== '衍生文件') {
    const { originality } = result;
    yield hit('DERIVED_NOT_MARKED', { ...told(r), originality }, 'records', `${r.at}/result`);
  }
}

/** The record and the datasets speak of the same rows and the same sum. Of several sheets of the result one must bear it out. */
function* agrees({ case: c }: RuleInput, r: Derivation): Iterable<Hit> {
  const only = (evidenceNo: string) => {
    const own = c.records.datasets.filter((d) => d.evidence === evidenceNo);
    return own.length === 1 ? own[0] : undefined;
  };
  const { rowsIn, rowsOut, sum, result, sources } = r.record;
  const out = c.records.datasets.filter((d) => d.evidence === result);
  if (out.length > 0 && rowsOut !== undefined && !out.some((d) => d.rows === rowsOut))
    yield differs(r, '结果行数', 'rowsOut', `${rowsOut}`, out.map((d) => d.rows).join('、'));
  const recorded = parseYuan(sum ?? '');
  const found = out.flatMap((d) => parseYuan(d.sum) ?? []);
  if (recorded !== undefined && found.length > 0 && !found.includes(recorded))
    yield differs(r, '合计', 'sum', formatFen(recorded), found.map(formatFen).join('、'));
  const from = sources.map(only);
  if (rowsIn === undefined || from.includes(undefined)) return;
  const rows = from.reduce((total, d) => total + (d?.rows ?? 0), 0);
  if (rows !== rowsIn) yield differs(r, '原始行数', 'rowsIn', `${rowsIn}`, `${rows}`);
}

function differs(r: Derivation, what: '原始行数' | '结果行数' | '合计', member: string, recorded: string, found: string): Hit {
  return hit('DERIVATION_DIFFERS', { ...told(r), what, recorded, found }, 'records', `${r.at}/${member}`);
}

export const DERIVED_RULES: readonly Rule[] = [
  {
    id: 'E-08',
    severity: 'warning',
    unverified: true,
    basis: [...basis('法发〔2016〕22号', '第十九条'), ...basis('最高法刑诉法解释（2021）', '第一百一十条')],
    asks: '统计、筛选、汇总出来的文件写为衍生文件，并有数据统计说明：从哪些证据来、怎样筛选计算、原始行数、结果行数、合计，由两人制作并重做核对；结果列为金额认定依据的，合计与初步认定金额一致。',
    why: '自己做的汇总表不是原始数据；来源和算法不写清，别人就不能照着再算一遍。',
    right: '数据统计说明 R5：原始数据 [E01]，结果 E02，原始行数 3120，结果行数 412，合计 140000.00，制作人 [甲, 乙]。',
    wrong: '汇总表写为原件，由一人制作，没有写从哪张表、按什么条件筛选。',
    codes: [
      'DERIVATION_MISSING',
      'DERIVATION_GAP',
      'DERIVED_NOT_MARKED',
      'DERIVED_FROM_ITSELF',
      'DERIVATIONS_IN_CIRCLE',
      'DERIVATION_TOTAL_DIFFERS',
      'DERIVATION_DIFFERS',
      'RECORD_OFFICERS_TOO_FEW',
    ],
    check: explained,
  },
];
