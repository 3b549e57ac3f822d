/** What a pack asks of each form's `local`: the same faults as of any other field, each at its place. */
import {
  type Finding,
  type FormName,
  finding,
  isDay,
  type LocalField,
  type LocalGroup,
  type LocalLeaf,
  MAX_PATTERN_TEXT,
  nearest,
  type Place,
  type TemplatePack,
} from '../model/index.ts';
import { fieldAsMeant } from './as-meant.ts';
import type { LoadedCase } from './load.ts';
import { child, tokens } from './pointer.ts';
import { kindOf } from './schema-findings.ts';
import type { FieldSchema } from './schemas.ts';
import { shown } from './shown.ts';
import { halfWidth } from './slips.ts';
import { dayFinding } from './value-findings.ts';

/** More items of one list are not looked at; the schema of the form caps the rest. */
const MAX_ITEMS = 1000;

interface Context {
  readonly at: (pointer: string) => Place | undefined;
  /** Of a member that is not there: the name of what it belongs in. */
  readonly keyAt: (pointer: string) => Place | undefined;
}

/** A form that is not there, or did not pass its own schema, is told elsewhere. */
export function localFindings(
  { forms, locate, locateKey }: Pick<LoadedCase, 'forms' | 'locate' | 'locateKey'>,
  fields: NonNullable<TemplatePack['fields']>,
): readonly Finding[] {
  return Object.entries(fields).flatMap(([name, group]) => {
    const form = name as FormName;
    const value = forms[form];
    if (!value) return [];
    const at = (pointer: string): Place | undefined => locate({ form, pointer });
    const keyAt = (pointer: string): Place | undefined => locateKey({ form, pointer });
    return [...groupFindings(group, value.local ?? {}, { pointer: '/local', title: '' }, { at, keyAt })];
  });
}

/** The case with each form's `local` as it was meant, and what is to be said of that. */
export function localAsMeant(
  loaded: LoadedCase,
  fields: NonNullable<TemplatePack['fields']>,
): { readonly loaded: LoadedCase; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const forms = { ...loaded.forms };
  for (const [name, group] of Object.entries(fields)) {
    const form = name as FormName;
    const value = forms[form];
    if (!value?.local) continue;
    const positions = loaded.positionsOf(form);
    const titleOf = (at: string): string => titleIn(group, tokens(at).slice(1));
    const read = fieldAsMeant(schemaOf({ type: 'object', ...group }), value.local, '/local', { ...positions, titleOf });
    if (read.findings.length > 0) Object.assign(forms, { [form]: { ...value, local: read.value } });
    findings.push(...read.findings);
  }
  return findings.length === 0
    ? { loaded, findings }
    : { loaded: { ...loaded, forms, ...(loaded.case ? { case: { ...loaded.case, ...forms } } : {}) }, findings };
}

/** What a pack asks of a form's `local`, in the terms of our schemas: for a screen, and to read what is typed. */
export function localSchema({ properties, required }: LocalGroup): FieldSchema {
  return schemaOf({ type: 'object', properties, ...(required ? { required } : {}) });
}

/** A field of a pack in the terms of our schemas. */
function schemaOf(field: LocalField | (LocalGroup & { readonly type: 'object' })): FieldSchema {
  if (field.type === 'object') {
    const members = Object.entries(field.properties).map(([name, member]) => [name, schemaOf(member)] as const);
    return { ...field, properties: Object.fromEntries(members) };
  }
  if (field.type === 'array') return { ...field, minItems: field.minItems ?? 0, items: schemaOf(field.items) };
  const { format, ...rest } = field;
  return { ...rest, ...(format ? { format: 'day' } : {}) };
}

function titleIn({ properties }: Pick<LocalGroup, 'properties'>, [name = '', ...rest]: readonly string[]): string {
  const field = properties[name];
  if (!field) return name;
  const inner = field.type === 'array' ? field.items : field;
  const number = field.type === 'array' && rest.length > 0 ? ` ${Number(rest[0]) + 1}` : '';
  const further = field.type === 'array' ? rest.slice(1) : rest;
  return `${field.title}${number}${inner.type === 'object' && further.length > 0 ? ` / ${titleIn(inner, further)}` : ''}`;
}

interface Spot {
  readonly pointer: string;
  /** Chinese titles from the form down; empty at the top. */
  readonly title: string;
}

