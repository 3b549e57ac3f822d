/** Which record proves which evidence: what an item names, and what a record says of itself. */
import { type AnyRecord, allRecords, type Case, type EvidenceItem, type Signer } from '../../model/index.ts';
import { type Hit, hit, type RuleInput } from '../rule.ts';

/** 行政处罚法 art. 42: not fewer than two. */
export const OFFICERS_ASKED = 2;

export type Proof = AnyRecord & {
  /** Pointer in `records`. */
  readonly at: string;
  /** What rests on it: items that name it, what it derived; where there is nothing else, its signed paper. */
  readonly evidence: readonly string[];
  /** The same with its signed paper, which proves itself. */
  readonly proven: readonly string[];
};

/** Records with what rests on them. Of one that nothing uses only R-01 speaks: what it lacks is no gap of this case. */
export function proofsOf(c: Case): readonly Proof[] {
  const all = everyProof(c);
  const unused = new Set(unusedOf(c, all));
  return unused.size > 0 ? all.filter((p) => !unused.has(p)) : all;
}

/** By evidence number the records that prove it, in their order. */
export function proofsByItem(proofs: readonly Proof[]): ReadonlyMap<string, readonly Proof[]> {
  const byItem = new Map<string, Proof[]>();
  for (const proof of proofs)
    for (const no of proof.proven) {
      const own = byItem.get(no);
      if (own) own.push(proof);
      else byItem.set(no, [proof]);
    }
  return byItem;
}

/** Records that no item of evidence, no thing and no other record uses. */
export function unusedProofs(c: Case): readonly Proof[] {
  return unusedOf(c, everyProof(c));
}

function unusedOf(c: Case, all: readonly Proof[]): readonly Proof[] {
  // A number that leads nowhere may be meant for any of them; it stops elsewhere.
  if (itemsToProve(c).length < c.evidence.evidence.length) return [];
  const things = new Set(c.items.items.map((i) => i.itemNo));
  const measures = new Set(c.items.items.flatMap((i) => i.measureDocNo ?? []));
  const ofThings = (p: Proof): boolean =>
    p.list === 'preservations' &&
    (measures.has(p.record.docNo ?? '') || p.record.list.some(({ itemNo }) => itemNo !== undefined && things.has(itemNo)));
  const used = new Set(all.filter((p) => p.proven.length > 0 || attachmentsOf(p).length > 0 || ofThings(p)));
  const scenes = new Set([...used].flatMap((p) => (p.list === 'preservations' ? (p.record.scene ?? []) : [])));
  return all.filter((p) => !used.has(p) && !scenes.has(p.record.recordNo));
}

function everyProof({ records, evidence }: Case): readonly Proof[] {
  const naming = new Map<string, string[]>();
  for (const { evidenceNo, records: named } of evidence.evidence)
    for (const no of named ?? []) {
      const items = naming.get(no);
      if (items) items.push(evidenceNo);
      else naming.set(no, [evidenceNo]);
    }
  return allRecords(records).map((r) => {
    const made = r.list === 'derivations' ? [r.record.result] : [];
    const paper = r.record.paper === undefined ? [] : [r.record.paper];
    const rests = [...new Set([...(naming.get(r.record.recordNo) ?? []), ...made])];
    const proven = [...new Set([...rests, ...paper])];
    return { ...r, at: `/${r.list}/${r.index}`, evidence: rests.length > 0 ? rests : paper, proven };
  });
}

/** Pictures and recordings that a record names as its own. */
export function attachmentsOf(r: AnyRecord): readonly string[] {
  switch (r.list) {
    case 'extractions':
      return [
        ...(r.record.originalPhotos ?? []),
        ...(r.record.backups ?? []).flatMap((b) => b.photos ?? []),
        ...(r.record.video === undefined ? [] : [r.record.video]),
      ];
    case 'scenes':
      return [...(r.record.photos ?? []), ...(r.record.video === undefined ? [] : [r.record.video])];
    case 'preservations':
      return r.record.sealPhotos ?? [];
    case 'interviews':
      return r.record.recording === undefined ? [] : [r.record.recording];
    default:
      return [];
  }
}

/** Items with their pointers in `evidence`. */
export function itemsOf({ evidence }: Case): readonly { readonly item: EvidenceItem; readonly at: string }[] {
  return evidence.evidence.map((item, i) => ({ item, at: `/evidence/${i}` }));
}

/** Items of which it can be said what proves them: one that names a record which is not there is told so where the forms are read. */
export function itemsToProve(c: Case): ReturnType<typeof itemsOf> {
  const known = new Set(allRecords(c.records).map((r) => r.record.recordNo));
  return itemsOf(c).filter(({ item }) => (item.records ?? []).every((no) => known.has(no)));
}

type Told = { readonly records: readonly string[]; readonly evidence: readonly string[] };

/** The two lists that every finding on a record carries. */
export const told = ({ record, evidence }: Proof): Told => ({ records: [record.recordNo], evidence });

/** The same of several records. */
export function toldOf(proofs: readonly Proof[]): Told {
  return { records: proofs.map((p) => p.record.recordNo), evidence: [...new Set(proofs.flatMap((p) => p.evidence))] };
}

/** Titles of what is missing, in one text; undefined when nothing is. */
export function gapsOf(checks: readonly (readonly [missing: boolean, title: string])[]): string | undefined {
  const missing = checks.flatMap(([is, title]) => (is ? [title] : []));
  return missing.length > 0 ? missing.join('、') : undefined;
}

/** Fewer than two officers made the record. */
export function* officersOf(proof: Proof): Iterable<Hit> {
  const count = new Set(proof.record.officers).size;
  if (count < OFFICERS_ASKED)
    yield hit('RECORD_OFFICERS_TOO_FEW', { ...told(proof), count, asked: OFFICERS_ASKED }, 'records', `${proof.at}/officers`);
}

/** Signed, or refused or unable with the reason written; what is still to be signed is no gap of a draft. */
export function* signatureOf({ draft }: RuleInput, proof: Proof, signer: Signer, who: string, member: string): Iterable<Hit> {
  const { signed, reason } = signer;
  if (signed === '已签名' || (signed !== '待签名' && reason)) return;
  if (signed === '待签名' && draft && proof.record.paper === undefined) return;
  yield hit('SIGNATURE_MISSING', { ...told(proof), who, signed }, 'records', `${proof.at}/${member}`);
}
