// Every word of a PDF: what is shown, what stands beside it, and where words may be that no program reads.
import { expect, test } from 'vitest';
import { pdfLook } from '../../src/exhibit/words/pdf/look.ts';
import { fc, runs } from '../property.ts';
import { type Body, codes, FIRST, image, latin, packed, pagePdf, show, stream, string, updated } from './pdf-maker.ts';

const NAME = '诸葛试举';
const ref = (i = 0): string => `${FIRST + i} 0 R`;
const form = (content: string, entries = ''): string =>
  stream(`/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>${entries}`, content);
const note = (entries: string): string => `<</Type/Annot/Rect[72 600 300 650]${entries}>>`;
const noted = (entries: string, objects: readonly Body[] = []): Uint8Array =>
  pagePdf(show('附件'), { page: `/Annots[${note(entries)}]`, objects });

const glyph = (text: string, x: number, y = 700): string => `BT /F 12 Tf ${x} ${y} Td ${codes(text)} Tj ET`;

async function look(pdf: Uint8Array): Promise<{ text: string; unread: readonly string[] }> {
  const texts: string[] = [];
  const unread = await pdfLook(Buffer.from(pdf), { text: (text) => texts.push(text), alive: () => undefined });
  return { text: texts.join('\n'), unread: unread.map(({ why, where }) => (where === undefined ? why : `${why} ${where}`)) };
}

