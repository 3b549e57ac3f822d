/** Tables as programs really write them: those who count the rows and those who sum them read the same. One line a scenario. */
import { expect, test } from 'vitest';
import { readConditions, readContent, readDataset } from '../../src/exhibit/index.ts';
import { gb18030, merges, pdf, put, rows, utf16, xlsx } from './maker.ts';

const HEAD = '序号,姓名,金额';
const LINES = ['1,示例甲,2.20', '2,示例乙,2.20', '3,示例丙,2.20'];
const CSV = `${[HEAD, ...LINES].join('\r\n')}\r\n`;
const table = (path: string, more = {}) =>
  readDataset(path, { evidence: 'W-1', path: 'x', sumColumn: '金额', rows: 3, sum: '6.60', ...more });
const bytesOf = (text: string) => Buffer.from(text);
/** The same in Big5, in traditional characters: the platform has no encoder. */
const BIG5 = Buffer.from(
  'a7c7b8b92ca96da6572caaf7c3420d0a312cbd64a8d2a448adfbb2c4a5d2b8b92c322e32300d0a322cbd64a8d2a448adfbb2c4a441b8b92c322e32300d0a332cbd64a8d2a448adfbb2c4a4feb8b92c322e32300d0a',
  'hex',
);

test.each<[string, Uint8Array | string]>([
  ['as it should be', CSV],
  ['Ctrl-Z at the end', `${CSV}\x1a`],
  ['Ctrl-Z without a line end before it', `${CSV.trimEnd()}\x1a`],
  ['Ctrl-Z before a line end', `${CSV}\x1a\r\n`],
  ['zeros up to the end of a block', `${CSV}${'\0'.repeat(400)}`],
  ['Ctrl-Z and zeros', `${CSV}\x1a${'\0'.repeat(200_000)}`],
  ['Ctrl-Z in UTF-16', utf16(`${CSV}\x1a`)],
  ['zeros in UTF-16', utf16(`${CSV}\0\0\0`)],
  ['a tab behind every field', CSV.replaceAll(',', '\t,').replaceAll('\r\n', '\t\r\n')],
  ['a tab before every field', `\t${CSV.replaceAll(',', ',\t').replaceAll('\r\n', '\r\n\t').trimEnd()}\r\n`],
  ['a tab inside quotes', CSV.replaceAll(/,(示例.)/g, ',"\t$1"')],
  ['two tabs behind every field', CSV.replaceAll(',', '\t\t,').replaceAll('\r\n', '\t\t\r\n')],
  ['a vertical tab in a field', CSV.replace('示例乙', '示例\v乙')],
  ['a bell and a group separator in a field', CSV.replace('示例乙', '示\x07例\x1d乙')],
  ['a zero-width space behind the heading', CSV.replace('金额', '金额\u200b')],
  ['a mark in the middle of the heading', CSV.replace('金额', '\ufeff金额')],
  ['a no-break space and a joiner in the heading', CSV.replace('金额', '金\u00a0\u200d额')],
  ['a heading in quotes of its own', CSV.replace('金额', '“金额”')],
  ['a heading behind an apostrophe', CSV.replace('金额', "'金额")],
  ['numbers kept as texts', CSV.replace('1,示例甲,2.20', '="001",示例甲,="2.20"')],
  ['amounts behind an apostrophe', CSV.replace('2.20', "'2.20")],
  ['a line that names the delimiter', `sep=;\r\n${CSV.replaceAll(',', ';')}`],
  ['a line that names the comma', `sep=,\r\n${CSV}`],
  ['a delimiter more at the end of every row', `${HEAD}\r\n${LINES.map((line) => `${line},,\r\n`).join('')}`],
  ['a delimiter more at the end of the heading', CSV.replace(HEAD, `${HEAD},`)],
  ['blank lines, and lines of delimiters', CSV.replaceAll('\r\n', '\r\n\r\n,,\r\n')],
  ['CR alone', CSV.replaceAll('\r\n', '\r')],
  ['line ends of three systems', CSV.replace('\r\n', '\n').replace('\r\n1', '\r1')],
  ['UTF-16 without a mark', utf16(CSV).subarray(2)],
  ['UTF-16 without a mark, high byte first', utf16(CSV, true).subarray(2)],
  ['characters of four bytes in GB 18030', gb18030(CSV.replace('示例乙', '𠮷例乙'))],
  ['quotes opened in a remark', CSV.replace('示例乙', '他说"好')],
])('%s: three rows, 6.60', async (_, text) => {
  const path = put(text);
  const { format, rows: counted, columns } = await readContent(path);
  expect([format.startsWith('CSV'), counted, (columns ?? 0) >= 3]).toEqual([true, 3, true]);
  expect(await table(path)).toEqual({ rows: 3, sum: 660n, faults: [] });
});

