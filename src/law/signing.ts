/** P-15, P-16: when papers were signed, and by whom a referral is approved. */
import {
  type Case,
  chineseDay,
  chineseInstant,
  dayInChina,
  type FormName,
  isDay,
  nameKey,
  parseInstant,
  type SignedScan,
} from '../model/index.ts';
import { isOfficer } from './evidence/people.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const SIGNED = { transfer: '移送书', investigation: '调查报告', items: '物品清单', receipt: '回执' } as const satisfies Partial<
  Record<FormName, string>
>;

function* signingDays({ case: c, now }: RuleInput): Iterable<Hit> {
  const today = dayInChina(now);
  for (const [form, paper] of Object.entries(SIGNED) as [keyof typeof SIGNED, string][]) {
    const signed: SignedScan | undefined = c[form].signedScan;
    if (signed === undefined || !isDay(signed.signedOn)) continue;
    if (signed.signedOn > today)
      yield hit('SIGNED_IN_FUTURE', { paper, signedOn: chineseDay(signed.signedOn) }, form, '/signedScan/signedOn');
  }
  const { decision, decidedAt } = c.internal?.approval ?? {};
  const decided = parseInstant(decidedAt ?? '');
  const { signedScan } = c.transfer;
  if (decision !== '批准' || decided === undefined || !decidedAt || !signedScan || signedScan.signedOn >= dayInChina(decided)) return;
  const args = { signedOn: chineseDay(signedScan.signedOn), decidedAt: chineseInstant(decidedAt) };
  yield hit('SIGNED_BEFORE_APPROVAL', args, 'transfer', '/signedScan/signedOn');
}

/** Who reports to the head of office, and who decides on the report. */
export function* approverApart({ case: c }: { readonly case: Pick<Case, 'case' | 'internal'> }): Iterable<Hit> {
  const { approver } = c.internal?.approval ?? {};
  if (approver && isOfficer(c, approver.name))
    yield hit('APPROVER_IS_OFFICER', { name: nameKey(approver.name) }, 'internal', '/approval/approver/name');
}

const APPROVE = [...basis('医保发〔2021〕49号', '三（一）'), ...basis('国务院令第310号', '第五条')];

export const SIGNING_RULES: readonly Rule[] = [
  {
    id: 'P-15',
    severity: 'error',
    since: '0.2.0',
    basis: APPROVE,
    asks: '先批准，后签发移送书：移送书的签署日期不早于批准的日期；各文书的签署日期不晚于今天。',
    why: '移送书签在批准之前，就是未经批准对外移送；签署日期还没有到的，扫描件不可能是那一天签的。',
    right: '11 月 20 日批准，移送书 11 月 20 日盖章，signedOn 写 2026-11-20。',
    wrong: '11 月 20 日批准，signedOn 写 2026-11-18；或者今天是 11 月 20 日，signedOn 写 2026-12-20。',
    codes: ['SIGNED_BEFORE_APPROVAL', 'SIGNED_IN_FUTURE'],
    check: signingDays,
  },
  {
    id: 'P-16',
    severity: 'warning',
    since: '0.2.0',
    basis: APPROVE,
    asks: '专案组提出书面报告，负责人审批：审批人不是本案的办案人员。',
    why: '自己报告、自己批准，审批就不成其为审批；移送决定的程序会受质疑。',
    right: '专案组是周某甲、吴某乙，由局长郑某审批。',
    wrong: 'officers 里的周某甲同时填在 approver。',
    codes: ['APPROVER_IS_OFFICER'],
    beside: true,
    check: approverApart,
  },
];
