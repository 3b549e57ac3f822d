/** References that lead nowhere as they are written, and to one id when width and case do not count, or by the name of one person. */
import { type Finding, type FormName, type Forms, halfWidthText } from '../model/index.ts';
import { type Taken, takenFindings } from './as-meant.ts';
import { parent, tokens, valueAt } from './pointer.ts';
import type { Positions } from './positions.ts';
import { type Use, uses } from './reference-uses.ts';
import { idOfName, knownIds } from './references.ts';
import { titleAt } from './schemas.ts';
import { shown } from './shown.ts';
import { typedQuotes, unquoted } from './slips.ts';

/** The forms with such references as they were meant; one finding a form. */
export function referencesAsMeant(
  forms: Partial<Forms>,
  positionsOf: (form: FormName) => Positions,
): { readonly forms: Partial<Forms>; readonly findings: readonly Finding[] } {
  const known = knownIds(forms);
  const byKey = new Map([...known].map(([kind, ids]) => [kind, keyed(ids)] as const));
  const taken = new Map<FormName, Taken[]>();
  const meant: { -readonly [N in FormName]?: Forms[N] } = { ...forms };
  for (const { ref, kind, id } of uses(forms)) {
    if (known.get(kind)?.has(id) !== false) continue;
    const reading = byKey.get(kind)?.get(keyOf(id)) ?? idOfName(forms, kind, id);
    if (reading === undefined || isBeside(meant, ref, reading)) continue;
    Object.assign(meant, { [ref.form]: replaced(meant[ref.form], tokens(ref.pointer), reading) });
    const { form, pointer } = ref;
    const value = { kind: 'reference', pointer, field: titleAt(form, pointer.replace(/\/\d+$/, '')), value: shown(id), reading } as const;
    taken.set(form, [...(taken.get(form) ?? []), value]);
  }
  return { forms: meant, findings: [...taken].flatMap(([form, values]) => takenFindings(values, positionsOf(form))) };
}

const keyOf = (id: string): string => halfWidthText(unquoted(id) ?? typedQuotes(id) ?? id).toLowerCase();

/** Ids by their keys, where no two have one. */
function keyed(ids: ReadonlySet<string>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const id of ids) found.set(keyOf(id), found.has(keyOf(id)) ? undefined : id);
  return found;
}

/** Is the same id in the same list already? */
function isBeside(forms: Partial<Forms>, { form, pointer }: Use['ref'], id: string): boolean {
  const list = /\/\d+$/.test(pointer) ? valueAt(forms[form], parent(pointer)) : undefined;
  return Array.isArray(list) && list.includes(id);
}

function replaced(here: unknown, [token, ...rest]: readonly string[], value: string): unknown {
  if (token === undefined) return value;
  if (Array.isArray(here)) return here.with(Number(token), replaced(here[Number(token)], rest, value));
  const group = here as Readonly<Record<string, unknown>>;
  return { ...group, [token]: replaced(group[token], rest, value) };
}
