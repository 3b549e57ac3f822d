/** Cells of a sheet's XML (ECMA-376 part 1, §18.3.1) written by splices of its text: only those cells, and what a row or the sheet says of its own extent. */
import { columnLetters, columnNumber } from '../../workbook/index.ts';
import { escapeXml } from '../workbook.ts';
import { refuse } from './edit.ts';
import { attribute, parseSheet, type Row, type SheetXml } from './sheet-parse.ts';
import type { Splice } from './splice.ts';

/** A text, a figure that stays a number, or a blank cell. */
export type CellText = string | { readonly number: string } | undefined;

export interface CellWrite {
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly text: CellText;
}

/** `header`: number of the row of headings. @throws EditRefused formula; style, where the sheet is written in a way that is not known */
export function cellSplices(xml: string, writes: readonly CellWrite[], header: number): readonly Splice[] {
  const sheet: SheetXml = { ...parseSheet(xml), header };
  if (sheet.computed.some((range) => writes.some((write) => isWithin(write, range)))) return refuse('formula');
  const byRow = new Map<number, CellWrite[]>();
  for (const write of writes) byRow.set(write.row, [...(byRow.get(write.row) ?? []), write]);
  const splices: Splice[] = [];
  const added: { readonly number: number; readonly text: string; readonly at: number }[] = [];
  for (const [number, cells] of [...byRow].sort(([a], [b]) => a - b)) {
    const row = sheet.rows.find((known) => known.number === number);
    if (row) splices.push(...rowSplices(row, cells, sheet));
    else if (cells.some(({ text }) => text !== undefined)) {
      const next = sheet.rows.find((known) => known.number > number);
      added.push({ number, text: newRow(number, cells, sheet), at: next?.start ?? sheet.data.close });
    }
  }
  return [
    ...splices,
    ...rowsAdded(added, sheet),
    ...extentSplices(
      sheet,
      writes.filter(({ text }) => text !== undefined),
    ),
  ];
}

/** Is a cell one of a range such as `B2:C9`? */
export function isWithin({ row, column }: CellWrite, range: string): boolean {
  const [, left = '', top = '', right = left, bottom = top] =
    /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(range) ?? refuse('style');
  return row >= Number(top) && row <= Number(bottom) && column >= columnNumber(left) && column <= columnNumber(right);
}

function rowsAdded(added: readonly { readonly text: string; readonly at: number }[], { data, prefix }: SheetXml): readonly Splice[] {
  if (added.length === 0) return [];
  const all = added.map(({ text }) => text).join('');
  if (data.empty) return [{ start: data.open - 2, end: data.open, text: `>${all}</${prefix}sheetData>` }];
  return added.map(({ text, at }) => ({ start: at, end: at, text }));
}

function rowSplices(row: Row, writes: readonly CellWrite[], sheet: SheetXml): readonly Splice[] {
  const { prefix } = sheet;
  const fresh: Splice[] = [];
  const splices: Splice[] = [];
  for (const { column, text } of [...writes].sort((a, b) => a.column - b.column)) {
    const cell = row.cells.find((known) => known.column === column);
    if (cell?.formula) return refuse('formula');
    if (cell) splices.push({ start: cell.start, end: cell.end, text: cellXml(prefix, attributesOf(cell.tag), text) });
    else if (text !== undefined) {
      const at = row.cells.find((known) => known.column > column)?.start ?? row.close;
      fresh.push({
        start: at,
        end: at,
        text: cellXml(prefix, ` r="${columnLetters(column)}${row.number}"${styleFor(column, row, sheet)}`, text),
      });
    }
  }
  const widest = Math.max(0, ...writes.filter(({ text }) => text !== undefined).map(({ column }) => column));
  const tag = widerSpans(row.tag, widest);
  if (row.empty && fresh.length > 0) {
    const open = tag.replace(/\s*\/>$/, '>');
    return [{ start: row.start, end: row.open, text: `${open}${fresh.map(({ text }) => text).join('')}</${prefix}row>` }];
  }
  return [...(tag === row.tag ? [] : [{ start: row.start, end: row.open, text: tag }]), ...splices, ...fresh];
}

/** `spans` is a hint of which columns a row uses; it is kept true. */
function widerSpans(tag: string, column: number): string {
  return tag.replace(/(\sspans\s*=\s*["'])(\d+):(\d+)(["'])/, (whole, before: string, first: string, last: string, after: string) =>
    column > Number(last) ? `${before}${first}:${column}${after}` : whole,
  );
}

function newRow(number: number, cells: readonly CellWrite[], sheet: SheetXml): string {
  const { prefix } = sheet;
  const written = [...cells]
    .sort((a, b) => a.column - b.column)
    .filter(({ text }) => text !== undefined)
    .map(({ column, text }) => cellXml(prefix, ` r="${columnLetters(column)}${number}"${styleFor(column, undefined, sheet)}`, text));
  return `<${prefix}row r="${number}">${written.join('')}</${prefix}row>`;
}

/** What a cell looks like that was not there: as its row says, else its column, else as the cell above it. */
function styleFor(column: number, row: Row | undefined, { head, rows, header }: SheetXml): string {
  const own = row && /\scustomFormat\s*=\s*["'](?:1|true)["']/.test(row.tag) ? attribute(row.tag, 's') : '';
  const col = [...head.matchAll(/<(?:[^\s<>/:]+:)?col\s[^>]*>/g)].find(
    ([tag]) => Number(attribute(tag, 'min')) <= column && column <= Number(attribute(tag, 'max')),
  );
  const above = rows.findLast(
    ({ number, cells }) => number > header && (row === undefined || number < row.number) && cells.some((cell) => cell.column === column),
  );
  const like = above?.cells.find((cell) => cell.column === column);
  const style = own || (col ? attribute(col[0], 'style') : '') || (like ? attribute(like.tag, 's') : '');
  return /^\d+$/.test(style) ? ` s="${style}"` : '';
}

/** Attributes of a cell but its type and what points to metadata of the old value. */
function attributesOf(tag: string): string {
  return (
    /^<[^\s/>]+((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)/
      .exec(tag)?.[1]
      ?.replace(/\s+(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, '') ?? ''
  );
}

function cellXml(prefix: string, attributes: string, text: CellText): string {
  if (text === undefined) return `<${prefix}c${attributes}/>`;
  if (typeof text !== 'string') return `<${prefix}c${attributes}><${prefix}v>${text.number}</${prefix}v></${prefix}c>`;
  return `<${prefix}c${attributes} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** `<dimension ref="A1:L3"/>`: the cells in use. */
function extentSplices({ head }: SheetXml, writes: readonly CellWrite[]): readonly Splice[] {
  const match = /<(?:[^\s<>/:]+:)?dimension\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?["']/.exec(head);
  if (!match || writes.length === 0) return [];
  const [whole, left = 'A', top = '1', right = left, bottom = top] = match;
  const columns = writes.map(({ column }) => column);
  const rows = writes.map(({ row }) => row);
  const from = `${columnLetters(Math.min(columnNumber(left), ...columns))}${Math.min(Number(top), ...rows)}`;
  const to = `${columnLetters(Math.max(columnNumber(right), ...columns))}${Math.max(Number(bottom), ...rows)}`;
  const old = right === left && bottom === top && !whole.includes(':') ? `${left}${top}` : `${left}${top}:${right}${bottom}`;
  const start = match.index + whole.lastIndexOf(old);
  return [{ start, end: start + old.length, text: `${from}:${to}` }];
}
