/** What stands above the rows of a list: its headings, and in items.xlsx the statement that there are none. */
import { type Finding, finding, nearest, type Place } from '../model/index.ts';
import { columnLetters, columnNumber } from '../workbook/index.ts';
import { cellValue } from './cells.ts';
import { type Column, HEAD_LABELS, headingKey } from './columns.ts';
import type { Cell } from './list-sheets.ts';
import { isBlank, isExampleRow, isTotalRow, placeOf, type SheetList } from './sheet-list.ts';
import { shown } from './shown.ts';

/** Columns by their index, and the keys of required columns that are not there. */
export function readHeader(list: SheetList): { byIndex: ReadonlyMap<number, Column>; missing: ReadonlySet<string> } {
  const { sheet, header, columns, known, findings } = list;
  const byIndex = new Map<number, Column>();
  const width = Math.max(0, ...sheet.rows.slice(header).map((row) => row.length));
  for (let c = 0; c < width; c++) {
    const cell = sheet.rows[header]?.[c] ?? null;
    const at = placeOf(list, header, c);
    const column = typeof cell === 'string' ? known.get(headingKey(cell)) : undefined;
    if (column && [...byIndex.values()].includes(column))
      findings.push(finding('SHEET_HEADING_TWICE', 'stop', { heading: shown(String(cell)) }, { at }));
    else if (column) byIndex.set(c, column);
    else reportUnread(list, cell, c);
  }
  const present = new Set([...byIndex.values()].map(({ key }) => key));
  const absent = columns.filter(({ key, required }) => required && !present.has(key));
  if (absent.length > 0)
    findings.push(
      finding('SHEET_HEADING_MISSING', 'stop', { headings: absent.map(({ title }) => title) }, { at: placeOf(list, header, 0) }),
    );
  return { byIndex, missing: new Set(absent.map(({ key }) => key)) };
}

/** A column that is not read is told of when something is written in it. */
export function reportUnread(list: SheetList, heading: Cell, c: number): void {
  const { sheet, header, known, findings } = list;
  const first = sheet.rows.findIndex((row, i) => i > header && !isBlank(row[c]) && !isExampleRow(row) && !isTotalRow(row));
  if (first < 0) return;
  if (isBlank(heading)) {
    findings.push(finding('SHEET_DATA_WITHOUT_HEADING', 'stop', { column: columnLetters(c + 1) }, { at: placeOf(list, first, c) }));
    return;
  }
  const text = typeof heading === 'string' ? heading.trim() : JSON.stringify(heading);
  const near = nearest(headingKey(text), known.keys());
  const column = near === undefined ? undefined : known.get(near);
  const args = { heading: shown(text), ...(column ? { nearest: column.title } : {}) };
  findings.push(finding('SHEET_HEADING_UNKNOWN', 'stop', args, { at: placeOf(list, header, c) }));
}

/** Merged cells, errors and formulas below the header. */
export function cellFaults(list: SheetList, byIndex: ReadonlyMap<number, Column>): Finding[] {
  const { sheet, header, file } = list;
  const below = (cell: string): boolean => Number(/\d+$/.exec(cell)?.[0] ?? 0) > header + 1;
  const at = (cell: string): Place => ({ file, sheet: sheet.name, cell });
  // What adds up the others is no entry, however it is laid out.
  const total = (cell: string): boolean => isTotalRow(sheet.rows[Number(/\d+/.exec(cell)?.[0]) - 1] ?? []);
  const findings: Finding[] = [];
  for (const range of sheet.merged)
    if (below(range) && !total(range)) findings.push(finding('CELL_MERGED', 'stop', { range }, { at: at(range.split(':')[0] ?? range) }));
  for (const cell of sheet.errors.filter(below)) {
    const column = byIndex.get(columnNumber(cell.replace(/\d+$/, '')) - 1);
    findings.push(finding('CELL_ERROR', 'stop', { field: column?.title ?? '' }, { at: at(cell) }));
  }
  const formulas = sheet.formulas.filter((cell) => below(cell) && !total(cell));
  if (formulas[0] !== undefined) findings.push(finding('CELL_FORMULA', 'warning', { count: formulas.length }, { at: at(formulas[0]) }));
  return findings;
}

/** What items.xlsx says above its header row, as label and value side by side. */
export function headMembers(list: SheetList): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [i, row] of list.sheet.rows.slice(0, list.header).entries()) {
    for (const [c, cell] of row.entries()) {
      const key = typeof cell === 'string' ? HEAD_LABELS[headingKey(cell)] : undefined;
      if (key === undefined) continue;
      const at = row.findIndex((other, n) => n > c && !isBlank(other));
      const place = placeOf(list, i, at < 0 ? c + 1 : at);
      list.cells.set(`/${key.replace('.', '/')}`, 'cell' in place ? place.cell : '');
      if (at < 0) continue;
      const kind = key.endsWith('pages') ? 'integer' : key.endsWith('On') ? 'day' : 'text';
      const read = cellValue(row[at] ?? null, { key, title: String(cell), kind, required: false, field: {}, perFile: false }, place);
      if (read && 'finding' in read) list.findings.push(read.finding);
      else if (read && key === 'statement') members.statement = read.value;
      else if (read) members.signedScan = { ...(members.signedScan as object), [key.replace('signedScan.', '')]: read.value };
    }
  }
  return members;
}
