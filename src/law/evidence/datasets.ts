/** E-12: a settlement dataset is read again from its file; rows and sum agree with the record, and the sum with the amount. */
import { type Dataset, datasetKey, formatFen, parseYuan, sumYuan } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { unsummed } from './unsummed.ts';

/** Facts with something in common are counted once or twice in the sheets; of more than these only all or none is asked. */
const MAX_OVERLAPS = 12;

type Listed = { readonly dataset: Dataset; readonly at: string; readonly evidenceNo: string; readonly path: string };

export function listedDatasets({ case: c }: RuleInput): readonly Listed[] {
  return c.records.datasets.map((dataset, i) => ({ dataset, at: `/datasets/${i}`, evidenceNo: dataset.evidence, path: dataset.path }));
}

function* datasets(input: RuleInput): Iterable<Hit> {
  const { case: c } = input;
  const all = listedDatasets(input);
  const times = new Map<string, number>();
  for (const { dataset } of all) times.set(datasetKey(dataset), (times.get(datasetKey(dataset)) ?? 0) + 1);
  for (const d of all) {
    const item = c.evidence.evidence.find((e) => e.evidenceNo === d.evidenceNo);
    if (item && !item.files.some((f) => f.path === d.path))
      yield hit('DATASET_FILE_NOT_LISTED', { evidenceNo: d.evidenceNo, path: d.path }, 'records', `${d.at}/path`);
    // The same column of the same sheet counted twice.
    if ((times.get(datasetKey(d.dataset)) ?? 0) > 1)
      yield hit('DATASET_PATH_TWICE', { evidenceNo: d.evidenceNo, path: d.path }, 'records', `${d.at}/path`, 'warning');
    else yield* readAgain(input, d);
  }
  yield* amounts(input, all);
  yield* unsummed(input);
}

function* readAgain(input: RuleInput, { dataset, at, evidenceNo, path }: Listed): Iterable<Hit> {
  const read = input.datasets?.get(datasetKey(dataset));
  if (!read) return;
  const column = dataset.sumColumn;
  for (const { kind, cell, text = '' } of read.faults)
    yield hit('DATASET_FAULT', { evidenceNo, path, kind, cell, text, column }, 'records', `${at}/path`);
  if (read.faults.length > 0) return;
  if (read.rows !== dataset.rows)
    yield hit('DATASET_ROWS_DIFFER', { evidenceNo, path, recorded: dataset.rows, found: read.rows }, 'records', `${at}/rows`);
  const recorded = parseYuan(dataset.sum) ?? 0n;
  if (read.sum === recorded) return;
  const args = { recorded: formatFen(recorded), found: formatFen(read.sum), difference: formatFen(read.sum - recorded) };
  yield hit('DATASET_SUM_DIFFERS', { evidenceNo, path, column, ...args }, 'records', `${at}/sum`);
}

/** A total under a word that nobody knows, or none, would double the amount. */
function* lastRows(input: RuleInput): Iterable<Hit> {
  for (const { dataset, at, evidenceNo, path } of listedDatasets(input)) {
    const { totalRow, rows, sum } = input.datasets?.get(datasetKey(dataset)) ?? {};
    if (totalRow === undefined || rows === undefined || sum === undefined) continue;
    const args = { cell: totalRow.cell, rows, total: formatFen(sum), sum: formatFen(totalRow.sum) };
    yield hit('DATASET_LAST_ROW_SUMS', { evidenceNo, path, ...args }, 'records', `${at}/path`);
  }
}

