/** One line a scenario: the full case with one thing changed, and what the rules on evidence must find. */
import { custodyLine, type Dataset, type DatasetRead, type DatasetSheet, datasetKey } from '../../src/model/index.ts';
import { DATASET_KEY, DATASET_PATH, fullCase, READ } from './full-case.ts';
import type { C, Scenario } from './world.ts';

type Evidence = C['evidence']['evidence'][number];
type Records = C['records'];

const item = (c: C, no: string): Evidence => c.evidence.evidence.find((e) => e.evidenceNo === no) ?? ({} as Evidence);
const set = (no: string, fields: Partial<Evidence>) => (c: C) => Object.assign(item(c, no), fields);
const without =
  (no: string, ...fields: (keyof Evidence)[]) =>
  (c: C) => {
    for (const field of fields) Reflect.deleteProperty(item(c, no), field);
  };
type List = 'extractions' | 'scenes' | 'preservations' | 'interviews' | 'examinations' | 'copies' | 'derivations' | 'datasets';
const put =
  <L extends List>(list: L, fields: Partial<Records[L][number]>, i = 0) =>
  (c: C) =>
    Object.assign(c.records[list][i] ?? {}, fields);
const drop =
  <L extends List>(list: L, ...fields: (keyof Records[L][number])[]) =>
  (c: C) => {
    for (const field of fields) Reflect.deleteProperty(c.records[list][0] ?? {}, field);
  };
const both =
  (...changes: ((c: C) => unknown)[]) =>
  (c: C) => {
    for (const change of changes) change(c);
  };
const dataset = (i: number, fields: Partial<Records['datasets'][number]>) => put('datasets', fields, i);
const basisOf = (text: string) => (c: C) => Object.assign(c.case.amount, { basis: [text] });
/** The parts stand alone. */
const undoubled = (c: C) =>
  c.records.datasets.splice(0, 1, { ...(c.records.datasets[0] as Records['datasets'][number]), counts: '不计入' });
const noFacts = (c: C) => {
  for (const f of c.case.facts) f.evidence = ['E11'];
};
const reads = (read: Partial<DatasetRead>) => ({ datasets: new Map([[DATASET_KEY, { ...READ, ...read }]]) });
/** The dataset in a workbook, of which something is not shown. */
const sees = (sheet: Partial<DatasetSheet>, dataset: Partial<Dataset> = {}) => {
  const [first] = fullCase().records.datasets;
  const key = datasetKey({ ...(first as Dataset), ...dataset });
  return { datasets: new Map([[key, { ...READ, sheet: { ...SHEET, ...sheet } }]]) };
};
const SHEET: DatasetSheet = { name: '明细', hidden: false, others: 0, hiddenRows: 0, columnHidden: false };
const READ_LINE = custodyLine({
  seq: 1,
  at: '2026-05-13T10:00+08:00',
  action: 'collect',
  items: ['E01'],
  by: [{ name: '周某甲' }],
  digests: [{ path: DATASET_PATH, sha256: 'a'.repeat(64), content: { format: 'CSV（UTF-8）' } }],
  prev: null,
});
const UNSIGNED = { name: '冯某丁', signed: '拒绝签名' } as const;
const WITNESS = {
  name: '孙某六',
  idType: '居民身份证',
  idNo: '999999197001010017',
  phone: '0000-0000002',
  standing: '无利害关系',
} as const;
/** Some hours after the copy was made. */
const THAT_EVENING = Date.parse('2026-05-14T18:00+08:00');
const EXTRACTION = 'records/extractions/0';
/** A record of taking that takes nothing that the case knows, and is wrong in all it says. */
const unneeded = (c: C) => {
  const [taken] = c.records.preservations;
  if (!taken) return;
  const { docNo: _, scene: __, paper: ___, ...bare } = structuredClone(taken);
  const list = [{ name: '台历', quantity: '1', unit: '本' }];
  c.records.preservations.push({ ...bare, recordNo: 'R99', officers: ['甲'], holder: { name: '冯某丁', signed: '拒绝签名' }, list });
};
const same =
  (list: List) =>
  (c: C): unknown =>
    Object.assign(c.records[list][1] ?? {}, { startedAt: '2026-05-15T09:00+08:00' });
const OVERLAP = 'warning INTERVIEWS_OVERLAP records/interviews/1/startedAt';
const suspect = (interviewee: { name: string; idNo?: string }) => put('interviews', { interviewee: { ...interviewee, signed: '已签名' } });
const witness = (name: string) => put('extractions', { witness: { ...WITNESS, name } });
const DISQUALIFIED = `warning WITNESS_DISQUALIFIED ${EXTRACTION}/witness/standing`;

