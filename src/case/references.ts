/** What the schemas cannot say: ids are unique and every reference leads to one, within and between the forms. */
import { type Finding, type FormName, type Forms, finding, type IdKind, nearestId, type RefKind } from '../model/index.ts';
import type { Positions } from './positions.ts';
import { definitions, uses } from './reference-uses.ts';
import { titleAt } from './schemas.ts';
import { shown } from './shown.ts';

/** Shorter ids differ too little for a guess at which was meant. */
const MIN_GUESSED = 3;
/** How many of the known ids a message lists. */
const MAX_KNOWN = 10;
/** A wrong list breaks every reference into it. */
const MAX_FINDINGS = 500;

type Locate = (form: FormName) => Positions;

/** The form in which ids of a kind are defined. */
const HOME: Readonly<Record<IdKind, FormName>> = {
  officer: 'case',
  actor: 'case',
  fact: 'case',
  evidence: 'evidence',
  item: 'items',
  record: 'records',
  participant: 'case',
};

/** Forms that failed their schema are absent, and what would refer to them is not judged. */
export function referenceFindings(forms: Partial<Forms>, positionsOf: Locate): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<IdKind, Set<string>>();
  for (const { ref, kind, id } of definitions(forms)) {
    const ids = seen.get(kind) ?? new Set();
    if (ids.has(id))
      findings.push(finding('ID_DUPLICATE', 'stop', { kind, id: shown(id) }, { at: positionsOf(ref.form).valueAt(ref.pointer) }));
    seen.set(kind, ids.add(id));
  }
  const known = knownIds(forms);
  for (const { ref, kind, id } of uses(forms)) {
    const ids = known.get(kind);
    if (!ids || ids.has(id)) continue;
    if (findings.length >= MAX_FINDINGS) break;
    const args = { field: titleAt(ref.form, ref.pointer.replace(/\/\d+$/, '')), kind, id: shown(id), ...meant(forms, kind, id, ids, seen) };
    const fix = args.named === undefined ? undefined : { form: ref.form, pointer: ref.pointer, value: args.named };
    findings.push(finding('REF_UNKNOWN', 'stop', args, { at: positionsOf(ref.form).valueAt(ref.pointer), fix }));
  }
  return findings;
}

/** The ids that references of each kind lead to; of a form that failed its schema none are known. */
export function knownIds(forms: Partial<Forms>): ReadonlyMap<RefKind, ReadonlySet<string>> {
  const given = new Map<IdKind, Set<string>>();
  for (const { kind, id } of definitions(forms)) given.set(kind, (given.get(kind) ?? new Set()).add(id));
  const homes = (Object.entries(HOME) as [IdKind, FormName][]).filter(([, form]) => forms[form]);
  const known = new Map<RefKind, ReadonlySet<string>>(homes.map(([kind]) => [kind, given.get(kind) ?? new Set()]));
  return forms.case ? known.set('suspect', new Set(forms.case.suspects.map(({ id }) => id))) : known;
}

/** The id of the one person who bears a name. */
export function idOfName({ case: shared }: Partial<Forms>, kind: RefKind, name: string): string | undefined {
  const people: readonly { readonly id: string; readonly name: string }[] = {
    officer: shared?.officers ?? [],
    suspect: shared?.suspects ?? [],
    actor: [...(shared?.parties ?? []), ...(shared?.suspects ?? [])],
    fact: [],
    evidence: [],
    item: [],
    record: [],
    participant: shared?.participants ?? [],
  }[kind];
  const bearers = people.filter((person) => person.name === name.trim());
  // Two of one name cannot be told apart here.
  return bearers.length === 1 ? bearers[0]?.id : undefined;
}

/** What was probably meant: who bears the name that was written, an id that is nearly the same, or else the ids there are. */
function meant(
  forms: Partial<Forms>,
  kind: RefKind,
  id: string,
  ids: ReadonlySet<string>,
  given: ReadonlyMap<IdKind, ReadonlySet<string>>,
): {
  readonly named?: string;
  readonly isKind?: IdKind;
  readonly nearest?: string;
  readonly known?: readonly string[];
  readonly knownCount?: number;
} {
  const named = idOfName(forms, kind, id);
  if (named !== undefined) return { named };
  const other = [...given].find(([another, there]) => another !== kind && there.has(id.trim()));
  if (other) return { isKind: other[0], ...idsOf(ids) };
  const near = [...id].length < MIN_GUESSED ? undefined : nearestId(id, [...ids]);
  if (near !== undefined) return { nearest: near };
  return idsOf(ids);
}

function idsOf(ids: ReadonlySet<string>): { readonly known: readonly string[]; readonly knownCount: number } {
  return { known: [...ids].slice(0, MAX_KNOWN).map(shown), knownCount: ids.size };
}
