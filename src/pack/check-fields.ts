/** `fields` of pack.json: each keyword where its type has a use for it, required names that are there, patterns that end. */
import type { Positions } from '../case/index.ts';
import { type Finding, finding, isSafePattern, MAX_PATTERN_TEXT, nearest } from '../model/index.ts';

/** Which keywords a type takes, besides title, description and type. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: ['enum', 'pattern', 'minLength', 'maxLength', 'format', 'examples'],
  integer: ['minimum', 'maximum', 'examples'],
  boolean: ['examples'],
  object: ['properties', 'required'],
  array: ['items', 'minItems', 'maxItems'],
};
const COMMON = ['title', 'description', 'type'];
/** What a type cannot do without. */
const NEEDED: Readonly<Record<string, string>> = { object: 'properties', array: 'items' };

/** The fields as the schema let them through. */
interface Field {
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

export function localFieldFaults(forms: Readonly<Record<string, unknown>>, positions: Positions): readonly Finding[] {
  return Object.entries(forms).flatMap(([form, group]) => [...groupFaults(group as Field, `/fields/${form}`, positions)]);
}

function* groupFaults({ properties = {}, required = [] }: Field, pointer: string, positions: Positions): Iterable<Finding> {
  for (const [i, name] of required.entries()) {
    if (Object.hasOwn(properties, name)) continue;
    const at = positions.valueAt(`${pointer}/required/${i}`);
    const known = nearest(name, Object.keys(properties)) ?? '';
    yield finding('PACK_NAME_UNKNOWN', 'stop', { field: dotted(`${pointer}/required`), name, nearest: known }, { at });
  }
  for (const [name, field] of Object.entries(properties)) yield* fieldFaults(field, `${pointer}/properties/${name}`, positions);
}

function* fieldFaults(field: Field, pointer: string, positions: Positions): Iterable<Finding> {
  const type = field.type ?? '';
  const invalid = (member: string, expected: string): Finding => {
    const at = positions.keyAt(`${pointer}/${member}`);
    return finding('PACK_INVALID', 'stop', { field: dotted(`${pointer}/${member}`), expected }, { at });
  };
  const takes = [...COMMON, ...(KEYWORDS[type] ?? [])];
  for (const member of Object.keys(field)) if (!takes.includes(member)) yield invalid(member, `类型 ${type} 只用：${takes.join(' ')}`);
  const needed = NEEDED[type];
  if (needed !== undefined && !Object.hasOwn(field, needed)) yield invalid(needed, `类型 ${type} 要写 ${needed}`);
  if (field.pattern !== undefined) {
    const at = positions.valueAt(`${pointer}/pattern`);
    if (!isSafePattern(field.pattern)) yield finding('PACK_PATTERN_UNSAFE', 'stop', { field: dotted(pointer) }, { at });
    if ((field.maxLength ?? 0) > MAX_PATTERN_TEXT) yield invalid('maxLength', `写了 pattern 的不超过 ${MAX_PATTERN_TEXT}`);
  }
  if (field.items) yield* fieldFaults(field.items, `${pointer}/items`, positions);
  if (field.properties) yield* groupFaults(field, pointer, positions);
}

const dotted = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');
