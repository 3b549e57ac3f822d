/** The two Excel lists as empty workbooks: headings, choices and one example row; and filled, for those who have the form. */
import type { EvidenceForm, ItemsForm } from '../model/index.ts';
import { type Column, columnsOf, HEAD_LABELS, LISTS, type ListForm } from './columns.ts';
import { type FieldSchema, resolve } from './schemas.ts';
import { EXAMPLE_MARK } from './sheet-list.ts';
import { type SheetColumn, type SheetPlan, writeWorkbook } from './workbook.ts';

/** Excel keeps the words of one drop-down list to 255 characters. */
const MAX_CHOICES_LENGTH = 255;

export function emptyWorkbook(form: ListForm): Uint8Array {
  const columns = columnsOf(form);
  const example = columns.map((column, i) => (i === 0 ? `${EXAMPLE_MARK}（填写前删去本行）` : exampleOf(column.field)));
  return writeWorkbook(plan(form, columns, headRows(form, {}), [example]));
}

/** A form as the workbook that reads back to it. `local` has no place in a list and is left out. */
export function filledWorkbook(form: 'items', value: ItemsForm): Uint8Array;
export function filledWorkbook(form: 'evidence', value: EvidenceForm): Uint8Array;
export function filledWorkbook(form: ListForm, value: ItemsForm | EvidenceForm): Uint8Array {
  const columns = columnsOf(form);
  const list = 'evidence' in value ? value.evidence : value.items;
  const head =
    'evidence' in value
      ? {}
      : {
          statement: value.statement,
          'signedScan.path': value.signedScan?.path,
          'signedScan.pages': value.signedScan?.pages,
          'signedScan.signedOn': value.signedScan?.signedOn,
        };
  return writeWorkbook(
    plan(
      form,
      columns,
      headRows(form, head),
      list.map((row) => columns.map((column) => textOf(row as unknown as Row, column))),
    ),
  );
}

type Row = Readonly<Record<string, unknown>>;

function plan(
  form: ListForm,
  columns: readonly Column[],
  head: readonly (readonly (string | undefined)[])[],
  rows: readonly (readonly (string | undefined)[])[],
): SheetPlan {
  const header = columns.map(({ title, required, perFile }) => `${title}${required ? '*' : ''}${perFile ? '（一个文件一行）' : ''}`);
  return { name: LISTS[form].sheet, columns: columns.map(sheetColumn), rows: [...head, header, ...rows], header: head.length };
}

/** Rows above the header: what the list is, and for the items the statement that there are none. */
function headRows(form: ListForm, values: Row): (string | undefined)[][] {
  const title = [`${LISTS[form].sheet}（带 * 的必填；一格有几个编号的用顿号分开；几个文件的在格内换行，一行一个）`];
  if (form === 'evidence') return [title];
  return [
    title,
    ...Object.entries(HEAD_LABELS).map(([label, key]) => [label, values[key] === undefined ? undefined : String(values[key])]),
  ];
}

function sheetColumn({ field, kind, key }: Column): SheetColumn {
  const words = field.enum ?? (field.examples && field.examples.length > 2 ? field.examples.map(String) : undefined);
  const fits = words && words.join(',').length <= MAX_CHOICES_LENGTH;
  const format = kind === 'day' || kind === 'instant' ? kind : kind === 'integer' ? 'general' : 'text';
  return {
    width: key === 'files.path' || key === 'proves' || key === 'features' ? 40 : 16,
    format,
    ...(fits ? { choices: words, strict: field.enum !== undefined } : {}),
  };
}

function exampleOf(field: FieldSchema): string | undefined {
  const [first] = resolve(field).examples ?? [];
  return Array.isArray(first) ? first.join('、') : first === undefined ? undefined : String(first);
}

/** The text of a cell; undefined where it stays blank. */
export function textOf(row: Row, { key, perFile }: Column): string | undefined {
  if (!perFile) {
    const value = row[key];
    if (Array.isArray(value)) return value.length > 0 ? value.join('、') : undefined;
    return value === undefined ? undefined : String(value);
  }
  const lines = (row.files as readonly Row[]).map((file) => file[key.slice('files.'.length)]);
  return lines.every((line) => line === undefined) ? undefined : lines.map((line) => (line === undefined ? '-' : String(line))).join('\n');
}