test.each<[string, Uint8Array, string, string]>([
  [
    'half a character of GBK',
    Buffer.concat([gb18030('序号,姓名,金额\n1,示例'), Buffer.from([0xb2]), gb18030(',1.10\n2,乙,2.20\n')]),
    'GB 18030',
    '2',
  ],
  [
    'half a character of UTF-8',
    Buffer.concat([bytesOf('序号,姓名,金额\n1,甲,1.10\n2,示例'), Buffer.from([0xe7, 0x94]), bytesOf(',2.20\n')]),
    'UTF-8',
    '3',
  ],
  ['a NUL', bytesOf('序号,姓名,金额\n1,示\0例,1.10\n'), 'UTF-8', '2'],
])('%s is told at its line by both', async (_, bytes, encoding, line) => {
  const path = put(bytes);
  expect(await readContent(path)).toEqual({ format: `CSV（${encoding}，第 ${line} 行不能读取，没有数行）` });
  expect((await table(path)).faults).toEqual([{ kind: 'encoding', cell: line }]);
});

test('Big5 is named and read', async () => {
  expect(await readContent(put(BIG5))).toEqual({ format: 'CSV（Big5）', rows: 3, columns: 3 });
  expect(await table(put(BIG5), { sumColumn: '金額' })).toEqual({ rows: 3, sum: 660n, faults: [] });
  expect(await readContent(put(gb18030(CSV)))).toMatchObject({ format: 'CSV（GB 18030）' });
});

const LAST = (label: string, figure = '6.60') => `${label},,${figure}\r\n`;

test.each([
  '合计',
  '合 计',
  '总计：',
  '合計',
  '總計',
  '小計',
  '汇总',
  '彙總',
  '累计金额',
  '本页小计',
  '2023年度合计',
  'Total',
  'TOTAL:',
  'Grand Total',
  'Subtotal',
  'sum',
  '4,合计'.replace(',', '、'),
])('a last row %s that sums all is no data', async (label) => {
  expect(await table(put(`${CSV}${LAST(label)}`))).toEqual({ rows: 3, sum: 660n, faults: [] });
});

test.each([
  ['a number, then the word', '4,合计,6.60\r\n'],
  ['a blank, then the word', ',总 计,6.60\r\n'],
])('%s: no data', async (_, line) => expect(await table(put(`${CSV}${line}`))).toEqual({ rows: 3, sum: 660n, faults: [] }));

test.each([
  ['under a word that nobody knows', LAST('费用共'), '5'],
  ['under none', LAST(''), '5'],
  ['like any other row', '4,示例丁,6.60\r\n', '5'],
])('a last row %s that sums all is counted, and said', async (_, line, cell) => {
  expect(await table(put(`${CSV}${line}`))).toEqual({ rows: 4, sum: 1320n, faults: [], totalRow: { cell, sum: 660n } });
});

test.each([
  ['two rows of the same amount', `${HEAD}\n1,甲,5\n2,乙,5\n`],
  ['a last row of another amount', `${CSV}4,丁,6.61\n`],
  ['all of them zero', `${HEAD}\n1,甲,0\n2,乙,0\n3,丙,0\n`],
  ['a patient who is called so', `${CSV}4,汇总,1.00\n`.replace('4,汇总', '4,汇总生')],
])('%s: nothing is said', async (_, text) => expect(await table(put(text))).not.toHaveProperty('totalRow'));

const FOOT = '制表人：示例丁,,打印日期：2026-04-20\r\n第 1 页共 3 页\r\n';

test.each<[string, string, number, object]>([
  ['two lines below the data', `${CSV}${FOOT}`, 2, { rows: 3, sum: 660n, faults: [] }],
  ['blank lines among them', `${CSV}\r\n${FOOT}\r\n\r\n`, 2, { rows: 3, sum: 660n, faults: [] }],
  ['a total above them', `${CSV}${LAST('合计')}${FOOT}`, 2, { rows: 3, sum: 660n, faults: [] }],
  ['the total among them', `${CSV}${LAST('费用共')}`, 1, { rows: 3, sum: 660n, faults: [] }],
  ['more than there are lines', CSV, 9, { rows: 0, sum: 0n, faults: [] }],
])('footerRows: %s', async (_, text, footerRows, expected) => expect(await table(put(text), { footerRows })).toEqual(expected));

