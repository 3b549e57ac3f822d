/** Faults of a schema → findings that an official can act on, each at its line or cell. */
import {
  BEHAVIOURS,
  type Codes,
  type Finding,
  finding,
  KIND_FIELDS,
  nearest,
  nearestWord,
  type Place,
  type ValueKind,
  YUAN_PATTERN,
} from '../model/index.ts';
import { unknownField } from './field-names.ts';
import { withFix } from './fixes.ts';
import { child, valueAt } from './pointer.ts';
import type { Positions } from './positions.ts';
import { type SchemaFault, schemaFaults } from './schema-faults.ts';
import { type FieldSchema, fieldAt, resolve, type SchemaName, schemaTree, titleAt } from './schemas.ts';
import { shown } from './shown.ts';
import { halfWidth, quotesFinding, splitNumber, unquoted, yesNo } from './slips.ts';
import { dayFinding, instantFinding, moneyFinding } from './value-findings.ts';

/** More faults are counted, not told: each costs a search for its place and for the name that was meant. */
const MAX_TOLD = 500;

/** Fewer characters stand in the text of too many behaviours. */
const MIN_WORDS = 4;

/** What a fault in a form is reported with. */
export interface FaultContext {
  readonly schema: SchemaName;
  readonly value: unknown;
  readonly positions: Positions;
}

/** Every fault of a value against its schema; one finding a value, so that one slip is told once. */
export function schemaFindings(context: FaultContext): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<string>();
  const faults = [...schemaFaults(context.schema, context.value)].sort((a, b) => rank(a) - rank(b));
  for (const fault of faults) {
    const member = fault.params.missingProperty ?? fault.params.additionalProperty;
    const key = typeof member === 'string' ? child(fault.pointer, member) : fault.pointer;
    if (told.has(key)) continue;
    told.add(key);
    if (told.size <= MAX_TOLD) findings.push(withFix(faultFinding(fault, context), fault, context));
  }
  if (told.size > MAX_TOLD) findings.push(finding('MORE_FINDINGS', 'stop', { count: told.size - MAX_TOLD }));
  return findings;
}

/** The fault that says most comes first. */
function rank({ keyword }: SchemaFault): number {
  return ['type', 'minLength', 'enum', 'format', 'pattern'].indexOf(keyword) + 1 || 9;
}

/** One fault as an official can act on it. */
export function faultFinding(fault: SchemaFault, context: FaultContext): Finding {
  const { schema, positions } = context;
  const { pointer, params, because } = fault;
  const value = valueAt(context.value, pointer);
  const field = titleAt(schema, pointer);
  const at = positions.valueAt(pointer);
  const why = because === undefined ? {} : { because };
  const count = Array.isArray(value) ? value.length : 0;
  const limit = Number(params.limit);
  const bare = ['type', 'enum', 'format', 'pattern'].includes(fault.keyword) ? unquoted(value) : undefined;
  if (bare !== undefined && typeof value === 'string') return quotesFinding(field, value, bare, at);
  switch (fault.keyword) {
    case 'required':
      return missing(fault, context);
    case 'additionalProperties':
      return unknownField(fault, context);
    case 'type':
      return wrongType(value, pointer, context);
    case 'enum':
    case 'const':
      return wrongWord(value, params, field, at);
    case 'minLength':
      return finding('FIELD_BLANK', 'stop', { field }, { at });
    case 'maxLength':
      return finding('FIELD_TOO_LONG', 'stop', { field, length: [...String(value)].length, limit }, { at });
    case 'format':
    case 'pattern':
      return wrongForm(String(value), fault, context);
    case 'minimum':
    case 'maximum':
      return finding('FIELD_RANGE', 'stop', { field, value: shown(String(value)), ...rangeOf(schema, pointer) }, { at });
    case 'minItems':
      return finding('LIST_TOO_SHORT', 'stop', { field, count, minimum: limit, ...why, ...noItems(context, pointer) }, { at });
    case 'false schema': {
      const owner = (Object.entries(KIND_FIELDS) as [string, readonly string[]][]).find(([, fields]) =>
        fields.includes(pointer.split('/').at(-1) ?? ''),
      );
      const kind = String(valueAt(context.value, pointer.replace(/[^/]*$/, 'kind')));
      return finding('FIELD_NOT_OF_KIND', 'stop', { field, kind, of: owner?.[0] ?? '' }, { at: positions.keyAt(pointer) });
    }
    case 'uniqueItems': {
      const repeated = Math.max(Number(params.i), Number(params.j));
      const text = shown(String((value as unknown[])[repeated]));
      return finding('LIST_REPEATED', 'stop', { field, value: text }, { at: positions.valueAt(child(pointer, repeated)) });
    }
    default:
      return finding('LIST_TOO_LONG', 'stop', { field, count, maximum: limit, ...why }, { at });
  }
}

