/** The cells of one sheet, row by row (ECMA-376 part 1 §18.3.1): numbers as they stand in the file, nothing filled in. */
import type { EvidenceFile } from './file.ts';
import { isBlank } from './headings.ts';
import { MAX_CELL_CHARS, type OpenWorkbook, type WorkbookSheet } from './workbook.ts';
import { scanPart } from './xml-part.ts';
import { ZipFault } from './zip-fault.ts';

/** The last row and column that a sheet can have (§18.3.1.73; column XFD). */
export const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;
/** A list with every third row merged; each is kept until the sheet has been read. */
const MAX_RANGES = 500_000;

export interface SheetCell {
  /** From 1. */
  readonly column: number;
  /** `binary`: a number as a program writes it; `other`: a truth value, an error, a day. */
  readonly kind: 'binary' | 'text' | 'other';
  readonly text: string;
  /** Its value was computed when the file was last saved. */
  readonly formula: boolean;
}

/** All inclusive, from 1. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetRanges {
  readonly merged: readonly Range[];
  /** Whole ranges computed by one formula, of which only the first cell says so. */
  readonly computed: readonly Range[];
}

/** Calls `onRow` for every row that holds a value, top to bottom. @throws ZipFault where the sheet is damaged or its cells do not run in order */
export async function readSheet(
  file: EvidenceFile,
  { strings, isDate }: Pick<OpenWorkbook, 'strings' | 'isDate'>,
  { part }: WorkbookSheet,
  onRow: (row: number, cells: readonly SheetCell[]) => void,
): Promise<SheetRanges> {
  const merged: Range[] = [];
  const computed: Range[] = [];
  let row = 0;
  let column = 0;
  let cells: SheetCell[] = [];
  let type = 'n';
  let style = 0;
  let formula = false;
  let text = '';
  // Where text counts: inside `v`, or inside `t` of an inline text.
  let gathering = false;
  let phonetic = false;
  let inCell = false;

  const close = (name: string): void => {
    if (name === 'v' || name === 't') gathering = false;
    else if (name === 'rPh') phonetic = false;
    else if (name === 'c') {
      inCell = false;
      const cell = cellOf();
      if (formula || !isBlank(cell.text)) cells.push(cell);
    } else if (name === 'row') {
      if (cells.length > 0) onRow(row, cells);
      cells = [];
    }
  };

  const cellOf = (): SheetCell => {
    if (type === 's') {
      const shared = strings[Number(text)];
      if (shared === undefined || !/^\s*\d+\s*$/.test(text)) throw new ZipFault('shared text');
      return { column, kind: 'text', text: shared, formula };
    }
    if (type === 'inlineStr' || type === 'str') return { column, kind: 'text', text, formula };
    return { column, kind: type === 'n' && !isDate(style) ? 'binary' : 'other', text: text.trim(), formula };
  };

  await scanPart(file, part, {
    open(name, attributes) {
      if (name === 'row') {
        const next = attributes.r === undefined ? row + 1 : Number(attributes.r);
        if (!Number.isInteger(next) || next <= row || next > MAX_ROWS) throw new ZipFault('rows');
        row = next;
        column = 0;
      } else if (name === 'c') {
        const place = attributes.r === undefined ? { row, column: column + 1 } : placeOf(attributes.r);
        if (place?.row !== row || place.column <= column || place.column > MAX_COLUMNS) throw new ZipFault('cells');
        column = place.column;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        formula = false;
        text = '';
        inCell = true;
      } else if (name === 'f' && inCell) {
        formula = true;
        if (attributes.ref !== undefined) keep(computed, attributes.ref);
      } else if (name === 'v' && inCell) gathering = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 't' && inCell) gathering = !phonetic;
      else if (name === 'mergeCell') keep(merged, attributes.ref ?? '');
    },
    text(piece) {
      if (!gathering) return;
      text += piece;
      if (text.length > MAX_CELL_CHARS) throw new ZipFault('text');
    },
    close,
  });
  return { merged, computed };
}

function keep(ranges: Range[], ref: string): void {
  const [first = '', last = first] = ref.split(':', 2);
  const from = placeOf(first);
  const to = placeOf(last);
  if (!from || !to || to.row < from.row || to.column < from.column || ranges.length >= MAX_RANGES) throw new ZipFault('range');
  ranges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}

function placeOf(ref: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 && row <= MAX_ROWS && column <= MAX_COLUMNS ? { row, column } : undefined;
}

/** `B17`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