const below = ({ pointer, title }: Spot, name: string, own: string): Spot => ({
  pointer: child(pointer, name),
  title: title === '' ? own : `${title} / ${own}`,
});

function* groupFindings(
  { properties, required = [] }: Pick<LocalGroup, 'properties' | 'required'>,
  value: Readonly<Record<string, unknown>>,
  spot: Spot,
  context: Context,
): Iterable<Finding> {
  for (const key of required) {
    const field = properties[key];
    if (Object.hasOwn(value, key) || !field) continue;
    const { title, pointer } = below(spot, key, field.title);
    const named = { field: title, key: tokens(pointer).join('.'), how: field.description ?? '' };
    yield finding('FIELD_MISSING', 'stop', named, { at: context.keyAt(pointer) });
  }
  for (const [key, member] of Object.entries(value)) {
    const field = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (field) yield* fieldFindings(field, member, below(spot, key, field.title), context);
    else {
      const near = nearest(key, Object.keys(properties));
      const hint = near === undefined ? {} : { nearest: near, nearestTitle: properties[near]?.title ?? near };
      yield finding('FIELD_UNKNOWN', 'stop', { key: shown(key), ...hint }, { at: context.at(child(spot.pointer, key)) });
    }
  }
}

const KINDS = { string: 'text', integer: 'integer', boolean: 'boolean', object: 'group', array: 'list' } as const;

function* fieldFindings(field: LocalField, value: unknown, spot: Spot, context: Context): Iterable<Finding> {
  const at = context.at(spot.pointer);
  const expected = KINDS[field.type];
  const found = kindOf(value);
  if (found !== expected) yield finding('FIELD_TYPE', 'stop', { field: spot.title, expected, found }, { at });
  else if (field.type === 'object') yield* groupFindings(field, value as Readonly<Record<string, unknown>>, spot, context);
  else if (field.type === 'array') {
    const { items, minItems = 0, maxItems = MAX_ITEMS } = field;
    const list = value as readonly unknown[];
    const count = list.length;
    if (count < minItems) yield finding('LIST_TOO_SHORT', 'stop', { field: spot.title, count, minimum: minItems }, { at });
    if (count > maxItems) yield finding('LIST_TOO_LONG', 'stop', { field: spot.title, count, maximum: maxItems }, { at });
    for (const [i, item] of list.slice(0, MAX_ITEMS).entries())
      yield* fieldFindings(items, item, { pointer: child(spot.pointer, i), title: `${spot.title} ${i + 1}` }, context);
  } else yield* leafFindings(field, value, spot, at);
}

function* leafFindings(field: LocalLeaf, value: unknown, { title }: Spot, at: Place | undefined): Iterable<Finding> {
  const parts = { at };
  if (typeof value === 'number') {
    const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = field;
    if (value < minimum || value > maximum)
      yield finding('FIELD_RANGE', 'stop', { field: title, value: String(value), minimum, maximum }, parts);
    return;
  }
  if (typeof value !== 'string') return;
  const length = [...value].length;
  const limit = field.maxLength ?? (field.pattern === undefined ? 10_000 : MAX_PATTERN_TEXT);
  if (length > limit) yield finding('FIELD_TOO_LONG', 'stop', { field: title, length, limit }, parts);
  else if (length < (field.minLength ?? 0) || (value.trim() === '' && field.minLength !== undefined))
    yield finding('FIELD_BLANK', 'stop', { field: title }, parts);
  else if (field.enum && !field.enum.includes(value)) {
    const near = nearest(value, field.enum);
    const meant = near === undefined ? {} : { nearest: near };
    yield finding('FIELD_ENUM', 'stop', { field: title, value: shown(value), allowed: field.enum, ...meant }, parts);
  } else if (field.format === 'date' && !isDay(value)) yield dayFinding(title, value, at ?? { file: '' });
  // The pattern was found to end on any text as short as this one.
  else if (field.pattern !== undefined) {
    const pattern = new RegExp(field.pattern, 'u');
    if (pattern.test(value)) return;
    const half = halfWidth(value, (text) => text.length <= limit && pattern.test(text));
    const meant = half === undefined ? {} : { proposal: shown(half) };
    const expected = field.description ?? field.pattern;
    yield finding('FIELD_PATTERN', 'stop', { field: title, value: shown(value), expected, ...meant }, parts);
  }
}