test.each<[what: string, pdf: Uint8Array]>([
  ['text', pagePdf(show(NAME))],
  ['a predefined CMap of Chinese', pagePdf('BT /G 12 Tf 72 700 Td <D6EEB8F0CAD4BED9> Tj ET')],
  ['packed content', pagePdf(packed('', show(NAME)))],
  ['a form of the page', pagePdf('/X Do', { resources: `/XObject<</X ${ref()}>>`, objects: [form(show(NAME))] })],
  ['text that is not seen', pagePdf(show(NAME, '3 Tr'))],
  [
    'a hidden layer',
    pagePdf(`/OC /L BDC ${show(NAME)} EMC`, {
      resources: `/Properties<</L ${ref()}>>`,
      catalog: `/OCProperties<</OCGs[${ref()}]/D<</OFF[${ref()}]/Order[]>>>>`,
      objects: ['<</Type/OCG/Name(x)>>'],
    }),
  ],
  ['the name of a layer', pagePdf('', { objects: [`<</Type/OCG/Name${string(NAME)}>>`] })],
  ['text beside the page', pagePdf(`BT /F 12 Tf 3000 -700 Td ${codes(NAME)} Tj ET`)],
  ['text outside what is clipped', pagePdf(`0 0 1 1 re W n ${show(NAME)}`)],
  ['what glyphs stand for', pagePdf(`/Span<</ActualText${string(NAME)}>>BDC ${show('附件')} EMC`)],
  ['what is seen where glyphs are said to stand for something else', pagePdf(`/Span<</ActualText${string('附件')}>>BDC ${show(NAME)} EMC`)],
  ['what is seen where glyphs are said to stand for nothing', pagePdf(`/Span<</ActualText()>>BDC ${show(NAME)} EMC`)],
  ['a description in content', pagePdf(`/Figure<</Alt${string(NAME)}>>BDC 0 0 5 5 re f EMC`)],
  [
    'a description in the tree',
    pagePdf('', { catalog: `/StructTreeRoot ${ref()}`, objects: [`<</Type/StructTreeRoot/K<</S/Figure/Alt${string(NAME)}>>>>`] }),
  ],
  ['runs drawn from the last to the first', pagePdf(`${glyph('试举', 96)} ${glyph('诸葛', 72)}`)],
  ['each run drawn twice, for bold', pagePdf([72, 72.4, 96, 96.4].map((x) => glyph(x < 90 ? '诸葛' : '试举', x)).join(' '))],
  ['a watermark drawn within a line', pagePdf(`${glyph('诸葛', 72)} ${glyph('机密', 200, 300)} ${glyph('试举', 96)}`)],
  [
    'a watermark aslant drawn within a line',
    pagePdf(`${glyph('诸葛', 72)} BT /F 40 Tf .7 .7 -.7 .7 200 300 Tm ${codes('机密')} Tj ET ${glyph('试举', 96)}`),
  ],
  ['what is not seen, below a run', pagePdf(`${glyph('诸葛', 72)} BT 3 Tr ET ${glyph('某某', 96)} BT 0 Tr ET ${glyph('试举', 96)}`)],
  [
    'a line aslant, drawn from the last run to the first',
    pagePdf(['试举', '诸葛'].map((run, i) => `BT /F 12 Tf .6 .8 -.8 .6 ${['114.4 119.2', '100 100'][i]} Tm ${codes(run)} Tj ET`).join(' ')),
  ],
  ['a note', noted(`/Subtype/Text/Contents${string(NAME)}`)],
  ['the author of a note, in GBK', noted('/Subtype/Text/T<D6EEB8F0CAD4BED9>')],
  ['the signer in a certificate', noted(`/Subtype/Widget/FT/Sig/V<</Contents<3082000106035504030c0ce8afb8e8919be8af95e4b8be300102>>>`)],
  ['a signer in two bytes', noted(`/Subtype/Widget/FT/Sig/V<</Contents<3082000106035504031e088bf8845b8bd54e3e300102>>>`)],
  ['a note in UTF-8 without a mark', noted(`/Subtype/Text/Contents(${latin(NAME)})`)],
  ['rich text that parts a name', noted(`/Subtype/FreeText/RC${string('<body><p>诸葛<b>试</b>&#x4e3e;</p></body>')}`)],
  ['rich text in a stream', noted(`/Subtype/FreeText/RC ${ref()}`, [packed('', latin('<body><p>诸葛<i>试举</i></p></body>'))])],
  ['a stamp that shows more than it says', noted(`/Subtype/Stamp/AP<</N ${ref()}>>`, [form(show(NAME))])],
  ['a stamp that is hidden', noted(`/Subtype/Stamp/F 2/AP<</N ${ref()}>>`, [form(show(NAME))])],
  ['a look when it is pressed', noted(`/Subtype/Widget/FT/Btn/AP<</D<</On ${ref()}>>>>`, [form(show(NAME))])],
  ['the caption of a button', noted(`/Subtype/Widget/FT/Btn/MK<</CA${string(NAME)}>>`)],
  ['the value of a field', pagePdf('', { catalog: `/AcroForm<</Fields[<</FT/Tx/T(name)/V${string(NAME)}>>]>>` })],
  ['a choice that was not made', pagePdf('', { catalog: `/AcroForm<</Fields[<</FT/Ch/Opt[[(a)${string(NAME)}]]>>]>>` })],
  ['a value that is a stream', pagePdf('', { catalog: `/AcroForm<</Fields[<</FT/Tx/V ${ref()}>>]>>`, objects: [packed('', latin(NAME))] })],
  [
    'a form of XFA',
    pagePdf('', { catalog: `/AcroForm<</XFA[(template)${ref()}]>>`, objects: [packed('', latin(`<t><text>${NAME}</text></t>`))] }),
  ],
  [
    'text inside a pattern',
    pagePdf('/Pattern cs /P scn 0 0 500 500 re f', {
      resources: `/Pattern<</P ${ref()}>>`,
      objects: [
        stream('/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 200 900]/XStep 200/YStep 900/Resources<</Font<</F 5 0 R>>>>', show(NAME)),
      ],
    }),
  ],
  [
    'text inside a mask',
    pagePdf('/E gs 0 0 500 500 re f', {
      resources: `/ExtGState<</E<</SMask<</S/Luminosity/G ${ref()}>>>>>>`,
      objects: [form(show(NAME), '/Group<</S/Transparency/CS/DeviceGray>>')],
    }),
  ],
  [
    'a bookmark',
    pagePdf('', {
      catalog: `/Outlines ${ref()}`,
      objects: [`<</Count 1/First ${ref(1)}/Last ${ref(1)}>>`, `<</Title${string(NAME)}/Parent ${ref()}>>`],
    }),
  ],
  ['the author of the file', pagePdf('', { trailer: `/Info ${ref()}`, objects: [`<</Author${string(NAME)}>>`] })],
  [
    'metadata',
    pagePdf('', {
      catalog: `/Metadata ${ref()}`,
      objects: [stream('/Type/Metadata/Subtype/XML', latin(`<x><dc:creator>${NAME}</dc:creator></x>`))],
    }),
  ],
  ['a page label', pagePdf('', { catalog: `/PageLabels<</Nums[0<</P${string(NAME)}>>]>>` })],
  [
    'a script',
    pagePdf('', {
      catalog: `/OpenAction<</S/JavaScript/JS ${ref()}>>`,
      objects: [packed('', 'app.alert("\\u8bf8\\u845b\\u8bd5\\u4e3e")')],
    }),
  ],
  ['a destination by its name', pagePdf('', { catalog: `/Names<</Dests<</Names[${string(NAME)}[3 0 R/Fit]]>>>>` })],
  ['a destination of old, by a name', pagePdf('', { catalog: '/Dests<</#E8#AF#B8#E8#91#9B#E8#AF#95#E4#B8#BE[3 0 R/Fit]>>' })],
  ['a link', noted('/Subtype/Link/A<</S/URI/URI(https://example.invalid/?q=%E8%AF%B8%E8%91%9B%E8%AF%95%E4%B8%BE)>>')],
  ['what an update replaced on a page', updated(pagePdf(show(NAME)), { 4: stream('', show('附件')) })],
  [
    'what an update replaced in a note',
    updated(pagePdf('', { objects: [note(`/Contents${string(NAME)}`)] }), { [FIRST]: note('/Contents(x)') }),
  ],
  [
    'a page that was taken out',
    updated(pagePdf(show(NAME), { objects: ['<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'] }), {
      2: `<</Type/Pages/Count 1/Kids[${ref()}]>>`,
    }),
  ],
  [
    'lines between the objects',
    Buffer.from(
      Buffer.from(pagePdf(''))
        .toString('latin1')
        .replace('5 0 obj', `% ${latin(NAME)}\n5 0 obj`),
      'latin1',
    ),
  ],
  ['lines in front of the file', Buffer.concat([Buffer.from(`Subject: ${NAME}\r\n\r\n`), pagePdf('')])],
  ['lines behind its end', Buffer.concat([pagePdf(''), Buffer.from(`\n${NAME}\n`)])],
  ['a directory of objects', pagePdf('', { objects: [packed('/Type/ObjStm/N 1/First 5', `20 0 <</Alt${string(NAME)}>>`)] })],
])('found, and all is read: %s', async (_, pdf) => {
  const { text, unread } = await look(pdf);
  expect(text).toContain(NAME);
  expect(unread).toEqual([]);
});