test('lines below the data that are not told are told by their line', async () => {
  expect((await table(put(`${CSV}${FOOT}`))).faults.map(({ kind, cell }) => `${kind}@${cell}`)).toEqual(['not-a-number@5', 'ragged@6']);
});

const sheet = (...last: readonly (readonly (string | number | undefined)[])[]) =>
  put(
    xlsx([
      { name: '明细', data: rows(['序号', '姓名', '金额'], [1, '甲', 2.2], [2, '乙', 2.2], [3, '丙', 2.2], ...last), after: merges() },
    ]),
  );

test('the same in a sheet', async () => {
  const three = { rows: 3, sum: 660n, faults: [] };
  expect(await table(sheet(['汇总', undefined, 6.6]))).toMatchObject(three);
  expect(await table(sheet([4, '合计', 6.6]))).toMatchObject(three);
  expect(await table(sheet([undefined, undefined, 6.6]))).toMatchObject({
    rows: 4,
    sum: 1320n,
    faults: [],
    totalRow: { cell: 'C5', sum: 660n },
  });
  expect(await table(sheet(['合计', undefined, 6.6], ['制表人：丁'], ['第 1 页']), { footerRows: 2 })).toMatchObject(three);
});

test('of a table whose last row is a total, collect says so and counts it', async () => {
  expect(await readContent(put(`${CSV}${LAST('合计')}`))).toEqual({ format: 'CSV（UTF-8，末行是合计）', rows: 4, columns: 3 });
});

/** What collect counts and says, and what is summed. */
test.each<[string, string, string, number, object, object?]>([
  ['a heading on every page', CSV.replace('3,', `${HEAD}\r\n3,`), '，重复的表头 1 行未计', 3, { rows: 3, sum: 660n }],
  ['a total above all', CSV.replace('1,', '合计,,6.60\r\n1,'), '，第 2 行是合计，除去为 3 条', 4, { rows: 3, sum: 660n }],
  ['a subtotal amid', CSV.replace('3,', '小计,,4.40\r\n3,'), '，第 4 行是合计，除去为 3 条', 4, { rows: 3, sum: 660n }],
  [
    'subtotals, and a total',
    `${CSV.replace('3,', '小计,,4.40\r\n3,')}小计,,2.20\r\n${LAST('合计')}`,
    '，第 4、6、7 行是合计，除去为 3 条',
    6,
    { rows: 3, sum: 660n },
  ],
  ['a page total, and a total', `${CSV},本页小计,6.60\r\n,总计,6.60\r\n`, '，第 5、6 行是合计，除去为 3 条', 5, { rows: 3, sum: 660n }],
  ['a title', `2026年结算清单\r\n${CSV}`, '，表头在第 2 行', 3, { rows: 3, sum: 660n }, { headerRows: 2 }],
  ['a remark', `# 导出, 示例\r\n${CSV}`, '，表头在第 2 行', 3, { rows: 3, sum: 660n }, { headerRows: 2 }],
  ['bars at the edges', CSV.replaceAll(',', '|').replaceAll(/^(?=.)|(?<=.)$/gm, '|'), '，竖线分隔', 3, { rows: 3, sum: 660n }],
  [
    'a table of Markdown',
    `|${CSV.trimEnd().replaceAll(',', ' | ').replaceAll('\r\n', ' |\n| ').replace('\n', '\n|:---|:---:|---|\n')} |\n`,
    '，竖线分隔',
    3,
    { rows: 3, sum: 660n },
  ],
  [
    'a table of a database',
    CSV.replaceAll(',', ' | ').replace('\r\n', '\n------+------+------\n'),
    '，竖线分隔',
    3,
    { rows: 3, sum: 660n },
  ],
])('%s: counted, said and summed', async (_, text, said, counted, summed, more) => {
  const path = put(text);
  expect(await readContent(path)).toEqual({ format: `CSV（UTF-8${said}）`, rows: counted, columns: 3 });
  expect(await table(path, more)).toEqual({ ...summed, faults: [] });
});

test.each<[string, string, object]>([
  ['a total above all that is another', CSV.replace('1,', '合计,,6.61\r\n1,'), { kind: 'total', cell: '2', text: '合计' }],
  ['a subtotal that is another', CSV.replace('3,', '小计,,4.41\r\n3,'), { kind: 'total', cell: '4', text: '小计' }],
  ['a total amid, and none below', CSV.replace('3,', '合计,,4.40\r\n3,'), { kind: 'total', cell: '4', text: '合计' }],
  ['a title that was not told', `2026年结算清单\r\n\r\n${CSV}`, { kind: 'heading-lower', cell: '3', text: '3' }],
])('%s: refused at its line', async (_, text, fault) => expect((await table(put(text))).faults).toEqual([fault]));

