import { expect, test } from 'vitest';
import { readDataset } from '../../src/exhibit/index.ts';
import type { Dataset } from '../../src/model/index.ts';
import { gb18030, put, utf16 } from './maker.ts';

const about = (more: Partial<Dataset> = {}): Dataset => ({
  evidence: '证据1',
  path: 'x.csv',
  sumColumn: '基金支付',
  rows: 0,
  sum: '0',
  ...more,
});
const read = (bytes: Uint8Array | string, more: Partial<Dataset> = {}) => readDataset(put(bytes), about(more));
const brief = ({ rows, sum, faults }: Awaited<ReturnType<typeof read>>): string =>
  [`${rows} ${sum}`, ...faults.map(({ kind, cell }) => `${kind}@${cell}`)].join(' ');

const TEXT = '姓名,基金支付\r\n张某某,10.50\r\n"李,某","1,234.50"\r\n';

test.each([
  ['UTF-8', TEXT],
  ['UTF-8 with its mark', `\ufeff${TEXT}`],
  ['GB 18030', gb18030(TEXT)],
  ['UTF-16', utf16(TEXT)],
  ['UTF-16, high byte first', utf16(TEXT, true)],
  ['tabs', '姓名\t基金支付\n张某某\t10.50\n李,某\t1,234.50\n'],
  ['semicolons', '姓名;基金支付\n张某某;10.50\n李,某;1,234.50\n'],
  ['old Macintosh lines', TEXT.replaceAll('\r\n', '\r')],
  ['no line end at the end', TEXT.trimEnd()],
  ['blank lines and rows', `${TEXT}\r\n,\r\n  , \r\n`],
])('%s: two rows, 1245.00', async (_, bytes) => expect(brief(await read(bytes))).toBe('2 124500'));

test('characters beyond two bytes, in GB 18030', async () => {
  expect(brief(await read(gb18030('姓名,基金支付\n𠮷某某,1.00\n𫠆某,2.00\n')))).toBe('2 300');
});

test.each<[string, bigint]>([
  ['12', 1200n],
  ['12.3', 1230n],
  ['12.30', 1230n],
  ['12.3000', 1230n],
  ['.5', 50n],
  ['12.', 1200n],
  ['0', 0n],
  ['-0.00', 0n],
  ['-12.30', -1230n],
  ['(12.30)', -1230n],
  ['（12.30）', -1230n],
  ['−12.30', -1230n],
  ['+12.30', 1230n],
  ['￥12.30', 1230n],
  ['¥ 1,234.50', 123450n],
  ['-￥12.30', -1230n],
  ['￥-12.30', -1230n],
  ['12.30元', 1230n],
  ['１２，３４５．６７', 1234567n],
  ['\u3000 12.30\t', 1230n],
  ['9999999999999.99', 999999999999999n],
])('%s is read', async (written, fen) => {
  expect(brief(await read(`基金支付\t姓名\n"${written}"\t张某某\n1\t李某\n`))).toBe(`2 ${fen + 100n}`);
});

test.each([
  '',
  ' ',
  '.',
  '-',
  '1.2E+05',
  '1e2',
  '12.345',
  '1,23',
  '1,2345',
  '1,234,5.00',
  '12,50',
  '--5',
  '-(5)',
  '(-5)',
  '1 234',
  '5-',
  '一百元',
  '1.2万元',
  '$5',
  'NULL',
  '0x10',
  'Infinity',
  '10000000000000',
  '1.2.3',
  '1\n2',
])('%j is no amount', async (written) => {
  expect(brief(await read(`姓名,基金支付\n张某某,1\n李某,"${written}"\n`))).toBe('2 0 not-a-number@3');
});