/** Each must be found, under its rule and in its place. */
export const EVIDENCE_SCENARIOS: readonly Scenario[] = [
  ['E-02', 'no extraction record', set('E01', { records: ['R2'] }), 'warning EXTRACTION_RECORD_MISSING evidence/evidence/@E01'],
  ['E-02', 'no end of the extraction', drop('extractions', 'endedAt'), `warning EXTRACTION_GAP ${EXTRACTION}`],
  ['E-02', 'no tool', put('extractions', { tools: [] }), `warning EXTRACTION_GAP ${EXTRACTION}`],
  ['E-03', 'one officer', put('extractions', { officers: ['甲'] }), `warning RECORD_OFFICERS_TOO_FEW ${EXTRACTION}/officers`],
  ['E-03', 'refused, no reason', put('extractions', { provider: UNSIGNED }), `warning SIGNATURE_MISSING ${EXTRACTION}/provider`],
  [
    'E-03',
    'still to be signed though scanned',
    put('extractions', { provider: { ...UNSIGNED, signed: '待签名' } }),
    `warning SIGNATURE_MISSING ${EXTRACTION}/provider`,
    { draft: true },
  ],
  ['E-03', 'no witness', drop('extractions', 'witness'), `warning WITNESS_MISSING ${EXTRACTION}`],
  [
    'E-03',
    'a reason without a recording',
    both(drop('extractions', 'witness'), put('extractions', { noWitnessReason: '深夜' })),
    `warning WITNESS_MISSING ${EXTRACTION}`,
  ],
  ['E-04', 'not sealed, no reason', drop('extractions', 'notSealedReason'), `warning ORIGINAL_MEDIUM_GAP ${EXTRACTION}/originalMedium`],
  [
    'E-04',
    'sealed without a number',
    put('extractions', { originalMedium: '已封存' }),
    `warning ORIGINAL_MEDIUM_GAP ${EXTRACTION}/originalMedium`,
  ],
  ['E-05', 'no backup', drop('extractions', 'backups'), `warning BACKUP_GAP ${EXTRACTION}`],
  ['E-05', 'a seal without a number', (c) => delete c.records.extractions[0]?.backups?.[0]?.sealNo, `warning BACKUP_GAP ${EXTRACTION}`],
  ['E-05', 'no photographs', (c) => delete c.records.extractions[0]?.backups?.[0]?.photos, `warning BACKUP_GAP ${EXTRACTION}`],
  ['E-06', 'no category', without('E01', 'dataCategory'), 'warning DATA_CATEGORY_MISSING evidence/evidence/@E01'],
  ['E-06', 'no format', (c) => delete item(c, 'E01').files[1]?.format, 'warning FILE_FORMAT_MISSING evidence/evidence/@E01/files/1'],
  [
    'E-07',
    'an archive nobody describes',
    set('E01', { files: [{ path: '结算/导出.zip', format: 'ZIP', sha256: 'a'.repeat(64) }] }),
    'warning COMPRESSION_NOT_DESCRIBED evidence/evidence/@E01',
  ],
  [
    'E-07',
    'no digest after compression',
    put('extractions', { compression: { method: 'ZIP', path: DATASET_PATH } }),
    `warning COMPRESSION_DIGEST_MISSING ${EXTRACTION}/compression`,
  ],
  [
    'E-07',
    'the archive is not listed',
    put('extractions', { compression: { method: 'ZIP', path: '别处.zip', sha256: 'a'.repeat(64) } }),
    `warning COMPRESSED_FILE_NOT_LISTED ${EXTRACTION}/compression/path`,
  ],
  [
    'E-09',
    'not the digest of the record of extraction',
    put('extractions', { compression: { method: 'ZIP', path: DATASET_PATH, sha256: 'f'.repeat(64) } }),
    'stop COLLECT_DIGEST_DIFFERS evidence/evidence/@E01/files/0',
  ],
  [
    'E-09',
    'not the MD5 of the old record',
    (c) => Object.assign(item(c, 'E01').files[0] ?? {}, { md5: '0'.repeat(32) }),
    'stop WEAK_DIGEST_DIFFERS evidence/evidence/@E01/files/0/md5',
    { weakDigests: new Map([[DATASET_PATH, { md5: '1'.repeat(32) }]]) },
  ],
  [
    'E-10',
    'SHA-1 only',
    (c) => Object.assign(item(c, 'K04'), { files: [{ path: 'K04.pdf', sha1: '0'.repeat(40) }] }),
    'warning WEAK_DIGEST_ONLY evidence/evidence/@K04/files/0',
  ],
  ['E-08', 'no derivation record', (c) => c.records.derivations.pop(), 'warning DERIVATION_MISSING evidence/evidence/@K10/originality'],
  ['E-08', 'rows not written', drop('derivations', 'rowsIn'), 'warning DERIVATION_GAP records/derivations/0'],
  ['E-08', 'not repeated', put('derivations', { reproducible: '否' }), 'warning DERIVATION_GAP records/derivations/0'],
  ['E-08', 'one maker', put('derivations', { officers: ['甲'] }), 'warning RECORD_OFFICERS_TOO_FEW records/derivations/0/officers'],
  ['E-08', 'called an original', set('K10', { originality: '原件' }), 'warning DERIVED_NOT_MARKED records/derivations/0/result'],
  ['E-08', 'from itself', put('derivations', { sources: ['K10'] }), 'warning DERIVED_FROM_ITSELF records/derivations/0/sources'],
  [
    'E-08',
    'made from what was made from it',
    (c) => {
      const [first] = c.records.derivations;
      if (first) c.records.derivations.push({ ...structuredClone(first), recordNo: 'R17', sources: ['K10'], result: 'E01' });
      if (first) first.sources = ['E01'];
    },
    'warning DERIVATIONS_IN_CIRCLE records/derivations/0/sources',
  ],
  [
    'E-08',
    'a fen off the amount that rests on it',
    both(dataset(1, { counts: '全部', sum: '139999.99' }), put('derivations', { sum: '139999.99' }), basisOf('汇总表（K10）')),
    'warning DERIVATION_TOTAL_DIFFERS records/derivations/0/sum',
  ],
  ['E-08', 'a fen off its dataset', put('derivations', { sum: '140000.01' }), 'warning DERIVATION_DIFFERS records/derivations/0/sum'],
  ['E-08', 'rows off its dataset', put('derivations', { rowsOut: 13 }), 'warning DERIVATION_DIFFERS records/derivations/0/rowsOut'],
  ['E-08', 'rows off its source', put('derivations', { rowsIn: 413 }), 'warning DERIVATION_DIFFERS records/derivations/0/rowsIn'],
  [
    'E-11',
    'collected before it was written',
    set('K04', { docDate: '2026-05-15' }),
    'warning EVIDENCE_BEFORE_MADE evidence/evidence/@K04/collectedAt',
  ],
  [
    'E-11',
    'collected before it was filmed',
    set('K06', { madeAt: '2026-05-14T10:45+08:00' }),
    'warning EVIDENCE_BEFORE_MADE evidence/evidence/@K06/collectedAt',
  ],
  [
    'E-11',
    'ends before it begins',
    put('copies', { endedAt: '2026-05-14T09:39+08:00' }),
    'warning RECORD_TIMES_REVERSED records/copies/0/endedAt',
  ],
  [
    'E-11',
    'collected the day after the record',
    set('K04', { collectedAt: '2026-05-15T10:00+08:00' }),
    'warning COLLECTED_OUTSIDE_RECORD evidence/evidence/@K04/collectedAt',
  ],
  [
    'E-11',
    'at the hospital and in the office',
    put('copies', { startedAt: '2026-05-15T09:30+08:00', endedAt: '2026-05-15T10:00+08:00' }),
    'warning OFFICER_IN_TWO_PLACES records/copies/0/place',
  ],
  [
    'E-11',
    'writing down in the office while copying in the hospital',
    both(
      put('copies', { startedAt: '2026-05-15T09:30+08:00', endedAt: '2026-05-15T10:00+08:00', officers: ['乙', '丙'] }),
      put('interviews', { officers: ['丙', '丁'], recorder: '乙' }),
    ),
    'warning OFFICER_IN_TWO_PLACES records/copies/0/place',
  ],
  [
    'E-11',
    'two bodies of one county',
    both(
      put('copies', { startedAt: '2026-05-15T09:30+08:00', endedAt: '2026-05-15T10:00+08:00', place: '示例市示例区某某医院' }),
      put('interviews', { place: '示例市示例区医疗保障局' }),
    ),
    'warning OFFICER_IN_TWO_PLACES records/copies/0/place',
  ],
  ['E-12', 'a row more in the file', () => undefined, 'error DATASET_ROWS_DIFFER records/datasets/0/rows', reads({ rows: 413 })],
  ['E-12', 'a fen more in the file', () => undefined, 'error DATASET_SUM_DIFFERS records/datasets/0/sum', reads({ sum: 14_000_001n })],
  [
    'E-12',
    'a cell that is no number',
    () => undefined,
    'error DATASET_FAULT records/datasets/0/path',
    reads({ faults: [{ kind: 'not-a-number', cell: '17', text: '壹佰' }] }),
  ],
  [
    'E-15',
    'a last row with the amount of all above it',
    () => undefined,
    'warning DATASET_LAST_ROW_SUMS records/datasets/0/path',
    reads({ totalRow: { cell: '413', sum: 7_000_000n } }),
  ],
  [
    'E-16',
    'a hidden sheet that nobody named',
    () => undefined,
    'warning DATASET_SHEET_HIDDEN records/datasets/0/path',
    sees({ hidden: true, others: 1 }),
  ],
  [
    'E-16',
    'a hidden sheet that is named',
    put('datasets', { sheet: '明细' }),
    'info DATASET_SHEET_HIDDEN records/datasets/0/path',
    sees({ hidden: true }, { sheet: '明细' }),
  ],
  ['E-16', 'the first of two sheets', () => undefined, 'info DATASET_SHEET_ASSUMED records/datasets/0/path', sees({ others: 1 })],
  [
    'E-16',
    'rows that a filter hides',
    () => undefined,
    'warning DATASET_ROWS_HIDDEN records/datasets/0/rows',
    sees({ hiddenRows: 3, firstHidden: 'A7' }),
  ],
  ['E-16', 'a hidden column', () => undefined, 'warning DATASET_COLUMN_HIDDEN records/datasets/0/sumColumn', sees({ columnHidden: true })],
  ['E-12', 'a file of another item', put('datasets', { path: 'K04.pdf' }), 'error DATASET_FILE_NOT_LISTED records/datasets/0/path'],
  [
    'E-12',
    'a column registered twice',
    (c) => c.records.datasets.push({ ...(c.records.datasets[0] as Records['datasets'][0]), counts: '不计入' }),
    'warning DATASET_PATH_TWICE records/datasets/0/path',
  ],
  ['E-12', 'not the whole amount', put('datasets', { sum: '139999.99' }), 'warning DATASET_TOTAL_DIFFERS records/datasets/0/sum'],
  ['E-12', 'parts above the whole', put('datasets', { sum: '150000.51' }, 1), 'warning DATASET_PARTS_TOO_LARGE records/datasets'],
  [
    'E-12',
    'parts a fen below the whole',
    both(undoubled, dataset(1, { sum: '139999.99' }), set('K10', { facts: ['1', '2'] })),
    'warning DATASET_PARTS_DIFFER records/datasets',
  ],
  ['E-12', 'a derived sheet nobody sums', (c) => c.records.datasets.pop(), 'warning DATASET_NOT_REGISTERED evidence/evidence/@K10'],
  [
    'E-12',
    'a sheet that the amount rests on',
    both((c) => c.records.datasets.shift(), basisOf('明细（Ｅ01、E11）')),
    'warning DATASET_NOT_REGISTERED evidence/evidence/@E01',
  ],
  [
    'E-12',
    'data of the system',
    both(
      (c) => c.records.datasets.shift(),
      (c) => Object.assign(c.case.amount, { support: [{ type: '医保信息系统数据', evidence: ['E01'] }] }),
    ),
    'warning DATASET_NOT_REGISTERED evidence/evidence/@E01',
  ],
  ['E-12', 'a sheet of a fact', (c) => c.records.datasets.shift(), 'info DATASET_NOT_REGISTERED evidence/evidence/@E01'],
  [
    'E-12',
    'none of them counts',
    both(dataset(0, { counts: '不计入' }), dataset(1, { counts: '不计入' }), basisOf('明细（E01）')),
    'info DATASETS_NOT_COUNTED records/datasets',
  ],
  ['D-01', 'no record of the copy', without('K04', 'records'), 'warning COPY_RECORD_MISSING evidence/evidence/@K04/originality'],
  ['D-01', 'not compared', put('copies', { verified: '否' }), 'warning COPY_NOT_VERIFIED records/copies/0'],
  ['D-01', 'no day', drop('copies', 'verifiedOn'), 'warning COPY_NOT_VERIFIED records/copies/0'],
  ['D-01', 'not signed', put('copies', { provider: UNSIGNED }), 'warning SIGNATURE_MISSING records/copies/0/provider'],
  [
    'D-02',
    'where is the original',
    both(without('K04', 'originalLocation'), drop('copies', 'originalLocation')),
    'warning ORIGINAL_LOCATION_MISSING evidence/evidence/@K04',
  ],
  ['D-02', 'one maker', put('copies', { officers: ['乙'] }), 'warning RECORD_OFFICERS_TOO_FEW records/copies/0/officers'],
  ['D-03', 'sealed without papers', (c) => c.records.preservations.pop(), 'error PRESERVATION_RECORD_MISSING items/items/0/measure'],
  ['D-03', 'no decision', drop('preservations', 'docNo'), 'error PRESERVATION_GAP records/preservations/0'],
  ['D-03', 'no 现场笔录', drop('preservations', 'scene'), 'error PRESERVATION_GAP records/preservations/0'],
  ['D-03', 'a record that is no 现场笔录', put('preservations', { scene: 'R2' }), 'error PRESERVATION_GAP records/preservations/0'],
  [
    'D-03',
    'a list without features',
    (c) => delete c.records.preservations[0]?.list[0]?.features,
    'warning PRESERVATION_GAP records/preservations/0/list',
  ],
  ['D-03', 'one officer', put('preservations', { officers: ['甲'] }), 'error RECORD_OFFICERS_TOO_FEW records/preservations/0/officers'],
  ['D-03', 'holder did not sign', put('preservations', { holder: UNSIGNED }), 'error SIGNATURE_MISSING records/preservations/0/holder'],
  ['D-03', 'nobody approved', drop('preservations', 'approvedBy'), 'warning PRESERVATION_NOT_APPROVED records/preservations/0'],
  [
    'D-03',
    'approved afterwards',
    put('preservations', { approvedAt: '2026-05-14T12:00+08:00' }),
    'warning PRESERVATION_APPROVED_LATE records/preservations/0/approvedAt',
  ],
  [
    'D-03',
    'urgent, approved on the third day',
    put('preservations', { urgent: '是', approvedAt: '2026-05-16T12:00+08:00' }),
    'warning PRESERVATION_APPROVED_LATE records/preservations/0/approvedAt',
  ],
  [
    'D-04',
    'disposed of on the eighth working day',
    put('preservations', { measure: '先行登记保存', disposition: { on: '2026-05-26', action: '封存' } }),
    'warning PRESERVATION_OVERDUE records/preservations/0/disposition/on',
  ],
  [
    'D-04',
    'never disposed of',
    both(put('preservations', { measure: '先行登记保存' }), drop('preservations', 'disposition')),
    'warning PRESERVATION_OVERDUE records/preservations/0',
  ],
  [
    'D-04',
    'a year without a calendar',
    put('preservations', { measure: '先行登记保存' }),
    'info CALENDAR_YEAR_MISSING records/preservations/0/startedAt',
    { pack: { calendar: [] } },
  ],
  [
    'D-04',
    'a year without a calendar, five months',
    put('preservations', { measure: '先行登记保存', disposition: { on: '2026-10-10', action: '返还' } }),
    'warning PRESERVATION_SURELY_OVERDUE records/preservations/0/disposition/on',
    { pack: { calendar: [] } },
  ],
  [
    'D-04',
    'a year without a calendar, never disposed of',
    both(put('preservations', { measure: '先行登记保存' }), drop('preservations', 'disposition')),
    'warning PRESERVATION_SURELY_OVERDUE records/preservations/0',
    { pack: { calendar: [] } },
  ],
  [
    'D-03',
    'disposed of before it was taken',
    put('preservations', { disposition: { on: '2026-05-13', action: '返还' } }),
    'warning DISPOSED_BEFORE_TAKEN records/preservations/0/disposition/on',
  ],
  [
    'D-03',
    'a 现场笔录 of the day before',
    put('scenes', { startedAt: '2026-05-13T09:00+08:00', endedAt: '2026-05-13T11:00+08:00' }),
    'warning SCENE_OF_ANOTHER_DAY records/preservations/0/scene',
  ],
  [
    'D-05',
    'disposed of on the 31st day',
    put('preservations', { disposition: { on: '2026-06-14', action: '解除' } }),
    'warning PRESERVATION_OVERDUE records/preservations/0/disposition/on',
  ],
  ['D-05', 'still sealed', drop('preservations', 'disposition'), 'warning PRESERVATION_OVERDUE records/preservations/0'],
  [
    'D-05',
    'extended by 31 days',
    put('preservations', { extendedTo: '2026-07-14', disposition: { on: '2026-07-01', action: '解除' } }),
    'warning SEALING_EXTENSION_TOO_LONG records/preservations/0/extendedTo',
  ],
  [
    'T-01',
    'words without a record',
    both(without('K07', 'records'), put('interviews', { paper: 'K11' })),
    'warning INTERVIEW_RECORD_MISSING evidence/evidence/@K07',
  ],
  ['T-01', 'no end', drop('interviews', 'endedAt'), 'warning INTERVIEW_GAP records/interviews/0'],
  ['T-01', 'rights not told', put('interviews', { rightsTold: '否' }), 'warning INTERVIEW_GAP records/interviews/0'],
  ['T-01', 'pages not signed', drop('interviews', 'pagesSigned'), 'warning INTERVIEW_GAP records/interviews/0'],
  ['T-01', 'nobody recorded', drop('interviews', 'recorder'), 'warning INTERVIEW_GAP records/interviews/0'],
  ['T-01', 'not alone', put('interviews', { alone: '否' }), 'warning INTERVIEW_NOT_ALONE records/interviews/0/alone'],
  ['T-01', 'one day under age', put('interviews', { birthDate: '2008-05-16' }), 'warning MINOR_WITHOUT_GUARDIAN records/interviews/0'],
  ['T-01', 'one interviewer', put('interviews', { officers: ['乙'] }), 'warning RECORD_OFFICERS_TOO_FEW records/interviews/0/officers'],
  ['T-01', 'not signed', put('interviews', { interviewee: UNSIGNED }), 'warning SIGNATURE_MISSING records/interviews/0/interviewee'],
  [
    'T-02',
    'two at a time',
    put('interviews', { startedAt: '2026-05-15T09:59+08:00' }, 1),
    'warning INTERVIEWS_OVERLAP records/interviews/1/startedAt',
  ],
  ['T-02', 'two at a time, one without an end', both(drop('interviews', 'endedAt'), same('interviews')), OVERLAP],
  ['T-02', 'one who asks here and writes down there', both(same('interviews'), put('interviews', { officers: ['丙', '丁'] }, 1)), OVERLAP],
  [
    'T-01',
    'a recorder who was not there',
    put('interviews', { recorder: '丙' }),
    'warning RECORDER_NOT_AN_OFFICER records/interviews/0/recorder',
  ],
  [
    'T-01',
    'asked for more than a day',
    put('interviews', { endedAt: '2026-05-16T09:01+08:00' }),
    'warning INTERVIEW_TOO_LONG records/interviews/0/endedAt',
  ],
  ['T-01', 'the paper of another person', put('interviews', { paper: 'K17' }), 'warning INTERVIEW_PAPER_SHARED records/interviews/1/paper'],
  ['T-03', 'words are counted', () => undefined, 'info CLASS_C_EVIDENCE evidence'],
  ['T-03', 'a statement called a document', set('K07', { kind: '书证' }), 'error WORDS_CALLED_OTHERWISE evidence/evidence/@K07/kind'],
  ['T-03', 'called a recording', set('K07', { kind: '视听资料' }), 'error WORDS_CALLED_OTHERWISE evidence/evidence/@K07/kind'],
  [
    'T-03',
    'by its title, with spaces',
    set('K04', { title: '院长的 询问 笔录（复印件）' }),
    'error WORDS_CALLED_OTHERWISE evidence/evidence/@K04/kind',
  ],
  ['T-03', 'by its type', set('K04', { docType: '当事人陈述' }), 'error WORDS_CALLED_OTHERWISE evidence/evidence/@K04/kind'],
  [
    'T-03',
    'by its record, named a report',
    set('K07', { kind: '专业报告', docType: '其他' }),
    'error WORDS_CALLED_OTHERWISE evidence/evidence/@K07/kind',
  ],
  [
    'T-03',
    'a document from an interview, with no record of its own',
    set('K04', { records: ['R5'] }),
    'warning WORDS_CALLED_OTHERWISE evidence/evidence/@K04/kind',
  ],
  ['T-04', 'a suspect by name', suspect({ name: '王 䶮' }), 'warning SUSPECT_CALLED_WITNESS records/interviews/0/standing'],
  [
    'T-04',
    'a suspect by number',
    suspect({ name: '王某', idNo: '999999197503120013' }),
    'warning SUSPECT_CALLED_WITNESS records/interviews/0/standing',
  ],
  [
    'T-04',
    'a suspect, listed as testimony',
    both(suspect({ name: '王䶮' }), put('interviews', { standing: '当事人' })),
    'warning SUSPECT_CALLED_WITNESS evidence/evidence/@K07/kind',
  ],
  [
    'T-04',
    'written by a suspect',
    both((c) => c.records.interviews.shift(), without('K07', 'records'), set('K07', { docType: '自书材料', author: '王䶮' })),
    'warning SUSPECT_CALLED_WITNESS evidence/evidence/@K07/kind',
  ],
  ['X-01', 'an opinion without a record', without('K08', 'records'), 'error EXAMINATION_RECORD_MISSING evidence/evidence/@K08'],
  ['X-01', 'no stamp', put('examinations', { sealed: '否' }), 'error EXAMINATION_GAP records/examinations/0'],
  ['X-01', 'no signature', drop('examinations', 'signed'), 'error EXAMINATION_GAP records/examinations/0'],
  ['X-01', 'out of scope', put('examinations', { withinScope: '否' }), 'error EXAMINATION_GAP records/examinations/0'],
  ['X-01', 'institution not qualified', drop('examinations', 'institutionQualification'), 'error EXAMINATION_GAP records/examinations/0'],
  ['X-01', 'expert not qualified', put('examinations', { experts: [{ name: '何某' }] }), 'error EXAMINATION_GAP records/examinations/0'],
  ['X-01', 'no samples', put('examinations', { samples: [] }), 'error EXAMINATION_GAP records/examinations/0'],
  [
    'X-01',
    'samples of unknown origin',
    put('examinations', { samples: ['K09'] }),
    'error SAMPLE_ORIGIN_UNPROVEN records/examinations/0/samples',
  ],
  ['X-01', 'party not told', drop('examinations', 'partyTold'), 'warning EXAMINATION_NOT_TOLD records/examinations/0'],
  ['X-02', 'an audit called an opinion', set('K16', { kind: '鉴定意见' }), 'warning REPORT_CALLED_OPINION evidence/evidence/@K16/kind'],
  [
    'X-02',
    'a review called an opinion, no record',
    set('K08', { docType: '专家评审意见', records: ['R4'] }),
    'warning REPORT_CALLED_OPINION evidence/evidence/@K08/kind',
  ],
  ['X-02', 'an audit nobody signed', put('examinations', { signed: '否' }, 1), 'warning EXAMINATION_GAP records/examinations/1'],
  [
    'W-01',
    'a driver of the bureau',
    put('extractions', { witness: { ...WITNESS, standing: '办案机关聘用人员' } }),
    `warning WITNESS_DISQUALIFIED ${EXTRACTION}/witness/standing`,
  ],
  [
    'W-01',
    'an officer of the case',
    put('extractions', { witness: { ...WITNESS, name: '吴某乙' } }),
    `warning WITNESS_DISQUALIFIED ${EXTRACTION}/witness/standing`,
  ],
  [
    'W-01',
    'a suspect by number',
    put('extractions', { witness: { ...WITNESS, name: '王奚', idNo: '999999197503120013' } }),
    `warning WITNESS_DISQUALIFIED ${EXTRACTION}/witness/standing`,
  ],
  [
    'W-01',
    'the provider',
    put('extractions', { witness: { ...WITNESS, name: '冯某丁' } }),
    `warning WITNESS_DISQUALIFIED ${EXTRACTION}/witness/standing`,
  ],
  ['W-01', 'an officer, spaced', witness('吴 某　乙'), DISQUALIFIED],
  ['W-01', 'the head who approves the referral', witness('郑某'), DISQUALIFIED],
  [
    'W-01',
    'the legal reviewer',
    both(witness('冯某'), (c) =>
      Object.assign(c.internal, { legalReview: { reviewer: '冯某', opinion: '同意', at: '2026-11-19T10:00+08:00' } }),
    ),
    DISQUALIFIED,
  ],
  [
    'W-01',
    'the custodian of a thing',
    both(witness('柳某'), (c) => Object.assign(c.items.items[0] ?? {}, { custodian: '柳某' })),
    DISQUALIFIED,
  ],
  [
    'W-01',
    'who counted the loss',
    both(witness('钱某'), (c) => Object.assign(c.case.amount, { certifiedBy: ['示例区医保中心　钱某'] })),
    DISQUALIFIED,
  ],
  ['W-01', 'an expert of a report', witness('何某'), DISQUALIFIED],
  ['W-01', 'who was asked as a party', both(witness('陈某五'), put('interviews', { standing: '当事人' })), DISQUALIFIED],
  [
    'W-01',
    'a provider named like an officer',
    put('copies', { provider: { name: '周某 甲', signed: '已签名' } }),
    'warning SIGNER_IS_OFFICER records/copies/0/provider',
  ],
  [
    'W-01',
    'party refused before a witness, no reason',
    put('scenes', { party: UNSIGNED, witness: WITNESS }),
    'warning SIGNATURE_MISSING records/scenes/0/party',
  ],
  ['W-01', 'no number', (c) => delete c.records.extractions[0]?.witness?.idNo, `warning WITNESS_GAP ${EXTRACTION}/witness`],
  [
    'W-01',
    'party refused, no witness',
    put('scenes', { party: { ...UNSIGNED, reason: '称不知情' } }),
    'warning WITNESS_MISSING records/scenes/0',
  ],
  [
    'W-01',
    'holder refused, no witness',
    put('preservations', { holder: { ...UNSIGNED, reason: '称不知情' } }),
    'warning WITNESS_MISSING records/preservations/0',
  ],
  ['V-01', 'who filmed it', without('K06', 'madeBy'), 'warning AUDIOVISUAL_GAP evidence/evidence/@K06'],
  ['V-01', 'an excerpt', set('K06', { completeness: '节录' }), 'warning EXCERPT_WITHOUT_WHOLE evidence/evidence/@K06/completeness'],
  [
    'V-01',
    'sound without its text',
    set('K06', { files: [{ path: '录音.MP3', sha256: 'e'.repeat(64) }] }),
    'info TRANSCRIPT_MISSING evidence/evidence/@K06',
  ],
  ['B-01', 'not among the things', without('K05', 'itemNos'), 'warning THING_NOT_LISTED evidence/evidence/@K05'],
  ['B-01', 'no photograph', without('K05', 'photos'), 'warning THING_WITHOUT_PICTURE evidence/evidence/@K05'],
  ['R-01', 'nothing proves it', without('K08', 'records'), 'warning COLLECTION_NOT_PROVEN evidence/evidence/@K08'],
  [
    'R-01',
    'a record still to be signed',
    drop('copies', 'paper'),
    'info RECORDS_TO_SIGN records/copies/0',
    { draft: true, now: THAT_EVENING },
  ],
  ['R-03', 'handed over unsigned', drop('copies', 'paper'), 'warning RECORD_NOT_SIGNED records/copies/0', { now: THAT_EVENING }],
  ['R-05', 'unsigned for months', drop('copies', 'paper'), 'error RECORD_UNSIGNED_LATE records/copies/0'],
  ['R-05', 'of a draft too', drop('copies', 'paper'), 'error RECORD_UNSIGNED_LATE records/copies/0', { draft: true }],
  [
    'R-05',
    'unsigned for months, with a reason in 内卷',
    both(drop('copies', 'paper'), (c) => {
      Object.assign(c.internal ?? {}, { reasons: [{ rule: 'R-05', reason: '另作情况说明', by: '赵某四', at: '2026-11-19T16:00+08:00' }] });
    }),
    'warning RECORD_UNSIGNED_LATE records/copies/0',
  ],
  [
    'R-05',
    'printed before there was anything to sign',
    both(drop('copies', 'paper'), put('copies', { printedOn: '2026-05-13' })),
    'warning PRINTED_ON_WRONG records/copies/0/printedOn',
  ],
  [
    'R-05',
    'printed on a day that has not come',
    both(drop('copies', 'paper'), put('copies', { printedOn: '2027-05-13' })),
    'warning PRINTED_ON_WRONG records/copies/0/printedOn',
  ],
  ['R-06', 'grounds and rights not told', drop('scenes', 'reasonsTold'), 'warning SCENE_NOT_TOLD records/scenes/0'],
  ['R-06', 'recusal not told', put('scenes', { recusalTold: '否' }), 'warning SCENE_NOT_TOLD records/scenes/0'],
  ['R-06', 'recusal asked for, not decided', put('scenes', { recusalAsked: '是' }), 'warning SCENE_NOT_TOLD records/scenes/0'],
  [
    'R-01',
    'a record that nobody names',
    both(set('K04', { records: ['R4'] }), drop('copies', 'paper')),
    'warning RECORD_UNUSED records/copies/0',
  ],
  [
    'R-01',
    'words by a record of extraction',
    set('K07', { records: ['R1'] }),
    'warning RECORD_OF_ANOTHER_KIND evidence/evidence/@K07/records',
  ],
  ['R-01', 'a thing by a report', both(set('K05', { records: ['R8'] })), 'warning RECORD_OF_ANOTHER_KIND evidence/evidence/@K05/records'],
  ['R-01', 'a medical file as signed record', put('scenes', { paper: 'K04' }), 'warning PAPER_OF_ANOTHER_KIND records/scenes/0/paper'],
  [
    'R-01',
    'a report as the paper of an interview',
    put('interviews', { paper: 'K16' }),
    'warning PAPER_OF_ANOTHER_KIND records/interviews/0/paper',
  ],
  [
    'R-02',
    'collected by one who made no record',
    put('copies', { officers: ['甲'] }),
    'warning COLLECTORS_DIFFER evidence/evidence/@K04/collectors',
  ],
  ['R-02', 'one collector', set('K04', { collectors: ['甲'] }), 'warning COLLECTORS_TOO_FEW evidence/evidence/@K04/collectors'],
  ['R-02', 'certificates not shown', drop('interviews', 'credentialsShown'), 'warning CREDENTIALS_NOT_SHOWN records/interviews/0'],
  ['R-02', 'one officer on the scene', put('scenes', { officers: ['甲'] }), 'warning RECORD_OFFICERS_TOO_FEW records/scenes/0/officers'],
  [
    'S-02',
    'a number in a title',
    set('K04', { title: '患者９９９９９９１９７００１０１００１７病历' }),
    'warning PERSONAL_NUMBER_IN_NAME evidence/evidence/@K04/title',
  ],
  [
    'S-02',
    'a telephone in a file name',
    set('K04', { files: [{ path: '病历/0000-0000001.pdf', sha256: 'e'.repeat(64) }] }),
    'warning PERSONAL_NUMBER_IN_NAME evidence/evidence/@K04/files/0/path',
  ],
  ['S-02', 'medical matter', set('K04', { docType: '住院病历' }), 'info MEDICAL_INVENTORY evidence'],
];

