/** Guards: a list of a case and a dataset of evidence read alike from every program's workbook, and what cannot be read for certain is said at its cell. */
import { describe, expect, test } from 'vitest';
import { readSheetForm } from '../../src/case/sheet-form.ts';
import { readContent, readDataset } from '../../src/exhibit/index.ts';
import { put } from '../exhibit/maker.ts';
import { type CellValue, EXCEL, HANDS, workbookBy } from './hands.ts';
import { zipOf } from './zip-writer.ts';

const HEAD = [
  '证据编号',
  '证据名称',
  '证据种类',
  '文书类型',
  '责任者或提供人',
  '来源',
  '取证时间',
  '取证地点',
  '取证人员',
  '份数',
  '证明对象',
  '形成日期',
  'originality',
  '文件（一个文件一行）',
  '对应事实',
];
const t = (text: string): CellValue => ({ text });
const listRow = (no: string, when: CellValue, day: CellValue): CellValue[] => [
  t(no),
  t('病历'),
  t('书证'),
  t('住院病历'),
  t('某某医院'),
  t('病案室'),
  when,
  t('病案室'),
  t('甲、乙'),
  { number: '1' },
  t('事实'),
  day,
  t('原件'),
  undefined,
  t('F1'),
];
const list = (when: CellValue, day: CellValue) => ({
  证据清单: [HEAD.map(t), listRow('E001', when, day), listRow('E002', 'blank', 'blank')],
});

describe('evidence.xlsx', () => {
  test.each(HANDS.map((hand) => [hand.name, hand] as const))('%s', async (_, hand) => {
    const bytes = workbookBy(hand, list({ time: '2026-04-20T10:20:00' }, { time: '2026-04-20T00:00:00' }));
    const { value, findings } = await readSheetForm('evidence', bytes, 'evidence.xlsx');
    expect(findings).toEqual([]);
    const [first, second] = (value as { evidence: Record<string, unknown>[] }).evidence;
    expect([first?.collectedAt, first?.docDate]).toEqual(['2026-04-20T10:20:00+08:00', '2026-04-20']);
    expect([second?.evidenceNo, second?.collectedAt, second?.docDate]).toEqual(['E002', undefined, undefined]);
  });

  const iso = { ...EXCEL, dates: 'iso' as const };
  test.each<[string, typeof EXCEL, CellValue, CellValue, readonly string[]]>([
    ['in China’s own zone', iso, { time: '2026-04-20T10:20+08' }, { time: '2026-04-20' }, []],
    ['in another zone', iso, { time: '2026-04-20T10:20:00Z' }, { time: '2026-04-20' }, ['CELL_DATE unclear G2']],
    ['no such day', iso, { time: '2026-04-20T10:20' }, { time: '2026-02-30' }, ['CELL_DATE unclear L2']],
    ['a time alone', EXCEL, { time: '1899-12-30T09:30:00' }, { time: '2026-04-20T00:00:00' }, ['CELL_DATE unclear G2']],
    ['29 February 1900', EXCEL, { time: '2026-04-20T10:20:00' }, { time: '1900-02-28T00:00:00' }, ['CELL_DATE unclear L2']],
  ])('a date %s', async (_, hand, when, day, expected) => {
    const { findings } = await readSheetForm('evidence', workbookBy(hand, list(when, day)), 'evidence.xlsx');
    expect(
      findings.map(({ code, args, at }) => `${code} ${(args as { problem?: string }).problem} ${at && 'cell' in at ? at.cell : ''}`),
    ).toEqual(expected);
  });

  test.each<[string, Uint8Array, string]>([
    ['an unknown word for 1904', workbookBy({ ...EXCEL, date1904: 'perhaps' }, list(undefined, undefined)), 'damaged'],
    ['.xlsb', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'xlsb'],
    [
      '.ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>', 'META-INF/manifest.xml': '<x/>' }),
      'ods',
    ],
    [
      'a sheet that is not there',
      workbookBy(EXCEL, list(undefined, undefined), { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
      'damaged',
    ],
  ])('%s', async (_, bytes, problem) => {
    const { findings } = await readSheetForm('evidence', bytes, 'evidence.xlsx');
    expect(findings.map(({ code, args }) => [code, (args as { problem?: string }).problem])).toEqual([['SHEET_NOT_XLSX', problem]]);
  });
});

const sums = {
  明细: [
    [t('序号'), t('金额\r\n（元）')],
    [t('1'), { number: '2.2' }],
    ['blank', { number: '2.2' }],
    [t('3'), t('2.20')],
  ],
} as const;

describe('a dataset', () => {
  test.each(HANDS.map((hand) => [hand.name, hand] as const))('%s', async (_, hand) => {
    const path = put(workbookBy(hand, sums));
    const read = await readDataset(path, { evidence: '1', path: 'x', sumColumn: '金额（元）', rows: 3, sum: '6.60' });
    expect(read).toMatchObject({ rows: 3, sum: 660n, faults: [], sheet: { name: '明细', hidden: false, others: 0, hiddenRows: 0 } });
    expect(await readContent(path)).toEqual({ format: 'XLSX', tables: [{ name: '明细', rows: 3, columns: 2 }] });
  });
});

