/** In what condition a file is: one line a file; the names say what people take it for. */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readConditions, readExhibit } from '../../src/exhibit/index.ts';
import { gb18030, mp4, pdf, put, rows, utf16, wav, xlsx } from './maker.ts';

const CSV = '编号,姓名\n1,张某某\n2,李某\n';
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
/** A picture with a thumbnail that has an end of its own, restart marks, stuffed bytes, two scans. */
const jpeg = Buffer.concat([
  hex('ffd8 ffe1 000c 457869660000 ffd8 ffd9 ffdb 0004 0000'),
  hex('ffda 0004 0000'),
  Buffer.alloc(70_000, 0x5a),
  hex('ff00 ffd0 ff00'),
  Buffer.alloc(65_535, 0x11),
  hex('ffc4 0003 00 ffda 0004 0000 1234 ffd9'),
]);
const chunk = (type: string, data: Buffer) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};
const png = Buffer.concat([
  hex('89504e470d0a1a0a'),
  chunk('IHDR', Buffer.alloc(13)),
  chunk('IDAT', deflateSync(Buffer.alloc(5000))),
  chunk('IEND', Buffer.alloc(0)),
]);
const book = Buffer.from(xlsx([{ name: '明细', data: rows(['姓名'], ['张某某']) }]));
const docx = Buffer.from(zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>'.repeat(500)) }));
const ole = hex(`d0cf11e0a1b11ae1${'00'.repeat(600)}`);
const heic = Buffer.concat([hex('00000018'), Buffer.from('ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.alloc(300)]);
const seven = Buffer.concat([hex('377abcaf271c0004 00000000'), hex('0a00000000000000 0500000000000000 00000000'), Buffer.alloc(15)]);
const film = mp4(12_400);
const report = pdf(3);
const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3)) % 251));

const whole: readonly (readonly [string, Uint8Array | string])[] = [
  ['报告.pdf', report],
  ['扩展名大写.PDF', report],
  ['前面有字节.pdf', Buffer.concat([Buffer.from([0, 1, 2, 10]), Buffer.from(report)])],
  ['后面有字节.pdf', `${report}\n<!-- sent by a gateway -->${'\0'.repeat(3000)}`],
  ['后面有许多字节.pdf', `${report}${'<p>sent by a gateway</p>\n'.repeat(60_000)}`],
  ['补丁.pdf', `${report}9 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n`],
  ['照片.jpg', jpeg],
  ['手机附加数据.jpeg', Buffer.concat([jpeg, Buffer.alloc(5000, 1)])],
  ['截图.png', png],
  ['大块说明在前.png', Buffer.concat([png.subarray(0, 8 + 25), chunk('zTXt', Buffer.alloc(90_000, 7)), png.subarray(8 + 25)])],
  ['目录在末尾.tif', Buffer.concat([hex('49492a00 00000200'), Buffer.alloc(131_064, 9), hex('0100 0001 0400 01000000 01000000 00000000')])],
  ['明细.xlsx', book],
  ['压缩包.zip', book],
  ['有密码.xlsx', ole],
  ['旧.xls', ole],
  ['情况说明.docx', docx],
  ['富文本.doc', '{\\rtf1 text}'],
  ['录像.mp4', film],
  ['录像.mov', film],
  ['录音.wav', wav(1)],
  ['没有写长度.wav', Buffer.concat([hex('52494646 ffffffff'), wav(1).subarray(8)])],
  ['压缩.7z', seven],
  ['明细.csv', CSV],
  ['明细.txt', gb18030(CSV)],
  ['大端.wav', Buffer.concat([Buffer.from('RIFX'), wav(1).subarray(4)])],
  ['没有标记的UTF-16.csv', utf16(CSV).subarray(2)],
  ['没有扩展名', noise],
  ['备份.dat', CSV],
  ['苹果.heic', heic],
];
test.each(whole)('%s is as its name and its format say', async (name, bytes) => expect(await readConditions(put(bytes), name)).toEqual([]));

