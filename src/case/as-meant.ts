/**
 * A form as it was typed → as it was meant: values that do not fit their fields and can be read in one way only are taken so, and said. The
 * file is left as it is; what goes into the dossier is what was taken. `check`, `build`, `collect` and the edit door read alike.
 */
import { type Finding, finding, type TakenKind, type TakenValue } from '../model/index.ts';
import { type Meant, meantEntries, meantQuantity, meantValue, SCAN_PATH } from './meant.ts';
import { child } from './pointer.ts';
import type { Positions } from './positions.ts';
import { type FieldSchema, fieldAt, resolve, type SchemaName, titleAt } from './schemas.ts';
import { shown } from './shown.ts';
import { splitNumber } from './slips.ts';

/** Values of one kind that are named one by one; the others are counted. */
const MOST_NAMED = 20;

export interface AsMeant {
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

export interface Taken extends TakenValue {
  readonly kind: TakenKind;
}

/** `pointer`: where in the form the value stands. The value itself where nothing was to be taken otherwise. */
export function asMeant(form: SchemaName, value: unknown, positions: Positions, pointer = ''): AsMeant {
  const field = fieldAt(form, pointer);
  return field ? fieldAsMeant(field, value, pointer, { ...positions, titleOf: (at) => titleAt(form, at) }) : { value, findings: [] };
}

/** The same of a field that stands in no schema of ours. */
export function fieldAsMeant(
  field: FieldSchema,
  value: unknown,
  pointer: string,
  { titleOf, ...positions }: Positions & { readonly titleOf: (at: string) => string },
): AsMeant {
  const taken: Taken[] = [];
  const note = (at: string, was: unknown, { value: now, kind }: Meant): unknown => {
    const written = typeof was === 'string' ? was : (positions.source(at) ?? String(was));
    taken.push({ kind, pointer: at, field: titleOf(at), value: shown(written), reading: shown(textOf(now)) });
    return now;
  };
  const isCut = (at: string): boolean => {
    const place = positions.valueAt(at);
    return splitNumber(positions.excerpt(place), place) !== undefined;
  };
  const read = walk(field, value, pointer, pointer.split('/').at(-1) ?? '', { note, isCut, source: (at) => positions.source(at) });
  return { value: read, findings: takenFindings(taken, positions) };
}

interface Walking {
  readonly note: (at: string, was: unknown, meant: Meant) => unknown;
  readonly source: (at: string) => string | undefined;
  /** Of a number in braces: it goes on behind a comma. */
  readonly isCut: (at: string) => boolean;
}

function walk(field: FieldSchema, here: unknown, at: string, key: string, walking: Walking): unknown {
  if (field.anyOf) return here;
  if (typeof here !== 'object' || here === null) {
    const meant = meantValue(key, field, here, walking.source(at));
    return meant && !(typeof here === 'number' && walking.isCut(at)) ? walking.note(at, here, meant) : here;
  }
  if (Array.isArray(here)) return field.type === 'array' ? walkList(field, here, at, key, walking) : here;
  return walkGroup(field, here as Readonly<Record<string, unknown>>, at, walking);
}

function walkList(field: FieldSchema, list: readonly unknown[], at: string, key: string, walking: Walking): unknown {
  const item = whole(field.items ?? {});
  let changed = false;
  const read = list.flatMap((entry, i): readonly unknown[] => {
    const there = child(at, i);
    const entries = meantEntries(field, entry);
    if (entries) walking.note(there, entry, { value: entries, kind: 'list' });
    const now = entries ?? [walk(item, entry, there, key, walking)];
    changed ||= now[0] !== entry;
    return now;
  });
  return changed ? read : list;
}

function walkGroup(field: FieldSchema, group: Readonly<Record<string, unknown>>, at: string, walking: Walking): unknown {
  const { properties = {}, patternProperties = {} } = field;
  const [others] = Object.values(patternProperties);
  let read = group;
  const take = (key: string, value: unknown): void => {
    read = { ...read, [key]: value };
  };
  for (const [key, value] of Object.entries(group)) {
    const raw = Object.hasOwn(properties, key) ? properties[key] : others;
    if (!raw) continue;
    const member = whole(raw);
    const quantity = typeof value === 'string' ? meantQuantity(member, value, group.unit) : undefined;
    if (quantity) {
      take(key, walking.note(child(at, key), value, { value: quantity.figures, kind: 'unit' }));
      if (quantity.unit !== undefined && Object.hasOwn(properties, 'unit'))
        take('unit', walking.note(child(at, 'unit'), value, { value: quantity.unit, kind: 'unit' }));
      continue;
    }
    const now = walk(member, value, child(at, key), key === 'path' && at.endsWith('/signedScan') ? SCAN_PATH : key, walking);
    if (now !== value) take(key, now);
  }
  return read;
}

const wholes = new WeakMap<FieldSchema, FieldSchema>();

/** A list has a hundred thousand entries of one kind. */
function whole(field: FieldSchema): FieldSchema {
  const made = wholes.get(field) ?? resolve(field);
  wholes.set(field, made);
  return made;
}

/** As it would be typed for the field. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.join('、');
  if (typeof value === 'object' && value !== null) return Object.values(value).join('至');
  return typeof value === 'boolean' ? (value ? 'true' : 'false') : String(value);
}

/** One a kind, at the first of them. */
export function takenFindings(taken: readonly Taken[], positions: Positions): readonly Finding[] {
  return [...new Set(taken.map(({ kind }) => kind))].map((kind) => {
    const values = taken.filter((value) => value.kind === kind);
    const named = values.slice(0, MOST_NAMED).map(({ kind: _, ...value }) => value);
    const at = positions.valueAt(values[0]?.pointer ?? '');
    return finding('VALUE_AS_MEANT', 'info', { kind, count: values.length, taken: named }, { at });
  });
}