test.each<[string, string, string, Partial<Dataset>?]>([
  ['a comma too many', 'a,基金支付\nx,1\ny,2,3\n', '2 0 ragged@3'],
  ['a field too few', 'a,基金支付\nx,1\ny\n', '2 0 ragged@3'],
  ['the line on which a record begins', '姓名,基金支付\n"张\r\n某",1\r\n"李\n\n某",2\nx,？\n', '3 0 not-a-number@7'],
  ['a last row that is the total', '姓名,基金支付\n张某某,1\n李某,2\n合计,3.00\n\n', '2 300'],
  ['a total a fen off', '姓名,基金支付\n张某某,1\n合计,1.01\n', '2 0 total@3'],
  ['a total above other rows', '姓名,基金支付\n张某某,1\n合计,1\n李某,2\n', '3 0 total@3'],
  ['a total in words of its own', '姓名,基金支付\n张某某,1\n,2023年度 总 计：1\n', '2 0 total@3'],
  ['a subtotal with fewer fields', '姓名,基金支付\n张某某,1\n小计（元）\n', '2 0 total@3'],
  ['a formula as text', '姓名,基金支付\n张某某,=6+6.30\n', '1 0 formula@2'],
  ['a formula that is a text', '姓名,基金支付\n张某某,"=""12.30"""\n', '1 1230'],
  ['a number kept from Excel elsewhere', '证件,基金支付\n="99999919800101001X",12.30\n', '1 1230'],
  ['an inch in a field', '规格,基金支付\n5" 管,12.30\n', '1 1230'],
  ['text behind a closing quote', '规格,基金支付\n"5"管",12.30\n"好",1\n', '2 0 unreadable@2'],
  ['a field that begins with a quote', '规格,基金支付\n"""特""管",12.30\n', '1 1230'],
  ['a quote never closed', '规格,基金支付\nx,1\n"管,12.30\ny,2\n', '1 0 unreadable@3'],
  ['no such column', '姓名,统筹支付\n张某某,1\n', '0 0 column-missing@'],
  ['the column twice', '基金支付,基金 支付\n1,2\n', '0 0 column-twice@1'],
  ['a heading with a line break', '姓名,"基金\n支付"\n张某某,1\n', '1 100'],
  ['two heading rows', '姓名,费用,\n,总额,基金支付\n张某某,5,1\n', '1 100', { headerRows: 2 }],
  ['a group heading is no column', '姓名,基金支付,\n,统筹,大病\n张某某,5,1\n', '0 0 column-missing@', { headerRows: 2 }],
  ['a title and a blank line above', '结算明细,\n,\n姓名,基金支付\n张某某,1\n', '1 100', { headerRows: 3 }],
  ['a sign in every field', '姓名,基金支付,编码\n张某某,1,a|b|c|d\n李某,2,a|b|c|d\n王某,3,a|b|c|d\n', '3 600'],
  ['a comma in every field', '姓名\t基金支付\n张,某\t1\n李,某\t2\n王,某\t3\n', '3 600'],
  ['headings only', '姓名,类别,基金支付\n', '0 0'],
  ['an empty file', '', '0 0 column-missing@'],
  ['NUL', '姓名,基金支付\n张某某,1\n李\0某,2\n', '0 0 encoding@3'],
])('%s', async (_, text, expected, more) => expect(brief(await read(text, more))).toBe(expected));

test('a byte of no encoding is told by its line', async () => {
  const bytes = Buffer.concat([gb18030('姓名,基金支付\r\n张某某,1\r\n'), Buffer.from([0xff, 0xff]), gb18030(',2\r\n')]);
  expect((await read(bytes)).faults).toEqual([{ kind: 'encoding', cell: '3' }]);
});

test('twenty faults are listed, every row is counted', async () => {
  const result = await read(`姓名,基金支付\n${'张某某,无\n'.repeat(50)}`);
  expect([result.rows, result.faults.length, result.faults[19]?.cell]).toEqual([50, 20, '21']);
});

test('what is shown of a cell is short and obeys nobody', async () => {
  const [fault] = (await read(`姓名,基金支付\n张某某,"\u202e\u001b[2J${'长'.repeat(500)}"\n`)).faults;
  expect(fault?.text).toMatch(/^\[2J长{36}…$/);
});

test.each([
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex')],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
])('%s is no dataset', async (_, bytes) => {
  const { faults } = await read(bytes);
  expect(faults[0]?.kind).toMatch(/^(?:unreadable|encoding)$/);
});

test('one line of 100 MB is refused', async () => {
  expect((await read(Buffer.alloc(100_000_000, '1,'))).faults).toEqual([{ kind: 'unreadable', cell: '1' }]);
});

test('an interrupt is heard', async () => {
  const stop = AbortSignal.abort();
  await expect(readDataset(put(TEXT), about(), { signal: stop })).rejects.toMatchObject({ finding: { code: 'ABORTED' } });
});
