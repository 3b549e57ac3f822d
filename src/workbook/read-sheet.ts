/** The cells of one sheet, row by row (ECMA-376 part 1 §18.3.1): numbers as they stand in the file, nothing filled in. */
import type { XmlHandlers } from '../xml/index.ts';
import { withoutChoices } from './alternate-content.ts';
import { cellPlace, cellRange, MAX_COLUMNS, MAX_ROWS, type Range } from './cell-names.ts';
import { MAX_CELL_CHARS, type OpenWorkbook, truth, type WorkbookSheet } from './open-workbook.ts';
import type { PackedFile } from './packed-file.ts';
import { scanPart } from './xml-part.ts';
import { unescapeXstring } from './xstring.ts';
import { ZipFault } from './zip-fault.ts';

/** A list with every third row merged; each is kept until the sheet has been read. */
const MAX_RANGES = 500_000;

export interface SheetCell {
  /** From 1. */
  readonly column: number;
  /** `binary`: a number as a program writes it; `date`: one that is shown as a day or a time; `iso`: a day or a time as ISO 8601 writes it. */
  readonly kind: 'binary' | 'text' | 'date' | 'iso' | 'truth' | 'error';
  readonly text: string;
  /** Number of its style (§18.8.10). */
  readonly style: number;
  /** Its value was computed when the file was last saved. */
  readonly formula: boolean;
}

export interface SheetRanges {
  readonly merged: readonly Range[];
  /** Whole ranges computed by one formula, of which only the first cell says so. */
  readonly computed: readonly Range[];
  /** Columns that are not shown, from 1, each from its first to its last. */
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
}

export interface RowSight {
  /** The row is not shown: hidden by hand, by a filter or in a closed group, or without height. */
  readonly hidden: boolean;
}

const KINDS: Readonly<Record<string, SheetCell['kind']>> = {
  n: 'binary',
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  d: 'iso',
  b: 'truth',
  e: 'error',
};

/** Calls `onRow` for every row that holds a value, top to bottom; `beside` hears the whole part as it is scanned. @throws ZipFault where the sheet is damaged or its cells do not run in order; Fault ABORTED */
export async function readSheet(
  file: PackedFile,
  { strings, isDate }: Pick<OpenWorkbook, 'strings' | 'isDate'>,
  { part }: Pick<WorkbookSheet, 'part'>,
  onRow: (row: number, cells: readonly SheetCell[], sight: RowSight) => void,
  beside?: XmlHandlers,
): Promise<SheetRanges> {
  const merged: Range[] = [];
  const computed: Range[] = [];
  const hiddenColumns: { from: number; to: number }[] = [];
  let inData = false;
  let row = 0;
  /** The row itself says which it is. */
  let numbered = false;
  let hidden = false;
  let column = 0;
  let cells: SheetCell[] = [];
  let type = 'n';
  let style = 0;
  let formula = false;
  let text = '';
  let piece = '';
  // Where text counts: inside `v`, or inside `t` of an inline text.
  let gathering = false;
  let phonetic = false;
  let inCell = false;

  const cellOf = (): SheetCell => {
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (kind === undefined) throw new ZipFault('type of a cell');
    if (type === 's' && !isEmpty(text)) {
      const shared = strings[Number(text)];
      if (shared === undefined || !/^\s*\d+\s*$/.test(text)) throw new ZipFault('shared text');
      return { column, kind, text: shared, style, formula };
    }
    if (kind === 'text') return { column, kind, text, style, formula };
    return { column, kind: kind === 'binary' && isDate(style) ? 'date' : kind, text: text.trim(), style, formula };
  };

  const openRow = ({ r, hidden: unseen, ht }: Readonly<Record<string, string>>): void => {
    numbered = r !== undefined;
    const next = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(next) || next <= row || next > MAX_ROWS) throw new ZipFault('rows');
    row = next;
    column = 0;
    hidden = (unseen !== undefined && truth(unseen)) || isZero(ht);
  };

  const openCell = ({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void => {
    const place = r === undefined ? { row, column: column + 1 } : cellPlace(r);
    // Cells may say which row they are in, where the row does not.
    if (place && !numbered && column === 0 && place.row > row) row = place.row;
    if (place?.row !== row || place.column <= column || place.column > MAX_COLUMNS) throw new ZipFault('cells');
    column = place.column;
    type = t;
    style = Number(s);
    formula = false;
    text = '';
    inCell = true;
  };

  const handlers = withoutChoices(['row', 'c', 'mergeCell'], {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      else if (inData) {
        if (name === 'row') openRow(attributes);
        else if (name === 'c') openCell(attributes);
        else if (!inCell) return;
        else if (name === 'f') {
          formula = true;
          if (attributes.ref !== undefined) keep(computed, attributes.ref);
        } else if (name === 'v' || name === 't') {
          gathering = !phonetic;
          piece = '';
        } else if (name === 'is' && type === 'n') type = 'inlineStr';
        else if (name === 'rPh') phonetic = true;
      } else if (name === 'mergeCell') keep(merged, attributes.ref ?? '');
      else if (name === 'col' && (truth(attributes.hidden) || isZero(attributes.width))) {
        if (hiddenColumns.length >= MAX_COLUMNS) throw new ZipFault('columns');
        hiddenColumns.push({ from: Number(attributes.min), to: Number(attributes.max) });
      }
    },
    text(more) {
      if (!gathering) return;
      piece += more;
      if (text.length + piece.length > MAX_CELL_CHARS) throw new ZipFault('text', 'too-large');
    },
    close(name) {
      if (name === 'v' || name === 't') {
        if (gathering) text += type === 'inlineStr' || type === 'str' ? unescapeXstring(piece) : piece;
        gathering = false;
      } else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && inCell) {
        inCell = false;
        const cell = cellOf();
        if (formula || !isEmpty(cell.text)) cells.push(cell);
      } else if (name === 'row' && inData) {
        if (cells.length > 0) onRow(row, cells, { hidden });
        cells = [];
      } else if (name === 'sheetData') inData = false;
    },
  });
  await scanPart(file, part, beside ? bothOf(handlers, beside) : handlers);
  return { merged, computed, hiddenColumns };
}

function bothOf(first: XmlHandlers, second: XmlHandlers): XmlHandlers {
  return {
    open(name, attributes) {
      first.open(name, attributes);
      second.open(name, attributes);
    },
    text(text) {
      first.text(text);
      second.text(text);
    },
    close(name, implied) {
      first.close(name, implied);
      second.close(name, implied);
    },
    aside: (text) => second.aside?.(text),
  };
}

/** No height, or no width. */
function isZero(size: string | undefined): boolean {
  return size !== undefined && size.trim() !== '' && Number(size) === 0;
}

function isEmpty(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && /^[\s\ufeff]*$/.test(text);
}

function keep(ranges: Range[], ref: string): void {
  const range = cellRange(ref);
  if (!range || ranges.length >= MAX_RANGES) throw new ZipFault('range');
  ranges.push(range);
}