test.each([
  ['2.20-', 220n],
  ['1\u00a0234.10', 123850n],
  ['1\u202f234\u202f567.10', 123457150n],
  ['１２．３０', 1670n],
])('an amount %j has one reading', async (first, sum) => {
  expect(await table(put(CSV.replace('2.20', first)))).toEqual({ rows: 3, sum, faults: [] });
});

test.each(['1 234.10', '12\u00a034.10', '5-', '-5.00-', '(5.00-)'])('an amount %j has two', async (written) => {
  expect((await table(put(CSV.replace('2.20', `"${written}"`)))).faults).toMatchObject([{ kind: 'not-a-number', cell: '2' }]);
});

test('of the sheets of a workbook the same is said', async () => {
  const data = rows(['明细表'], ['序号', '金额'], [1, 2.2], [2, 2.2], ['合计', 4.4]);
  expect(await readContent(put(xlsx([{ name: '明细', data, after: merges() }])))).toEqual({
    format: 'XLSX（表头在第 2 行，末行是合计）',
    tables: [{ name: '明细', rows: 3, columns: 2 }],
  });
  const two = [1, 2].map((no) => ({ name: `表${no}`, data, after: merges() }));
  expect((await readContent(put(xlsx(two)))).format).toBe('XLSX（表1：表头在第 2 行，末行是合计；表2：表头在第 2 行，末行是合计）');
});

test.each([
  ['a list of one column', '姓名\n张某某\n李某\n'],
  ['a heading that begins with a sign', '#序号,姓名\n1,张某某\n2,李某\n'],
  ['years for headings', '2023,2024\n张某某,1\n李某,2\n'],
])('%s: the first line is its heading', async (_, text) => {
  const { format, rows: counted } = await readContent(put(text));
  expect([format.includes('表头在'), counted ?? 2]).toEqual([false, 2]);
});

const HTML = '<html><head><meta charset="utf-8"></head><body><table><tr><td>金额</td></tr><tr><td>1</td></tr></table></body></html>';
const SHEET_2003 =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>';
const MHT = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n<table></table>\n';

test.each([
  ['a web page', HTML, 'html', '网页 HTML'],
  ['a table alone', '\r\n<table border="1"><tr><td>金额</td></tr></table>', 'html', '网页 HTML'],
  ['a page behind a comment, with a mark', '\ufeff<!-- 导出 -->\n<!DOCTYPE html>\n<html></html>', 'html', '网页 HTML'],
  ['XML of Excel 2003', SHEET_2003, 'sheet', 'XML 表格 2003'],
  ['a web archive', MHT, 'mht', '网页 MHT'],
  ['any XML', '<?xml version="1.0"?>\n<root><row 金额="1"/></root>', 'xml', 'XML'],
])('%s that is named .xls is called what it is, by all', async (_, text, kind, name) => {
  const path = put(text);
  expect((await readContent(path)).format.startsWith(`${name}（UTF-8`)).toBe(true);
  expect(await readConditions(path, '导出.xls')).toEqual([{ kind: 'misnamed', ending: 'xls', format: name }]);
  expect((await table(path)).faults).toEqual([{ kind: 'markup', cell: '', text: kind }]);
});

test.each<[string, Uint8Array | string]>([
  ['a line end', `\n${pdf(2)}`],
  ['a mark', `\ufeff${pdf(2)}`],
  ['blanks and line ends', `  \r\n\r\n${pdf(2)}`],
  ['the answer of a server', `HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n${pdf(2)}`],
  ['a thousand characters', `${'x'.repeat(1000)}\n${pdf(2)}`],
])('a PDF behind %s is a PDF', async (_, bytes) => {
  const path = put(bytes);
  expect(await readContent(path)).toEqual({ format: 'PDF', pages: 2 });
  expect(await readConditions(path, '病历.pdf')).toEqual([]);
});

test('a text that speaks of PDFs is a text', async () => {
  expect((await readContent(put('文件头：%PDF-1.7\n其余见附件。\n'))).format).toBe('纯文本（UTF-8）');
});

test.each(['合同.pdf.crdownload', '数据.zip.baiduyun.p.downloading', '病历.pdf.part', '照片.jpg.downloading'])(
  '%s is told as an unfinished download',
  async (name) => {
    expect(await readConditions(put(pdf(1)), name)).toEqual([{ kind: 'incomplete', format: 'PDF', lacks: 'download' }]);
  },
);
