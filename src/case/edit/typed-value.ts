/** A value as it is typed on a command line → the value that the field's schema asks for, as it was meant. What does not fit stays a text, for the schema to say so. */
import type { Finding } from '../../model/index.ts';
import { asMeant, fieldAsMeant } from '../as-meant.ts';
import { splitIds } from '../cells.ts';
import { tokens } from '../pointer.ts';
import { wholeFile } from '../positions.ts';
import { type FieldSchema, fieldAt, resolve, type SchemaName } from '../schemas.ts';

export interface TypedValue {
  readonly value: unknown;
  /** What was taken otherwise than it was typed. */
  readonly findings: readonly Finding[];
}

/** `local`: what the pack of the case asks of the form's `local`, for a field in it. */
export function typedValue(form: SchemaName, pointer: string, text: string, local?: FieldSchema): TypedValue {
  const field = local && tokens(pointer)[0] === 'local' ? within(local, tokens(pointer).slice(1)) : fieldAt(form, pointer);
  const plain = plainValue(field, text);
  const { value, findings } =
    local && field
      ? fieldAsMeant(field, plain, pointer, { ...wholeFile(''), titleOf: () => field.title ?? '' })
      : asMeant(form, plain, wholeFile(''), pointer);
  return { value, findings: findings.map(({ at: _, ...said }) => said as Finding) };
}

function within(field: FieldSchema | undefined, path: readonly string[]): FieldSchema | undefined {
  return path.reduce(
    (here, name) => here?.items ?? (Object.hasOwn(here?.properties ?? {}, name) ? here?.properties?.[name] : undefined),
    field,
  );
}

function plainValue(field: FieldSchema | undefined, text: string): unknown {
  switch (typeOf(field)) {
    case 'integer':
    case 'number':
      return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : text;
    case 'boolean':
      return { true: true, false: false }[text.trim()] ?? text;
    case 'array':
      return asJson(text, Array.isArray) ?? listOf(text, field);
    case 'object':
      return asJson(text, (value) => typeof value === 'object' && value !== null && !Array.isArray(value)) ?? text;
    default:
      return text;
  }
}

function typeOf(field: FieldSchema | undefined): string {
  const { type, properties } = field ?? {};
  return typeof type === 'string' ? type : (type?.[0] ?? (properties ? 'object' : 'string'));
}

function asJson(text: string, fits: (value: unknown) => boolean): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return fits(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Numbers and words of a list hold no separators: `甲、乙`. A list of free texts is written as JSON. */
function listOf(text: string, field: FieldSchema | undefined): unknown {
  const item = resolve(field?.items ?? {});
  return item.type === 'string' && (item.enum !== undefined || (item.pattern !== undefined && item.pattern !== '\\S'))
    ? splitIds(text)
    : text;
}