/** The amount may be preliminary (facts are still to be found): what does not agree warns, as A-01 does. */
function* amounts({ case: c }: RuleInput, all: readonly Listed[]): Iterable<Hit> {
  const total = parseYuan(c.case.amount.fundLoss) ?? 0n;
  for (const { dataset, at, evidenceNo, path } of all) {
    const sum = parseYuan(dataset.sum) ?? 0n;
    if (dataset.counts !== '全部' || sum === total) continue;
    const args = { sum: formatFen(sum), total: formatFen(total), difference: formatFen(sum - total) };
    yield hit('DATASET_TOTAL_DIFFERS', { evidenceNo, path, ...args }, 'records', `${at}/sum`, 'warning');
  }
  const parts = all.filter((d) => d.dataset.counts === '部分');
  const sum = sumYuan(parts.map((d) => d.dataset.sum));
  // What two facts have in common stands in the sheets of both and once in the amount.
  const overlap = sumYuan(c.case.facts.map((f) => f.overlap));
  const args = { sum: formatFen(sum), total: formatFen(total), overlap: formatFen(overlap) };
  const evidence = [...new Set(parts.map((d) => d.evidenceNo))];
  if (sum > total + overlap) yield hit('DATASET_PARTS_TOO_LARGE', { evidence, ...args }, 'records', '/datasets', 'warning');
  else if (isEachFactBehind(c, evidence) && !possibleSums(c, total).has(sum)) {
    const difference = formatFen(sum - total - overlap);
    yield hit('DATASET_PARTS_DIFFER', { evidence, ...args, difference }, 'records', '/datasets', 'warning');
  }
}

/** Only when there is a part behind every fact with an amount do the parts make up the whole. */
function isEachFactBehind({ case: c, evidence: list }: RuleInput['case'], parts: readonly string[]): boolean {
  const proving = list.evidence.filter((e) => parts.includes(e.evidenceNo));
  const counted = c.facts.filter((f) => (parseYuan(f.amount) ?? 0n) > 0n);
  return counted.length > 0 && counted.every((f) => proving.some((e) => f.evidence.includes(e.evidenceNo) || e.facts.includes(f.factNo)));
}

/** The amount, with each overlap counted again or not: two facts may share one sheet. */
function possibleSums({ case: c }: RuleInput['case'], total: bigint): ReadonlySet<bigint> {
  const overlaps = c.facts.map((f) => parseYuan(f.overlap ?? '') ?? 0n).filter((fen) => fen > 0n);
  if (overlaps.length > MAX_OVERLAPS) return new Set([total, total + overlaps.reduce((a, b) => a + b, 0n)]);
  let sums = new Set([total]);
  for (const fen of overlaps) sums = new Set([...sums, ...[...sums].map((s) => s + fen)]);
  return sums;
}

export const DATASET_RULES: readonly Rule[] = [
  {
    id: 'E-12',
    severity: 'error',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十条'), ...basis('法发〔2024〕6号', '第二十五条')],
    asks: '取证记录里登记的数据表，由程序从文件里重新数行、重新合计，行数和合计与登记的一致，精确到分；合计是初步认定金额全部的，与初步认定金额一致，各部分之和等于初步认定金额与各事实重复部分之和（只登记了一部分事实的，不超过）。金额的认定依据、医保信息系统数据和统计结果是表格的，都登记。这是 mbpack 自设的核对：条文要求提取过程能够重现，没有规定怎样核对。',
    why: '金额是定罪量刑的依据；表里的数和书面的数差一分，也要有人解释。',
    right: '行数：412；合计：140000.00；打开文件重新数、重新加，也是 412 行、140000.00 元。',
    wrong: '合计照抄初稿，后来表里删了两行，没有改。',
    codes: [
      'DATASET_FAULT',
      'DATASET_ROWS_DIFFER',
      'DATASET_SUM_DIFFERS',
      'DATASET_FILE_NOT_LISTED',
      'DATASET_PATH_TWICE',
      'DATASET_TOTAL_DIFFERS',
      'DATASET_PARTS_TOO_LARGE',
      'DATASET_PARTS_DIFFER',
      'DATASET_NOT_REGISTERED',
      'DATASETS_NOT_COUNTED',
    ],
    check: datasets,
  },
  {
    id: 'E-15',
    severity: 'warning',
    since: '0.2.0',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十条'), ...basis('法发〔2024〕6号', '第二十五条')],
    asks: '登记的数据表最后一行的金额等于上面各行之和的，由人看过：是合计行，写明表尾行数，不算数据。这是 mbpack 自设的核对：程序只认得合计、总计、小计、汇总等字样。',
    why: '合计行当作数据，行数多一行，金额翻一倍。',
    right: '最后一行写着“全部费用”，金额是上面各行之和：表尾行数写 1，合计按上面各行登记。',
    wrong: '最后一行没有字样，只有一个总数，照样加了进去，登记的合计是实际的两倍。',
    codes: ['DATASET_LAST_ROW_SUMS'],
    check: lastRows,
  },
];
