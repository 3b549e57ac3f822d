/** What a pack asks of a form beside the form's own fields, as templates print it: `{{local.case.areaCode}}`. */
import {
  BLANK_LINE,
  type Case,
  chineseDay,
  type InternalForm,
  LOCAL_FORMS,
  type LocalField,
  type LocalForm,
  type LocalGroup,
  type TemplatePack,
} from '../../model/index.ts';

type Printable = string | null | readonly Printable[] | { readonly [name: string]: Printable };

/** Every form that the document may see, every field that the pack describes; null where nothing is written. */
export function localView(
  fields: NonNullable<TemplatePack['fields']>,
  { case: forms, internal, blank = false }: { readonly case: Case; readonly internal?: InternalForm; readonly blank?: boolean },
): Readonly<Record<string, Printable>> {
  const views: Record<string, Printable> = {};
  for (const form of LOCAL_FORMS) {
    const group = fields[form];
    const seen = localOf(form, forms, internal);
    if (group && seen) views[form] = groupView(group, seen, blank);
  }
  return views;
}

/** What is written under a form's `local`; undefined for a form that the document does not see. */
function localOf(form: LocalForm, forms: Case, internal: InternalForm | undefined): Readonly<Record<string, unknown>> | undefined {
  const value = form === 'internal' ? internal : forms[form];
  return value && ((value.local ?? {}) as Readonly<Record<string, unknown>>);
}

function groupView(
  { properties }: Pick<LocalGroup, 'properties'>,
  value: Readonly<Record<string, unknown>>,
  blank: boolean,
): Record<string, Printable> {
  const own = (name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);
  return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fieldView(field, own(name), blank)]));
}

/** On a blank form every field is there to be filled in. */
function fieldView(field: LocalField, value: unknown, blank: boolean): Printable {
  if (field.type === 'object') return groupView(field, isGroup(value) ? value : {}, blank);
  if (field.type === 'array') {
    const items: readonly unknown[] = Array.isArray(value) ? value : blank ? [undefined] : [];
    return items.map((item) => fieldView(field.items, item, blank));
  }
  if (value === undefined || value === null || value === '') return blank ? BLANK_LINE : null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  return field.format === 'date' ? chineseDay(text) : text;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
