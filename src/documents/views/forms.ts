/**
 * The public forms as they were entered, for a template that prints what its own view does not have: `{{forms.case.sender.phone}}`.
 * 内卷 and what goes to others is not among them. Only the members that the template names are given, so that a check code and a
 * comparison cover what is printed and no more.
 */
import { expandedSchema, type FieldSchema } from '../../case/index.ts';
import { BLANK_LINE, type Case } from '../../model/index.ts';
import type { LoadedPack, PackTemplate } from '../../pack/index.ts';
import { expandParts } from '../template-source.ts';

export const PUBLIC_FORMS = [
  'case',
  'transfer',
  'investigation',
  'items',
  'evidence',
  'records',
  'receipt',
] as const satisfies readonly (keyof Case)[];

const NAMED = /\bforms\.(\w+(?:\.\w+)*)/gu;

/** By pack and text of the template: the paths it names below `forms`. */
const named = new WeakMap<LoadedPack, Map<string, readonly string[]>>();

function namedIn(pack: LoadedPack, template: PackTemplate): readonly string[] {
  const own = named.get(pack) ?? new Map<string, readonly string[]>();
  named.set(pack, own);
  let paths = own.get(template.text);
  if (!paths) {
    const { text } = expandParts(template, pack);
    paths = [...new Set([...text.matchAll(NAMED)].map(([, path = '']) => path))].sort();
    own.set(template.text, paths);
  }
  return paths;
}

/** Undefined for a template that names none. Members that nobody filled in are null, as a view has them. */
export function formsView(pack: LoadedPack, template: PackTemplate, forms: Case, blank: boolean): object | undefined {
  const paths = namedIn(pack, template);
  if (paths.length === 0) return undefined;
  const view: Record<string, unknown> = {};
  for (const path of paths) {
    const [form = '', ...steps] = path.split('.');
    const name = PUBLIC_FORMS.find((known) => known === form);
    if (name !== undefined) pick(blank ? emptied(forms[name]) : forms[name], expandedSchema(name), steps, view, name);
  }
  return view;
}

/** A blank form states no number either; texts are made blanks with those of the view. */
function emptied(value: unknown): unknown {
  if (typeof value === 'number') return BLANK_LINE;
  if (Array.isArray(value)) return value.map(emptied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, emptied(member)]));
}

/** Lays what stands at the end of the steps into the same place of `into`. */
function pick(value: unknown, field: FieldSchema, [step, ...rest]: readonly string[], into: Record<string, unknown>, key: string): void {
  const member = step === undefined ? undefined : field.properties?.[step];
  if (step === undefined || member === undefined || typeof value !== 'object' || value === null) {
    // A name that is none is found missing by the template, with the names beside it.
    into[key] = whole(value, field);
    return;
  }
  const own = into[key];
  const below: Record<string, unknown> = typeof own === 'object' && own !== null ? (own as Record<string, unknown>) : {};
  into[key] = below;
  pick((value as Record<string, unknown>)[step], member, rest, below, step);
}

function whole(value: unknown, field: FieldSchema): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => whole(item, field.items ?? {}));
  if (typeof value !== 'object' || !field.properties) return value;
  const own = value as Record<string, unknown>;
  const names = Object.keys(field.properties).filter((name) => name !== 'local');
  return Object.fromEntries(names.map((name) => [name, whole(own[name], field.properties?.[name] ?? {})]));
}