/** A sheet as XML inside Excel's workbook. */
const inSheet = (data: string, before = '', after = ''): Uint8Array =>
  workbookBy(
    { ...EXCEL, alternate: false, dateFormat: '[h]' },
    { 明细: [] },
    { 'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData>${data}</sheetData>${after}</worksheet>` },
  );
const HEADING = '<row r="1"><c r="A1" t="inlineStr"><is><t>金额</t></is></c></row>';
const cell = (xml: string): Uint8Array => inSheet(`${HEADING}<row r="2">${xml}</row>`);

describe('a cell', () => {
  test.each<[string, Uint8Array, string]>([
    ['text without its type', cell('<c r="A2"><is><t>2.20</t></is></c>'), '1 220'],
    [
      'an escape over two runs is none',
      cell('<c r="A2" t="inlineStr"><is><r><t>_x00</t></r><r><t>31_</t></r></is></c>'),
      '1 0 not-a-number@A2',
    ],
    ['a digit as an escape', cell('<c r="A2" t="inlineStr"><is><t>_x0032_.20</t></is></c>'), '1 220'],
    ['a CDATA section', cell('<c r="A2" t="inlineStr"><is><t><![CDATA[2.20]]></t></is></c>'), '1 220'],
    ['of no known type', cell('<c r="A2" t="z"><v>2</v></c>'), '0 0 unreadable@'],
    ['an hour count', cell('<c r="A2" s="1"><v>2</v></c>'), '1 0 not-a-number@A2'],
    ['with an attribute twice', cell('<c r="A2" r="A3"><v>2</v></c>'), '0 0 unreadable@'],
    ['without a blank between attributes', cell('<c r="A2"t="n"><v>2</v></c>'), '0 0 unreadable@'],
    ['behind a document type', cell('<!DOCTYPE x [<!ENTITY n "2">]><c r="A2"><v>2</v></c>'), '0 0 unreadable@'],
    [
      'in a choice with a fallback',
      inSheet(
        `${HEADING}<mc:AlternateContent><mc:Choice><row r="2"><c r="A2"><v>9</v></c></row></mc:Choice><mc:Fallback><row r="2"><c r="A2"><v>2</v></c></row></mc:Fallback></mc:AlternateContent>`,
      ),
      '1 200',
    ],
    [
      'in a choice alone',
      inSheet(`${HEADING}<mc:AlternateContent><mc:Choice><row r="2"><c r="A2"><v>9</v></c></row></mc:Choice></mc:AlternateContent>`),
      '0 0 unreadable@',
    ],
    ['in a row that its cells number', inSheet(`${HEADING}<row><c r="A7"><v>2</v></c></row><row><c r="A9"><v>3</v></c></row>`), '2 500'],
    [
      'in a row above the one before',
      inSheet(`${HEADING}<row><c r="A7"><v>2</v></c></row><row><c r="A6"><v>3</v></c></row>`),
      '0 0 unreadable@',
    ],
  ])('%s', async (name, bytes, expected) => {
    const told = await readDataset(put(bytes), { evidence: '1', path: name, sumColumn: '金额', rows: 0, sum: '0' });
    expect(
      [`${told.rows} ${told.sum}`, ...told.faults.map(({ kind, cell: at }) => `${kind}@${at}`)]
        .join(' ')
        .replace(/^\d+ 0 unreadable/, '0 0 unreadable'),
    ).toBe(expected);
  });
});

describe('what is not shown', () => {
  const data = `${HEADING}<row r="2"><c r="A2"><v>1</v></c></row>`;
  test.each<[string, Uint8Array, object, string]>([
    ['nothing', inSheet(data), {}, 'XLSX'],
    [
      'a row',
      inSheet(`${data}<row r="3" hidden="1"><c r="A3"><v>1</v></c></row>`),
      { hiddenRows: 1, firstHidden: 'A3' },
      'XLSX（有隐藏的行）',
    ],
    [
      'a row without height',
      inSheet(`${data}<row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row>`),
      { hiddenRows: 1 },
      'XLSX（有隐藏的行）',
    ],
    ['a row that holds nothing', inSheet(`${data}<row r="3" hidden="1"><c r="A3" s="1"/></row>`), {}, 'XLSX'],
    ['the column', inSheet(data, '<cols><col min="1" max="2" hidden="true"/></cols>'), { columnHidden: true }, 'XLSX（有隐藏的列）'],
    [
      'a column without width',
      inSheet(data, '<cols><col min="1" max="1" width="0" customWidth="1"/></cols>'),
      { columnHidden: true },
      'XLSX（有隐藏的列）',
    ],
    ['columns beside the data', inSheet(data, '<cols><col min="4" max="16384" hidden="1"/></cols>'), {}, 'XLSX'],
    ['the sheet', hiddenSheet('hidden'), { hidden: true }, 'XLSX（有隐藏的工作表）'],
    ['the sheet from all but programs', hiddenSheet('veryHidden'), { hidden: true }, 'XLSX（有隐藏的工作表）'],
  ])('%s', async (_, bytes, seen, format) => {
    const path = put(bytes);
    const { sheet } = await readDataset(path, { evidence: '1', path: 'x', sumColumn: '金额', rows: 0, sum: '0' });
    expect(sheet).toMatchObject({ name: '明细', hidden: false, hiddenRows: 0, columnHidden: false, ...seen });
    expect((await readContent(path)).format).toBe(format);
  });

  function hiddenSheet(state: string): Uint8Array {
    return workbookBy(EXCEL, sums, {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="明细" state="${state}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    });
  }
});

test('a main part that only its content type tells', async () => {
  const path = put(workbookBy({ ...EXCEL, main: 'xl/workbook2.xml' }, sums, { '_rels/.rels': '<Relationships/>' }));
  expect(await readContent(path)).toEqual({ format: 'XLSX', tables: [{ name: '明细', rows: 3, columns: 2 }] });
});

test('two directories that differ are no archive to rely on', async () => {
  const bytes = zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }, { zip64: true });
  bytes.writeUInt32LE(7, bytes.length - 22 + 16);
  expect(await readContent(put(bytes))).toEqual({ format: 'ZIP' });
});
