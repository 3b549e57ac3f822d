/** Guards: a word in a package of Office, wherever it stands, is found or its place is named; an ordinary workbook or document is not named. */
import { describe, expect, test } from 'vitest';
import { readWords, type Unread } from '../../src/exhibit/index.ts';
import { EXCEL, HANDS, workbookBy } from '../workbook/hands.ts';
import { zipOf } from '../workbook/zip-writer.ts';
import { put } from './maker.ts';

const NAME = '诸葛试举';
const PHONE = '13900000009';

/** What is found of the two, as a search sees it that passes over blanks and takes no number out of a longer one, and what was not read. */
async function search(bytes: Uint8Array): Promise<string> {
  const found = new Set<string>();
  const unread = await readWords(put(bytes), (text) => {
    const folded = text.replace(/\s+/g, '');
    if (folded.includes(NAME)) found.add('name');
    if (new RegExp(`(?<![0-9A-Za-z])${PHONE}(?![0-9A-Za-z])`).test(folded)) found.add('phone');
  });
  return [...found, ...unread.map(told)].join(' ');
}
const told = ({ why, where }: Unread): string => (where === undefined ? why : `${why}@${where}`);

const rows = [
  [{ text: '序号' }, { text: '金额' }],
  [{ number: '1' }, { number: '2.2' }],
] as const;
const book = (more: Readonly<Record<string, string>> = {}, hand = EXCEL): Uint8Array => workbookBy(hand, { 明细: rows }, more);

test.each(HANDS.map((hand) => [hand.name, hand] as const))('an ordinary workbook of %s is read to its last word', async (_, hand) => {
  expect(await search(book({}, hand))).toBe('');
  const filled = [[{ text: NAME }, { number: '1' }, { number: PHONE }, { number: '2' }]];
  expect(await search(workbookBy(hand, { 明细: filled }))).toBe('name phone');
});

/** The one cell of a sheet in a format of its own. */
const inFormat = (code: string, cell: string): Readonly<Record<string, string>> => ({
  'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cell}</row></sheetData></worksheet>`,
});
const NINE = '<c r="A1" s="1"><v>9</v></c>';
const GIVEN = '<c r="A1" s="1" t="inlineStr"><is><t>试举</t></is></c>';

test.each<[string, string, string, string]>([
  ['digits before the number', '"139000"00000', NINE, 'phone'],
  ['digits between its places', '[$-804]0"3900"000000;General', '<c r="A1" s="1"><v>1000009</v></c>', 'phone'],
  ['digits behind it', '0\\3"900000009"', '<c r="A1" s="1"><v>1</v></c>', 'phone'],
  ['a family name before a text', '"诸葛"@', GIVEN, 'name'],
  ['one in the section of texts', 'General;-General;0;[Red]"诸葛"@', GIVEN, 'name'],
  ['an ordinary unit', '#,##0.00"元"', NINE, ''],
])('a number format shows %s', async (_, code, cell, found) => expect(await search(book(inFormat(code, cell)))).toBe(found));

