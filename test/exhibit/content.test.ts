import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { beforeAll, expect, test } from 'vitest';
import { readContent, weakDigests } from '../../src/exhibit/index.ts';
import { avi, dir, gb18030, id3, merges, mp3, mp4, pdf, put, rows, utf16, wav, xlsx } from './maker.ts';

const CSV = '编号,姓名,金额\r\n1,张某某,"1,2"\r\n2,"李\r\n某",3\r\n';
const png = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010806000000' +
    '1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
  'hex',
);
const book = xlsx([
  { name: '明细', data: rows(['姓名', '金额'], ['张某某', 1], [undefined, undefined], ['李某', 2, 'x']), after: merges('A2:A3') },
  { name: '空', data: '' },
]);

test.each<[string, Uint8Array | string, object]>([
  ['PDF', pdf(3), { format: 'PDF', pages: 3 }],
  ['a damaged PDF', `${pdf(3).slice(0, 60)}${'x'.repeat(300)}`, { format: 'PDF' }],
  ['a PDF that is only its first line', '%PDF-1.7', { format: 'PDF' }],
  ['a PDF with bytes in front', Buffer.concat([Buffer.from([0, 1, 2, 10]), Buffer.from(pdf(2))]), { format: 'PDF', pages: 2 }],
  ['PNG', png, { format: 'PNG' }],
  ['JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), { format: 'JPEG' }],
  ['TIFF', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(60)]), { format: 'TIFF' }],
  ['GIF', Buffer.from('47494638396101000100800000', 'hex'), { format: 'GIF' }],
  ['CSV', CSV, { format: 'CSV（UTF-8）', rows: 2, columns: 3 }],
  ['CSV with its mark', `\ufeff${CSV}`, { format: 'CSV（UTF-8，带 BOM）', rows: 2, columns: 3 }],
  ['CSV in GB 18030', gb18030(CSV), { format: 'CSV（GB 18030）', rows: 2, columns: 3 }],
  ['CSV in UTF-16', utf16(CSV), { format: 'CSV（UTF-16）', rows: 2, columns: 3 }],
  ['TSV', CSV.replaceAll(',', '\t'), { format: 'TSV（UTF-8）', rows: 2, columns: 3 }],
  ['bars', 'a|b\n1|2\n', { format: 'CSV（UTF-8，竖线分隔）', rows: 1, columns: 2 }],
  ['a heading that begins like a bitmap', 'BM,MC,JE\n1,x,2\n', { format: 'CSV（UTF-8）', rows: 1, columns: 3 }],
  [
    'a CSV whose later part is of no encoding',
    Buffer.concat([gb18030(CSV.repeat(9000)), Buffer.from([255, 10])]),
    { format: 'CSV（GB 18030，第 36001 行不能读取，没有数行）' },
  ],
  ['a CSV with a quote never closed', `${CSV}${CSV}"x`, { format: 'CSV（UTF-8，第 9 行不能读取，没有数行）' }],
  ['plain text', '情况说明\n本人张某某。\n', { format: '纯文本（UTF-8）' }],
  ['plain text in GB 18030', gb18030('情况说明\n本人张某某。\n'), { format: '纯文本（GB 18030）' }],
  ['lines of JSON', '{"a":1,"b":2}\n{"a":1,"b":2}\n', { format: '纯文本（UTF-8）' }],
  ['one column', '金额\n1\n2\n', { format: '纯文本（UTF-8）' }],
  ['one line of 20 MB', Buffer.alloc(20_000_000, 'a'), { format: '纯文本（UTF-8）' }],
  [
    'XLSX',
    book,
    {
      format: 'XLSX',
      tables: [
        { name: '明细', rows: 2, columns: 3 },
        { name: '空', rows: 0, columns: 0 },
      ],
    },
  ],
  [
    'a damaged XLSX',
    book.map((byte, i) => (i === Buffer.from(book).indexOf('xl/worksheets/sheet1.xml') + 80 ? byte ^ 1 : byte)),
    { format: 'XLSX' },
  ],
  ['half an XLSX', book.subarray(0, book.length >> 1), { format: 'ZIP' }],
  ['ZIP', zipSync({ 'a.txt': strToU8('x') }), { format: 'ZIP' }],
  ['DOCX', zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }), { format: 'DOCX' }],
  [
    'ODS',
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }),
    { format: 'ODS' },
  ],
  ['OFD', zipSync({ 'OFD.xml': strToU8('<x/>') }), { format: 'OFD' }],
  ['7z', Buffer.from(`377abcaf271c0004${'00'.repeat(40)}`, 'hex'), { format: '7z' }],
  ['RAR', Buffer.from(`526172211a070100${'00'.repeat(40)}`, 'hex'), { format: 'RAR' }],
  [
    'an old workbook of Excel',
    Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'),
    { format: 'OLE 复合文档（旧版 Office 或加密的 Office 文件）' },
  ],
  ['WAV', wav(3), { format: 'WAV', seconds: 3 }],
  ['MP3', mp3(1000), { format: 'MP3', seconds: 26 }],
  ['MP3 behind a large tag', Buffer.concat([id3(500_000), mp3(1000)]), { format: 'MP3', seconds: 26 }],
  ['a film', mp4(12_400), { format: 'MP4', seconds: 12 }],
  ['a film cut before its length', mp4(12_400).subarray(0, 900_000), { format: 'MP4' }],
  ['a mute AVI', avi(180), { format: 'AVI', seconds: 12 }],
  ['half a header of WAV', wav(3).subarray(0, 20), { format: 'WAV' }],
  ['noise', createHash('sha512').update('x').digest(), { format: '未识别的二进制文件' }],
  ['nothing', '', { format: '空文件' }],
])('%s', async (_, bytes, expected) => expect(await readContent(put(bytes))).toEqual(expected));

