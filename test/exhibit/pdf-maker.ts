/** Small PDFs, object by object: a page, what it draws, and what a file may hold beside its pages. */
import { zlibSync } from '../../src/deflate/index.ts';
import { pdfOf } from '../scan/scanner.ts';

export type Body = string | readonly (string | Uint8Array)[];

export interface Parts {
  /** Entries of the page's resources, beside the fonts. */
  readonly resources?: string;
  /** Entries of the page, the catalogue, the trailer. */
  readonly page?: string;
  readonly catalog?: string;
  readonly trailer?: string;
  /** Objects from FIRST on. */
  readonly objects?: readonly Body[];
}

/** The number of the first object that is added. */
export const FIRST = 8;

/** `/F` is a font of GB1 by UCS-2 codes, `/G` one by GBK, `/A` Helvetica. */
export function pagePdf(content: Body, { resources = '', page = '', catalog = '', trailer = '', objects = [] }: Parts = {}): Uint8Array {
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G 6 0 R/A 7 0 R>>${resources}>>${page}>>`,
      typeof content === 'string' ? stream('', content) : content,
      chineseFont('UniGB-UCS2-H'),
      chineseFont('GBK-EUC-H'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      ...objects,
    ].map((body) => (typeof body === 'string' ? [body] : body)),
    trailer,
  );
}

const chineseFont = (encoding: string): string =>
  `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880/Descent -120/CapHeight 880/ItalicAngle 0/StemV 80/FontBBox[0 -120 1000 880]>>>>]>>`;

/** A stream of characters below 256; `entries` of its dictionary. */
export const stream = (entries: string, text: string): string => `<<${entries}/Length ${text.length}>>\nstream\n${text}\nendstream`;

export function packed(entries: string, text: string | Uint8Array): Body {
  const data = zlibSync(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, { level: 6 });
  return [`<<${entries}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`, data, '\nendstream'];
}

/** Hexadecimal, as a string of content in font `/F`, and with its mark as a string anywhere. */
export const codes = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
export const string = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
export const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Shows a text on the page. */
export const show = (text: string, before = ''): string => `BT ${before} /F 12 Tf 72 700 Td ${codes(text)} Tj ET`;

/** A picture of so many grey pixels. */
export const image = (width: number, height: number): Body =>
  packed(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`,
    new Uint8Array(width * height).fill(90),
  );

/** The file with an update: objects of these numbers anew. */
export function updated(pdf: Uint8Array, objects: Readonly<Record<number, string>>): Uint8Array {
  const before = Buffer.from(pdf);
  const last = /startxref\n(\d+)/.exec(before.toString('latin1'))?.[1] ?? '0';
  const parts = [before.toString('latin1')];
  let at = before.length;
  const rows: string[] = [];
  for (const [id, body] of Object.entries(objects)) {
    const text = `${id} 0 obj\n${body}\nendobj\n`;
    rows.push(`${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    parts.push(text);
    at += text.length;
  }
  return Buffer.from(
    `${parts.join('')}xref\n${rows.join('')}trailer\n<</Size 100/Root 1 0 R/Prev ${last}>>\nstartxref\n${at}\n%%EOF\n`,
    'latin1',
  );
}
