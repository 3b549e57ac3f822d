/** P-12, P-13: what cannot wait, other offences, 挂牌督办, and what belongs to other departments. */
import {
  type CaseForm,
  type CorrespondenceForm,
  chineseInstant,
  type DEPARTMENTS,
  formatFen,
  type Instant,
  type UrgentType,
} from '../model/index.ts';
import { RESALE } from './drug-resale.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { amountsByCrime, regionOf, standing, thresholdOf } from './threshold-rules.ts';

type Department = (typeof DEPARTMENTS)[number];

/** Whose matter a conduct is besides: licences, diagnosis and treatment; prices; drugs. */
const BESIDE: readonly (readonly [Department, readonly string[]])[] = [
  ['卫生健康', ['YS-B1', 'YS-B2', 'YS-B3', 'YS-B4a', 'YS-B4b']],
  ['市场监督管理', ['YS-B4c']],
  ['药品监督管理', RESALE],
];

/** When the letters say that the police were told of a risk: by word of mouth, or by the letter itself. */
export function urgentTold(correspondence: CorrespondenceForm | undefined, type: UrgentType): Instant | undefined {
  const told = correspondence?.urgentNotices?.find(
    ({ risks, sentAt, toldAt }) => (sentAt ?? toldAt) !== undefined && risks.some((r) => r.type === type),
  );
  return told?.toldAt ?? told?.sentAt;
}

function* toldAtOnce({ case: { case: c, correspondence } }: RuleInput): Iterable<Hit> {
  const notices = correspondence?.urgentNotices ?? [];
  for (const [i, { type, notifiedAt }] of (c.urgentRisks ?? []).entries()) {
    if (notifiedAt) continue;
    const when = urgentTold(correspondence, type);
    // What goes to the police is the case: a letter beside it does not say there that they were told.
    if (when) yield hit('URGENT_NOTICE_NOT_ENTERED', { type, at: chineseInstant(when) }, 'case', `/urgentRisks/${i}`, 'info');
    else yield hit('URGENT_NOT_NOTIFIED', { type }, 'case', `/urgentRisks/${i}`);
  }
  for (const [i, { risks }] of notices.entries())
    for (const [j, { type }] of risks.entries())
      if (!c.urgentRisks?.some((risk) => risk.type === type))
        yield hit('URGENT_NOTICE_WITHOUT_RISK', { type }, 'correspondence', `/urgentNotices/${i}/risks/${j}/type`);
}

function* beside({ case: { case: c, internal }, pack }: RuleInput): Iterable<Hit> {
  for (const [i, { type }] of (c.otherOffences ?? []).entries()) {
    if (type === '腐败和保护伞') yield hit('OTHER_OFFENCE_FOR_SUPERVISION', {}, 'case', `/otherOffences/${i}`, 'warning');
  }
  if (c.listing && !c.listing.docNo) yield hit('LISTING_NUMBER_MISSING', { by: c.listing.by }, 'case', '/listing');
  if (internal) yield* stillToDo(c, pack);
}

/** Asked in the bureau's own folder, where there is a 内卷; not of the reader of a dossier. */
function* stillToDo(c: CaseForm, pack: RuleInput['pack']): Iterable<Hit> {
  if (!c.otherOffences) yield hit('OTHER_OFFENCES_NOT_ASKED', {}, 'case');
  if (!c.listing) yield* listingAsked(c, pack);
  for (const [department, codes] of BESIDE) {
    const facts = c.facts.filter((f) => codes.includes(f.behaviour)).map((f) => f.factNo);
    if (facts.length > 0 && !c.referrals?.some((r) => r.to === department))
      yield hit('REFERRAL_ASKED', { department, facts: facts.join('、') }, 'case', c.referrals ? '/referrals' : '');
  }
}

/** 双挂牌 is for the large cases: asked where the whole amount is above 数额特别巨大. */
function* listingAsked(c: CaseForm, pack: RuleInput['pack']): Iterable<Hit> {
  for (const { crime, fen } of amountsByCrime(c)) {
    const row = thresholdOf(pack, regionOf(pack, c), crime);
    const where = row && standing(fen, row);
    if (where?.level !== 'above' || where.tier !== '数额特别巨大') continue;
    yield hit('LISTING_ASKED', { amount: formatFen(fen), crime }, 'case', '/amount/fundLoss');
    return;
  }
}

export const LEAD_RULES: readonly Rule[] = [
  {
    id: 'P-12',
    severity: 'warning',
    basis: basis('医保发〔2021〕49号', '四（一）'),
    asks: '发现可能逃匿、转移资金、销毁证据的，及时通报公安机关，并记下通报的时间和对象。',
    why: '医保部门无权控制人员和资金，只有公安机关能采取紧急措施。',
    right: '情形：转移资金；通报时间：2026-11-18T16:20+08:00；通报对象：示例区分局刑侦大队。',
    wrong: '情形：可能逃匿；没有通报时间。',
    codes: ['URGENT_NOT_NOTIFIED', 'URGENT_NOTICE_NOT_ENTERED', 'URGENT_NOTICE_WITHOUT_RISK'],
    check: toldAtOnce,
  },
  {
    id: 'P-13',
    severity: 'info',
    basis: [...basis('法发〔2024〕6号', '第十一条', '第二十五条'), ...basis('医保发〔2021〕49号', '五（二）')],
    asks: '同步审查洗钱、侵犯公民个人信息、黑恶势力、腐败和“保护伞”等线索，没有发现的写空表；属于其他部门处理的事项移交；挂牌督办的写明督办机关和文号。',
    why: '查过没有与没有查不是一回事。腐败和“保护伞”的线索给监察机关，不写进给公安机关的案卷。',
    right: '其他犯罪线索（otherOffences）: []   # 已审查，没有发现',
    wrong: '其他犯罪线索里写“腐败和保护伞”，随卷移送公安机关。',
    codes: ['OTHER_OFFENCES_NOT_ASKED', 'OTHER_OFFENCE_FOR_SUPERVISION', 'LISTING_NUMBER_MISSING', 'LISTING_ASKED', 'REFERRAL_ASKED'],
    check: beside,
  },
];