let database: Uint8Array;
beforeAll(async () => {
  const { Database } = await initSqlJs();
  const made = new Database();
  made.run('CREATE TABLE "结算""明细" (id INTEGER PRIMARY KEY, 姓名 TEXT NOT NULL, 金额)');
  made.run('CREATE TABLE a (x); CREATE VIEW v AS SELECT * FROM a; CREATE INDEX i ON a (x)');
  made.run(
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO "结算""明细" SELECT i, \'张某某\', i FROM n',
  );
  database = made.export();
  made.close();
});

const TABLES = [
  { name: 'a', rows: 0, columns: 1 },
  { name: '结算"明细', rows: 5000, columns: 3 },
];

test('SQLite, and nothing is made beside it', async () => {
  const folder = join(dir, 'sqlite');
  mkdirSync(folder);
  const wal = Uint8Array.from(database);
  wal[18] = 2;
  wal[19] = 2;
  for (const [name, bytes] of [['plain', database] as const, ['wal', wal] as const]) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const before = statSync(path).mtimeMs;
    expect(await readContent(path)).toEqual({ format: 'SQLite', tables: TABLES });
    expect(statSync(path).mtimeMs).toBe(before);
    expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
  }
  expect(readdirSync(folder).sort()).toEqual(['plain', 'wal']);
});

test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
  ['cut', (b) => b.subarray(0, b.length - 5000)],
  ['its first page only', (b) => b.subarray(0, 4096)],
  ['its header only', (b) => b.subarray(0, 100)],
  ['a schema that leads in a circle', (b) => circle(b, 1)],
  ['a table that leads in a circle', (b) => circle(b, 2)],
  ['noise behind the header', (b) => b.map((byte, i) => (i < 100 ? byte : (byte * 31 + i) & 255))],
])('a damaged database: %s', async (_, damage) => {
  expect(await readContent(put(damage(Uint8Array.from(database))))).toEqual({ format: 'SQLite' });
});

/** Makes a page an inner one whose four hundred children are itself: counted naively, it never ends. */
function circle(bytes: Uint8Array, page: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  const start = (page - 1) * 4096;
  const at = page === 1 ? 100 : start;
  bytes[at] = 5;
  view.setUint16(at + 3, 400);
  view.setUint16(at + 5, 4000);
  view.setUint32(at + 8, page);
  for (let i = 0; i < 400; i++) view.setUint16(at + 12 + 2 * i, 4000);
  view.setUint32(start + 4000, page);
  return bytes;
}

test('a link is not followed', async () => {
  const link = join(dir, 'link');
  symlinkSync(put('x'), link);
  await expect(readContent(link)).rejects.toMatchObject({ code: 'ELOOP' });
});

test('an interrupt is heard', async () => {
  await expect(readContent(put(CSV), { signal: AbortSignal.abort() })).rejects.toMatchObject({ finding: { code: 'ABORTED' } });
});

test('weak digests, in one reading', async () => {
  const path = put('abc');
  // RFC 1321 A.5; RFC 3174 7.3.
  const md5 = '900150983cd24fb0d6963f7d28e17f72';
  expect(await weakDigests(path, ['md5', 'sha1'])).toEqual({ md5, sha1: 'a9993e364706816aba3e25717850c26c9cd0d89d' });
  expect(await weakDigests(path, ['md5'])).toEqual({ md5 });
});
