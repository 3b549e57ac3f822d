import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDataset } from '../../src/exhibit/index.ts';
import type { Dataset } from '../../src/model/index.ts';
import { merges, put, rows, type SheetXml, xlsx } from './maker.ts';

const brief = async (bytes: Uint8Array, more: Partial<Dataset> = {}): Promise<string> => {
  const dataset: Dataset = { evidence: '证据1', path: 'x.xlsx', sumColumn: '基金支付', rows: 0, sum: '0', ...more };
  const { rows: count, sum, faults } = await readDataset(put(bytes), dataset);
  return [`${count} ${sum}`, ...faults.map(({ kind, cell }) => `${kind}@${cell}`)].join(' ');
};
const one = (data: string, after = ''): readonly SheetXml[] => [{ name: '明细', data, after }];
const HEAD = ['姓名', '基金支付'] as const;

test.each<[string, string, string, string?, Partial<Dataset>?]>([
  ['numbers', rows(HEAD, ['张某某', 10.5], ['李某', 1234.5]), '2 124500'],
  ['numbers as text', rows(HEAD, ['张某某', '10.50'], ['李某', '￥1,234.50 '], ['王某', '-5']), '3 124000'],
  ['shared text', rows(HEAD, ['张某某', '<c r="@" t="s"><v>1</v></c>'], ['李某', '<c r="@" t="s"><v>2</v></c>']), '2 350'],
  ['shared text that is not there', rows(HEAD, ['张某某', '<c r="@" t="s"><v>9</v></c>']), '0 0 unreadable@'],
  [
    'seventeen digits, as Excel writes them',
    rows(
      HEAD,
      ['a', '<c r="@"><v>1234.5600000000002</v></c>'],
      ['b', '<c r="@"><v>0.10000000000000001</v></c>'],
      ['c', '<c r="@"><v>1.0E-2</v></c>'],
      ['d', '<c r="@"><v>1.2E3</v></c>'],
      ['e', '<c r="@"><v>-0.29999999999999999</v></c>'],
    ),
    `5 ${123456n + 10n + 1n + 120000n - 30n}`,
  ],
  ['a third decimal', rows(HEAD, ['张某某', 0.125]), '1 0 not-a-number@B2'],
  ['a fraction of a fen', rows(HEAD, ['张某某', '<c r="@"><v>1E-9</v></c>']), '1 0 not-a-number@B2'],
  ['too much', rows(HEAD, ['张某某', '<c r="@"><v>1E300</v></c>']), '1 0 not-a-number@B2'],
  ['scientific text', rows(HEAD, ['张某某', '1.2E+05']), '1 0 not-a-number@B2'],
  ['an empty cell', rows(HEAD, ['张某某', 1], ['李某']), '2 0 not-a-number@B3'],
  ['an empty styled cell', rows(HEAD, ['张某某', '<c r="@" s="1"/>']), '1 0 not-a-number@B2'],
  ['rows of styled cells only', rows(HEAD, ['张某某', 1], ['<c r="@" s="1"/>', '<c r="@" s="1"/>']), '1 100'],
  ['an error', rows(HEAD, ['张某某', '<c r="@" t="e"><v>#N/A</v></c>']), '1 0 not-a-number@B2'],
  ['a truth value', rows(HEAD, ['张某某', '<c r="@" t="b"><v>1</v></c>']), '1 0 not-a-number@B2'],
  ['a day', rows(HEAD, ['张某某', '<c r="@" s="2"><v>45000</v></c>']), '1 0 not-a-number@B2'],
  ['a month by its own format', rows(HEAD, ['张某某', '<c r="@" s="3"><v>45000</v></c>']), '1 0 not-a-number@B2'],
  ['money by its own format', rows(HEAD, ['张某某', '<c r="@" s="4"><v>45000</v></c>']), '1 4500000'],
  ['a formula', rows(HEAD, ['张某某', 1], ['李某', '<c r="@"><f>B2*2</f><v>2</v></c>']), '2 0 formula@B3'],
  ['a formula never computed', rows(HEAD, ['张某某', '<c r="@"><f>A1</f></c>']), '1 0 formula@B2'],
  ['a shared formula', rows(HEAD, ['张某某', '<c r="@"><f t="shared" si="0"/><v>2</v></c>']), '1 0 formula@B2'],
  [
    'one formula for a range',
    rows(['基金支付', '姓名'], ['<c r="@"><f t="array" ref="A2:A3">X</f><v>2</v></c>', 'x'], [3, 'y']),
    '2 0 formula@A2',
  ],
  [
    'one formula for a range that begins beside it',
    rows(['姓名', '基金支付'], ['<c r="@"><f t="array" ref="A2:B3">X</f><v>2</v></c>', 5], ['y', 3]),
    '2 0 formula@B2',
  ],
  ['a formula elsewhere', rows(HEAD, ['<c r="@" t="str"><f>X</f><v>张某某</v></c>', 1]), '1 100'],
  ['a last row that is the total', rows(HEAD, ['张某某', 1], ['合 计', '<c r="@"><f>SUM(B2:B2)</f><v>1</v></c>']), '1 100'],
  ['a total a fen off', rows(HEAD, ['张某某', 1], ['合 计', '<c r="@"><f>SUM(B2:B2)</f><v>1.01</v></c>']), '2 0 total@A3'],
  ['a total without its figure', rows(HEAD, ['张某某', 1], ['合计']), '2 0 total@A3'],
  ['a total of nothing', rows(HEAD, ['合计', 0]), '1 0 total@A2'],
  ['a subtotal above others', rows(HEAD, ['张某某', 1], ['小计', 1], ['李某', 2]), '2 300'],
  ['a total amid the rows', rows(HEAD, ['张某某', 1], ['合计', 1], ['李某', 2]), '3 0 total@A3'],
  ['a heading again', rows(HEAD, ['张某某', 1], HEAD, ['李某', 2]), '2 300'],
  ['a title above the heading', rows(['清单'], HEAD, ['张某某', 1]), '2 0 heading-lower@B2'],
  ['two totals', rows(HEAD, ['张某某', 1], ['小计', 1], ['合计', 1]), '1 100'],
  ['a merged amount', rows(HEAD, ['张某某', 1], ['李某']), '2 0 not-a-number@B3 merged@B2', merges('B2:B3')],
  ['an amount merged with its neighbour', rows(HEAD, ['张某某', 1], ['李某', 2]), '2 0 merged@A3', merges('A3:B3')],
  ['a merged name, each row its amount', rows(HEAD, ['张某某', 1], [undefined, 2]), '2 300', merges('A2:A3')],
  ['a row that is only a part of a merged name', rows(HEAD, ['张某某', 1]), '1 0 merged@B3', merges('A2:A3')],
  ['an empty merge below the data', rows(HEAD, ['张某某', 1]), '1 100', merges('A5:A9')],
  ['a heading merged down into the data', rows(HEAD, ['张某某', 1], [undefined, 2]), '2 0 merged@B1', merges('B1:B2')],
  ['a merge above the data', rows(['明细'], HEAD, ['张某某', 1]), '1 100', merges('A1:B1'), { headerRows: 2 }],
  ['a merge below the data', rows(HEAD, ['张某某', 1]), '1 100', merges('B5:C5')],
  [
    'two heading rows',
    rows(['姓名', '费用', undefined], [undefined, '总额', '基金支付'], ['张某某', 5, 1]),
    '1 100',
    merges('A1:A2', 'B1:C1'),
    { headerRows: 2 },
  ],
  [
    'a heading over both rows',
    rows(['姓名', '基金支付', '费用'], [undefined, undefined, '总额'], ['张某某', 1, 5]),
    '1 100',
    merges('A1:A2', 'B1:B2'),
    { headerRows: 2 },
  ],
  ['a heading over two columns', rows(['姓名', '基金支付'], ['张某某', 1, 5]), '1 0 merged@B1', merges('B1:C1')],
  [
    'a group is no column',
    rows(['姓名', '基金支付'], [undefined, '统筹', '大病'], ['张某某', 1, 5]),
    '1 0 column-missing@',
    merges('B1:C1'),
    { headerRows: 2 },
  ],
  ['the column twice', rows(['基金支付', '姓名', '基金支付'], [1, '张某某', 2]), '1 0 column-twice@C1'],
  ['no such column', rows(['姓名'], ['张某某']), '1 0 column-missing@'],
  ['hidden rows', rows(HEAD, ['张某某', 1], ['李某', 2]).replace('<row r="3"', '<row r="3" hidden="1"'), '2 300'],
  ['cells without their place', '<row><c t="inlineStr"><is><t>基金支付</t></is></c></row><row><c><v>3</v></c></row>', '1 300'],
  [
    'phonetic runs and rich text',
    rows(['<c r="@" t="inlineStr"><is><r><t>基金</t></r><r><t>支付</t></r><rPh><t>jijin</t></rPh></is></c>'], [1]),
    '1 100',
  ],
  ['entities', rows(['姓名&amp;号', '基金支付'], ['&#x5f20;某', 1]), '1 100'],
  ['rows out of order', '<row r="2"/><row r="1"/>', '0 0 unreadable@'],
  ['a cell of another row', '<row r="2"><c r="A3"><v>1</v></c></row>', '0 0 unreadable@'],
  ['a row beyond the last', '<row r="1048577"/>', '0 0 unreadable@'],
  ['a merge beyond the last row', rows(HEAD, ['张某某', 1]), '1 0 unreadable@', merges('A1:B9999999')],
  ['an element never closed', `${rows(HEAD)}<row r="9"><c r="A9"><v>1`, '0 0 unreadable@'],
  ['no cell at all', '', '0 0 column-missing@'],
])('%s', async (_, data, expected, after, more) => {
  expect(await brief(xlsx(one(data, after), ['', '1.50', '<r><t>2</t></r><r><t>.00</t></r>']), more)).toBe(expected);
});

