/** An Excel list edited and read again: only the cells of the value are written, in the sheet's own part; every other cell, and every other part, is as it was. */
import { cellName, memoryFile, partBytes, ZipFault, zipDirectory } from '../../workbook/index.ts';
import { LISTS } from '../columns.ts';
import { type Cell, readWorkbook, type Sheet } from '../list-sheets.ts';
import { tokens } from '../pointer.ts';
import { readSheetForm, type SheetForm, type SheetLayout } from '../sheet-form.ts';
import { applied, type Edit, equal, refuse } from './edit.ts';
import { headWrites, listWrites, type Members, withDefaults } from './sheet-cells.ts';
import { type CellWrite, cellSplices, isWithin } from './sheet-xml.ts';
import { byteSplices, splicedBytes, tight } from './splice.ts';
import type { EditedForm, FormFile } from './text-edited.ts';
import { rawParts, withPart } from './zip-part.ts';

/** Characters of a cell; Excel calls a workbook with more damaged (its own specification). */
const MAX_CELL = 32_767;
/** The reader of lists reads none that is larger. */
const MAX_SHEET_BYTES = 64 * 1024 * 1024;

/** @throws EditRefused */
export async function sheetEdited(bytes: Uint8Array, { file }: FormFile, before: SheetForm, edit: Edit): Promise<EditedForm> {
  const { layout } = before;
  if (!layout) return refuse('style');
  const { form } = layout;
  const { member } = LISTS[form];
  const [top, ...below] = tokens(edit.pointer);
  if (top === 'none') return refuse('derived');
  if (top === member && below.length === 0) return refuse('order');
  const old = before.value as Members;
  const expected = withDefaults(applied(old, edit) as Members, layout);
  const writes = top === member ? listWrites(layout, old, expected, edit) : headWrites(layout, expected, edit);
  if (writes.some(({ text }) => typeof text === 'string' && text.length > MAX_CELL)) return refuse('long');
  refuseComputed(layout, writes);
  const part = await sheetPart(bytes, layout.sheet);
  const splices = byteSplices(part.xml, tight(part.xml, cellSplices(part.xml, writes, layout.header + 1)), part.skip);
  const made = withPart(bytes, part.name, splicedBytes(part.bytes, splices)) ?? refuse('style');
  const after = await readSheetForm(form, made, file);
  if (!equal(after.value, expected)) refuse('proof');
  refuseOther(bytes, made, part.name);
  await refuseOtherCells(bytes, made, layout.sheet.name, writes);
  return { bytes: made, before, after, splices };
}

function refOf({ row, column }: CellWrite): string {
  return cellName(row, column);
}

function refuseComputed({ sheet }: SheetLayout, writes: readonly CellWrite[]): void {
  const formulas = new Set(sheet.formulas);
  if (writes.some((write) => formulas.has(refOf(write)))) refuse('formula');
  if (sheet.merged.some((range) => writes.some((write) => isWithin(write, range)))) refuse('merged');
}

interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly xml: string;
  /** Bytes of a byte order mark. */
  readonly skip: number;
}

async function sheetPart(whole: Uint8Array, { part: name }: Sheet): Promise<Part> {
  try {
    const file = memoryFile(whole);
    const part = (await zipDirectory(file)).entries.find(({ written }) => written === name) ?? refuse('style');
    const bytes = await partBytes(file, part, MAX_SHEET_BYTES);
    const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return { name, bytes, skip, xml: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof ZipFault || error instanceof TypeError) return refuse('style');
    throw error;
  }
}

/** Every other part, as it is packed. */
function refuseOther(was: Uint8Array, made: Uint8Array, sheet: string): void {
  const [before, after] = [rawParts(was), rawParts(made)];
  if (before.size !== after.size) refuse('proof');
  for (const [name, part] of before) {
    const now = after.get(name);
    if (name !== sheet && !(now?.length === part.length && now.every((byte, i) => byte === part[i]))) refuse('proof');
  }
}

/** Every other cell of every sheet, as the reader of workbooks sees it. */
async function refuseOtherCells(was: Uint8Array, made: Uint8Array, sheet: string, writes: readonly CellWrite[]): Promise<void> {
  const [before, after] = [await readWorkbook(was), await readWorkbook(made)];
  if (!('sheets' in before && 'sheets' in after) || before.sheets.length !== after.sheets.length) return refuse('proof');
  const written = new Set(writes.map(refOf));
  for (const [i, old] of before.sheets.entries()) {
    const now = after.sheets[i];
    if (now?.name !== old.name || !equal([old.merged, old.formulas, old.errors], [now.merged, now.formulas, now.errors]))
      return refuse('proof');
    for (let r = 0; r < Math.max(old.rows.length, now.rows.length); r++) {
      const [oldRow = [], nowRow = []] = [old.rows[r], now.rows[r]];
      for (let c = 0; c < Math.max(oldRow.length, nowRow.length); c++)
        if (!sameCell(oldRow[c], nowRow[c]) && !(old.name === sheet && written.has(cellName(r + 1, c + 1)))) refuse('proof');
    }
  }
}

function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a instanceof Date || b instanceof Date) return a instanceof Date && b instanceof Date && Object.is(a.getTime(), b.getTime());
  return equal(a ?? null, b ?? null);
}
