/** What an .xlsx is made of (ECMA-376 part 1 §18.2, part 2 §6.5): its sheets in order, its texts, its number formats. */
import type { EvidenceFile } from './file.ts';
import { scanPart } from './xml-part.ts';
import { ZipFault } from './zip-fault.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** Texts are held in memory while the sheets are read: some ten million short ones. */
const MAX_STRINGS_BYTES = 256 * 1024 * 1024;
/** What a cell may hold (Excel's own limit), times a few. */
export const MAX_CELL_CHARS = 100_000;
/** Excel opens no more in one workbook without trouble. */
const MAX_SHEETS = 1000;

export interface WorkbookSheet {
  readonly name: string;
  readonly part: ZipPart;
}

export interface OpenWorkbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Shared texts by number. */
  readonly strings: readonly string[];
  /** Does the style of this number show a date or a time? */
  readonly isDate: (style: number) => boolean;
}

export function isWorkbook(parts: ReadonlyMap<string, ZipPart>): boolean {
  return parts.has('[content_types].xml') && parts.has('xl/workbook.xml');
}

/** @throws ZipFault where it is no sound workbook */
export async function openWorkbook(file: EvidenceFile): Promise<OpenWorkbook> {
  const parts = await zipParts(file);
  const main = parts.get('xl/workbook.xml');
  if (!isWorkbook(parts) || !main) throw new ZipFault('no workbook');
  const links = await relations(file, parts);
  const sheets: WorkbookSheet[] = [];
  await scanPart(file, main, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const link = links.get(id);
      // Sheets of charts and macros hold no cells.
      if (link?.type !== 'worksheet') return;
      const part = parts.get(link.target);
      if (!part || sheets.length >= MAX_SHEETS) throw new ZipFault('sheet');
      sheets.push({ name: attributes.name ?? '', part });
    },
    text() {},
    close() {},
  });
  const target = (type: string): ZipPart | undefined => parts.get([...links.values()].find((link) => link.type === type)?.target ?? '');
  return { sheets, strings: await sharedStrings(file, target('sharedStrings')), isDate: await dateStyles(file, target('styles')) };
}

/** Without `.`, `..` and empty segments. */
function plainPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

async function relations(file: EvidenceFile, parts: ReadonlyMap<string, ZipPart>) {
  const links = new Map<string, { readonly type: string; readonly target: string }>();
  const part = parts.get('xl/_rels/workbook.xml.rels');
  if (!part) throw new ZipFault('no relations');
  await scanPart(file, part, {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined) return;
      const path = plainPath(Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`).toLowerCase();
      links.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: path });
    },
    text() {},
    close() {},
  });
  return links;
}

async function sharedStrings(file: EvidenceFile, part: ZipPart | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let inText = false;
  // Phonetic runs are no part of the text (§18.4.6).
  let phonetic = false;
  await scanPart(
    file,
    part,
    {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') inText = !phonetic;
      },
      text(piece) {
        if (!inText) return;
        text += piece;
        if (text.length > MAX_CELL_CHARS) throw new ZipFault('text');
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic = false;
        else if (name === 'si') strings.push(text);
      },
    },
    MAX_STRINGS_BYTES,
  );
  return strings;
}

/** Built-in formats of days and times (§18.8.30); in Chinese editions 27–36 and 50–58 as well. */
const DATE_FORMATS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

async function dateStyles(file: EvidenceFile, part: ZipPart | undefined): Promise<(style: number) => boolean> {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  if (part) {
    await scanPart(
      file,
      part,
      {
        open(name, { numFmtId, formatCode }) {
          const id = Number(numFmtId ?? 0);
          if (name === 'cellXfs') inCells = true;
          else if (name === 'numFmt') formats.set(id, showsDate(formatCode ?? ''));
          else if (name === 'xf' && inCells) styles.push(formats.get(id) ?? DATE_FORMATS.some(([from, to]) => id >= from && id <= to));
        },
        text() {},
        close(name) {
          if (name === 'cellXfs') inCells = false;
        },
      },
      MAX_STRINGS_BYTES,
    );
  }
  return (style) => styles[style] ?? false;
}

/** Quoted text, escaped characters, colours and conditions of a format say nothing of its kind. */
function showsDate(code: string): boolean {
  return /[ymdhs]/i.test(code.slice(0, 300).replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|General/gi, ''));
}
