/** What an .xlsx is made of (ECMA-376 part 1 §18.2): its sheets in order, its texts, its number formats. */

import { withoutChoices } from './alternate-content.ts';
import { isDateFormat, showsDate } from './dates.ts';
import { hasWords } from './number-format.ts';
import { type Parts, type Relation, relationsOf, workbookPart } from './package-parts.ts';
import type { PackedFile } from './packed-file.ts';
import { scanPart } from './xml-part.ts';
import { unescapeXstring } from './xstring.ts';
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
  /** `veryHidden` can be shown by a program only (§18.18.68). */
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly part: ZipPart;
}

export interface OpenWorkbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Shared texts by number. */
  readonly strings: readonly string[];
  /** Does the style of this number show a date or a time? */
  readonly isDate: (style: number) => boolean;
  /** The number format of the style of this number, where it puts words of its own beside the value. */
  readonly wordsOf: (style: number) => string | undefined;
  /** Days count from 1904, as on the first Macintosh. */
  readonly date1904: boolean;
}

/** @throws ZipFault where it is no sound workbook; Fault ABORTED */
export async function openWorkbook(file: PackedFile, parts?: Parts): Promise<OpenWorkbook> {
  const known = parts ?? (await zipParts(file));
  const main = await workbookPart(file, known);
  if (!main) throw new ZipFault('no workbook');
  const links = await relationsOf(file, known, main.name);
  const { sheets, date1904 } = await sheetsOf(file, main, links);
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  // Some leave these two unrelated.
  const target = (type: string, usual: string): ZipPart | undefined =>
    [...links.values()].find((link) => link.type === type)?.part ?? known.get(folder + usual);
  return {
    sheets,
    date1904,
    strings: await sharedStrings(file, target('sharedStrings', 'sharedstrings.xml')),
    ...(await cellStyles(file, target('styles', 'styles.xml'))),
  };
}

async function sheetsOf(
  file: PackedFile,
  main: ZipPart,
  links: ReadonlyMap<string, Relation>,
): Promise<Pick<OpenWorkbook, 'sheets' | 'date1904'>> {
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  let inSheets = false;
  await scanPart(
    file,
    main,
    withoutChoices(['sheet'], {
      open(name, attributes) {
        if (name === 'workbookPr') date1904 = truth(attributes.date1904);
        if (name === 'sheets') inSheets = true;
        if (name !== 'sheet' || !inSheets) return;
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        const link = links.get(id);
        // Sheets of charts and macros hold no cells.
        if (link && link.type !== 'worksheet') return;
        if (!link?.part || sheets.length >= MAX_SHEETS) throw new ZipFault('sheet');
        const state = attributes.state === 'hidden' || attributes.state === 'veryHidden' ? attributes.state : 'visible';
        sheets.push({ name: unescapeXstring(attributes.name ?? ''), state, part: link.part });
      },
      text() {},
      close(name) {
        if (name === 'sheets') inSheets = false;
      },
    }),
  );
  return { sheets, date1904 };
}

/** xsd:boolean, and the words of early Office (ST_OnOff). A guess would move every day by four years. @throws ZipFault */
export function truth(value: string | undefined): boolean {
  const word = (value ?? '0').trim().toLowerCase();
  if (['1', 'true', 'on', 't'].includes(word)) return true;
  if (['0', 'false', 'off', 'f', ''].includes(word)) return false;
  throw new ZipFault('truth value');
}

async function sharedStrings(file: PackedFile, part: ZipPart | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let piece = '';
  let inText = false;
  // Phonetic runs are no part of the text (§18.4.6).
  let phonetic = false;
  await scanPart(
    file,
    part,
    withoutChoices(['si'], {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 't') {
          inText = !phonetic;
          piece = '';
        }
      },
      text(more) {
        if (!inText) return;
        piece += more;
        if (text.length + piece.length > MAX_CELL_CHARS) throw new ZipFault('text', 'too-large');
      },
      close(name) {
        if (name === 't') {
          if (inText) text += unescapeXstring(piece);
          inText = false;
        } else if (name === 'rPh') phonetic = false;
        else if (name === 'si') strings.push(text);
      },
    }),
    { bytes: MAX_STRINGS_BYTES },
  );
  return strings;
}

async function cellStyles(file: PackedFile, part: ZipPart | undefined): Promise<Pick<OpenWorkbook, 'isDate' | 'wordsOf'>> {
  const formats = new Map<number, boolean>();
  const codes = new Map<number, string>();
  const words: (string | undefined)[] = [];
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
          else if (name === 'numFmt' && formatCode !== undefined) {
            const code = unescapeXstring(formatCode);
            formats.set(id, showsDate(code));
            if (hasWords(code)) codes.set(id, code);
          } else if (name === 'xf' && inCells) {
            styles.push(formats.get(id) ?? isDateFormat(id));
            words.push(codes.get(id));
          }
        },
        text() {},
        close(name) {
          if (name === 'cellXfs') inCells = false;
        },
      },
      { bytes: MAX_STRINGS_BYTES },
    );
  }
  return { isDate: (style) => styles[style] ?? false, wordsOf: (style) => words[style] };
}
