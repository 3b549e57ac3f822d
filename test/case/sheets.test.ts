/** Guards: an Excel list reads as the form it stands for, to the digit, and nothing that is filled in is lost unsaid. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { filledWorkbook } from '../../src/case/index.ts';
import { found, load } from './memory-case.ts';

type Value = string | number | boolean | { readonly raw: string } | { readonly day: string } | undefined;

/** A workbook with numbers, dates and what else a test needs; the room's own writer makes texts only. */
function workbook(
  name: string,
  rows: readonly (readonly Value[])[],
  extra: { after?: string; sheets?: string; attributes?: string } = {},
): Uint8Array {
  const cell = (value: Value, r: number, c: number): string => {
    if (value === undefined) return '';
    const ref = `r="${String.fromCharCode(65 + c)}${r + 1}"`;
    if (typeof value === 'string') return `<c ${ref} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
    if (typeof value === 'boolean') return `<c ${ref} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (typeof value === 'number') return `<c ${ref}><v>${value}</v></c>`;
    if ('raw' in value) return value.raw.replace('REF', ref);
    const serial = (Date.parse(`${value.day}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    return `<c ${ref} s="1"><v>${serial}</v></c>`;
  };
  const lines = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="x"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(`<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${lines}</sheetData>${extra.after ?? ''}</worksheet>`),
  });
}

/** In the last row of a sheet, which it opens. */
const FAR_CORNER = '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c>';

/** A sheet under another name than sheets have. */
function elsewhere(raw: string): Uint8Array {
  const parts = unzipSync(workbook('证据清单', [HEAD, [{ raw }]]));
  const { 'xl/worksheets/sheet1.xml': sheet = new Uint8Array(), 'xl/_rels/workbook.xml.rels': relations, ...rest } = parts;
  const renamed = new TextDecoder().decode(relations).replace('worksheets/sheet1.xml', 'other.xml');
  return zipSync({ ...rest, 'xl/other.xml': sheet, 'xl/_rels/workbook.xml.rels': strToU8(renamed) });
}

const HEAD = [
  '证据编号',
  '证据名称*',
  '证据种类',
  '文书类型',
  '责任者或提供人',
  '来源',
  '取证时间',
  '取证地点',
  '取证人员',
  'originality',
  '份数',
  '文件（一个文件一行）',
  '证明对象',
  '对应事实',
  '文件页数',
  '形成日期',
];
const row = (no: Value, changes: Readonly<Record<string, Value>> = {}): Value[] => {
  const values: Readonly<Record<string, Value>> = {
    证据编号: no,
    '证据名称*': '病历',
    证据种类: '书证',
    文书类型: '住院病历',
    责任者或提供人: '某某医院',
    来源: '病案室',
    取证时间: '2026-07-15T09:30+08:00',
    取证地点: '病案室',
    取证人员: '甲、乙',
    originality: '原件',
    份数: 1,
    '文件（一个文件一行）': undefined,
    证明对象: '事实',
    对应事实: 'F1',
    ...changes,
  };
  return HEAD.map((name) => values[name]);
};
const FILE = '文件（一个文件一行）';
const withSheet = (bytes: Uint8Array) => ({ 'evidence.yaml': undefined, 'evidence.xlsx': bytes });
const evidence = (rows: readonly (readonly Value[])[], head: readonly Value[] = HEAD, extra = {}) =>
  withSheet(workbook('证据清单', [['某案证据清单'], head, ...rows], extra));
const TWO = [row('E001'), row('E002')];

test('YAML and Excel read as the same forms', async () => {
  const yaml = await load();
  const { items, evidence: list } = yaml.forms;
  if (!items || !list) throw new Error('the fixture must load');
  const excel = await load({
    'items.yaml': undefined,
    'items.xlsx': filledWorkbook('items', items),
    ...withSheet(filledWorkbook('evidence', list)),
  });
  expect(excel.findings).toEqual([]);
  expect(excel.case).toEqual(yaml.case);
  expect(excel.locate({ form: 'evidence', pointer: '/evidence/0/files/1/path' })).toEqual({
    file: 'case/evidence.xlsx',
    sheet: '证据清单',
    cell: expect.stringMatching(/^[A-Z]+3$/),
  });
});

test('a list prints lying, as wide as the page, its headings on each (ECMA-376 part 1, 18.3.1.63, 18.2.5)', async () => {
  const { evidence: list } = (await load()).forms;
  if (!list) throw new Error('the fixture must load');
  const parts = unzipSync(filledWorkbook('evidence', list));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  const sheet = text('xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
  expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
  const row = /ySplit="(\d+)"/.exec(sheet)?.[1];
  expect(text('xl/workbook.xml')).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'证据清单'!$${row}:$${row}</definedName>`,
  );
});

test('the statement that there are no items, and its signed scan', async () => {
  const form = {
    none: true,
    statement: '经清点没有涉案物品',
    items: [],
    signedScan: { path: 'signed/无.pdf', pages: 1, signedOn: '2026-11-19' },
  };
  const loaded = await load({ 'items.yaml': undefined, 'items.xlsx': filledWorkbook('items', form) });
  expect(loaded.findings).toEqual([]);
  expect(loaded.forms.items).toEqual(form);
});

describe('cells', () => {
  test.each<[string, Readonly<Record<string, Value>>, object]>([
    [
      'an instant as an Excel date is China’s time',
      { 取证时间: { day: '2026-07-15T09:30:00' } },
      { collectedAt: '2026-07-15T09:30:00+08:00' },
    ],
    ['a time as text without a zone', { 取证时间: '2026-07-15 09:30' }, { collectedAt: '2026-07-15T09:30+08:00' }],
    ['a time as text with T', { 取证时间: '2026-07-15T09:30' }, { collectedAt: '2026-07-15T09:30+08:00' }],
    ['a time as Excel shows it', { 取证时间: '2026/7/5 9:30' }, { collectedAt: '2026-07-05T09:30+08:00' }],
    ['a day as Excel shows it', { 形成日期: '2025/3/1' }, { docDate: '2025-03-01' }],
    ['a day as an Excel date', { 形成日期: { day: '2025-03-01' } }, { docDate: '2025-03-01' }],
    ['separators of lists', { 取证人员: '甲；乙' }, { collectors: ['甲', '乙'] }],
    ['lines of lists', { 取证人员: '甲\n乙' }, { collectors: ['甲', '乙'] }],
    ['no facts', { 对应事实: undefined }, { facts: [] }],
    ['several files in a cell', { [FILE]: 'a.pdf\nb.pdf', 文件页数: '2\n-' }, { files: [{ path: 'a.pdf', pages: 2 }, { path: 'b.pdf' }] }],
    ['one file with pages', { [FILE]: 'a.pdf', 文件页数: 3 }, { files: [{ path: 'a.pdf', pages: 3 }] }],
    ['a number as text', { 份数: '2' }, { copies: 2 }],
  ])('%s', async (_, changes, expected) => {
    const loaded = await load(evidence([row('E001', changes), row('E002')]));
    expect(loaded.findings).toEqual([]);
    expect(loaded.forms.evidence?.evidence[0]).toMatchObject(expected);
  });

  test('further files in rows below, blank rows between', async () => {
    const more = HEAD.map((name) => (name === FILE ? 'b.pdf' : undefined));
    const loaded = await load(evidence([row('E001', { [FILE]: 'a.pdf' }), more, [], row('E002')]));
    expect(loaded.findings).toEqual([]);
    expect(loaded.forms.evidence?.evidence[0]?.files).toEqual([{ path: 'a.pdf' }, { path: 'b.pdf' }]);
    expect(loaded.locate({ form: 'evidence', pointer: '/evidence/0/files/1/path' })).toMatchObject({ cell: 'L4' });
    expect(loaded.locate({ form: 'evidence', pointer: '/evidence/1/title' })).toMatchObject({ cell: 'B6' });
  });

  test.each<[string, Readonly<Record<string, Value>>, string]>([
    ['0.29 as Excel writes it', { raw: 0 }, '0.28999999999999998'],
    ['cents', {}, '1234567.89'],
  ])('%s keeps its digits', async (_, __, raw) => {
    const head = ['编号', '类别', '名称', '数量', '单位', '特征', '来源', '存放地点', '移交方式', '价值'];
    const values = ['1', '现金', '现金', 3, '张', '无', '病案室', '物证室', '立案后移交', { raw: `<c REF><v>${raw}</v></c>` }];
    const loaded = await load({ 'items.yaml': undefined, 'items.xlsx': workbook('涉案物品清单', [head, values]) });
    expect(loaded.findings).toEqual([]);
    expect(loaded.forms.items?.items[0]).toMatchObject({ quantity: '3', value: String(Number(raw)) });
  });

  test.each<[string, Readonly<Record<string, Value>>, string]>([
    ['required cell blank', { '证据名称*': undefined }, 'FIELD_MISSING B3'],
    ['wrong word', { 证据种类: '书' }, 'FIELD_ENUM C3'],
    ['date without time', { 取证时间: { day: '2026-07-15T00:00:00' } }, 'CELL_DATE G3'],
    ['day with time', { 形成日期: { day: '2026-07-15T09:30:00' } }, 'CELL_DATE P3'],
    ['date where text is', { '证据名称*': { day: '2026-07-15T09:30:00' } }, 'CELL_DATE B3'],
    ['day as number', { 形成日期: 46000 }, 'CELL_NUMBER P3'],
    ['long number for text', { '证据名称*': 123456789012345680 }, 'CELL_NUMBER B3'],
    ['fraction for a whole', { 份数: 1.5 }, 'CELL_NUMBER K3'],
    ['truth for text', { '证据名称*': true }, 'FIELD_TYPE B3'],
    ['text for a whole', { 份数: '两' }, 'FIELD_TYPE K3'],
    ['no such time', { 取证时间: '2026/7/15 25:30' }, 'INSTANT_INVALID G3'],
    ['no such day', { 形成日期: '2025/2/30' }, 'DAY_INVALID P3'],
    ['error value', { '证据名称*': { raw: '<c REF t="e"><v>#N/A</v></c>' } }, 'CELL_ERROR B3'],
    ['formula', { '证据名称*': { raw: '<c REF t="str"><f>A1</f><v>病历</v></c>' } }, 'CELL_FORMULA B3'],
    ['pages beside fewer files', { [FILE]: 'a.pdf', 文件页数: '1\n2' }, 'SHEET_LINES_DIFFER O3'],
    ['path outside', { [FILE]: 'a.pdf\n../b.pdf' }, 'EVIDENCE_PATH_BAD L3'],
    ['no such officer', { 取证人员: '甲、丙' }, 'REF_UNKNOWN I3'],
    ['Kangxi radical', { '证据名称*': '病历⼈' }, 'TEXT_UNUSUAL_CHARACTER B3'],
  ])('%s', async (_, changes, expected) => {
    const lines = await found(evidence([row('E001', changes), row('E002')]));
    expect(lines).toEqual([expected.replace(' ', ' case/evidence.xlsx!证据清单!')]);
  });

  test('a computed amount is not exact', async () => {
    const head = ['编号', '类别', '名称', '数量', '单位', '特征', '来源', '存放地点', '移交方式', '价值'];
    const values = ['1', '现金', '现金', 3, '张', '无', '病案室', '物证室', '立案后移交', { raw: '<c REF><v>0.30000000000000004</v></c>' }];
    expect(await found({ 'items.yaml': undefined, 'items.xlsx': workbook('涉案物品清单', [head, values]) })).toEqual([
      'CELL_NUMBER case/items.xlsx!涉案物品清单!J2',
    ]);
  });
});

/** A workbook kept uncompressed, with one character changed behind its checksum. */
function flipped(): Uint8Array {
  const bytes = zipSync(unzipSync(workbook('证据清单', [HEAD, ...TWO])), { level: 0 });
  const at = Buffer.from(bytes).indexOf('病历');
  bytes[at + 2] = (bytes[at + 2] ?? 0) ^ 1;
  return bytes;
}

describe('sheets', () => {
  test.each<[string, readonly (readonly Value[])[], readonly Value[], object, string[]]>([
    ['unknown heading with data', TWO.map((r) => [...r, 'x']), [...HEAD, '证明对像'], {}, ['SHEET_HEADING_UNKNOWN Q2']],
    ['unknown heading, nothing below', TWO, [...HEAD, '其他'], {}, []],
    ['data without heading', [row('E001'), [...row('E002'), 'x']], HEAD, {}, ['SHEET_DATA_WITHOUT_HEADING Q4']],
    ['heading twice', TWO, [...HEAD, '份数'], {}, ['SHEET_HEADING_TWICE Q2']],
    [
      'required column missing',
      TWO.map((r) => r.map((v, i) => (i === 12 ? undefined : v))),
      HEAD.map((h) => (h === '证明对象' ? undefined : h)),
      {},
      ['SHEET_HEADING_MISSING A2'],
    ],
    ['example row', [row('示例'), ...TWO], HEAD, {}, ['SHEET_EXAMPLE_ROW A3']],
    [
      'a row that adds up',
      [...TWO, ['合计', undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 2]],
      HEAD,
      {},
      ['SHEET_TOTAL_ROW A5'],
    ],
    [
      'a merged row that adds up',
      [...TWO, ['合 计：2 件']],
      HEAD,
      { after: '<mergeCells count="1"><mergeCell ref="A5:F5"/></mergeCells>' },
      ['SHEET_TOTAL_ROW A5'],
    ],
    ['an item whose name begins so', [row('E001'), row('E002', { '证据名称*': '合计表' })], HEAD, {}, []],
    ['merged cells', TWO, HEAD, { after: '<mergeCells count="1"><mergeCell ref="B3:B4"/></mergeCells>' }, ['CELL_MERGED B3']],
    ['merged title', TWO, HEAD, { after: '<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells>' }, []],
    ['evidence twice', [...TWO, row('E001')], HEAD, {}, ['ID_DUPLICATE A5']],
  ])('%s', async (_, rows, head, extra, expected) => {
    expect(await found(evidence(rows, head, extra))).toEqual(expected.map((line) => line.replace(' ', ' case/evidence.xlsx!证据清单!')));
  });

  test.each<[string, Uint8Array, string]>([
    ['not a zip', strToU8('证据编号,证据名称'), 'SHEET_NOT_XLSX'],
    ['empty file', new Uint8Array(), 'SHEET_NOT_XLSX'],
    ['old or encrypted', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'SHEET_NOT_XLSX'],
    ['truncated', workbook('证据清单', [HEAD, ...TWO]).slice(0, 900), 'SHEET_NOT_XLSX'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'SHEET_NOT_XLSX'],
    ['one byte of a name flipped', flipped(), 'SHEET_NOT_XLSX'],
    ['no header', workbook('证据清单', [['a', 'b']]), 'SHEET_NO_HEADER'],
    ['no sheet content', workbook('证据清单', []), 'SHEET_NO_HEADER'],
    ['a cell at the far corner', workbook('证据清单', [HEAD, [{ raw: FAR_CORNER }]]), 'SHEET_TOO_LARGE'],
    ['a cell of another row', workbook('证据清单', [HEAD, [{ raw: '<c r="XFD1048576"><v>1</v></c>' }]]), 'SHEET_NOT_XLSX'],
    [
      'an address without an end',
      workbook('证据清单', [HEAD, [{ raw: '<c r="J</row><row r="3"><c r="A1"><v>1</v></c>' }]]),
      'SHEET_NOT_XLSX',
    ],
    ['two addresses', workbook('证据清单', [HEAD, [{ raw: '<c r="A2" r="XFD1048576"><v>1</v></c>' }]]), 'SHEET_NOT_XLSX'],
    ['no space before an address', workbook('证据清单', [HEAD, [{ raw: '<c t="n"r="XFD1048576"><v>1</v></c>' }]]), 'SHEET_NOT_XLSX'],
    ['a far corner in a sheet that stands elsewhere', elsewhere(FAR_CORNER), 'SHEET_TOO_LARGE'],
    ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(80_000_000) }), 'SHEET_TOO_LARGE'],
    [
      'a thousand entries',
      zipSync(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}.xml`, new Uint8Array(1)]))),
      'SHEET_TOO_LARGE',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await found(withSheet(bytes))).toEqual([`${code} case/evidence.xlsx`]);
  });
});

test('an empty list of items says in which cell that is declared', async () => {
  const empty = filledWorkbook('items', { none: false, items: [] });
  const { findings } = await load({ 'items.yaml': undefined, 'items.xlsx': empty });
  expect(findings.map(({ code, args }) => ({ code, args }))).toEqual([
    { code: 'LIST_TOO_SHORT', args: expect.objectContaining({ statementAt: 'cell', cell: 'B2' }) },
  ]);
});

test('what a person means in a cell is taken and said, as in YAML', async () => {
  const values = {
    取证时间: '2026年7月15日 9:30',
    形成日期: '2025.3.1',
    份数: '2份',
    [FILE]: '书证\\a.pdf',
    文件页数: '3页',
    取证人员: '甲、李某二',
  };
  const loaded = await load(evidence([row('E001', values), row('E002', { 形成日期: 20250301 })]));
  expect(loaded.findings.map(({ code }) => code)).toEqual(Array(loaded.findings.length).fill('VALUE_AS_MEANT'));
  expect(loaded.forms.evidence?.evidence[0]).toMatchObject({
    collectedAt: '2026-07-15T09:30+08:00',
    docDate: '2025-03-01',
    copies: 2,
    files: [{ path: '书证/a.pdf', pages: 3 }],
    collectors: ['甲', '乙'],
  });
  expect(loaded.forms.evidence?.evidence[1]).toMatchObject({ docDate: '2025-03-01' });
  const days = loaded.findings.find((f) => f.code === 'VALUE_AS_MEANT' && f.args.kind === 'day');
  expect(days?.at).toMatchObject({ cell: 'P3' });
});

test('an amount in a sheet needs no quotes', async () => {
  const head = ['编号', '类别', '名称', '数量', '单位', '特征', '来源', '存放地点', '移交方式', '价值'];
  const values = ['1', '现金', '现金', 3, '张', '无', '病案室', '物证室', '立案后移交', '36820,50'];
  const { findings } = await load({ 'items.yaml': undefined, 'items.xlsx': workbook('涉案物品清单', [head, values]) });
  expect(findings[0]?.args).toMatchObject({ proposal: '36820.50', sheet: true });
});
