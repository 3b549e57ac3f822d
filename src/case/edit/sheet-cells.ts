/** Which cells of a list an edit writes, and what. */
import { columnNumber } from '../../workbook/index.ts';
import type { Column } from '../columns.ts';
import { HEAD_LABELS, LISTS } from '../columns.ts';
import type { Cell } from '../list-sheets.ts';
import { textOf } from '../list-workbook.ts';
import { tokens } from '../pointer.ts';
import { cellLines, type SheetLayout } from '../sheet-form.ts';
import { isBlankRow } from '../sheet-list.ts';
import { type Edit, equal, indexIn, refuse } from './edit.ts';
import type { CellText, CellWrite } from './sheet-xml.ts';

export type Members = Readonly<Record<string, unknown>>;

/** What the reader of a list adds: to its items files, and what stands for a blank; to the form whether there is a statement. */
export function withDefaults({ signedScan, ...form }: Members, layout: SheetLayout): Members {
  const scan = typeof signedScan === 'object' && signedScan !== null && Object.keys(signedScan).length > 0 ? { signedScan } : {};
  const whole = { ...form, ...scan };
  return withItemDefaults(layout.form === 'items' ? { ...whole, none: form.statement !== undefined } : whole, layout);
}

function withItemDefaults(value: Members, { form, byIndex }: SheetLayout): Members {
  const { member } = LISTS[form];
  const list = value[member];
  if (!Array.isArray(list)) return value;
  const columns = [...byIndex.values()];
  const defaults = Object.fromEntries([
    ...columns.filter(({ perFile, field }) => !perFile && field.default !== undefined).map(({ key, field }) => [key, field.default]),
    ...(form === 'evidence' ? [['files', []]] : []),
  ]);
  return { ...value, [member]: list.map((item) => (typeof item === 'object' && item !== null ? { ...defaults, ...item } : item)) };
}

/** @throws EditRefused */
export function listWrites(layout: SheetLayout, before: Members, after: Members, edit: Edit): readonly CellWrite[] {
  const { member } = LISTS[layout.form];
  const [old, now] = [before[member], after[member]] as readonly (readonly Members[])[];
  const [, token = '', field] = tokens(edit.pointer);
  if (!old || !now) return refuse('list');
  if (field === undefined && edit.op !== 'set') {
    if (edit.op === 'move') return refuse('order');
    const index = indexIn(token, old.length, old.length);
    if (edit.op === 'remove') return cleared(layout, index);
    if (index !== old.length) return refuse('order');
    const blank = layout.form === 'evidence' ? { files: [] } : {};
    return now.slice(index).flatMap((item, i) => itemWrites(layout, [nextRow(layout) + i], blank, item));
  }
  const index = indexIn(token, old.length);
  return itemWrites(layout, layout.rows[index] ?? refuse('style'), old[index] ?? {}, now[index] ?? {}, edit);
}

/** The row behind the last in which anything stands. */
function nextRow({ sheet }: SheetLayout): number {
  return sheet.rows.findLastIndex((row) => !isBlankRow(row)) + 1;
}

/** Everything that stands in the rows of an item. */
function cleared({ sheet, rows }: SheetLayout, index: number): readonly CellWrite[] {
  return (rows[index] ?? []).flatMap((r) =>
    (sheet.rows[r] ?? []).flatMap((cell, c): CellWrite[] => (cell === null ? [] : [{ row: r + 1, column: c + 1, text: undefined }])),
  );
}

function itemWrites(layout: SheetLayout, rows: readonly number[], old: Members, now: Members, edit?: Edit): readonly CellWrite[] {
  const { byIndex, sheet } = layout;
  const columns = [...byIndex];
  const keys = new Set(columns.map(([, { key }]) => key.split('.')[0]));
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !equal(old[key], now[key]));
  if (changed.some((key) => !keys.has(key))) return refuse('column');
  const [first = 0] = rows;
  const single = columns
    .filter(([, { perFile, key }]) => !perFile && changed.includes(key))
    .map(
      ([c, column]): CellWrite => ({ row: first + 1, column: c + 1, text: cellText(textOf(now, column), column, sheet.rows[first]?.[c]) }),
    );
  return changed.includes('files') ? [...single, ...fileWrites(layout, rows, old, now, edit)] : single;
}

