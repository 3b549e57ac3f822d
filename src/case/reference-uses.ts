/** Every id that a form gives or uses, with its place. */
import {
  type AnyRecord,
  allRecords,
  type CorrespondenceForm,
  type FormName,
  type Forms,
  type IdKind,
  type Ref,
  type RefKind,
} from '../model/index.ts';

export interface Use {
  readonly ref: Ref;
  readonly kind: RefKind;
  readonly id: string;
}
export interface Definition {
  readonly ref: Ref;
  readonly kind: IdKind;
  readonly id: string;
}

/** Where ids are given. */
export function* definitions(forms: Partial<Forms>): Generator<Definition> {
  const { case: shared, evidence, items } = forms;
  for (const [i, { id }] of (shared?.officers ?? []).entries())
    yield { ref: { form: 'case', pointer: `/officers/${i}/id` }, kind: 'officer', id };
  for (const [i, { id }] of (shared?.participants ?? []).entries())
    yield { ref: { form: 'case', pointer: `/participants/${i}/id` }, kind: 'participant', id };
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
  for (const { list, index, record } of recordsOf(forms))
    yield { ref: { form: 'records', pointer: `/${list}/${index}/recordNo` }, kind: 'record', id: record.recordNo };
}

/** Where ids are used. */
export function* uses(forms: Partial<Forms>): Generator<Use> {
  const { case: shared, investigation, evidence, items, supervision, correspondence } = forms;
  for (const [i, fact] of (shared?.facts ?? []).entries()) {
    yield* list('case', `/facts/${i}/actors`, 'actor', fact.actors);
    yield* list('case', `/facts/${i}/evidence`, 'evidence', fact.evidence);
    yield* list('case', `/facts/${i}/knowledge/evidence`, 'evidence', fact.knowledge?.evidence);
  }
  for (const [i, crime] of (shared?.crimes ?? []).entries()) yield* list('case', `/crimes/${i}/suspects`, 'suspect', crime.suspects);
  for (const [i, { suspect }] of (shared?.amount.bySuspect ?? []).entries())
    yield* one('case', `/amount/bySuspect/${i}/suspect`, 'suspect', suspect);
  for (const [i, { evidence: nos }] of (shared?.amount.support ?? []).entries())
    yield* list('case', `/amount/support/${i}/evidence`, 'evidence', nos);
  for (const name of ['untraced', 'equivalents'] as const)
    for (const [i, { evidence: nos }] of (shared?.amount[name] ?? []).entries())
      yield* list('case', `/amount/${name}/${i}/evidence`, 'evidence', nos);
  for (const [i, { evidence: nos }] of (shared?.otherOffences ?? []).entries())
    yield* list('case', `/otherOffences/${i}/evidence`, 'evidence', nos);
  for (const [i, { evidence: nos }] of (shared?.referrals ?? []).entries())
    yield* list('case', `/referrals/${i}/evidence`, 'evidence', nos);
  yield* one('case', '/penalty/evidence', 'evidence', shared?.penalty.evidence);
  for (const [i, step] of (investigation?.steps ?? []).entries()) {
    yield* list('investigation', `/steps/${i}/officers`, 'officer', step.officers);
    yield* list('investigation', `/steps/${i}/evidence`, 'evidence', step.evidence);
  }
  for (const [i, proof] of (investigation?.proof ?? []).entries()) {
    yield* one('investigation', `/proof/${i}/fact`, 'fact', proof.fact);
    yield* list('investigation', `/proof/${i}/evidence`, 'evidence', proof.evidence);
  }
  for (const [i, { suspects, evidence: nos }] of (investigation?.circumstances?.listed ?? []).entries()) {
    yield* list('investigation', `/circumstances/listed/${i}/suspects`, 'suspect', suspects);
    yield* list('investigation', `/circumstances/listed/${i}/evidence`, 'evidence', nos);
  }
  yield* list('investigation', '/intentEvidence', 'evidence', investigation?.intentEvidence);
  for (const [i, item] of (items?.items ?? []).entries()) yield* list('items', `/items/${i}/photos`, 'evidence', item.photos);
  for (const [i, item] of (evidence?.evidence ?? []).entries()) {
    yield* list('evidence', `/evidence/${i}/collectors`, 'officer', item.collectors);
    yield* list('evidence', `/evidence/${i}/facts`, 'fact', item.facts);
    yield* list('evidence', `/evidence/${i}/qualifies`, 'evidence', item.qualifies);
    yield* list('evidence', `/evidence/${i}/records`, 'record', item.records);
    yield* list('evidence', `/evidence/${i}/itemNos`, 'item', item.itemNos);
    yield* list('evidence', `/evidence/${i}/photos`, 'evidence', item.photos);
    yield* one('evidence', `/evidence/${i}/transcript`, 'evidence', item.transcript);
  }
  yield* recordUses(forms);
  yield* list('supervision', '/persons', 'suspect', supervision?.persons);
  yield* list('supervision', '/facts', 'fact', supervision?.facts);
  yield* list('supervision', '/evidence', 'evidence', supervision?.evidence);
  yield* correspondenceUses(correspondence);
}