function missing({ pointer, params, because }: SchemaFault, { schema, positions }: FaultContext): Finding {
  const key = String(params.missingProperty);
  const target = child(pointer, key);
  const why = because === undefined ? {} : { because };
  return finding(
    'FIELD_MISSING',
    'stop',
    { field: titleAt(schema, target), key, how: fieldAt(schema, target)?.description ?? '', ...why },
    { at: positions.keyAt(target) },
  );
}

function wrongType(value: unknown, pointer: string, { schema, positions }: FaultContext): Finding {
  const at = positions.valueAt(pointer);
  const field = titleAt(schema, pointer);
  const type = fieldAt(schema, pointer)?.type;
  const expected = KIND_OF_TYPE[String(Array.isArray(type) ? type[0] : type)] ?? 'text';
  const source = positions.source(pointer);
  const allowed = fieldAt(schema, pointer)?.enum;
  if (source !== undefined && allowed !== undefined && typeof value === 'boolean') {
    const proposal = yesNo(String(value), allowed);
    const meant = proposal === undefined ? {} : { proposal };
    return finding('FIELD_NEEDS_QUOTES', 'stop', { field, source: shown(source), words: allowed, ...meant }, { at });
  }
  const whole = typeof value === 'number' ? splitNumber(positions.excerpt(at), at) : undefined;
  if (whole !== undefined && fieldAt(schema, pointer)?.pattern === YUAN_PATTERN.source) return moneyFinding(field, whole, at);
  if (expected === 'text' && source !== undefined && value !== null)
    return finding('FIELD_NEEDS_QUOTES', 'stop', { field, source: shown(source) }, { at });
  const proposal =
    typeof value !== 'string' ? undefined : expected === 'list' ? listOf(value, fieldAt(schema, pointer)) : figuresOf(value, expected);
  return finding('FIELD_TYPE', 'stop', { field, expected, found: kindOf(value), ...(proposal ? { proposal } : {}) }, { at });
}

/** `28,640` → `28640`. */
function figuresOf(text: string, expected: ValueKind): string | undefined {
  const figures = text.normalize('NFKC').trim();
  if (expected !== 'integer' || !/^\d+$|^\d{1,3}(?:,\d{3})+$/.test(figures)) return undefined;
  return figures.replaceAll(',', '');
}

/** `E001、E002` → `["E001", "E002"]`, 无 → `[]`: how a list that was written as one text is written. */
function listOf(text: string, field: FieldSchema | undefined): string | undefined {
  if (/^\s*(?:无|没有|[-—/])\s*$/.test(text)) return (field?.minItems ?? 0) > 0 ? undefined : '[]';
  if (resolve(field?.items ?? {}).type !== 'string') return undefined;
  const parts = text.split(/^-|\s-|[、，,;；]/).map((part) => part.trim());
  return `[${parts
    .filter((part) => part !== '')
    .map((part) => JSON.stringify(shown(part)))
    .join(', ')}]`;
}