const misnamed = (ending: string, format?: string) => ({ kind: 'misnamed', ending, ...(format === undefined ? {} : { format }) });
const cut = (format: string, lacks: string) => ({ kind: 'incomplete', format, lacks });
const faulty = [
  ['空.pdf', '', { kind: 'empty' }],
  ['照片.jpg', CSV, misnamed('jpg', '文本')],
  ['照片.JPG', png, misnamed('jpg', 'PNG')],
  ['照片.jpg', heic, misnamed('jpg', 'HEIC')],
  ['照片.jpg', noise, misnamed('jpg')],
  ['导出.xls', CSV, misnamed('xls', '文本')],
  ['导出.xls', book, misnamed('xls', 'XLSX')],
  ['明细.csv', book, misnamed('csv', 'XLSX')],
  ['说明.docx', book, misnamed('docx', 'XLSX')],
  ['网页.pdf', '<html><body>404</body></html>', misnamed('pdf', '网页 HTML')],
  ['报告.pdf', report.slice(0, -20), cut('PDF', 'end')],
  ['报告.pdf', report.slice(0, 200), cut('PDF', 'end')],
  ['补丁断了.pdf', `${report}9 0 obj\n<</Length 500>>\nstream`, cut('PDF', 'end')],
  ['网上的.pdf', report.replace('%PDF-1.4\n', '%PDF-1.4\n1 0 obj <</Linearized 1 /L 99999 /N 3>> endobj\n'), cut('PDF', 'rest')],
  ['照片.jpg', jpeg.subarray(0, -2), cut('JPEG', 'end')],
  ['照片.jpg', jpeg.subarray(0, 100_000), cut('JPEG', 'end')],
  ['照片.jpg', jpeg.subarray(0, 30), cut('JPEG', 'end')],
  ['截图.png', png.subarray(0, -12), cut('PNG', 'end')],
  ['截图.png', png.subarray(0, 60), cut('PNG', 'end')],
  ['明细.xlsx', book.subarray(0, book.length >> 1), cut('ZIP', 'directory')],
  ['说明.docx', docx.subarray(0, -30), cut('ZIP', 'directory')],
  ['压缩.7z', seven.subarray(0, -1), cut('7z', 'rest')],
  ['录像.mp4', film.subarray(0, 900_000), cut('MP4', 'rest')],
  ['录像.mp4', film.subarray(0, film.length - 116), cut('MP4', 'index')],
  ['录像.mp4', film.subarray(0, -20), cut('MP4', 'rest')],
  ['录音.wav', wav(3).subarray(0, 9000), cut('WAV', 'rest')],
  ['录像.jpg', film.subarray(0, 900_000), misnamed('jpg', 'MP4'), cut('MP4', 'rest')],
] as const satisfies readonly (readonly [string, Uint8Array | string, ...object[]])[];
test.each(faulty.map(([name, bytes, ...expected]) => ({ name, bytes, expected })))(
  '$name, not what it should be ($expected)',
  async ({ name, bytes, expected }) => {
    expect(await readConditions(put(bytes), name)).toEqual(expected);
    expect((await readExhibit(put(bytes), name)).conditions).toEqual(expected);
  },
);

test.each([
  ['segments of nothing.jpg', Buffer.concat([hex('ffd8'), Buffer.alloc(20_000_000, hex('ffe00000'))])],
  ['fill bytes.jpg', Buffer.concat([hex('ffd8'), Buffer.alloc(20_000_000, 0xff)])],
  ['scans of nothing.jpg', Buffer.concat([hex('ffd8'), Buffer.alloc(20_000_000, hex('ffda0002'))])],
  ['chunks of nothing.png', Buffer.concat([hex('89504e470d0a1a0a'), Buffer.alloc(12_000_000, hex('000000006e4f6e4500000000'))])],
  [
    'boxes of nothing.mp4',
    Buffer.concat([hex('00000018'), Buffer.from('ftypisom\0\0\0\0isommp42', 'latin1'), Buffer.alloc(8_000_000, hex('0000000866726565'))]),
  ],
])('a file that only leads on is not followed to its end: %s', async (name, bytes) => {
  expect(await readConditions(put(bytes), name)).toEqual([]);
});

test('what only our readers cannot read is called that, and is told once', async () => {
  const unreadable = `%PDF-1.4\n${'x'.repeat(300)}\n%%EOF\n`;
  expect(await readExhibit(put(unreadable), 'a.pdf')).toEqual({
    content: { format: 'PDF' },
    conditions: [{ kind: 'unread', format: 'PDF' }],
  });
  const damaged = book.map((byte, i) => (i === book.indexOf('xl/worksheets/sheet1.xml') + 80 ? byte ^ 1 : byte));
  expect((await readExhibit(put(damaged), 'a.xlsx')).conditions).toEqual([{ kind: 'unread', format: 'XLSX' }]);
  expect((await readExhibit(put(book), 'a.xlsx')).conditions).toEqual([]);
});