describe('in a workbook', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'a comment',
      {
        'xl/comments1.xml': `<comments><commentList><comment ref="B2"><text><r><t>诸</t></r><r><t>葛试举</t></r></text></comment></commentList></comments>`,
      },
    ],
    ['who commented', { 'xl/comments1.xml': `<comments><authors><author>${NAME}</author></authors></comments>` }],
    [
      'a threaded comment',
      {
        'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment ref="A1"><text>${NAME}</text></threadedComment></ThreadedComments>`,
      },
    ],
    ['a person', { 'xl/persons/person.xml': `<personList><person displayName="${NAME}" userId="x"/></personList>` }],
    [
      'a text box',
      {
        'xl/drawings/drawing1.xml':
          '<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>诸葛</a:t></a:r><a:r><a:t>试举</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
      },
    ],
    [
      'the description of a picture',
      { 'xl/drawings/drawing1.xml': `<xdr:wsDr><xdr:cNvPr id="2" name="图片 1" descr="${NAME}来信"/></xdr:wsDr>` },
    ],
    [
      'an old text box',
      {
        'xl/drawings/vmlDrawing1.vml': `<xml><v:shape><v:textbox><div><font>诸葛</font><font>试举</font></div></v:textbox></v:shape></xml>`,
      },
    ],
    [
      'a header',
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><headerFooter><oddHeader>&amp;C&amp;"宋体,常规"&amp;10诸葛&amp;B试举</oddHeader></headerFooter></worksheet>`,
      },
    ],
    [
      'the footer of first pages',
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><headerFooter><firstFooter>&amp;L${NAME}</firstFooter></headerFooter></worksheet>`,
      },
    ],
    ['who wrote it', { 'docProps/core.xml': `<cp:coreProperties><dc:creator>${NAME}</dc:creator></cp:coreProperties>` }],
    ['its company', { 'docProps/app.xml': `<Properties><Company>${NAME}</Company></Properties>` }],
    [
      'a property of its own',
      { 'docProps/custom.xml': `<Properties><property name="来源"><vt:lpwstr>${NAME}</vt:lpwstr></property></Properties>` },
    ],
    [
      'the cache of a pivot table',
      {
        'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition><sharedItems><s v="${NAME}"/></sharedItems></pivotCacheDefinition>`,
      },
    ],
    [
      'a chart’s kept texts',
      { 'xl/charts/chart1.xml': `<c:chart><c:strCache><c:pt idx="0"><c:v>${NAME}</c:v></c:pt></c:strCache></c:chart>` },
    ],
    [
      'a chart sheet',
      { 'xl/chartsheets/sheet1.xml': `<chartsheet><headerFooter><oddHeader>${NAME}</oddHeader></headerFooter></chartsheet>` },
    ],
    [
      'a sheet that nothing points at',
      { 'xl/worksheets/sheet9.xml': `<worksheet><sheetData><row><c t="str"><v>${NAME}</v></c></row></sheetData></worksheet>` },
    ],
    [
      'a formula',
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1"><f>IF(A2="${NAME}",1,0)</f><v>0</v></c></row></sheetData></worksheet>`,
      },
    ],
    ...['"诸葛"&amp;"试举"', '_xlfn.UNICHAR(35832)&amp;"葛试举"'].map((formula): [string, Readonly<Record<string, string>>] => [
      `a formula without a value: ${formula}`,
      { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1"><f>${formula}</f></c></row></sheetData></worksheet>` },
    ]),
    ['a reading above characters', { 'xl/sharedStrings.xml': `<sst><si><t>某</t><rPh><t>${NAME}</t></rPh></si></sst>` }],
    [
      'a hint of a list of choices',
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><dataValidations><dataValidation promptTitle="x" prompt="向${NAME}核实"/></dataValidations></worksheet>`,
      },
    ],
    [
      'a link',
      {
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="file:///D:/${NAME}.doc" TargetMode="External"/></Relationships>`,
      },
    ],
    [
      'the values of another workbook',
      {
        'xl/externalLinks/externalLink1.xml': `<externalLink><sheetData><row><cell><v>${NAME}</v></cell></row></sheetData></externalLink>`,
      },
    ],
    ['a table', { 'xl/tables/table1.xml': `<table displayName="表1"><tableColumns><tableColumn name="${NAME}"/></tableColumns></table>` }],
    ['a connection', { 'xl/connections.xml': `<connections><connection description="${NAME}提供"/></connections>` }],
    ['custom XML', { 'customXml/item1.xml': `<root><x>${NAME}</x></root>` }],
    ['custom XML in pieces', { 'customXml/item1.xml': '<root><x>诸</x><y>葛</y><z>试举</z></root>' }],
    ['markup inside a text', { 'customXml/item1.xml': '<root>&lt;b&gt;诸葛&lt;/b&gt;&amp;#35797;举</root>' }],
    ['a comment of XML', { 'xl/worksheets/sheet1.xml': `<worksheet><!-- ${NAME} --><sheetData/></worksheet>` }],
    ['an instruction of XML', { 'xl/worksheets/sheet1.xml': `<worksheet><?note ${NAME}?><sheetData/></worksheet>` }],
    [
      'a section of characters',
      {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c t="inlineStr"><is><t><![CDATA[${NAME}]]></t></is></c></row></sheetData></worksheet>`,
      },
    ],
    ['entities', { 'customXml/item1.xml': '<root a="&#x8bf8;&#33883;试举"/>' }],
    ['escapes', { 'xl/comments1.xml': '<comments><comment><text><t>_x8BF8_葛试举</t></text></comment></comments>' }],
    [
      'the settings of a printer',
      { 'xl/printerSettings/printerSettings1.bin': Buffer.from(`\0\0${NAME}\0`, 'utf16le').toString('latin1') },
    ],
    ['a part’s own name', { [`customXml/${NAME}.xml`]: '<x/>' }],
  ])('%s', async (_, more) => {
    const bytes = 'xl/printerSettings/printerSettings1.bin' in more ? withSettings() : book(more);
    expect(await search(bytes)).toBe('name');
  });

  /** Texts of the writer become UTF-8; settings are bytes. */
  function withSettings(): Uint8Array {
    return zipOf({ '[Content_Types].xml': '<Types/>', 'xl/printerSettings/printerSettings1.bin': Buffer.from(`\0\0${NAME}\0`, 'utf16le') });
  }

  test.each(['hidden', 'veryHidden'])('a sheet that is %s', async (state) => {
    const main = `<workbook xmlns:r="r"><sheets><sheet name="${NAME}" state="${state}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    expect(await search(book({ 'xl/workbook.xml': main }))).toBe('name');
  });

  test('a number as programs in Java write it, alone in a cell', async () => {
    expect(await search(workbookBy(EXCEL, { 明细: [[{ number: '5' }, { number: '1.3900000009E10' }, { number: '5' }]] }))).toBe('phone');
    expect(
      await search(book({ 'xl/externalLinks/externalLink1.xml': '<externalLink><v>5</v><v>1.3900000009E10</v><v>5</v></externalLink>' })),
    ).toBe('phone');
  });

  test('a sheet whose cells do not run in order is searched all the same', async () => {
    const sheet = `<worksheet><sheetData><row r="5"/><row r="2"><c r="A2" t="str"><v>${NAME}</v></c></row></sheetData></worksheet>`;
    expect(await search(book({ 'xl/worksheets/sheet1.xml': sheet }))).toBe('name');
  });
});

