/** W-01: who may witness, and what stands in for a witness. */
import { type Case, nameKey, type Signer, type Witness } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, type Proof, proofsOf, signatureOf, told } from './links.ts';
import { isOfficer, type Person, samePerson } from './people.ts';

function* witnesses(input: RuleInput): Iterable<Hit> {
  const proofs = proofsOf(input.case);
  const house = houseOf(input.case);
  const sides = proofs.flatMap((p) => (p.list === 'copies' || isTestimony(p) ? [] : (signerOf(p)?.signer ?? [])));
  for (const p of proofs) {
    yield* signers(input, p);
    if (p.list !== 'extractions' && p.list !== 'scenes' && p.list !== 'preservations') continue;
    const { witness } = p.record;
    if (!witness) {
      yield* standIn(input.case, p);
      continue;
    }
    const at = `${p.at}/witness`;
    const why = barred(input.case, p, witness, house, sides);
    if (why) yield hit('WITNESS_DISQUALIFIED', { ...told(p), name: witness.name, why }, 'records', `${at}/standing`);
    const gaps = gapsOf([
      [!witness.idType, '证件种类'],
      [!witness.idNo, '证件号码'],
      [!witness.phone, '联系电话'],
    ]);
    if (gaps) yield hit('WITNESS_GAP', { ...told(p), name: witness.name, gaps }, 'records', at);
  }
}

/** A witness of fact may attest a record. */
const isTestimony = (p: Proof): boolean => p.list === 'interviews' && p.record.standing === '证人';

/** Who signs for the other side: of the party on the scene nothing else asks; nobody signs for both sides. */
function* signers(input: RuleInput, p: Proof): Iterable<Hit> {
  const found = signerOf(p);
  if (!found) return;
  const { signer, who, member } = found;
  if (p.list === 'scenes') yield* signatureOf(input, p, signer, who, member);
  if (isOfficer(input.case, signer.name) && !ofTheHouse(input.case, p))
    yield hit('SIGNER_IS_OFFICER', { ...told(p), who, name: signer.name }, 'records', `${p.at}/${member}`);
}

/** What the bureau made itself is copied from its own officer: a recording of the scene, its own papers. */
function ofTheHouse({ case: c, evidence }: Case, p: Proof): boolean {
  const items = evidence.evidence.filter((e) => p.evidence.includes(e.evidenceNo));
  return p.list === 'copies' && items.length > 0 && items.every((e) => e.author === c.sender.name);
}

/** Why this person may not witness (解释 art. 80): by what was written, or because the person is in the case under another head. */
function barred(
  { case: c }: Case,
  p: Proof,
  witness: Witness,
  house: ReadonlyMap<string, string>,
  sides: readonly Person[],
): string | undefined {
  const { name, standing } = witness;
  if (standing !== '无利害关系') return standing;
  const same = (other: Person): boolean => samePerson(other, witness);
  const inHouse = house.get(nameKey(name));
  if (inHouse) return inHouse;
  if (c.suspects.some(same)) return '涉嫌人员';
  if (c.parties.some((party) => same(party) || nameKey(party.legalRepresentative ?? '') === nameKey(name))) return '当事人';
  const signer = signerOf(p)?.signer;
  if (signer && same(signer)) return '本记录的当事人、持有人或者提供人';
  return sides.some(same) ? '其他取证记录的当事人、持有人或者提供人' : undefined;
}

/** Names of those who work for the bureau in this case, and as what. Of 内卷 only where it is there: not at verify. */
function houseOf({ case: c, items, records, internal }: Case): ReadonlyMap<string, string> {
  const people: readonly (readonly [name: string | undefined, what: string])[] = [
    ...c.officers.map((o) => [o.name, '办案人员'] as const),
    [internal?.approval?.approver?.name, '批准移送的负责人'],
    [internal?.legalReview?.reviewer, '法制审核人员'],
    ...records.preservations.map((r) => [r.approvedBy, '批准登记保存、封存的负责人'] as const),
    ...[...items.items, ...records.preservations].map((i) => [i.custodian, '保管人'] as const),
    // An institution and a name: 某某中心稽核科　某某.
    ...c.amount.certifiedBy.flatMap((text) => [text, ...text.split(/[\s、，,]+/u)].map((name) => [name, '金额认定人'] as const)),
    ...records.examinations.flatMap((r) => r.experts.map((e) => [e.name, '鉴定、检验、审计、评审人员'] as const)),
  ];
  const house = new Map<string, string>();
  for (const [name, what] of people) {
    const key = nameKey(name ?? '');
    if (key !== '' && !house.has(key)) house.set(key, what);
  }
  return house;
}

interface Signing {
  readonly signer: Signer;
  readonly who: string;
  readonly member: string;
}

function signerOf(p: Proof): Signing | undefined {
  switch (p.list) {
    case 'extractions':
    case 'copies':
      return { signer: p.record.provider, who: '持有人、提供人', member: 'provider' };
    case 'scenes':
      return { signer: p.record.party, who: '当事人', member: 'party' };
    case 'preservations':
      return { signer: p.record.holder, who: '持有人', member: 'holder' };
    case 'interviews':
      return { signer: p.record.interviewee, who: '被询问人', member: 'interviewee' };
    default:
      return undefined;
  }
}

/** Of extractions E-03 asks. Of the others: where the party did not sign (行政强制法 art. 18). */
function* standIn({ records }: Case, p: Proof): Iterable<Hit> {
  if (p.list === 'scenes') {
    const { party, noWitnessReason, video } = p.record;
    if (party.signed === '已签名' || party.signed === '待签名') return;
    const lacks = gapsOf([
      [!noWitnessReason, '没有见证人的原因'],
      [video === undefined, '录像的证据编号'],
    ]);
    if (lacks) yield hit('WITNESS_MISSING', { ...told(p), lacks }, 'records', p.at);
  } else if (p.list === 'preservations') {
    const { holder, scene } = p.record;
    if (holder.signed === '已签名' || holder.signed === '待签名') return;
    const made = records.scenes.find((s) => s.recordNo === scene);
    if (made?.witness || (made?.noWitnessReason && made.video !== undefined)) return;
    yield hit('WITNESS_MISSING', { ...told(p), lacks: '现场笔录上的见证人，或者没有见证人的原因和录像' }, 'records', p.at);
  }
}

export const RECORD_WITNESS_RULES: readonly Rule[] = [
  {
    id: 'W-01',
    severity: 'warning',
    basis: [...basis('最高法刑诉法解释（2021）', '第八十条'), ...basis('行政强制法', '第十八条')],
    asks: '见证人与案件没有利害关系，不是办案机关的工作人员或者其聘用的人员，写明姓名、证件种类和号码、联系电话。当事人不签名的现场笔录写明当事人不签名的原因，并有见证人，没有见证人的写明原因并录像。批准人、审核人、保管人、核算人不做见证人；执法人员不同时是提供证据的一方。',
    why: '不合格的见证人等于没有见证人。条文所列的是刑事办案机关的人员，行政机关的人员比照办理。',
    right: '见证人：孙某六，社区工作者，居民身份证，无利害关系。',
    wrong: '由本局聘用的驾驶员、被检查医院的院长做见证人。',
    codes: ['WITNESS_DISQUALIFIED', 'WITNESS_GAP', 'WITNESS_MISSING', 'SIGNATURE_MISSING', 'SIGNER_IS_OFFICER'],
    check: witnesses,
  },
];