/** A figure that stood as a number stays one, so that the sheet's own sums still count it. */
function cellText(text: string | undefined, { kind }: Column, was: Cell | undefined): CellText {
  const numeric = typeof was === 'object' && was !== null && 'number' in was && (kind === 'decimal' || kind === 'integer');
  return text !== undefined && numeric && String(Number(text)) === text ? { number: text } : text;
}

/** Files stand one a line; those of further rows stay in their rows, and new ones come behind the last. */
function fileWrites(
  { byIndex, sheet }: SheetLayout,
  rows: readonly number[],
  old: Members,
  now: Members,
  edit?: Edit,
): readonly CellWrite[] {
  const columns = [...byIndex].filter(([, { perFile }]) => perFile);
  const [before, after] = [old.files, now.files] as readonly (readonly Members[])[];
  if (!before || !after) return refuse('list');
  const known = new Set(columns.map(([, { key }]) => key.slice('files.'.length)));
  if (after.some((file) => typeof file !== 'object' || file === null || Object.keys(file).some((key) => !known.has(key))))
    return refuse('column');
  const paths = columns.find(([, { key }]) => key === 'files.path') ?? refuse('column');
  const oldCounts = rows.map((r) => cellLines(sheet.rows[r]?.[paths[0]] ?? null).length);
  const counts = [...oldCounts];
  const removed = edit?.op === 'remove' ? Number(tokens(edit.pointer)[3]) : undefined;
  if (after.length < before.length && removed !== undefined) counts[rowOf(counts, removed)] = (counts[rowOf(counts, removed)] ?? 0) - 1;
  else counts[counts.length - 1] = (counts.at(-1) ?? 0) + after.length - before.length;
  if (counts.some((count) => count < 0)) return refuse('order');
  return rows.flatMap((r, i) => {
    const [was, next] = [shareOf(before, oldCounts, i), shareOf(after, counts, i)];
    return columns.flatMap(([c, column]): CellWrite[] => {
      const text = next.length === 0 ? undefined : textOf({ files: next }, column);
      const same = text === (was.length === 0 ? undefined : textOf({ files: was }, column));
      return same ? [] : [{ row: r + 1, column: c + 1, text: cellText(text, column, sheet.rows[r]?.[c]) }];
    });
  });
}

function rowOf(counts: readonly number[], index: number): number {
  return counts.findIndex((_, i) => index < counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0));
}

function shareOf(files: readonly Members[], counts: readonly number[], i: number): readonly Members[] {
  const start = counts.slice(0, i).reduce((sum, count) => sum + count, 0);
  return files.slice(start, start + (counts[i] ?? 0));
}

/** What items.xlsx says above its rows. */
export function headWrites({ cells, sheet }: SheetLayout, after: Members, { pointer }: Edit): readonly CellWrite[] {
  const writes = Object.values(HEAD_LABELS).flatMap((key): CellWrite[] => {
    const path = `/${key.replace('.', '/')}`;
    if (path !== pointer && !path.startsWith(`${pointer}/`)) return [];
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cells.get(path) ?? '') ?? [];
    const value = key.split('.').reduce<unknown>((here, name) => (here as Members | undefined)?.[name], after);
    if (letters === '') return value === undefined ? [] : refuse('column');
    const [row, column] = [Number(digits), columnNumber(letters)];
    const was = sheet.rows[row - 1]?.[column - 1] ?? null;
    return was === null && value === undefined ? [] : [{ row, column, text: value === undefined ? undefined : String(value) }];
  });
  return writes.length > 0 ? writes : refuse('column');
}