test('the sheet is found by name, the first when none is named', async () => {
  const book = xlsx([
    { name: '说明', data: rows(['x']) },
    { name: '明 &amp; 细', data: rows(HEAD, ['张某某', 1]) },
  ]);
  expect(await brief(book, { sheet: '明 & 细' })).toBe('1 100');
  expect(await brief(book, { sheet: '明细' })).toBe('0 0 sheet-missing@');
  expect(await brief(book)).toBe('0 0 column-missing@');
});

const sound = xlsx(one(rows(HEAD, ['张某某', 1])));
/** Within the packed cells. */
const inSheet = Buffer.from(sound).indexOf('xl/worksheets/sheet1.xml') + 80;
test.each<[string, Uint8Array]>([
  ['cut', sound.subarray(0, -40)],
  ['cut in the middle', sound.subarray(0, sound.length >> 1)],
  ['a flipped bit', sound.map((byte, i) => (i === inSheet ? byte ^ 1 : byte))],
  ['a part twice', xlsx(one(rows(HEAD)), [], { 'XL/workbook.xml': '<workbook/>' })],
  ['a document of Word', zipSync({ 'word/document.xml': strToU8('<x/>') })],
  ['nested a million deep', xlsx(one('<a>'.repeat(1_000_000)))],
  ['a tag without end', xlsx(one(`<row x="${' y '.repeat(2_000_000)}`))],
  ['a text without end', xlsx(one(rows(['长'.repeat(200_000)])))],
  ['not UTF-8', zipSync({ ...unzipped('xl/worksheets/sheet1.xml', Uint8Array.of(0x3c, 0x61, 0xff, 0xff)) })],
])('a damaged or hostile workbook: %s', async (_, bytes) => expect(await brief(bytes)).toBe('0 0 unreadable@'));

function unzipped(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  for (const [path, xml] of Object.entries({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  }))
    parts[path] = strToU8(xml);
  return { ...parts, [name]: bytes };
}

test('a bomb is refused before it goes off', async () => {
  const bomb = zipSync(unzipped('xl/worksheets/sheet1.xml', new Uint8Array(200_000_000).fill(0x20)), { level: 6 });
  const before = process.memoryUsage.rss();
  expect(await brief(bomb)).toBe('0 0 unreadable@');
  expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
});

test('a bomb that lies about its size goes no further than it said', async () => {
  const bytes = zipSync(unzipped('xl/worksheets/sheet1.xml', new Uint8Array(50_000_000).fill(0x20)), { level: 6 });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 50_000_000) view.setUint32(at + 24, 1000, true);
  }
  expect(await brief(bytes)).toBe('0 0 unreadable@');
});
