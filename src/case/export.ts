/** The forms as the dossier carries them: what the schemas know, in the schemas' order, as JSON. */
import { type Case, type FormName, PACKED_FORMS, type RecordsForm } from '../model/index.ts';
import { type FieldSchema, resolve, schemaTree } from './schemas.ts';

/** `case.json` … by name, in the order of `forms`: two spaces, LF at the end. `internal` is never among them. */
export function exportForms(value: Case, forms: readonly FormName[] = PACKED_FORMS): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const form of forms) {
    if (form === 'records' && isEmpty(value.records)) continue;
    texts.set(`${form}.json`, `${JSON.stringify(ordered(value[form], schemaTree(form)), null, 2)}\n`);
  }
  return texts;
}

/** A case without records carries none, so that the absent file and the empty form are one thing. */
function isEmpty({ local, ...lists }: RecordsForm): boolean {
  return local === undefined && Object.values(lists).every((list) => list.length === 0);
}

/** Only members that the schema names; `local`, whose members no schema here names, is copied with its keys sorted. */
function ordered(value: unknown, field: FieldSchema): unknown {
  const { properties, items } = resolve(field);
  if (Array.isArray(value)) return value.map((item) => ordered(item, items ?? {}));
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  const names = properties ? Object.keys(properties) : Object.keys(members).sort();
  return Object.fromEntries(
    names.filter((name) => members[name] !== undefined).map((name) => [name, ordered(members[name], properties?.[name] ?? {})]),
  );
}
