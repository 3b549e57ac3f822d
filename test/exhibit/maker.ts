/** Evidence files made by hand: encodings, workbooks, databases, sounds. All people and places are invented. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { inject } from 'vitest';

export const dir = mkdtempSync(join(inject('shared'), 'exhibit-'));
let count = 0;

/** Writes a file under a name that says nothing of its content. */
export function put(bytes: Uint8Array | string): string {
  const path = join(dir, `${++count}.bin`);
  writeFileSync(path, bytes);
  return path;
}

let table: Map<string, readonly number[]> | undefined;

/** The encoder that the platform lacks, made from its decoder. */
export function gb18030(text: string): Buffer {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const c of text) {
    const point = c.codePointAt(0) ?? 0;
    const known = table.get(c);
    if (point < 0x80) bytes.push(point);
    else if (known) bytes.push(...known);
    else if (point >= 0x10000) {
      const n = point - 0x10000;
      bytes.push(0x90 + Math.floor(n / 12600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10));
    } else throw new Error(`no GB 18030 for U+${point.toString(16)}`);
  }
  return Buffer.from(bytes);
}

function makeTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, readonly number[]>();
  for (let a = 0x81; a <= 0xfe; a++) {
    for (let b = 0x40; b <= 0xfe; b++) {
      const c = decoder.decode(Uint8Array.of(a, b));
      if (c.length === 1 && c !== '\ufffd') made.set(c, [a, b]);
    }
  }
  return made;
}

export function utf16(text: string, big = false): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

export interface SheetXml {
  readonly name: string;
  /** What stands inside `sheetData`. */
  readonly data: string;
  /** What stands behind it. */
  readonly after?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets given as XML, with shared texts. */
export function xlsx(
  sheets: readonly SheetXml[],
  strings: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const rels = [
    ...sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`),
    `<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
    `<Relationship Id="y" Type="${OFFICE}/styles" Target="styles.xml"/>`,
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:sheets>${sheets.map(({ name }, i) => `<x:sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((s) => `<si>${s.startsWith('<') ? s : `<t xml:space="preserve">${s}</t>`}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="&quot;day &quot;#,##0.00_);[Red]\\(#,##0.00\\)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`,
    ...more,
  };
  sheets.forEach(({ data, after = '' }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 6 });
}

/** Rows of cells: a number as a number, a text inline, a piece of XML (`<…`) as the whole cell, undefined as none. */
export function rows(...lines: readonly (readonly (string | number | undefined)[])[]): string {
  return lines
    .map((line, r) => {
      const cells = line.map((value, c) => {
        const place = `${String.fromCharCode(65 + c)}${r + 1}`;
        if (value === undefined) return '';
        if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
        if (value.startsWith('<')) return value.replace('@', place);
        return `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row r="${r + 1}">${cells.join('')}</row>`;
    })
    .join('');
}

export function merges(...refs: readonly string[]): string {
  return `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}

/** One channel, 8 bits, 8000 samples a second. */
export function wav(seconds: number): Buffer {
  const data = Buffer.alloc(seconds * 8000, 128);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 1152 samples a frame. */
export function mp3(frames: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** A tag as large as a cover, before the sound. */
export function id3(size: number): Buffer {
  const tag = Buffer.alloc(10 + size);
  tag.write('ID3\x03\0\0', 'latin1');
  for (let i = 0; i < 4; i++) tag[6 + i] = (size >> (7 * (3 - i))) & 127;
  return tag;
}

/** A film whose length stands behind its data, as cameras write it. */
export function mp4(milliseconds: number): Buffer {
  const box = (type: string, ...body: readonly Buffer[]): Buffer => {
    const data = Buffer.concat(body);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + data.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE(1000, 12);
  mvhd.writeUInt32BE(milliseconds, 16);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('mdat', Buffer.alloc(1_000_000)),
    box('moov', box('mvhd', mvhd)),
  ]);
}

/** The head of a mute film of 15 pictures a second. */
export function avi(pictures: number): Buffer {
  const stream = Buffer.alloc(48);
  stream.write('vids', 'latin1');
  stream.writeUInt32LE(1, 20);
  stream.writeUInt32LE(15, 24);
  stream.writeUInt32LE(pictures, 32);
  return Buffer.concat([Buffer.from('RIFF\xff\xff\0\0AVI LIST\0\0\0\0hdrlstrh8\0\0\0', 'latin1'), stream]);
}

/** A PDF of blank pages, by the book. */
export function pdf(pages: number): string {
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  const add = (body: string): void => {
    offsets.push(text.length);
    text += `${offsets.length} 0 obj\n${body}\nendobj\n`;
  };
  add('<</Type/Catalog/Pages 2 0 R>>');
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`);
  add(`<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`);
  for (let i = 0; i < pages; i++) add('<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>');
  const start = text.length;
  text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  return `${text}trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
}
