/**
 * A dataset in a sheet of an .xlsx: read rightly or refused by cell. Hidden rows are rows like any other; numbers written as
 * text are read as such; a merge that leaves every row its own amount does no harm.
 */
import type { Dataset, DatasetRead } from '../model/index.ts';
import { cellName, MAX_ROWS, openWorkbook, type Range, readSheet, type SheetCell, type SheetRanges, ZipFault } from '../workbook/index.ts';
import { fenOfBinary, fenOfText } from './amount.ts';
import type { EvidenceFile } from './file.ts';
import { heldBack } from './footer.ts';
import { findColumn, headingWatch, isBlank, MOST_BELOW, totalLabel } from './headings.ts';
import { isHidden, startSight } from './sheet-sight.ts';
import { startTally, type Tally } from './tally.ts';

export async function readSheetDataset(file: EvidenceFile, dataset: Dataset): Promise<DatasetRead> {
  const tally = startTally();
  try {
    const book = await openWorkbook(file);
    const sheet = dataset.sheet === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === dataset.sheet);
    if (!sheet) {
      tally.refuse('sheet-missing', '', book.sheets.map(({ name }) => name).join('、'));
      return tally.result();
    }
    const reading = startReading(dataset, tally);
    const seen = startSight(dataset.headerRows ?? 1);
    const ranges = await readSheet(file, book, sheet, (number, cells, sight) => {
      seen.row(number, cells, sight);
      reading.row(number, cells);
    });
    reading.end(ranges);
    return {
      ...tally.result(),
      sheet: {
        name: sheet.name,
        hidden: isHidden(sheet),
        others: book.sheets.length - 1,
        ...seen.hiddenRows(),
        columnHidden: seen.hidesColumn(ranges, reading.column()),
      },
    };
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    tally.refuse('unreadable', '');
  }
  return tally.result();
}

function startReading(dataset: Dataset, tally: Tally) {
  const headerRows = dataset.headerRows ?? 1;
  const headings: { readonly row: number; readonly texts: (string | undefined)[] }[] = [];
  /** One bit a row: which rows were counted. */
  const counted = new Uint8Array(MAX_ROWS / 8 + 1);
  let last = headerRows;
  let opened = false;
  /** From 1; 0 when there is none. */
  let column = 0;
  /** No heading names the column: which ones there are. */
  let missing: string | undefined;
  let repeatsHeading: (texts: readonly (string | undefined)[]) => boolean = () => false;

  const openColumn = (): void => {
    opened = true;
    const found = findColumn(
      headings.map(({ texts }) => texts),
      dataset.sumColumn,
    );
    repeatsHeading = headingWatch(headings.map(({ texts }) => texts));
    if ('missing' in found) missing = found.missing;
    else if ('twice' in found) tally.refuse('column-twice', cellName(headingRow(found.twice), found.twice + 1), dataset.sumColumn);
    else column = found.column + 1;
  };
  const headingRow = (index: number): number => headings.findLast(({ texts }) => !isBlank(texts[index] ?? ''))?.row ?? headerRows;

  const row = (number: number, cells: readonly SheetCell[]): void => {
    if (number <= headerRows) {
      headings.push({ row: number, texts: textsOf(cells) });
      return;
    }
    if (!opened) openColumn();
    if (missing !== undefined) seek(number, cells);
    else if (repeatsHeading(textsOf(cells))) return;
    if (cells.some(({ text }) => !isBlank(text))) data({ number, cells });
  };

  /** Is it headed further below? */
  const seek = (number: number, cells: readonly SheetCell[]): void => {
    if (number > headerRows + MOST_BELOW) return;
    const found = findColumn([textsOf(cells)], dataset.sumColumn);
    if (!('column' in found)) return;
    missing = undefined;
    tally.refuse('heading-lower', cellName(number, found.column + 1), String(number));
  };

  const dataRow = ({ number, cells }: { readonly number: number; readonly cells: readonly SheetCell[] }): void => {
    const cell = cells.find((c) => c.column === column);
    const fen = cell?.kind === 'binary' ? fenOfBinary(cell.text) : cell?.kind === 'text' ? fenOfText(cell.text) : undefined;
    const label = column === 0 ? undefined : totalLabel(cells.map(({ text }) => text));
    if (label !== undefined) {
      // Computed or not: it is only compared.
      tally.total(cellName(number, cells.find(({ text }) => text === label)?.column ?? 1), label, fen);
      return;
    }
    tally.row();
    counted[number >> 3] = (counted[number >> 3] ?? 0) | (1 << (number & 7));
    last = number;
    if (column === 0) return;
    const name = cellName(number, column);
    if (cell?.formula) tally.refuse('formula', name, cell.text);
    else if (fen === undefined) tally.refuse('not-a-number', name, cell?.text);
    else tally.add(fen, name);
  };

  const data = heldBack(dataset.footerRows ?? 0, dataRow);

  /** Merges and array formulas are told after the cells. */
  const end = ({ merged, computed }: SheetRanges): void => {
    if (!opened) openColumn();
    if (missing !== undefined) tally.refuse('column-missing', '', missing);
    if (column === 0) return;
    const touches = ({ left, right, bottom, top }: Range): boolean =>
      left <= column && column <= right && bottom > headerRows && top <= last;
    for (const range of computed) {
      // The first cell of such a range has told itself.
      const told = range.left === column && range.top > headerRows;
      if (touches(range) && !told) tally.refuse('formula', cellName(Math.max(range.top, headerRows + 1), column));
    }
    // How many merges begun higher up reach into a row: +1 where one begins to, -1 after its end.
    const change = new Map<number, number>();
    const shift = (number: number, by: number): void => {
      change.set(number, (change.get(number) ?? 0) + by);
    };
    const isCounted = (number: number): boolean => ((counted[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
    for (const range of merged) {
      const wide = range.left < range.right && range.bottom === headingRow(column - 1) && range.left <= column && column <= range.right;
      // A heading over several columns, or one amount over several cells: whose it is, nobody can say.
      if (touches(range) || wide) tally.refuse('merged', cellName(range.top, range.left));
      else if (range.bottom > Math.max(range.top, headerRows) && (range.top <= headerRows || isCounted(range.top))) {
        shift(Math.max(range.top, headerRows) + 1, 1);
        shift(range.bottom + 1, -1);
      }
    }
    // A row that holds nothing but its share of a merged cell is a row without an amount.
    const reach = merged.reduce((bottom, range) => Math.max(bottom, range.bottom), 0);
    for (let number = headerRows + 1, depth = 0; number <= reach; number++) {
      depth += change.get(number) ?? 0;
      if (depth > 0 && !isCounted(number)) tally.refuse('merged', cellName(number, column));
    }
  };
  return { row, end, column: () => column };
}

function textsOf(cells: readonly SheetCell[]): (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (const { column, text } of cells) texts[column - 1] = text;
  return texts;
}
