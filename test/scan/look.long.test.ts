// What a scan is, whatever somebody put in its place: each ends in its own word, in bounded time and memory.
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { zlibSync } from '../../src/deflate/index.ts';
import { lookAtScans } from '../../src/scan/index.ts';
import { imagePdf, pdfOf, pngOf } from './scanner.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A page with a black bar on it. */
const PAGE = { gray: new Uint8Array(200 * 280).fill(255).fill(0, 2000, 9000), width: 200, height: 280 };
const WHITE = { ...PAGE, gray: new Uint8Array(200 * 280).fill(250) };
const ONE = imagePdf([PAGE]);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A picture that says it is larger than any scanner's, in a kilobyte. */
function bomb(width: number, height: number, filter: string, data: Uint8Array): Uint8Array {
  return pdfOf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>'],
    ['<</Length 28>>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream'],
    [
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${filter}/Length ${data.length}>>\nstream\n`,
      data,
      '\nendstream',
    ],
  ]);
}

test.each<[what: string, content: Uint8Array, look: object]>([
  ['nothing', new Uint8Array(0), { fault: 'empty' }],
  ['a PDF of one page', ONE, { pages: 1, codes: [null] }],
  ['a PDF whose last block was filled up', Buffer.concat([ONE, Buffer.alloc(4096)]), { pages: 1, codes: [null] }],
  [
    'a PDF with a page of a gateway behind it',
    Buffer.concat([ONE, latin(`<html>${' '.repeat(3000)}scanned for viruses</html>`)]),
    { pages: 1, codes: [null] },
  ],
  ['a PDF with 3 MB of anything behind it', Buffer.concat([ONE, Buffer.alloc(3_000_000, 'junk ')]), { pages: 1, codes: [null] }],
  [
    'a PDF with an update that was cut off',
    Buffer.concat([ONE, latin(`9 0 obj\n<</Length 9999>>\nstream\n${'x'.repeat(2000)}`)]),
    { fault: 'cut' },
  ],
  ['the first half of a PDF', ONE.subarray(0, ONE.length / 2), { fault: 'cut' }],
  ['a PDF without its last line', ONE.subarray(0, ONE.length - 6), { fault: 'cut' }],
  ['a PDF that became zeros halfway', Buffer.concat([ONE.subarray(0, ONE.length / 2), Buffer.alloc(ONE.length / 2)]), { fault: 'cut' }],
  ['a PDF with a password', imagePdf([PAGE], locked()), { fault: 'locked' }],
  ['a PDF of rubbish', latin(`%PDF-1.7\n${'x'.repeat(3000)}\nstartxref\n0\n%%EOF\n`), { fault: 'damaged' }],
  ['a PDF without a page', imagePdf([]), { fault: 'damaged' }],
  ['a PDF whose picture is rubbish', bomb(100, 100, 'JPXDecode', latin('nothing')), { fault: 'damaged' }],
  ['blank pages', imagePdf([WHITE, WHITE]), { fault: 'blank' }],
  ['a blank page behind one that is not', imagePdf([PAGE, WHITE]), { pages: 2, codes: [null, null] }],
  ['a text', latin('请见附件。\n'.repeat(500)), { fault: 'notPage' }],
  ['a zip', latin(`PK\x03\x04${'\0'.repeat(3000)}`), { fault: 'notPage' }],
  ['a PNG', pngOf(PAGE), { pages: 1, codes: [null] }],
  ['half a PNG', pngOf(PAGE).subarray(0, 150), { fault: 'cut' }],
  ['half a JPEG', latin(`\xff\xd8\xff\xe0\0\x10JFIF${'\x11'.repeat(3000)}`), { fault: 'cut' }],
  [
    'a JPEG without a frame',
    latin(`\xff\xd8\xff\xe0\0\x10JFIF${'\x11'.repeat(3000)}\xff\xd9`),
    { unseen: 'format', format: 'JPEG', pages: 1 },
  ],
  ['a TIFF', latin(`II*\0${'\x11'.repeat(3000)}`), { unseen: 'format', format: 'TIFF' }],
  ['a picture of 100,000 × 100,000', bomb(100_000, 100_000, 'FlateDecode', zlibSync(new Uint8Array(1000))), { unseen: 'large', pages: 1 }],
])('%s', async (_, content, look) => {
  const file = join(folder, 'a.pdf');
  writeFileSync(file, content);
  expect(await lookAtScans([file], undefined)).toEqual([look]);
});

/** A page of text, as programs print it. `drawn`, `page`, `catalogue`: what somebody put on it; object 7 is an electronic signature, 8 a picture. */
function print(producer: string, { drawn = '', page = '', catalogue = '' } = {}): Uint8Array {
  const content = `BT /F 20 Tf 90 700 Td (page) Tj ET 90 600 99 2 re f ${drawn}`;
  return pdfOf(
    [
      [`<</Type/Catalog/Pages 2 0 R${catalogue}>>`],
      ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
      [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 8 0 R>>>>${page}>>`],
      [`<</Length ${content.length}>>\nstream\n${content}\nendstream`],
      ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
      [`<</Producer(${producer})>>`],
      [
        '<</Type/Annot/Subtype/Widget/Rect[0 0 0 0]/FT/Sig/T(s)/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<00>>>>>',
      ],
      ['<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream'],
    ],
    '/Info 6 0 R',
  );
}

