/** Door to read-excel-file: the sheets of a workbook as cells, with what the reader does not tell read from the XML. */
import { unpack, zip } from './_zip.ts';

/** More than any list of a case; a single cell at the far corner would otherwise make the reader fill millions. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;
const MAX_CELLS = 1_000_000;

/** A number is the text that stands in the file, so that no digit is lost. */
export interface NumberCell {
  readonly number: string;
}
export type Cell = string | NumberCell | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges such as `A2:A5`; only their first cell holds a value. */
  readonly merged: readonly string[];
  /** Cells whose value was computed when the file was last saved. */
  readonly formulas: readonly string[];
  /** Cells that hold `#N/A` and its like. */
  readonly errors: readonly string[];
}

export type Workbook =
  | { readonly sheets: readonly Sheet[] }
  | { readonly problem: 'not-zip' | 'old-or-encrypted' | 'damaged' }
  | { readonly tooLarge: 'bytes' | 'rows' | 'columns' | 'cells' | 'entries'; readonly limit: number };

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // An OLE container: an .xls of before 2007, or an .xlsx behind a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { problem: 'old-or-encrypted' };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { problem: 'not-zip' };
  const unpacked = unpack(bytes);
  if ('problem' in unpacked) {
    return unpacked.problem === 'damaged' ? { problem: 'damaged' } : { tooLarge: unpacked.problem, limit: unpacked.limit };
  }
  const xml = new Map<string, string>();
  for (const [name, part] of unpacked.entries) xml.set(name, new TextDecoder().decode(part));
  const details = new Map<string, Details>();
  // Every part: which of them are sheets is said by relations, and those may name any.
  for (const [name, text] of xml) {
    const found = scan(text);
    if (!('merged' in found)) return found;
    details.set(name, found);
  }
  try {
    // Loaded where there is a workbook: a case without one starts sooner.
    const { default: readWorkbookFile } = await import('read-excel-file/universal');
    // Packed anew: the reader's own unpacker must not see another archive than the one that was measured.
    const sheets = await readWorkbookFile(new Uint8Array(zip(unpacked.entries)).buffer, {
      trim: false,
      parseNumber: (number) => ({ number }),
    });
    const paths = sheetPaths(xml);
    return {
      sheets: sheets.map(({ sheet, data }) => {
        const path = paths.get(sheet);
        const { merged, formulas, errors } = (path === undefined ? undefined : details.get(path)) ?? {
          merged: [],
          formulas: [],
          errors: [],
        };
        return { name: sheet, rows: data as unknown as Cell[][], merged, formulas, errors };
      }),
    };
  } catch {
    return { problem: 'damaged' };
  }
}

interface Details {
  readonly merged: string[];
  readonly formulas: string[];
  readonly errors: string[];
}

const TAG = /<(?:[^\s<>/:]+:)?(c|row|f|mergeCell)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)(>?)/g;
/** Well-formed, each with its white space: of anything else the reader's parser makes another address than this scan. */
const ATTRIBUTES = /^(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?$/;

/** One pass over a sheet's tags: how large it is, and which cells are merged, computed or in error. */
function scan(xml: string): Details | Exclude<Workbook, { sheets: unknown }> {
  const details: Details = { merged: [], formulas: [], errors: [] };
  let cell = '';
  let cells = 0;
  let rows = 0;
  for (const [, tag, attributes = '', end] of xml.matchAll(TAG)) {
    if (end === '' || !ATTRIBUTES.test(attributes) || (attributes.match(/\sr\s*=/g)?.length ?? 0) > 1) return { problem: 'damaged' };
    if (tag === 'mergeCell') details.merged.push(attribute(attributes, 'ref'));
    else if (tag === 'f') details.formulas.push(cell);
    else {
      const place = attribute(attributes, 'r');
      const [, letters = '', digits = ''] = /^([A-Za-z]*)(\d*)$/.exec(place) ?? ['', 'ZZZZ', ''];
      if (Number(digits) > MAX_ROWS || (tag === 'row' && ++rows > MAX_ROWS)) return { tooLarge: 'rows', limit: MAX_ROWS };
      if (columnNumber(letters) > MAX_COLUMNS) return { tooLarge: 'columns', limit: MAX_COLUMNS };
      if (tag === 'row') continue;
      if (++cells > MAX_CELLS) return { tooLarge: 'cells', limit: MAX_CELLS };
      cell = place;
      if (attribute(attributes, 't') === 'e') details.errors.push(cell);
    }
  }
  return details;
}

/** Which part holds the sheet of a name: workbook.xml gives name and relation, the relations give the part. */
export function sheetPaths(xml: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of (xml.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const paths = new Map<string, string>();
  for (const [tag] of (xml.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const path = targets.get(attribute(tag, '\\w+:id'));
    if (path !== undefined) paths.set(unescapeXml(attribute(tag, 'name')), path);
  }
  return paths;
}

export function attribute(tag: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2] ?? '';
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => named[name] ?? whole);
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 1 → A, 27 → AA. */
export function columnLetters(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
