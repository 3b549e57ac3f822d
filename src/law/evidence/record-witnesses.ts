/** W-01: who may witness, and what stands in for a witness. */
import type { Case, Witness } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, type Proof, proofsOf, told } from './links.ts';

function* witnesses(input: RuleInput): Iterable<Hit> {
  for (const p of proofsOf(input.case)) {
    if (p.list !== 'extractions' && p.list !== 'scenes' && p.list !== 'preservations') continue;
    const { witness } = p.record;
    if (!witness) {
      yield* standIn(input.case, p);
      continue;
    }
    const at = `${p.at}/witness`;
    const why = barred(input.case, p, witness);
    if (why) yield hit('WITNESS_DISQUALIFIED', { ...told(p), name: witness.name, why }, 'records', `${at}/standing`);
    const gaps = gapsOf([
      [!witness.idType, '证件种类'],
      [!witness.idNo, '证件号码'],
      [!witness.phone, '联系电话'],
    ]);
    if (gaps) yield hit('WITNESS_GAP', { ...told(p), name: witness.name, gaps }, 'records', at);
  }
}

/** Why this person may not witness (解释 art. 80): by what was written, or because the person is in the case under another head. */
function barred({ case: c }: Case, p: Proof, { name, idNo, standing }: Witness): string | undefined {
  if (standing !== '无利害关系') return standing;
  const same = (other: { readonly name: string; readonly idNo?: string }): boolean =>
    other.idNo !== undefined && idNo !== undefined ? other.idNo === idNo : other.name === name;
  if (c.officers.some((o) => o.name === name)) return '办案人员';
  if (c.suspects.some(same)) return '涉嫌人员';
  if (c.parties.some((party) => same(party) || party.legalRepresentative === name)) return '当事人';
  const signer = signerOf(p);
  return signer && same(signer) ? '本记录的当事人、持有人或者提供人' : undefined;
}

function signerOf(p: Proof): { readonly name: string; readonly idNo?: string } | undefined {
  if (p.list === 'extractions') return p.record.provider;
  if (p.list === 'scenes') return p.record.party;
  return p.list === 'preservations' ? p.record.holder : undefined;
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
    asks: '见证人与案件没有利害关系，不是办案机关的工作人员或者其聘用的人员，写明姓名、证件种类和号码、联系电话。当事人不签名的现场笔录有见证人，没有的写明原因并录像。',
    why: '不合格的见证人等于没有见证人。条文所列的是刑事办案机关的人员，行政机关的人员比照办理。',
    right: '见证人：孙某六，社区工作者，居民身份证，无利害关系。',
    wrong: '由本局聘用的驾驶员、被检查医院的院长做见证人。',
    codes: ['WITNESS_DISQUALIFIED', 'WITNESS_GAP', 'WITNESS_MISSING'],
    check: witnesses,
  },
];