function* correspondenceUses({ corrections, handovers, urgentNotices }: CorrespondenceForm = {}): Generator<Use> {
  for (const [i, { items }] of (corrections ?? []).entries())
    for (const [j, { evidence }] of items.entries())
      yield* list('correspondence', `/corrections/${i}/items/${j}/evidence`, 'evidence', evidence);
  for (const [i, { items }] of (handovers ?? []).entries())
    for (const [j, { itemNo }] of items.entries()) yield* one('correspondence', `/handovers/${i}/items/${j}/itemNo`, 'item', itemNo);
  for (const [i, { persons }] of (urgentNotices ?? []).entries())
    yield* list('correspondence', `/urgentNotices/${i}/persons`, 'suspect', persons);
}

/** Members of a record that hold evidence numbers; of one, or of several. */
const EVIDENCE_MEMBERS = ['paper', 'video', 'recording', 'result', 'photos', 'originalPhotos', 'sealPhotos', 'samples', 'sources'] as const;

function* recordUses(forms: Partial<Forms>): Generator<Use> {
  const { records } = forms;
  for (const { list: name, index, record } of recordsOf(forms)) {
    const at = `/${name}/${index}`;
    yield* list('records', `${at}/officers`, 'officer', record.officers);
    const members = record as Partial<Record<(typeof EVIDENCE_MEMBERS)[number], string | readonly string[]>>;
    for (const member of EVIDENCE_MEMBERS) {
      const value = members[member];
      if (typeof value === 'string') yield* one('records', `${at}/${member}`, 'evidence', value);
      else yield* list('records', `${at}/${member}`, 'evidence', value);
    }
  }
  for (const [i, { backups, technicians }] of (records?.extractions ?? []).entries()) {
    yield* list('records', `/extractions/${i}/technicians`, 'participant', technicians);
    for (const [j, { photos }] of (backups ?? []).entries())
      yield* list('records', `/extractions/${i}/backups/${j}/photos`, 'evidence', photos);
  }
  for (const [i, { scene, list: things }] of (records?.preservations ?? []).entries()) {
    yield* one('records', `/preservations/${i}/scene`, 'record', scene);
    for (const [j, { itemNo }] of things.entries()) yield* one('records', `/preservations/${i}/list/${j}/itemNo`, 'item', itemNo);
  }
  for (const [i, { recorder }] of (records?.interviews ?? []).entries())
    yield* one('records', `/interviews/${i}/recorder`, 'officer', recorder);
  for (const [i, { evidence }] of (records?.datasets ?? []).entries())
    yield* one('records', `/datasets/${i}/evidence`, 'evidence', evidence);
  for (const [i, { evidence, by }] of (records?.defects ?? []).entries()) {
    yield* list('records', `/defects/${i}/evidence`, 'evidence', evidence);
    yield* list('records', `/defects/${i}/by`, 'officer', by);
  }
}

function recordsOf({ records }: Partial<Forms>): readonly AnyRecord[] {
  return records ? allRecords(records) : [];
}

function* one(form: FormName, pointer: string, kind: RefKind, id: string | undefined): Generator<Use> {
  if (id !== undefined) yield { ref: { form, pointer }, kind, id };
}

function* list(form: FormName, pointer: string, kind: RefKind, ids: readonly string[] | undefined): Generator<Use> {
  for (const [i, id] of (ids ?? []).entries()) yield { ref: { form, pointer: `${pointer}/${i}` }, kind, id };
}
