/** Workbooks to edit: as `init` makes and fills them, and as Excel, WPS, LibreOffice and other libraries write theirs. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { filledWorkbook, initCase } from '../../../src/case/index.ts';
import { readWorkbook } from '../../../src/case/list-sheets.ts';
import { readTextForm } from '../../../src/case/text-form.ts';
import type { EvidenceForm, ItemsForm } from '../../../src/model/index.ts';

export interface TestBook {
  readonly form: 'items' | 'evidence';
  readonly hand: string;
  readonly bytes: Uint8Array;
}

export interface Hand {
  readonly name: string;
  /** Namespace prefix of the sheet's elements, with its colon. */
  readonly prefix: string;
  /** Texts stand in a part of their own. */
  readonly shared: boolean;
  /** Sizes stand behind the data (bit 3), as streams are written. */
  readonly streamed: boolean;
  /** Rows without their number, and cells that are there and blank. */
  readonly terse: boolean;
  /** Whole numbers as numbers. */
  readonly numbers: boolean;
  readonly extras: boolean;
}

export const HANDS: readonly Hand[] = [
  { name: 'Excel', prefix: '', shared: true, streamed: false, terse: false, numbers: true, extras: true },
  { name: 'LibreOffice', prefix: '', shared: true, streamed: true, terse: false, numbers: false, extras: false },
  { name: 'OpenXML', prefix: 'x:', shared: false, streamed: false, terse: true, numbers: true, extras: false },
  { name: 'WPS', prefix: '', shared: true, streamed: true, terse: true, numbers: true, extras: true },
];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const letters = (c: number): string => (c < 26 ? '' : String.fromCharCode(64 + Math.floor(c / 26))) + String.fromCharCode(65 + (c % 26));

export function workbookBy(hand: Hand, sheet: string, rows: readonly (readonly (string | undefined)[])[]): Uint8Array {
  const { prefix: p, shared, terse, numbers, extras } = hand;
  const strings: string[] = [];
  const cell = (text: string | undefined, r: number, c: number): string => {
    const ref = `r="${letters(c)}${r + 1}" s="${(c % 2) + 1}"`;
    if (text === undefined) return terse && c % 3 === 0 ? `<${p}c ${ref}/>` : '';
    if (numbers && /^[1-9]\d{0,5}$/.test(text)) return `<${p}c ${ref}><${p}v>${text}</${p}v></${p}c>`;
    if (!shared) return `<${p}c ${ref} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escaped(text)}</${p}t></${p}is></${p}c>`;
    if (!strings.includes(text)) strings.push(text);
    return `<${p}c ${ref} t="s"><${p}v>${strings.indexOf(text)}</${p}v></${p}c>`;
  };
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row, r) => {
    const cells = row.map((text, c) => cell(text, r, c)).join('');
    const number = terse && cells !== '' ? '' : ` r="${r + 1}"`;
    if (cells === '') return `<${p}row${number} ht="15"/>`;
    return `<${p}row${number}${terse ? '' : ` spans="1:${width}"`}>${cells}</${p}row>`;
  });
  // Prepared rows below, as a table has that was made for more.
  if (extras)
    lines.push(
      `<${p}row r="${rows.length + 1}" spans="1:2" s="2" customFormat="1"/>`,
      `<${p}row r="${rows.length + 2}"><${p}c r="A${rows.length + 2}" s="1"/></${p}row>`,
    );
  const about = extras ? `<!-- <row r="1"> --><${p}cols><${p}col min="1" max="4" width="12" style="2"/></${p}cols>` : '';
  const behind = extras
    ? `<${p}autoFilter ref="A2:${letters(width - 1)}${rows.length}"/><${p}pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`
    : '';
  const space = p === '' ? `xmlns="${MAIN}"` : `xmlns:${p.slice(0, -1)}="${MAIN}"`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="r"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'docProps/app.xml': '<Properties><Application>表格</Application></Properties>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="填写说明" sheetId="1" r:id="rId5"/><sheet name="${sheet}" sheetId="2" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="r"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId5" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/>${shared ? `<Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>照此填写</t></is></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<${p}worksheet ${space}><${p}dimension ref="A1:${letters(width - 1)}${rows.length}"/>${about}<${p}sheetData>${lines.join('')}</${p}sheetData>${behind}</${p}worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="49"/></cellXfs></styleSheet>`,
    ...(shared
      ? {
          'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
        }
      : {}),
    'xl/media/image1.png': 'PNG\u0000不是图片',
  };
  return zipped(parts, hand.streamed);
}

/** Streams of fflate write sizes behind the data; what is put in whole has them before. */
function zipped(parts: Readonly<Record<string, string>>, streamed: boolean): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [i, [name, text]] of Object.entries(parts).entries()) {
    const file = i % 3 === 2 && !streamed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(2026, 8, 15, 10, 30);
    archive.add(file);
    file.push(strToU8(text), true);
  }
  archive.end();
  return Buffer.concat(chunks);
}

/** The rows of a workbook as texts. */
async function rowsOf(bytes: Uint8Array): Promise<(string | undefined)[][]> {
  const book = await readWorkbook(bytes);
  if (!('sheets' in book)) throw new Error('the workbook must read');
  return (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : undefined)));
}

export async function testBooks(): Promise<readonly TestBook[]> {
  const dir = mkdtempSync(join(tmpdir(), 'mbpack-books-'));
  const books: TestBook[] = [];
  try {
    initCase(join(dir, '新'));
    for (const form of ['items', 'evidence'] as const)
      books.push({ form, hand: 'init', bytes: readFileSync(join(dir, '新', `${form}.xlsx`)) });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  for (const folder of ['倒卖药品', '挂床住院'])
    for (const form of ['items', 'evidence'] as const) {
      const name = `${form}.yaml`;
      const { value } = readTextForm(readFileSync(`examples/${folder}/${name}`), name, name);
      const filled = form === 'items' ? filledWorkbook('items', value as ItemsForm) : filledWorkbook('evidence', value as EvidenceForm);
      books.push({ form, hand: `init ${folder}`, bytes: filled });
      const rows = await rowsOf(filled);
      // A blank row between two items, and files of an item in rows of their own.
      const spread = form === 'evidence' ? rows.flatMap((row, i) => (i < 2 ? [row] : [row, ...(i === 3 ? [[]] : [])])) : rows;
      for (const hand of HANDS)
        books.push({
          form,
          hand: `${hand.name} ${folder}`,
          bytes: workbookBy(hand, form === 'items' ? '涉案物品清单' : '证据清单', form === 'evidence' ? filesBelow(spread) : spread),
        });
    }
  return books;
}

/** The third file of an item and those behind it, where it has so many, in the row below. */
function filesBelow(rows: readonly (readonly (string | undefined)[])[]): (readonly (string | undefined)[])[] {
  const head = rows.find((row) => row.some((text) => text?.startsWith('文件（')));
  const files = (head ?? []).flatMap((text, c) => (text !== undefined && /^文件|^SHA-256|^SM3|^页数|^格式/.test(text) ? [c] : []));
  return rows.flatMap((row) => {
    const most = Math.max(...files.map((c) => (row[c] ?? '').split('\n').length));
    if (row === head || most < 3) return [row];
    const part =
      (from: number, to: number) =>
      (text: string | undefined, c: number): string | undefined =>
        files.includes(c) ? text?.split('\n').slice(from, to).join('\n') || undefined : from === 0 ? text : undefined;
    return [row.map(part(0, 2)), row.map(part(2, most))];
  });
}