/** The list of items may be empty only with a statement: where that is written. */
function noItems({ schema, positions }: FaultContext, pointer: string): Pick<Codes['LIST_TOO_SHORT'], 'statementAt' | 'cell'> {
  if (schema !== 'items' || pointer !== '/items') return {};
  const statement = positions.valueAt('/statement');
  if (!('cell' in statement)) return { statementAt: 'text' };
  // A label that is not on the sheet is placed at its header row.
  const header = positions.valueAt('');
  return 'cell' in header && header.cell === statement.cell ? { statementAt: 'sheet' } : { statementAt: 'cell', cell: statement.cell };
}

const KIND_OF_TYPE: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'group',
};

export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'blank';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'group';
}

function wrongWord(value: unknown, params: SchemaFault['params'], field: string, at: Place): Finding {
  const allowed = ('allowedValue' in params ? [params.allowedValue] : (params.allowedValues as unknown[])).map(String);
  const near =
    typeof value === 'string'
      ? (halfWidth(value, (text) => allowed.includes(text)) ??
        yesNo(value.trim(), allowed) ??
        behaviourOf(value.trim(), allowed) ??
        nearestWord(value.trim(), allowed))
      : undefined;
  const nearestText = BEHAVIOURS.find(({ code }) => code === near)?.text;
  const meant = { ...(near === undefined ? {} : { nearest: near }), ...(nearestText === undefined ? {} : { nearestText }) };
  return finding('FIELD_ENUM', 'stop', { field, value: shown(String(value)), allowed, ...meant }, { at });
}

/** The code of a behaviour that was written in words, as the table has them now or had them before. */
function behaviourOf(text: string, allowed: readonly string[]): string | undefined {
  const codes = new Map(
    BEHAVIOURS.filter(({ code }) => allowed.includes(code)).flatMap(({ code, text: now, textBefore }) =>
      [now, textBefore?.text ?? now].map((words) => [words, code] as const),
    ),
  );
  const near = nearest(text, codes.keys());
  if (near !== undefined) return codes.get(near);
  if (text.length < MIN_WORDS) return undefined;
  const holding = new Set([...codes].flatMap(([words, code]) => (words.includes(text) ? [code] : [])));
  // Several that hold the same words are not told apart here.
  return holding.size === 1 ? [...holding][0] : undefined;
}

function wrongForm(value: string, fault: SchemaFault, { schema, positions }: FaultContext): Finding {
  const { pointer } = fault;
  const at = positions.valueAt(pointer);
  const field = titleAt(schema, pointer);
  if (value.trim() === '') return finding('FIELD_BLANK', 'stop', { field }, { at });
  if (fault.params.format === 'line') return finding('FIELD_ONE_LINE', 'stop', { field }, { at });
  if (fault.params.format === 'day') return dayFinding(field, value, at);
  if (fault.params.format === 'instant') return instantFinding(field, value, at);
  if (fault.pattern === YUAN_PATTERN.source) return moneyFinding(field, value, at);
  const shapes = schemaTree('common').$defs ?? {};
  const digest = [shapes.hex256, shapes.hex160, shapes.hex128].find((shape) => shape?.pattern === fault.pattern);
  const expected = (digest ?? fieldAt(schema, pointer))?.description ?? '';
  const pattern = fault.pattern === undefined ? undefined : new RegExp(fault.pattern, 'u');
  const half = pattern && halfWidth(value, (text) => pattern.test(text));
  return finding('FIELD_PATTERN', 'stop', { field, value: shown(value), expected, ...(half ? { proposal: shown(half) } : {}) }, { at });
}

function rangeOf(schema: SchemaName, pointer: string): { minimum: number; maximum: number } {
  const field = fieldAt(schema, pointer);
  return { minimum: field?.minimum ?? 0, maximum: field?.maximum ?? Number.MAX_SAFE_INTEGER };
}
