/** E-08: a sheet filtered or summed from other data says from what, how and by whom. */
import { type DerivationRecord, formatFen, parseYuan } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsOf, officersOf, type Proof, proofsOf, told } from './links.ts';

type Derivation = Proof & { readonly record: DerivationRecord };

function* explained(input: RuleInput): Iterable<Hit> {
  const records = proofsOf(input.case).filter((p): p is Derivation => p.list === 'derivations');
  const results = new Set(records.map((r) => r.record.result));
  for (const { item, at } of itemsOf(input.case)) {
    if (item.originality === '衍生文件' && !results.has(item.evidenceNo))
      yield hit('DERIVATION_MISSING', { evidence: [item.evidenceNo] }, 'evidence', `${at}/originality`);
  }
  for (const r of records) {
    yield* officersOf(r);
    yield* whole(input, r);
    yield* agrees(input, r);
  }
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

/** The record and the datasets speak of the same rows and the same sum. Two datasets of one item are not guessed at. */
function* agrees({ case: c }: RuleInput, r: Derivation): Iterable<Hit> {
  const only = (evidenceNo: string) => {
    const own = c.records.datasets.filter((d) => d.evidence === evidenceNo);
    return own.length === 1 ? own[0] : undefined;
  };
  const { rowsIn, rowsOut, sum, result, sources } = r.record;
  const out = only(result);
  if (out && rowsOut !== undefined && out.rows !== rowsOut) yield differs(r, '结果行数', 'rowsOut', `${rowsOut}`, `${out.rows}`);
  const [recorded, found] = [parseYuan(sum ?? ''), parseYuan(out?.sum ?? '')];
  if (recorded !== undefined && found !== undefined && recorded !== found)
    yield differs(r, '合计', 'sum', formatFen(recorded), formatFen(found));
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
    asks: '统计、筛选、汇总出来的文件写为衍生文件，并有数据统计说明：从哪些证据来、怎样筛选计算、原始行数、结果行数、合计，由两人制作并重做核对。',
    why: '自己做的汇总表不是原始数据；来源和算法不写清，别人就不能照着再算一遍。',
    right: '数据统计说明 R5：原始数据 [E01]，结果 E02，原始行数 3120，结果行数 412，合计 140000.00，制作人 [甲, 乙]。',
    wrong: '汇总表写为原件，由一人制作，没有写从哪张表、按什么条件筛选。',
    codes: [
      'DERIVATION_MISSING',
      'DERIVATION_GAP',
      'DERIVED_NOT_MARKED',
      'DERIVED_FROM_ITSELF',
      'DERIVATION_DIFFERS',
      'RECORD_OFFICERS_TOO_FEW',
    ],
    check: explained,
  },
];