test.each<[what: string, content: Uint8Array, print: boolean]>([
  ['as mbpack printed it', print('mbpack'), true],
  ['of another program', print('WPS'), false],
  ['with a picture of a seal', print('mbpack', { drawn: 'q 99 0 0 99 90 90 cm /I Do Q' }), false],
  ['with a note', print('mbpack', { page: '/Annots[<</Type/Annot/Subtype/Ink/Rect[0 0 99 99]/InkList[[1 1 50 50]]>>]' }), false],
  ['with an electronic signature', print('mbpack', { catalogue: '/AcroForm<</Fields[7 0 R]/SigFlags 3>>' }), false],
])('a document of text %s', async (_, content, print) => {
  const file = join(folder, 'print.pdf');
  writeFileSync(file, content);
  expect(await lookAtScans([file], undefined)).toEqual([{ pages: 1, codes: [null], ...(print ? { print } : {}) }]);
});

/** Entries that ask for a password which the empty one is not (ISO 32000-1, 7.6.3). */
function locked(): string {
  const random = 'a7'.repeat(32);
  return `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${random}>/U<${random}>/P -4>>`;
}

test('a scan of 300 MB is not read, and the next one is', async () => {
  const [large, small] = [join(folder, 'large.pdf'), join(folder, 'small.pdf')];
  writeFileSync(small, ONE);
  writeFileSync(large, ONE);
  truncateSync(large, 300 << 20);
  const file = openSync(large, 'r+');
  writeSync(file, '\n%%EOF\n', (300 << 20) - 7);
  closeSync(file);
  const [before, began] = [process.memoryUsage().rss, performance.now()];
  expect(await lookAtScans([large, small], undefined)).toEqual([{ unseen: 'large' }, { pages: 1, codes: [null] }]);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 << 20);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('a file that makes a page without end is given up, and the next one is looked at', async () => {
  // Forms within forms, ten wide and nine deep: a thousand million bars.
  const form = (inner: string, drawn: string): (string | Uint8Array)[] => [
    `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<<${inner}>>>>/Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
  ];
  const deep = Array.from({ length: 9 }, (_, i) => form(`/F ${5 + i} 0 R`, '/F Do '.repeat(10)));
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 14 0 R/Resources<</XObject<</F 4 0 R>>>>>>';
  const bars = '0 0 9 9 re f '.repeat(10);
  const file = join(folder, 'deep.pdf');
  writeFileSync(
    file,
    pdfOf([
      ['<</Type/Catalog/Pages 2 0 R>>'],
      ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
      [page],
      ...deep,
      form('', bars),
      ['<</Length 5>>\nstream\n/F Do\nendstream'],
    ]),
  );
  const other = join(folder, 'other.pdf');
  writeFileSync(other, ONE);
  const [look, next] = await lookAtScans([file, other], undefined);
  expect(next).toEqual({ pages: 1, codes: [null] });
  // A machine that draws it in time is no fault.
  expect([{ unseen: 'gaveUp' }, { pages: 1, codes: [null] }]).toContainEqual(look);
});

test('scans as the examples have them', async () => {
  const scan = resolve('examples/冒名就医/signed/涉嫌犯罪案件移送书（签章扫描件）.pdf');
  expect(await lookAtScans([scan], undefined)).toMatchObject([{ pages: 3, codes: [{ page: 1 }, { page: 2 }, { page: 3 }] }]);
});
