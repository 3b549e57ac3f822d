/** E-16: what of a dataset nobody sees who opens its workbook: the sheet, rows or the column that is summed; and which sheet was taken where none is named. */
import { datasetKey } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { listedDatasets } from './datasets.ts';

function* unseen(input: RuleInput): Iterable<Hit> {
  for (const { dataset, at, evidenceNo, path } of listedDatasets(input)) {
    const sheet = input.datasets?.get(datasetKey(dataset))?.sheet;
    if (!sheet) continue;
    const of = { evidenceNo, path, sheet: sheet.name };
    const named = dataset.sheet !== undefined;
    if (sheet.hidden) yield hit('DATASET_SHEET_HIDDEN', { ...of, named }, 'records', `${at}/path`, named ? 'info' : 'warning');
    else if (!named && sheet.others > 0)
      yield hit('DATASET_SHEET_ASSUMED', { ...of, others: sheet.others }, 'records', `${at}/path`, 'info');
    if (sheet.hiddenRows > 0)
      yield hit('DATASET_ROWS_HIDDEN', { ...of, count: sheet.hiddenRows, cell: sheet.firstHidden ?? '' }, 'records', `${at}/rows`);
    if (sheet.columnHidden) yield hit('DATASET_COLUMN_HIDDEN', { ...of, column: dataset.sumColumn }, 'records', `${at}/sumColumn`);
  }
}

export const UNSEEN_ROW_RULES: readonly Rule[] = [
  {
    id: 'E-16',
    severity: 'warning',
    since: '0.2.0',
    basis: [...basis('最高法刑诉法解释（2021）', '第一百一十条'), ...basis('法发〔2024〕6号', '第二十五条')],
    asks: '登记的数据表在工作簿里是隐藏的，或者有隐藏的行（手工隐藏、筛选、折叠）、合计列隐藏的，由人看过以后再登记；工作簿有几张工作表而没有写明是哪一张的，写明。这是 mbpack 自设的核对：程序照文件数行、合计，隐藏的也算在内。',
    why: '打开文件的人看不见隐藏的行和工作表：他数出的行数、加出的金额与登记的不同，或者登记的是一张他没有看到的表。',
    right: '工作簿有“结算明细”“说明”两张表，数据表写明 sheet: 结算明细；明细没有隐藏的行。',
    wrong: '第一张工作表是隐藏的旧数据，没有写明工作表，合计的就是它。',
    codes: ['DATASET_SHEET_HIDDEN', 'DATASET_SHEET_ASSUMED', 'DATASET_ROWS_HIDDEN', 'DATASET_COLUMN_HIDDEN'],
    check: unseen,
  },
];