const P = (...runs: string[]): string => `<w:p>${runs.map((run) => `<w:r><w:rPr><w:b/></w:rPr>${run}</w:r>`).join('\n  ')}</w:p>`;
const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...more,
  });

const odt = (text: string): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<o><text:p>${text}</text:p></o>`,
    'META-INF/manifest.xml': '<m/>',
  });
const RUBY = (base: string): string => `<text:ruby><text:ruby-base>${base}</text:ruby-base><text:ruby-text>zg</text:ruby-text></text:ruby>`;
const ODF_ASIDES = {
  'under its reading': [...NAME].map(RUBY).join(''),
  'around the title of a shape': '诸葛<draw:rect><svg:title>形状</svg:title><svg:desc>方形</svg:desc></draw:rect>试举',
  'around what is hidden': '诸葛<text:hidden-text text:string-value="x">某</text:hidden-text>试举',
  'around what a style hides': '<text:span text:style-name="T1">诸葛</text:span><text:span text:style-name="T2">某</text:span>试举',
  'around a note':
    '诸葛<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>试举',
};

describe('in a document', () => {
  test.each<[string, Uint8Array]>([
    ['a paragraph in runs', docx(P('<w:t>诸</w:t>', '<w:t xml:space="preserve">葛试</w:t>', '<w:t>举</w:t>'))],
    ['what was deleted', docx(P('<w:delText>诸葛</w:delText>', '<w:delText>试举</w:delText>'))],
    ['around what was deleted', docx(P('<w:t>诸葛</w:t>', '<w:delText>某某</w:delText>', '<w:t>试举</w:t>'))],
    ['partly deleted', docx(P('<w:delText>诸葛</w:delText>', '<w:t>试举</w:t>'))],
    [
      'around a text box',
      docx(
        `<w:p><w:r><w:t>诸葛</w:t></w:r><w:r><w:txbxContent>${P('<w:t>附图</w:t>')}</w:txbxContent></w:r><w:r><w:t>试举</w:t></w:r></w:p>`,
      ),
    ],
    [
      'under its reading',
      docx(
        '<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>诸</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>葛试举</w:t></w:r></w:p>',
      ),
    ],
    [
      'around what was moved away',
      docx('<w:p><w:r><w:t>诸葛</w:t></w:r><w:moveFrom><w:r><w:t>某</w:t></w:r></w:moveFrom><w:r><w:t>试举</w:t></w:r></w:p>'),
    ],
    ['around what is hidden', docx(P('<w:t>诸葛</w:t>', '<w:rPr><w:vanish/></w:rPr><w:t>某</w:t>', '<w:t>试举</w:t>'))],
    ['around what a style hides', docx(P('<w:t>诸葛</w:t>', '<w:rPr><w:rStyle w:val="a9"/></w:rPr><w:t>某</w:t>', '<w:t>试举</w:t>'))],
    ['around what is struck out', docx(P('<w:t>诸葛</w:t>', '<w:rPr><w:strike/></w:rPr><w:t>某</w:t>', '<w:t>试举</w:t>'))],
    [
      'around what is struck out on a slide',
      docx('<a:p><a:r><a:t>诸葛</a:t></a:r><a:r><a:rPr strike="sngStrike"/><a:t>某</a:t></a:r><a:r><a:t>试举</a:t></a:r></a:p>'),
    ],
    [
      'around the place of a drawing',
      docx(
        P('<w:t>诸葛</w:t>', '<wp:anchor><wp:positionH><wp:posOffset>914400</wp:posOffset></wp:positionH></wp:anchor>', '<w:t>试举</w:t>'),
      ),
    ],
    [
      'a part that is written for two programs',
      docx(
        P(
          '<w:t>诸葛</w:t>',
          '<mc:AlternateContent><mc:Choice><w:t>试</w:t></mc:Choice><mc:Fallback><w:t>试</w:t></mc:Fallback></mc:AlternateContent>',
          '<w:t>举</w:t>',
        ),
      ),
    ],
    [
      'around an element that nobody knows',
      docx(P('<w:t>诸葛</w:t>', '<x:new>12</x:new>', '<w:delText>某</w:delText>', '<w:t>试举</w:t>')),
    ],
    ['a character that is an attribute', docx(P('<w:t>诸</w:t>', '<w:sym w:font="宋体" w:char="845B"/>', '<w:t>试举</w:t>'))],
    ['around a sign', docx(P('<w:t>诸葛</w:t>', '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:t>试举</w:t>'))],
    ['around the number of a list', docx(P('<w:t>某</w:t>'), { 'word/numbering.xml': '<w:lvl><w:lvlText w:val="诸葛%1试举"/></w:lvl>' })],
    ['a header', docx(P('<w:t>某</w:t>'), { 'word/header1.xml': `<w:hdr>${P(`<w:t>${NAME}</w:t>`)}</w:hdr>` })],
    ['a footnote', docx(P('<w:t>某</w:t>'), { 'word/footnotes.xml': `<w:footnotes>${P(`<w:t>${NAME}</w:t>`)}</w:footnotes>` })],
    ['who changed it', docx(`<w:p><w:ins w:id="1" w:author="${NAME}"/></w:p>`)],
    ['an instruction of a field', docx(P(`<w:instrText>HYPERLINK "mailto:${NAME}"</w:instrText>`))],
    ['an embedded font beside it', docx(P(`<w:t>${NAME}</w:t>`), { 'word/fonts/font1.odttf': 'x' })],
    [
      'a slide',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'ppt/presentation.xml': '<p/>',
        'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>诸葛</a:t></a:r><a:r><a:t>试举</a:t></a:r></a:p></p:sld>',
      }),
    ],
    [
      'notes of a slide',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'ppt/presentation.xml': '<p/>',
        'ppt/notesSlides/notesSlide1.xml': `<p:notes><a:p><a:r><a:t>${NAME}</a:t></a:r></a:p></p:notes>`,
      }),
    ],
    [
      'OpenDocument',
      zipOf({
        mimetype: 'application/vnd.oasis.opendocument.text',
        'content.xml': '<o><text:p><text:span>诸葛</text:span><text:span>试举</text:span></text:p></o>',
        'META-INF/manifest.xml': '<m/>',
      }),
    ],
    ...Object.entries(ODF_ASIDES).map(([what, text]): [string, Uint8Array] => [`OpenDocument, ${what}`, odt(text)]),
    [
      'OFD',
      zipOf({
        'OFD.xml': '<o/>',
        'Doc_0/Pages/Page_0/Content.xml':
          '<p><TextObject><TextCode>诸葛</TextCode></TextObject><TextObject><TextCode>试举</TextCode></TextObject></p>',
      }),
    ],
  ])('%s', async (_, bytes) => expect(await search(bytes)).toBe('name'));

  test('a telephone before the small number of a note, of which the paragraph has another too', async () => {
    const small = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t>';
    expect(await search(docx(P(`<w:t>电话${PHONE}</w:t>`, small)))).toBe('phone');
    expect(await search(odt(`电话${PHONE}<text:note><text:note-citation>1</text:note-citation></text:note>`))).toBe('phone');
  });

  test('a paragraph of very many characters', async () => {
    for (const before of [0, 32_760, 32_766, 65_530])
      expect(await search(docx(P(`<w:t>${'啊'.repeat(before)}${NAME}${'啊'.repeat(40_000)}</w:t>`)))).toBe('name');
  });
});

test('a name of a font that every theme repeats is told once', async () => {
  const theme = '<a:theme><a:font script="Hant" typeface="新細明體"/></a:theme>';
  let told = '';
  await readWords(put(book({ 'xl/theme/theme1.xml': theme, 'xl/theme/theme2.xml': theme })), (text) => {
    told += text;
  });
  expect(told.split('新細明體').length).toBe(2);
});

const BASE64 = Buffer.from('某'.repeat(400)).toString('base64');
describe('what is not read is named', () => {
  test.each<[string, Uint8Array, string]>([
    ['a picture', book({ 'xl/media/image1.png': 'x' }), 'picture@xl/media/image1.png'],
    [
      'a drawing whose texts are read',
      book({ 'xl/media/image1.svg': `<svg><text>${NAME}</text></svg>` }),
      'name picture@xl/media/image1.svg',
    ],
    ['a document inside', book({ 'xl/embeddings/oleObject1.bin': 'x' }), 'embedded@xl/embeddings/oleObject1.bin'],
    [
      'a workbook inside',
      docx(P('<w:t>某</w:t>'), { 'word/embeddings/Microsoft_Excel1.xlsx': 'PK' }),
      'embedded@word/embeddings/Microsoft_Excel1.xlsx',
    ],
    ['macros', book({ 'xl/vbaProject.bin': 'x' }), 'embedded@xl/vbaProject.bin'],
    ['a page that is imported', docx(P('<w:t>某</w:t>'), { 'word/afchunk1.html': '<html/>' }), 'embedded@word/afchunk1.html'],
    [
      'a part of no known kind',
      zipOf({ '[Content_Types].xml': '<Types/>', 'xl/model/item.data': '\u0001\u0002' }),
      'no-reader@xl/model/item.data',
    ],
    [
      'a part that only calls itself XML',
      zipOf({ '[Content_Types].xml': '<Types/>', 'customXml/item1.xml': 'plain' }),
      'no-reader@customXml/item1.xml',
    ],
    ['a file written as text', book({ 'customXml/item1.xml': `<DataMashup>${BASE64}</DataMashup>` }), 'embedded@customXml/item1.xml'],
    ['a file written as an attribute', docx(`<v:shape o:gfxdata="${BASE64.replace(/.{76}/g, '$&&#10;')}"/>`), 'embedded@word/document.xml'],
    ['a document type', book({ 'customXml/item1.xml': '<!DOCTYPE x [<!ENTITY n "x">]><x>&n;</x>' }), 'damaged@customXml/item1.xml'],
    [
      'a part of no encoding',
      zipOf({ '[Content_Types].xml': '<Types/>', 'customXml/item1.xml': Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) }),
      'encoding@customXml/item1.xml',
    ],
    ['an .xlsb', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'embedded@xl/workbook.bin'],
    ['half an archive', book().subarray(0, 900), 'damaged'],
    ['bytes between two parts', between(book()), 'no-reader'],
    ['files of an archive', zipOf({ 'a.txt': '甲', 'b/': '', 'b/某.jpg': 'x' }), 'embedded@a.txt embedded@b/某.jpg'],
    ['a file’s name in an archive', zipOf({ [`举报/${NAME}.txt`]: '甲' }), `name embedded@举报/${NAME}.txt`],
    ['an archive’s comment', zipOf({ 'a.txt': '甲' }, { comment: NAME }), 'name embedded@a.txt'],
    ['a locked file', locked(zipOf({ 'a.txt': '甲' })), 'locked@a.txt'],
    [
      'a program for telephones',
      zipOf({ 'AndroidManifest.xml': 'x', 'classes.dex': 'x' }),
      'embedded@AndroidManifest.xml embedded@classes.dex',
    ],
  ])('%s', async (_, bytes, expected) => expect(await search(bytes)).toBe(expected));

  test('a text that begins like an archive is a text', async () => expect(await search(Buffer.from(`PK,${NAME}\n1,2\n`))).toBe('name'));

  test('hostile archives end in time, and say something', async () => {
    const deep = `<x>${'<a>'.repeat(500_000)}</x>`;
    for (const bytes of [book({ 'customXml/item1.xml': deep }), book({ 'customXml/item1.xml': `<x a="${'y'.repeat(3_000_000)}"/>` })])
      expect(await search(bytes)).toMatch(/^(?:damaged|embedded|too-large)@customXml\/item1.xml/);
  });
});

/** Bytes of no part, behind the last one; the directory is told where it stands now. */
function between(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes);
  const end = whole.length - 22;
  const start = whole.readUInt32LE(end + 16);
  whole.writeUInt32LE(start + 100, end + 16);
  return Buffer.concat([whole.subarray(0, start), Buffer.alloc(100, '某'), whole.subarray(start)]);
}

function locked(bytes: Buffer): Uint8Array {
  for (const mark of ['PK\x03\x04', 'PK\x01\x02']) {
    const at = bytes.indexOf(mark, 0, 'latin1') + (mark === 'PK\x03\x04' ? 6 : 8);
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
  }
  return bytes;
}
