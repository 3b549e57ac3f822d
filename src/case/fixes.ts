/** The value that a field was meant to have, where that is known exactly: another writing of the same, never a guess. */
import { type Finding, type Fix, FORM_NAMES, type FormName } from '../model/index.ts';
import { applied } from './edit/edit.ts';
import { typedValue } from './edit/typed-value.ts';
import { valueAt } from './pointer.ts';
import { type SchemaFault, schemaFaults } from './schema-faults.ts';
import type { FaultContext } from './schema-findings.ts';
import { fieldAt, type SchemaName } from './schemas.ts';
import { halfWidth, unquoted, yesNo } from './slips.ts';

const isForm = (schema: SchemaName): schema is FormName => (FORM_NAMES as readonly string[]).includes(schema);

/** A finding of a field with the value that mends it. */
export function withFix(f: Finding, { pointer }: SchemaFault, context: FaultContext): Finding {
  const { schema } = context;
  if (!isForm(schema)) return f;
  const meant = meantBy(f, pointer, context);
  if (meant === undefined || meant.value === undefined || !mends({ form: schema, ...meant }, context)) return f;
  return { ...f, fix: { form: schema, ...meant } } as Finding;
}

type Meant = Omit<Fix, 'form'>;

function meantBy(f: Finding, pointer: string, { schema, value, positions }: FaultContext): Meant | undefined {
  const form = schema as FormName;
  const was = valueAt(value, pointer);
  const typed = (text: string | undefined): Meant | undefined =>
    text === undefined ? undefined : { pointer, value: typedValue(form, pointer, text).value };
  switch (f.code) {
    case 'FIELD_IN_QUOTES':
      return typed(unquoted(was));
    case 'FIELD_NEEDS_QUOTES':
      return typed(f.args.words === undefined ? positions.source(pointer) : f.args.proposal);
    case 'FIELD_TYPE':
      return f.args.proposal === undefined ? undefined : typed(f.args.expected === 'list' ? String(was) : f.args.proposal);
    case 'FIELD_ENUM':
      return typeof was === 'string'
        ? typed(halfWidth(was, (text) => f.args.allowed.includes(text)) ?? yesNo(was.trim(), f.args.allowed))
        : undefined;
    case 'FIELD_PATTERN':
    case 'DAY_INVALID':
    case 'INSTANT_INVALID':
      return typed(f.args.proposal);
    case 'MONEY_INVALID':
      // Which of two amounts a comma means, only who wrote it knows.
      return f.args.problem === 'either-comma' || f.args.problem === 'decimal-comma' ? undefined : typed(f.args.proposal);
    default:
      return undefined;
  }
}

/** With it, the schema has nothing against this place. */
function mends({ form, pointer, value }: Fix, context: FaultContext): boolean {
  if (fieldAt(form, pointer) === undefined) return false;
  const after = applied(context.value, { op: 'set', pointer, value });
  return !schemaFaults(form, after).some(({ pointer: at }) => at === pointer || at.startsWith(`${pointer}/`));
}
