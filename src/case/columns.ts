/** The columns of the two Excel lists, made from the schemas so that they cannot drift. */
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';

export type ListForm = 'items' | 'evidence';
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'day' | 'instant' | 'ids';

export interface Column {
  /** Member of the row's object; `files.path` and its like are members of each file. */
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  readonly field: FieldSchema;
  /** Holds one line a file. */
  readonly perFile: boolean;
}

/** The list inside each form, its sheet's name and the column that names a row. */
export const LISTS: Readonly<Record<ListForm, { readonly member: string; readonly sheet: string; readonly idKey: string }>> = {
  items: { member: 'items', sheet: '涉案物品清单', idKey: 'itemNo' },
  evidence: { member: 'evidence', sheet: '证据清单', idKey: 'evidenceNo' },
};

/** Other words in use for a column's title. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  evidenceNo: ['证据号', '编号'],
  title: ['名称', '材料名称'],
  kind: ['种类'],
  author: ['责任者', '提供人'],
  collectors: ['提取人', '收集人', '取证人'],
  'files.path': ['文件路径', '文件名', '附件'],
  'files.sha256': ['SHA-256', 'SHA256'],
  'files.sm3': ['SM3'],
  facts: ['事实编号'],
  originality: ['原件/复制件', '原件或者复制件'],
  itemNo: ['物品编号', '序号'],
  storagePlace: ['存放地', '存放处'],
  features: ['物品特征'],
  unit: ['计量单位'],
};

/** Members above the header row of items.xlsx: label in one cell, value in the next. */
export const HEAD_LABELS: Readonly<Record<string, string>> = {
  无涉案物品声明: 'statement',
  签章扫描件文件路径: 'signedScan.path',
  签章扫描件页数: 'signedScan.pages',
  签章扫描件签署日期: 'signedScan.signedOn',
};

export function columnsOf(form: ListForm): readonly Column[] {
  const list = schemaTree(form).properties?.[LISTS[form].member];
  const row = resolve(list?.items ?? {});
  return membersOf(row).flatMap(([key, field, required]) => {
    if (key !== 'files') return [column(key, field, required, false)];
    return membersOf(resolve(field.items ?? {})).map(([member, inner]) => column(`files.${member}`, inner, false, true));
  });
}

function membersOf(group: FieldSchema): [string, FieldSchema, boolean][] {
  return Object.entries(group.properties ?? {}).map(([key, field]) => [key, resolve(field), group.required?.includes(key) ?? false]);
}

function column(key: string, field: FieldSchema, required: boolean, perFile: boolean): Column {
  return { key, title: field.title ?? key, kind: kindOfField(field), required, field, perFile };
}

function kindOfField(field: FieldSchema): ColumnKind {
  if (field.type === 'array') return 'ids';
  if (field.type === 'integer') return 'integer';
  if (field.format === 'day') return 'day';
  if (field.format === 'instant') return 'instant';
  return field.pattern?.startsWith('^(?:0|[1-9]') ? 'decimal' : 'text';
}

/** Heading → what it is compared by: without white space, stars and remarks in brackets. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/[\s*:：]/g, '')
    .toLowerCase();
}

/** Every heading by which a column is known. */
export function headings(columns: readonly Column[]): ReadonlyMap<string, Column> {
  const known = new Map<string, Column>();
  for (const c of columns) {
    for (const name of [c.title, c.key, ...(ALIASES[c.key] ?? [])]) if (!known.has(headingKey(name))) known.set(headingKey(name), c);
  }
  return known;
}
