/** A field of a form on the screen: where it stands, what may be picked for it, how it is saved. */
import { type Schema, valueAt } from './desk.ts';
import { type Sitting, save } from './sitting.ts';

export interface Place {
  readonly sitting: Sitting;
  readonly form: string;
  readonly pointer: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** Where a picker, a row's name or a narrative is told: `form:/pointer` with its numbers taken out. */
export const general = (form: string, pointer: string): string => `${form}:${pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')}`;

export const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** A value as the schema reads it, or none. */
export function put({ form, pointer, schema }: Place, text: string): Promise<boolean> {
  const about = { title: schema.title ?? '', typed: text };
  return text === '' ? save(form, [{ op: 'remove', pointer }], about) : save(form, [{ op: 'set', pointer, text }], about);
}

export interface Option {
  readonly id: string;
  readonly name: string;
}

/** What a picker offers, from the forms as they stand. */
export function optionsOf({ forms, plan }: Sitting, kind: string): readonly Option[] {
  if (kind === 'behaviour') return (plan?.behaviours ?? []).map(({ code, text }) => ({ id: code, name: text }));
  const rows = (form: string, pointer: string): readonly Readonly<Record<string, unknown>>[] => {
    const list = valueAt(forms.get(form)?.value, pointer);
    return Array.isArray(list) ? (list as readonly Readonly<Record<string, unknown>>[]) : [];
  };
  const named = (list: readonly Readonly<Record<string, unknown>>[], id: string, name: string): readonly Option[] =>
    list.flatMap((row) => (row?.[id] === undefined ? [] : [{ id: asText(row[id]), name: asText(row[name]) }]));
  switch (kind) {
    case 'actor':
      return [...named(rows('case', '/suspects'), 'id', 'name'), ...named(rows('case', '/parties'), 'id', 'name')];
    case 'officer':
      return named(rows('case', '/officers'), 'id', 'name');
    case 'fact':
      return named(rows('case', '/facts'), 'factNo', 'title');
    case 'evidence':
      return named(rows('evidence', '/evidence'), 'evidenceNo', 'title');
    case 'item':
      return named(rows('items', '/items'), 'itemNo', 'name');
    case 'record':
      return recordsOf({ forms, plan }).map(({ recordNo, title }) => ({ id: recordNo, name: title }));
    default:
      return [];
  }
}

/** Of every list of the records form, with the list's own title. */
export function recordsOf({
  forms,
  plan,
}: Pick<Sitting, 'forms' | 'plan'>): readonly { readonly recordNo: string; readonly title: string }[] {
  const lists = Object.entries(plan?.schemas.records?.properties ?? {});
  return lists.flatMap(([name, { title = '' }]) => {
    const list = valueAt(forms.get('records')?.value, `/${name}`);
    if (!Array.isArray(list)) return [];
    return (list as readonly (Readonly<Record<string, unknown>> | null)[]).flatMap((row) =>
      typeof row?.recordNo === 'string' ? [{ recordNo: row.recordNo, title }] : [],
    );
  });
}