/** What must not be complained of. */
export const EVIDENCE_QUIET: readonly (readonly [name: string, change: (c: C) => unknown, code: string, world?: Scenario[4]])[] = [
  ['a record that is not there is told elsewhere: data', set('E01', { records: ['Z-01'] }), 'EXTRACTION_RECORD_MISSING'],
  ['a record that is not there is told elsewhere: copies', set('K04', { records: ['Z-01'] }), 'COPY_RECORD_MISSING'],
  ['a record that is not there is told elsewhere: any', set('K16', { records: ['Z-01'] }), 'COLLECTION_NOT_PROVEN'],
  ['what else a record lacks that nothing uses', unneeded, 'PRESERVATION_GAP'],
  ['who signs a record that nothing uses', unneeded, 'SIGNATURE_MISSING'],
  ['a record of the same day is not late', drop('copies', 'paper'), 'RECORD_UNSIGNED_LATE', { now: THAT_EVENING }],
  ['what is late is not told twice', drop('copies', 'paper'), 'RECORD_NOT_SIGNED'],
  ['recusal asked for and decided', put('scenes', { recusalAsked: '是', recusalDecision: '局长决定驳回' }), 'SCENE_NOT_TOLD'],
  ['a signed paper needs no record of its own', without('K12', 'records'), 'COLLECTION_NOT_PROVEN'],
  ['a scene by three, a picture by two of them', put('scenes', { officers: ['甲', '乙', '丙'] }), 'COLLECTORS_DIFFER'],
  [
    'a recording by the interview that it records',
    both(set('K06', { records: ['R5'] }), put('interviews', { recording: 'K06' })),
    'RECORD_OF_ANOTHER_KIND',
  ],
  [
    'no witness, a reason and a recording',
    both(drop('extractions', 'witness'), put('extractions', { noWitnessReason: '深夜', video: 'K06' })),
    'WITNESS_MISSING',
  ],
  ['refused, with the reason', put('extractions', { provider: { ...UNSIGNED, reason: '须请示院长' } }), 'SIGNATURE_MISSING'],
  [
    'a draft still to be signed',
    both(drop('extractions', 'paper'), put('extractions', { provider: { ...UNSIGNED, signed: '待签名' } })),
    'SIGNATURE_MISSING',
    { draft: true },
  ],
  [
    'a sealed original and a working copy',
    (c) =>
      Object.assign(c.records.extractions[0] ?? {}, {
        originalMedium: '已封存',
        originalMediaNo: 'SN-1',
        originalSealNo: 'FT-9',
        originalPhotos: ['E03'],
        backups: [{ mediaNo: 'GP-02', use: '工作备份', place: '物证室' }],
      }),
    'BACKUP_GAP',
  ],
  ['a format that the file itself told', (c) => delete item(c, 'E01').files[0]?.format, 'FILE_FORMAT_MISSING', { custody: [READ_LINE] }],
  [
    'a matching MD5',
    (c) => Object.assign(item(c, 'E01').files[0] ?? {}, { md5: 'A'.repeat(32) }),
    'WEAK_DIGEST_DIFFERS',
    { weakDigests: new Map([[DATASET_PATH, { md5: 'a'.repeat(32) }]]) },
  ],
  ['a minute before the record begins', set('K04', { collectedAt: '2026-05-14T09:39+08:00' }), 'COLLECTED_OUTSIDE_RECORD'],
  ['two rooms of one house', put('copies', { place: '示例市某某康复医院住院部' }), 'OFFICER_IN_TWO_PLACES'],
  ['a night on the scene', put('scenes', { startedAt: '2026-05-13T22:00+08:00' }), 'SCENE_OF_ANOTHER_DAY'],
  [
    'a year without a calendar, the thirtieth day',
    put('preservations', { measure: '先行登记保存', disposition: { on: '2026-06-13', action: '返还' } }),
    'PRESERVATION_SURELY_OVERDUE',
    { pack: { calendar: [] } },
  ],
  ['parts that are the whole, what is in common counted once', both(undoubled, set('K10', { facts: ['1', '2'] })), 'DATASET_PARTS_DIFFER'],
  [
    'parts that are the whole, what is in common counted twice',
    both(undoubled, dataset(1, { sum: '150000.50' }), set('K10', { facts: ['1', '2'] })),
    'DATASET_PARTS_DIFFER',
  ],
  ['parts of one fact of two', dataset(1, { sum: '100.00' }), 'DATASET_PARTS_DIFFER'],
  ['another number that begins alike', both((c) => c.records.datasets.shift(), basisOf('明细（E011）'), noFacts), 'DATASET_NOT_REGISTERED'],
  ['a sheet made from two', (c) => c.records.derivations[0]?.sources.push('E11'), 'DERIVATIONS_IN_CIRCLE'],
  ['one house under two names', put('copies', { place: '某某康复医院病案室（东桥镇院区）' }), 'OFFICER_IN_TWO_PLACES'],
  [
    'a recording of an interview',
    set('K06', { title: '询问笔录同步录音', records: ['R5'], files: [{ path: '询问.wav' }] }),
    'WORDS_CALLED_OTHERWISE',
  ],
  ['a list of statements', set('K04', { title: '询问笔录人员编号对照表' }), 'WORDS_CALLED_OTHERWISE'],
  ['a notice of the right to a statement', set('K04', { docType: '陈述申辩权利告知书' }), 'WORDS_CALLED_OTHERWISE'],
  ['a document from an interview with its record', set('K04', { records: ['R5', 'R2'] }), 'WORDS_CALLED_OTHERWISE'],
  [
    'a suspect asked as a party',
    both(suspect({ name: '王䶮' }), put('interviews', { standing: '当事人' }), set('K07', { kind: '当事人的陈述' })),
    'SUSPECT_CALLED_WITNESS',
  ],
  ['a namesake of the suspect', suspect({ name: '王䶮', idNo: '999999197001010017' }), 'SUSPECT_CALLED_WITNESS'],
  ['a day to the minute', put('interviews', { endedAt: '2026-05-16T09:00+08:00' }), 'INTERVIEW_TOO_LONG'],
  [
    'one item with a file of each',
    both(put('interviews', { paper: 'K17' }), set('K17', { files: [{ path: '一.pdf' }, { path: '二.pdf' }] })),
    'INTERVIEW_PAPER_SHARED',
  ],
  ['two commissions at one hour', () => undefined, 'OFFICER_IN_TWO_PLACES'],
  [
    'at verify nothing of the head',
    both(witness('郑某'), put('preservations', { approvedBy: '钱某' }), (c) => Reflect.deleteProperty(c, 'internal')),
    'WITNESS_DISQUALIFIED',
  ],
  [
    'an officer who copies what the bureau made',
    both(put('copies', { provider: { name: '周某甲', signed: '已签名' } }), (c) => set('K04', { author: c.case.sender.name })(c)),
    'SIGNER_IS_OFFICER',
  ],
  ['a witness of fact who attests', witness('陈某五'), 'WITNESS_DISQUALIFIED'],
  ['parts with what the facts have in common', put('datasets', { sum: '150000.50' }, 1), 'DATASET_PARTS_TOO_LARGE'],
  [
    'a derived sheet handed over the next day',
    set('K10', { records: ['R7'], collectedAt: '2026-05-19T10:00+08:00' }),
    'COLLECTED_OUTSIDE_RECORD',
  ],
  [
    'a sealed backup among the things',
    both(
      (c) => c.records.preservations.pop(),
      (c) => Object.assign(c.items.items[0] ?? {}, { sealNo: 'FT-0001' }),
    ),
    'PRESERVATION_RECORD_MISSING',
  ],
  ['a dataset that was not read', put('datasets', { rows: 1 }), 'DATASET_ROWS_DIFFER', { datasets: new Map() }],
  [
    'a copy whose provider refused, with the reason',
    put('copies', { verified: '否', provider: { ...UNSIGNED, reason: '称无权' } }),
    'COPY_NOT_VERIFIED',
  ],
  ['photographs of the officers', () => undefined, 'COPY_RECORD_MISSING'],
  [
    'approved within a day, urgent',
    put('preservations', { urgent: '是', approvedAt: '2026-05-15T10:00+08:00' }),
    'PRESERVATION_APPROVED_LATE',
  ],
  [
    'disposed of on the seventh working day',
    put('preservations', { measure: '先行登记保存', disposition: { on: '2026-05-25', action: '封存' } }),
    'PRESERVATION_OVERDUE',
  ],
  ['sealed to the thirtieth day', put('preservations', { disposition: { on: '2026-06-13', action: '解除' } }), 'PRESERVATION_OVERDUE'],
  [
    'extended by thirty days',
    put('preservations', { extendedTo: '2026-07-13', disposition: { on: '2026-07-13', action: '解除' } }),
    'SEALING_EXTENSION_TOO_LONG',
  ],
  ['eighteen today', put('interviews', { birthDate: '2008-05-15' }), 'MINOR_WITHOUT_GUARDIAN'],
  ['a child with a guardian', put('interviews', { birthDate: '2012-01-01', guardian: '陈某' }), 'MINOR_WITHOUT_GUARDIAN'],
  ['one after the other', put('interviews', { startedAt: '2026-05-15T10:00+08:00' }, 1), 'INTERVIEWS_OVERLAP'],
  [
    'written by the person',
    both(without('K07', 'records'), set('K07', { docType: '自书材料' }), put('interviews', { paper: 'K11' })),
    'INTERVIEW_RECORD_MISSING',
  ],
  ['an audit under its own name', () => undefined, 'REPORT_CALLED_OPINION'],
  ['eighteen figures that are no identity', set('K04', { title: '流水999999197001010015号' }), 'PERSONAL_NUMBER_IN_NAME'],
  ['party refused before a witness', put('scenes', { party: { ...UNSIGNED, reason: '称不知情' }, witness: WITNESS }), 'WITNESS_MISSING'],
];
