/** What the schemas cannot say: ids are unique and every reference leads to one, within and between the forms. */
import { type Finding, type FormName, type Forms, finding, type IdKind, nearest, type Ref, type RefKind } from '../model/index.ts';
import type { Positions } from './positions.ts';
import { titleAt } from './schemas.ts';
import { shown } from './shown.ts';

/** Shorter ids differ too little for a guess at which was meant. */
const MIN_GUESSED = 3;
/** How many of the known ids a message lists. */
const MAX_KNOWN = 10;
/** A wrong list breaks every reference into it. */
const MAX_FINDINGS = 500;

interface Use {
  readonly ref: Ref;
  readonly kind: RefKind;
  readonly id: string;
}
interface Definition {
  readonly ref: Ref;
  readonly kind: IdKind;
  readonly id: string;
}
type Locate = (form: FormName) => Positions;

/** Forms that failed their schema are absent, and what would refer to them is not judged. */
export function referenceFindings(forms: Partial<Forms>, positionsOf: Locate): Finding[] {
  const findings: Finding[] = [];
  const known = new Map<RefKind, Set<string>>();
  const seen = new Map<IdKind, Set<string>>();
  for (const { ref, kind, id } of definitions(forms)) {
    const ids = seen.get(kind) ?? new Set();
    if (ids.has(id))
      findings.push(finding('ID_DUPLICATE', 'stop', { kind, id: shown(id) }, { at: positionsOf(ref.form).valueAt(ref.pointer) }));
    seen.set(kind, ids.add(id));
  }
  for (const kind of ['officer', 'actor', 'fact', 'evidence'] as const) {
    const ids = seen.get(kind);
    if (ids || forms[kind === 'evidence' ? 'evidence' : 'case']) known.set(kind, ids ?? new Set());
  }
  if (forms.case) known.set('suspect', new Set(forms.case.suspects.map(({ id }) => id)));
  for (const { ref, kind, id } of uses(forms)) {
    const ids = known.get(kind);
    if (!ids || ids.has(id)) continue;
    if (findings.length >= MAX_FINDINGS) break;
    const args = { field: titleAt(ref.form, ref.pointer.replace(/\/\d+$/, '')), kind, id: shown(id), ...meant(forms, kind, id, ids) };
    findings.push(finding('REF_UNKNOWN', 'stop', args, { at: positionsOf(ref.form).valueAt(ref.pointer) }));
  }
  return findings;
}

/** What was probably meant: who bears the name that was written, an id that is nearly the same, or else the ids there are. */
function meant(
  { case: shared }: Partial<Forms>,
  kind: RefKind,
  id: string,
  ids: ReadonlySet<string>,
): { readonly named?: string; readonly nearest?: string; readonly known?: readonly string[]; readonly knownCount?: number } {
  const people: readonly { readonly id: string; readonly name: string }[] = {
    officer: shared?.officers ?? [],
    suspect: shared?.suspects ?? [],
    actor: [...(shared?.parties ?? []), ...(shared?.suspects ?? [])],
    fact: [],
    evidence: [],
  }[kind];
  const bearers = people.filter(({ name }) => name === id.trim());
  // Two of one name cannot be told apart here.
  if (bearers.length === 1 && bearers[0]) return { named: bearers[0].id };
  const near = [...id].length < MIN_GUESSED ? undefined : nearest(id, ids);
  if (near !== undefined) return { nearest: near };
  return { known: [...ids].slice(0, MAX_KNOWN).map(shown), knownCount: ids.size };
}

function* definitions(forms: Partial<Forms>): Generator<Definition> {
  const { case: shared, evidence, items } = forms;
  for (const [i, { id }] of (shared?.officers ?? []).entries())
    yield { ref: { form: 'case', pointer: `/officers/${i}/id` }, kind: 'officer', id };
  for (const [i, { id }] of (shared?.parties ?? []).entries())
    yield { ref: { form: 'case', pointer: `/parties/${i}/id` }, kind: 'actor', id };
  for (const [i, { id }] of (shared?.suspects ?? []).entries())
    yield { ref: { form: 'case', pointer: `/suspects/${i}/id` }, kind: 'actor', id };
  for (const [i, { factNo }] of (shared?.facts ?? []).entries())
    yield { ref: { form: 'case', pointer: `/facts/${i}/factNo` }, kind: 'fact', id: factNo };
  for (const [i, { evidenceNo }] of (evidence?.evidence ?? []).entries())
    yield { ref: { form: 'evidence', pointer: `/evidence/${i}/evidenceNo` }, kind: 'evidence', id: evidenceNo };
  for (const [i, { itemNo }] of (items?.items ?? []).entries())
    yield { ref: { form: 'items', pointer: `/items/${i}/itemNo` }, kind: 'item', id: itemNo };
}

function* uses(forms: Partial<Forms>): Generator<Use> {
  const { case: shared, investigation, evidence, items } = forms;
  for (const [i, fact] of (shared?.facts ?? []).entries()) {
    yield* list('case', `/facts/${i}/actors`, 'actor', fact.actors);
    yield* list('case', `/facts/${i}/evidence`, 'evidence', fact.evidence);
  }
  for (const [i, { suspect }] of (shared?.amount.bySuspect ?? []).entries())
    yield* one('case', `/amount/bySuspect/${i}/suspect`, 'suspect', suspect);
  yield* one('case', '/penalty/evidence', 'evidence', shared?.penalty.evidence);
  for (const [i, step] of (investigation?.steps ?? []).entries()) {
    yield* list('investigation', `/steps/${i}/officers`, 'officer', step.officers);
    yield* list('investigation', `/steps/${i}/evidence`, 'evidence', step.evidence);
  }
  for (const [i, proof] of (investigation?.proof ?? []).entries()) {
    yield* one('investigation', `/proof/${i}/fact`, 'fact', proof.fact);
    yield* list('investigation', `/proof/${i}/evidence`, 'evidence', proof.evidence);
  }
  yield* list('investigation', '/intentEvidence', 'evidence', investigation?.intentEvidence);
  for (const [i, item] of (items?.items ?? []).entries()) yield* list('items', `/items/${i}/photos`, 'evidence', item.photos);
  for (const [i, item] of (evidence?.evidence ?? []).entries()) {
    yield* list('evidence', `/evidence/${i}/collectors`, 'officer', item.collectors);
    yield* list('evidence', `/evidence/${i}/facts`, 'fact', item.facts);
    yield* list('evidence', `/evidence/${i}/qualifies`, 'evidence', item.qualifies);
  }
}

function* one(form: FormName, pointer: string, kind: RefKind, id: string | undefined): Generator<Use> {
  if (id !== undefined) yield { ref: { form, pointer }, kind, id };
}

function* list(form: FormName, pointer: string, kind: RefKind, ids: readonly string[] | undefined): Generator<Use> {
  for (const [i, id] of (ids ?? []).entries()) yield { ref: { form, pointer: `${pointer}/${i}` }, kind, id };
}