test('a telephone before the raised number of a note', async () => {
  const { text } = await look(pagePdf('BT /A 12 Tf 72 700 Td (13900000009) Tj /A 7 Tf 5 Ts (1) Tj ET'));
  expect(text.split('\n')).toContain('13900000009');
});

test('keys, digests and what is decoded wrongly are no text', async () => {
  const random = Array.from({ length: 400 }, (_, i) => ((i * 7919 + 104_729) % 251).toString(16).padStart(2, '0')).join('');
  const { text, unread } = await look(
    pagePdf(show('附件'), {
      trailer: '/ID[<ceb4b8e1c4d3c1a8c9fad3d0bfc6d1a7><ceb4b8e1c4d3c1a8c9fad3d0bfc6d1a7>]',
      objects: [`<</Contents<${random}>>>`, '<</T(Author\\220s book)>>'],
    }),
  );
  expect(unread).toEqual([]);
  expect(text.replaceAll('附件', '')).not.toMatch(/\p{Script=Han}/u);
});

const identity = (more: string): string =>
  `<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Song/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]${more}>>`;
const inFont = (font: string, objects: readonly string[] = [], shown = '<00010002>'): Uint8Array =>
  pagePdf('/X Do', {
    resources: `/XObject<</X ${ref()}>>`,
    objects: [
      stream(`/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</Q ${ref(1)}>>>>`, `BT /Q 12 Tf 72 700 Td ${shown} Tj ET`),
      font,
      ...objects,
    ],
  });
const vertical = (): Uint8Array =>
  Buffer.from(
    Buffer.from(pagePdf(show(NAME)))
      .toString('latin1')
      .replace('UniGB-UCS2-H', 'UniGB-UCS2-V'),
    'latin1',
  );
