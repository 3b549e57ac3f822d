/** An Excel list → the form it stands for, with the cell of every value. Nothing that is filled in is dropped unsaid. */
import { type Finding, type FormName, finding, type Place } from '../model/index.ts';
import { columnLetters } from '../workbook/index.ts';
import type { ParsedForm } from './_yaml.ts';
import { cellValue } from './cells.ts';
import { type Column, columnsOf, headingKey, headings, LISTS, type ListForm } from './columns.ts';
import { type Cell, readWorkbook, type Sheet } from './list-sheets.ts';
import { child, parent } from './pointer.ts';
import { type Positions, wholeFile } from './positions.ts';
import { cellFaults, headMembers, readHeader } from './sheet-header.ts';
import { isBlank, isBlankRow, isExampleRow, isTotalRow, placeOf, type SheetList } from './sheet-list.ts';
import { shown } from './shown.ts';

/** The header row is looked for below a title and some remarks. */
const HEADER_WITHIN_ROWS = 20;
/** A row with fewer known headings is a row of data. */
const MIN_HEADINGS = 3;
/** A sheet of this name is for people. */
export const GUIDE_SHEET = '填写说明';

/** Where a list stands on its sheet; indexes of rows and columns from 0. */
export interface SheetLayout {
  readonly form: ListForm;
  readonly sheet: Sheet;
  readonly header: number;
  readonly byIndex: ReadonlyMap<number, Column>;
  /** Rows of each item: its own, and those below that hold further files of it. */
  readonly rows: readonly (readonly number[])[];
  /** Pointer → cell. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface SheetForm extends ParsedForm {
  readonly layout?: SheetLayout;
}

export async function readSheetForm(form: FormName, bytes: Uint8Array, file: string): Promise<SheetForm> {
  const refuse = (f: Finding): ParsedForm => ({ positions: wholeFile(file), findings: [f] });
  if (form !== 'items' && form !== 'evidence') return refuse(finding('SHEET_NOT_XLSX', 'stop', { problem: 'not-zip' }, { at: { file } }));
  const workbook = await readWorkbook(bytes);
  if ('tooLarge' in workbook)
    return refuse(finding('SHEET_TOO_LARGE', 'stop', { what: workbook.tooLarge, limit: workbook.limit }, { at: { file } }));
  if ('problem' in workbook) return refuse(finding('SHEET_NOT_XLSX', 'stop', { problem: workbook.problem }, { at: { file } }));
  const columns = columnsOf(form);
  const known = headings(columns);
  const found = findHeader(workbook.sheets, known, LISTS[form].sheet);
  if (!found)
    return refuse(
      finding('SHEET_NO_HEADER', 'stop', { expected: columns.filter((c) => c.required).map((c) => c.title) }, { at: { file } }),
    );
  const list: SheetList = {
    form,
    file,
    sheet: found.sheet,
    header: found.header,
    columns,
    known,
    findings: ignored(workbook.sheets, found.sheet, file),
    cells: new Map(),
  };
  return readList(list);
}

function readList(list: SheetList): SheetForm {
  const { form, sheet, header, findings, cells } = list;
  const { member } = LISTS[form];
  const value: Record<string, unknown> = form === 'items' ? { none: false, ...headMembers(list) } : {};
  if (value.statement !== undefined) value.none = true;
  const { byIndex, missing } = readHeader(list);
  findings.push(...cellFaults(list, byIndex));
  const rows: Record<string, unknown>[] = [];
  const rowsOf: number[][] = [];
  for (const [i, row] of sheet.rows.entries()) {
    if (i <= header || isBlankRow(row)) continue;
    if (isExampleRow(row)) {
      const first = row.findIndex((cell) => !isBlank(cell));
      findings.push(finding('SHEET_EXAMPLE_ROW', 'warning', {}, { at: placeOf(list, i, first) }));
      continue;
    }
    if (isTotalRow(row)) {
      const first = row.findIndex((cell) => !isBlank(cell));
      findings.push(finding('SHEET_TOTAL_ROW', 'warning', {}, { at: placeOf(list, i, first) }));
      continue;
    }
    const filled = [...byIndex].filter(([c]) => !isBlank(row[c])).map(([, column]) => column);
    const last = rows.at(-1);
    const more = last && filled.length > 0 && filled.every((column) => column.perFile);
    const pointer = `/${member}/${more ? rows.length - 1 : rows.length}`;
    if (more) {
      readFiles(list, row, i, byIndex, pointer, last);
      rowsOf.at(-1)?.push(i);
    } else {
      rows.push(readRow(list, row, i, byIndex, pointer));
      rowsOf.push([i]);
    }
  }
  value[member] = rows;
  const positions = sheetPositions(list, cells);
  const told = new Set(findings.filter(({ severity }) => severity === 'stop').map(({ at }) => JSON.stringify(at)));
  const explains = (fault: Finding): boolean =>
    (fault.code === 'FIELD_MISSING' && missing.has(fault.args.key)) ||
    (fault.at !== undefined && 'cell' in fault.at && told.has(JSON.stringify(fault.at)));
  return { value, positions, findings, explains, layout: { form, sheet, header, byIndex, rows: rowsOf, cells } };
}

function readRow(
  list: SheetList,
  row: readonly Cell[],
  i: number,
  byIndex: ReadonlyMap<number, Column>,
  pointer: string,
): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  const { cells, findings, columns } = list;
  cells.set(pointer, `A${i + 1}`);
  for (const [c, column] of byIndex) {
    if (column.perFile) continue;
    const at = placeOf(list, i, c);
    cells.set(child(pointer, column.key), `${columnLetters(c + 1)}${i + 1}`);
    const read = isErrorCell(list, i, c) ? undefined : cellValue(row[c] ?? null, column, at);
    if (read && 'finding' in read) findings.push(read.finding);
    else if (read) value[column.key] = read.value;
    else if (column.field.default !== undefined) value[column.key] = column.field.default;
  }
  if (columns.some(({ perFile }) => perFile)) {
    value.files = [];
    readFiles(list, row, i, byIndex, pointer, value);
  }
  return value;
}

/** The files of a row: one a line of the cell, the other columns of files line by line beside it; `-` stands for none. */
function readFiles(
  list: SheetList,
  row: readonly Cell[],
  i: number,
  byIndex: ReadonlyMap<number, Column>,
  pointer: string,
  item: Record<string, unknown>,
): void {
  const files = item.files as Record<string, unknown>[];
  const base = files.length;
  const perFile = [...byIndex]
    .filter(([, column]) => column.perFile)
    .sort(([, a], [, b]) => Number(b.key === 'files.path') - Number(a.key === 'files.path'));
  let count = 0;
  for (const [c, column] of perFile) {
    const at = placeOf(list, i, c);
    const key = column.key.slice('files.'.length);
    const lines = cellLines(row[c] ?? null);
    if (key === 'path') count = lines.length;
    else if (lines.length !== 0 && lines.length !== count) {
      list.findings.push(finding('SHEET_LINES_DIFFER', 'stop', { field: column.title, lines: lines.length, files: count }, { at }));
      continue;
    }
    for (const [n, line] of lines.entries()) {
      const filePointer = `${pointer}/files/${base + n}`;
      if (key === 'path') files.push({});
      list.cells.set(child(filePointer, key), `${columnLetters(c + 1)}${i + 1}`);
      if (key === 'path') list.cells.set(filePointer, `${columnLetters(c + 1)}${i + 1}`);
      const read = line === '-' ? undefined : cellValue(line, column, at);
      if (read && 'finding' in read) list.findings.push(read.finding);
      else if (read) (files[base + n] as Record<string, unknown>)[key] = read.value;
    }
  }
}

/** What a cell of files holds, a line a file. */
export function cellLines(cell: Cell): Cell[] {
  if (typeof cell !== 'string') return isBlank(cell) ? [] : [cell];
  const lines = cell.replace(/\s+$/, '').split(/\r?\n/);
  return lines.length === 1 && lines[0]?.trim() === '' ? [] : lines;
}

function isErrorCell({ sheet }: SheetList, row: number, column: number): boolean {
  return sheet.errors.includes(`${columnLetters(column + 1)}${row + 1}`);
}

function sheetPositions(list: SheetList, cells: ReadonlyMap<string, string>): Positions {
  const header: Place = placeOf(list, list.header, 0);
  const at = (pointer: string): Place => {
    for (let p = pointer; p !== ''; p = parent(p)) {
      const cell = cells.get(p);
      if (cell !== undefined) return { file: list.file, sheet: list.sheet.name, cell };
    }
    return header;
  };
  return { valueAt: at, keyAt: at, source: () => undefined, excerpt: () => undefined };
}

function findHeader(
  sheets: readonly Sheet[],
  known: ReadonlyMap<string, Column>,
  preferred: string,
): { sheet: Sheet; header: number } | undefined {
  const ordered = [...sheets].sort((a, b) => Number(b.name === preferred) - Number(a.name === preferred));
  for (const sheet of ordered) {
    const header = sheet.rows
      .slice(0, HEADER_WITHIN_ROWS)
      .findIndex((row) => row.filter((cell) => typeof cell === 'string' && known.has(headingKey(cell))).length >= MIN_HEADINGS);
    if (header >= 0) return { sheet, header };
  }
  return undefined;
}

function ignored(sheets: readonly Sheet[], chosen: Sheet, file: string): Finding[] {
  return sheets
    .filter((sheet) => sheet !== chosen && sheet.name !== GUIDE_SHEET && sheet.rows.some((row) => !isBlankRow(row)))
    .map(({ name }) => finding('SHEET_IGNORED', 'warning', { sheet: shown(name) }, { at: { file, sheet: name, cell: 'A1' } }));
}
