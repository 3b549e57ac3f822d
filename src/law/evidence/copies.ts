/** D-01, D-02: a copy says from what it was made, by whom, and that it was compared with the original. */
import type { CopyRecord, EvidenceItem } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { gapsOf, itemsOf, itemsToProve, officersOf, type Proof, proofsOf, signatureOf, told } from './links.ts';

const COURT = '最高法刑诉法解释（2021）';

type Copied = Proof & { readonly record: CopyRecord };

function copyRecords({ case: c }: RuleInput): readonly Copied[] {
  return proofsOf(c).filter((p): p is Copied => p.list === 'copies');
}

/** Pictures that officers take are audiovisual material of their own; a picture of a paper or a thing stands for it. */
function isCopy(item: EvidenceItem): boolean {
  const { kind, originality } = item;
  if (kind === '书证' || kind === '物证') return originality === '复制件' || originality === '照片' || originality === '打印件';
  return kind === '视听资料' && (originality === '复制件' || originality === '打印件');
}

function* verified(input: RuleInput): Iterable<Hit> {
  const records = copyRecords(input);
  const proven = new Set(records.flatMap((r) => r.proven));
  for (const { item, at } of itemsToProve(input.case)) {
    const { evidenceNo, originality } = item;
    if (isCopy(item) && !proven.has(evidenceNo))
      yield hit('COPY_RECORD_MISSING', { evidence: [evidenceNo], originality }, 'evidence', `${at}/originality`);
  }
  for (const r of records) {
    const { provider } = r.record;
    yield* signatureOf(input, r, provider, '提供人', 'provider');
    // Who refuses to sign does not write the note either; the reason stands in its place.
    if (provider.signed !== '已签名' && provider.reason) continue;
    const gaps = gapsOf([
      [r.record.verified !== '是', '是否注明核对无误'],
      [r.record.verifiedOn === undefined, '核对日期'],
    ]);
    if (gaps) yield hit('COPY_NOT_VERIFIED', { ...told(r), gaps }, 'records', r.at);
  }
}

function* made(input: RuleInput): Iterable<Hit> {
  const records = copyRecords(input);
  const located = new Set(records.filter((r) => r.record.originalLocation).flatMap((r) => r.proven));
  for (const { item, at } of itemsOf(input.case)) {
    if (isCopy(item) && !item.originalLocation && !located.has(item.evidenceNo))
      yield hit('ORIGINAL_LOCATION_MISSING', { evidence: [item.evidenceNo] }, 'evidence', at);
  }
  for (const r of records) yield* officersOf(r);
}

export const COPY_RULES: readonly Rule[] = [
  {
    id: 'D-01',
    severity: 'warning',
    basis: basis(COURT, '第八十四条', '第八十六条', '第一百零八条'),
    asks: '书证、物证、视听资料用复制件、照片、打印件的，有复制件制作说明：提供人在复制件上注明核对无误、写日期并签名；不签名的写明原因。',
    why: '复制件未注明与原件核对无异、没有复制时间或者没有提供人签名的，是瑕疵。',
    right: '病历复印件每页写“与原件核对无误”，病案室负责人签名并写日期；复制件制作说明 R3 由该证据引用。',
    wrong: '复印了病历，没有人签名，也没有写从哪里复印。',
    codes: ['COPY_RECORD_MISSING', 'COPY_NOT_VERIFIED', 'SIGNATURE_MISSING'],
    check: verified,
  },
  {
    id: 'D-02',
    severity: 'warning',
    basis: basis(COURT, '第八十二条', '第八十六条', '第一百零八条'),
    asks: '复制件写明原件、原物存放在哪里，制作说明由两名以上制作人签名。',
    why: '没有制作人关于制作过程和原件存放地点的说明的，是瑕疵；法院需要时要能找到原件。',
    right: '原件存放地点：某某医院病案室；执法人员：[甲, 乙]。',
    wrong: '复印件一份，原件在哪里没有写。',
    codes: ['ORIGINAL_LOCATION_MISSING', 'RECORD_OFFICERS_TOO_FEW'],
    check: made,
  },
];