function cutContent(): readonly (string | Uint8Array)[] {
  const [, data] = packed('', show('附件'.repeat(300))) as readonly [string, Uint8Array, string];
  const half = data.subarray(0, data.length / 2);
  return [`<</Filter/FlateDecode/Length ${half.length}>>\nstream\n`, half, '\nendstream'];
}
const cmap = (rows: string): string =>
  stream(
    '',
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <ffff> endcodespacerange ${rows} endcmap end end`,
  );
const drawn = (content: string, objects: readonly Body[]): Uint8Array =>
  pagePdf(content, { resources: `/XObject<</X ${ref()}>>`, objects });
const attachment = (more: string): string => `<</Type/Filespec/UF${string('名单.txt')}/EF<</F ${ref()}>>${more}>>`;

test.each<[what: string, pdf: Uint8Array, unread: readonly string[]]>([
  ['a page without anything', pagePdf(''), []],
  ['an ordinary page', pagePdf(show('附件')), []],
  [
    'a scan with a page number',
    drawn('q 595 0 0 842 0 0 cm /X Do Q BT /A 9 Tf 280 20 Td (- 1 -) Tj ET', [image(1240, 1754)]),
    ['picture 1'],
  ],
  ['a scan of few pixels', drawn('q 595 0 0 842 0 0 cm /X Do Q', [image(2, 2)]), ['picture 1']],
  ['a seal beside text', drawn(`${show('附件')} q 80 0 0 80 400 100 cm /X Do Q`, [image(300, 300)]), ['picture 1']],
  [
    'a scan cut into strips',
    drawn(Array.from({ length: 200 }, (_, i) => `q 595 0 0 4 0 ${i * 4} cm /X Do Q`).join('\n'), [image(1240, 8)]),
    ['picture 1'],
  ],
  ['a dot beside text', drawn(`${show('附件')} q 5 0 0 5 60 700 cm /X Do Q`, [image(8, 8)]), []],
  ['a picture inside content', pagePdf(`q 99 0 0 99 9 9 cm BI /W 40 /H 40 /CS /G /BPC 8 ID ${'\x5a'.repeat(1600)} EI Q`), ['picture 1']],
  [
    'a picture inside a form',
    drawn('/X Do', [stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Y ${ref(1)}>>>>`, '/Y Do'), image(90, 90)]),
    ['picture 1'],
  ],
  [
    'a stamp with a picture',
    pagePdf('', {
      page: `/Annots[${note(`/Subtype/Stamp/AP<</N ${ref()}>>`)}]`,
      objects: [stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Y ${ref(1)}>>>>`, '/Y Do'), image(90, 90)],
    }),
    ['picture 1'],
  ],
  ['a picture that nothing draws', pagePdf('', { objects: [image(90, 90)] }), ['picture']],
  [
    'letters as outlines',
    pagePdf(Array.from({ length: 40 }, (_, i) => `${i} 0 m 1 2 3 4 5 6 c 7 8 l 9 9 l h f`).join('\n')),
    ['picture 1'],
  ],
  [
    'letters as outlines beside text',
    pagePdf(`${show('附件')} ${Array.from({ length: 60 }, (_, i) => `${i} 0 m ${'1 2 3 4 5 6 c '.repeat(12)}h f`).join('\n')}`),
    ['picture 1'],
  ],
  [
    'letters in strokes beside text',
    pagePdf(`${show('附件')} ${Array.from({ length: 350 }, (_, i) => `${i} 100 m ${i + 40} ${150 + i} l S`).join('\n')}`),
    ['picture 1'],
  ],
  ['ink that has no appearance', noted('/Subtype/Ink/InkList[[1 2 3 4 5 6]]'), ['picture 1']],
  ['a line through many points', noted(`/Subtype/PolyLine/Vertices[${'1 2 '.repeat(100)}]`), ['picture 1']],
  ['a frame around something', noted('/Subtype/Polygon/Vertices[1 1 9 1 9 9 1 9]'), []],
  [
    'a table of lines',
    pagePdf(`${show('附件')} ${Array.from({ length: 3000 }, (_, i) => `72 ${i / 5} m 500 ${i / 5} l S`).join('\n')}`),
    [],
  ],
  ['glyphs of no character', inFont(identity('')), ['font 1']],
  [
    'glyphs with their characters',
    inFont(identity(`/ToUnicode ${ref(2)}`), [cmap('2 beginbfchar <0001> <8bf8> <0002> <845b> endbfchar')]),
    [],
  ],
  ['one glyph without', inFont(identity(`/ToUnicode ${ref(2)}`), [cmap('1 beginbfchar <0001> <8bf8> endbfchar')]), ['font 1']],
  [
    'a private character',
    inFont(identity(`/ToUnicode ${ref(2)}`), [cmap('2 beginbfchar <0001> <8bf8> <0002> <e001> endbfchar')]),
    ['font 1'],
  ],
  [
    'glyphs that are drawings',
    inFont(
      `<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/CharProcs<</a ${ref(2)}>>/Encoding<</Differences[1/a]>>/FirstChar 1/LastChar 1/Widths[9]>>`,
      [stream('', '9 0 d0 0 0 9 9 re f')],
      '<01>',
    ),
    ['font 1'],
  ],
  ['glyphs by numbers', inFont('<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[1/g1/g2]>>>>', [], '<0102>'), ['font 1']],
  ['a vertical column in a font that is not there', vertical(), ['font 1']],
  [
    'one glyph after the other in a font that is not there',
    pagePdf([...NAME].map((char, i) => `BT /F 12 Tf ${172 - 12 * i} 700 Td ${codes(char)} Tj ET`).join(' ')),
    ['font 1'],
  ],
  ['a blank by itself in a font of every reader', pagePdf(`${show('附件')} BT /A 12 Tf 72 600 Td ( ) Tj ET`), []],
  ['text of no size', pagePdf(show('诸葛').replace('/F 12 Tf', '/F 0 Tf')), ['font 1']],
  ['blanks by themselves', pagePdf(`${show('附件')} BT /A 12 Tf 72 600 Td ( ) Tj ET`), []],
  ['a text that is drawn twice', pagePdf(`${show('附件')} ${show('附件')}`), []],
  ['a font that is not there', pagePdf('BT /None 12 Tf 72 700 Td (x) Tj ET'), ['font 1']],
  [
    'a file inside',
    pagePdf('', {
      catalog: `/Names<</EmbeddedFiles<</Names[(a)${ref(1)}]>>>>`,
      objects: [packed('/Type/EmbeddedFile', 'x'), attachment('')],
    }),
    ['embedded 名单.txt'],
  ],
  ['a file in a note', noted(`/Subtype/FileAttachment/FS ${ref(1)}`, [packed('', 'x'), attachment('')]), ['embedded 名单.txt']],
  ['a stream of no known use', pagePdf('', { objects: [packed('', 'x')] }), ['embedded']],
  ['content that is damaged', pagePdf([`<</Filter/FlateDecode/Length 9>>\nstream\nxxxxxxxxx\nendstream`]), ['damaged 1']],
  ['content whose data do not end', pagePdf(cutContent()), ['damaged 1']],
  ['content in a filter of no one', pagePdf([stream('/Filter/Own', 'x')]), ['damaged 1']],
  [
    'a form that draws itself',
    drawn('/X Do', [stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${ref()}>>>>`, '/X Do')]),
    ['font 1', 'damaged 1'],
  ],
  ['the first half', pagePdf(packed('', show('附件'.repeat(500)))).subarray(0, 700), ['damaged', 'damaged 1', 'font 1']],
  ['bytes behind the end', Buffer.concat([pagePdf(''), Buffer.from([10, 1, 2, 3, 0, 10])]), ['no-reader']],
  ['nothing of a PDF', Buffer.from('%PDF-1.7\nx'), ['damaged']],
])('named: %s', async (_, pdf, unread) => {
  expect((await look(pdf)).unread).toEqual(unread);
});

test('whatever becomes of its bytes, a reading ends', async () => {
  const whole = pagePdf(packed('', `/X Do ${show(NAME)}`), {
    resources: `/XObject<</X ${ref()}>>`,
    objects: [form(show(NAME)), packed('/Type/ObjStm/N 1/First 5', `20 0 <</Alt${string(NAME)}>>`), image(30, 30)],
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(whole.length),
      async (changes, cut) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        expect(Array.isArray((await look(cut % 4 === 0 ? bytes.subarray(0, cut) : bytes)).unread)).toBe(true);
      },
    ),
    runs(400),
  );
});
