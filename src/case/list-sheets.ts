/** The sheets of a workbook as the cells of a list, within the limits of a list. */
import {
  cellName,
  isoTime,
  memoryFile,
  openWorkbook,
  type PackedFile,
  type Parts,
  partsByName,
  readSheet,
  type SheetCell,
  serialTime,
  type WorkbookSheet,
  ZipFault,
  type ZipPart,
  zipDirectory,
} from '../workbook/index.ts';

/** More than any list of a case. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;
const MAX_CELLS = 1_000_000;
/** A list of 5000 items unpacks to some 10 MiB. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 500;

/** A number is the text that stands in the file, so that no digit is lost. */
export interface NumberCell {
  readonly number: string;
}
/** A Date is what the sheet shows as if in Greenwich; an invalid one is a day that never was, a time alone, or in a zone that is not China's. */
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
  /** The part that holds it, by its name as the archive writes it. */
  readonly part: string;
}

export type SheetProblem = 'not-zip' | 'old-or-encrypted' | 'damaged' | 'xlsb' | 'ods';

export type Workbook =
  | { readonly sheets: readonly Sheet[] }
  | { readonly problem: SheetProblem }
  | { readonly tooLarge: 'bytes' | 'rows' | 'columns' | 'cells' | 'entries'; readonly limit: number };

type TooLarge = Extract<Workbook, { tooLarge: unknown }>;

class ListTooLarge extends Error {
  readonly what: TooLarge;

  constructor(tooLarge: TooLarge['tooLarge'], limit: number) {
    super(tooLarge);
    this.what = { tooLarge, limit };
  }
}

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  // An OLE container: an .xls of before 2007, or an .xlsx behind a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { problem: 'old-or-encrypted' };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { problem: 'not-zip' };
  const file = memoryFile(bytes);
  try {
    const parts = await listParts(file);
    if (parts.has('xl/workbook.bin')) return { problem: 'xlsb' };
    if (parts.has('content.xml') && parts.has('meta-inf/manifest.xml')) return { problem: 'ods' };
    const book = await openWorkbook(file, parts);
    const sheets: Sheet[] = [];
    const counter = { cells: 0 };
    for (const sheet of book.sheets) sheets.push(await listSheet(file, book, sheet, counter));
    return { sheets };
  } catch (error) {
    if (error instanceof ListTooLarge) return error.what;
    if (!(error instanceof ZipFault)) throw error;
    return { problem: error.kind === 'locked' ? 'old-or-encrypted' : 'damaged' };
  }
}

/** All XML that may be read is measured before any of it is unpacked. */
async function listParts(file: PackedFile): Promise<Parts> {
  const directory = await zipDirectory(file).catch((error: unknown) => {
    throw error instanceof ZipFault && error.kind === 'too-large' ? new ListTooLarge('entries', MAX_ENTRIES) : error;
  });
  if (directory.entries.length > MAX_ENTRIES) throw new ListTooLarge('entries', MAX_ENTRIES);
  const isXml = ({ name }: ZipPart): boolean => /\.(?:xml|rels)$/.test(name);
  const total = directory.entries.filter(isXml).reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_UNPACKED_BYTES) throw new ListTooLarge('bytes', MAX_UNPACKED_BYTES);
  return partsByName(directory);
}

type Book = Awaited<ReturnType<typeof openWorkbook>>;

async function listSheet(file: PackedFile, book: Book, sheet: WorkbookSheet, counter: { cells: number }): Promise<Sheet> {
  const rows: Cell[][] = [];
  const formulas: string[] = [];
  const errors: string[] = [];
  let width = 0;
  const { merged } = await readSheet(file, book, sheet, (number, cells) => {
    if (number > MAX_ROWS) throw new ListTooLarge('rows', MAX_ROWS);
    counter.cells += cells.length;
    if (counter.cells > MAX_CELLS) throw new ListTooLarge('cells', MAX_CELLS);
    while (rows.length < number - 1) rows.push([]);
    const row: Cell[] = [];
    for (const cell of cells) {
      if (cell.column > MAX_COLUMNS) throw new ListTooLarge('columns', MAX_COLUMNS);
      while (row.length < cell.column - 1) row.push(null);
      row.push(listCell(cell, book.date1904));
      if (cell.formula) formulas.push(cellName(number, cell.column));
      if (cell.kind === 'error') errors.push(cellName(number, cell.column));
    }
    width = Math.max(width, row.length);
    rows.push(row);
  });
  for (const row of rows) while (row.length < width) row.push(null);
  const ranges = merged.map(({ top, left, bottom, right }) => {
    const [first, last] = [cellName(top, left), cellName(bottom, right)];
    return first === last ? first : `${first}:${last}`;
  });
  return { name: sheet.name, rows, merged: ranges, formulas, errors, part: sheet.part.written };
}

function listCell({ kind, text }: SheetCell, date1904: boolean): Cell {
  // A formula that was never computed.
  if (text === '') return null;
  switch (kind) {
    case 'text':
      return text;
    case 'binary':
      return { number: text };
    case 'date':
      return new Date(serialTime(Number(text), date1904) ?? Number.NaN);
    case 'iso':
      return new Date(isoTime(text) ?? Number.NaN);
    case 'truth':
      if (/^(?:1|true)$/i.test(text)) return true;
      if (/^(?:0|false)$/i.test(text)) return false;
      throw new ZipFault('truth value');
    case 'error':
      return null;
  }
}
