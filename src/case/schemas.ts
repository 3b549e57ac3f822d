/** The JSON Schemas as files and as trees to look things up in. */
import { tokens } from './pointer.ts';
import { readSchema } from './schema-files.ts';

/** Every schema beside `common`, which holds the shared definitions. */
export const SCHEMA_NAMES = [
  'case',
  'internal',
  'transfer',
  'investigation',
  'receipt',
  'items',
  'evidence',
  'records',
  'supervision',
  'correspondence',
  'custody-event',
  'index',
  'pack',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** The part of JSON Schema that these schemas use. */
export interface FieldSchema {
  readonly $ref?: string;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly patternProperties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
  readonly $defs?: Readonly<Record<string, FieldSchema>>;
}

const texts = new Map<string, string>();
const trees = new Map<string, FieldSchema>();

/** Names for `schemaText`. */
export const schemaNames: readonly string[] = [...SCHEMA_NAMES, 'output', 'progress', 'common'];

/** Text of a schema as it is shipped, or undefined for a name that is none. */
export function schemaText(name: string): string | undefined {
  if (!schemaNames.includes(name)) return undefined;
  const text = texts.get(name) ?? readSchema(name);
  texts.set(name, text);
  return text;
}

export function schemaTree(name: SchemaName | 'common' | 'output'): FieldSchema {
  const tree = trees.get(name) ?? (JSON.parse(schemaText(name) ?? '{}') as FieldSchema);
  trees.set(name, tree);
  return tree;
}

/** The only form of reference that these schemas use: a file, and a definition in it; `common` refers to its own without the file. */
const REFERENCE = /^(?:([a-z-]+)\.schema\.json)?#\/\$defs\/(\w+)$/;

/** A field with its shared definition laid under its own words. */
export function resolve(field: FieldSchema): FieldSchema {
  const [, file = 'common', name] = REFERENCE.exec(field.$ref ?? '') ?? [];
  if (name === undefined) return field;
  const { $ref: _, ...own } = field;
  return { ...resolve(schemaTree(file as SchemaName | 'common').$defs?.[name] ?? {}), ...own };
}

/** A member by its name, or by what its names look like; of the latter there is one kind in these schemas. */
function memberOf({ properties = {}, patternProperties }: FieldSchema, token: string): FieldSchema | undefined {
  return Object.hasOwn(properties, token) ? properties[token] : Object.values(patternProperties ?? {})[0];
}

/** The field that a pointer into a form leads to. */
export function fieldAt(name: SchemaName, pointer: string): FieldSchema | undefined {
  let field: FieldSchema | undefined = resolve(schemaTree(name));
  for (const token of tokens(pointer)) {
    const next: FieldSchema | undefined = memberOf(field, token) ?? field.items;
    if (!next) return undefined;
    field = resolve(next);
  }
  return field;
}

/** How people call a field: Chinese titles from the form down, items of a list by their number, e.g. `办案人员 2 / 姓名`. */
export function titleAt(name: SchemaName, pointer: string): string {
  let field: FieldSchema | undefined = resolve(schemaTree(name));
  const titles: string[] = [];
  for (const token of tokens(pointer)) {
    const isItem: boolean = field?.items !== undefined;
    const next: FieldSchema | undefined = isItem ? field?.items : field && memberOf(field, token);
    field = next && resolve(next);
    if (isItem) titles.push(`${titles.pop() ?? ''} ${/^\d+$/.test(token) ? Number(token) + 1 : token}`);
    else titles.push(field?.title ?? token);
  }
  return titles.join(' / ') || (resolve(schemaTree(name)).title ?? '');
}

/** A schema with every shared definition in its place. */
export function expandedSchema(name: SchemaName): FieldSchema {
  return expanded(schemaTree(name));
}

function expanded(raw: FieldSchema): FieldSchema {
  const field = resolve(raw);
  const each = (members: Readonly<Record<string, FieldSchema>>): Readonly<Record<string, FieldSchema>> =>
    Object.fromEntries(Object.entries(members).map(([key, member]) => [key, expanded(member)]));
  return {
    ...field,
    ...(field.properties ? { properties: each(field.properties) } : {}),
    ...(field.items ? { items: expanded(field.items) } : {}),
  };
}
