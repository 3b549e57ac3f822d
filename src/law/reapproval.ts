/** P-11, P-14: has what was approved been changed since? The 内卷 says what was approved; a dossier does not carry it. */
import {
  type ApprovedChange,
  approvalSubstance,
  type Case,
  type CaseForm,
  chineseDay,
  dayInChina,
  formatFen,
  type InternalForm,
  parseInstant,
  parseYuan,
  readApprovalCode,
  substanceCode,
  substanceDigest,
  type TypedCode,
} from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

type Approval = NonNullable<InternalForm['approval']>;

function approvalOf({ internal }: Case): Approval | undefined {
  return internal?.approval?.decision === '批准' ? internal.approval : undefined;
}

/** What the form repeats of what was approved, and the value of an older paper. Where the code tells a change, it is told there. */
function* unchanged({ case: c }: RuleInput): Iterable<Hit> {
  const approval = approvalOf(c);
  const read = readApprovalCode(approval?.approvedDigest ?? '');
  if (!approval || isOther(read, c.case)) return;
  const changes = changesOf(approval, c.case);
  for (const { key, ...change } of changes) yield hit('APPROVED_CHANGED', change, 'internal', `/approval/approved/${key}`, 'error');
  const now = substanceDigest(c.case);
  if (changes.length === 0 && read.kind === 'old' && read.digest !== now)
    yield hit('APPROVED_DIGEST_DIFFERS', { approved: read.digest, now }, 'internal', '/approval/approvedDigest');
}

const isOther = (read: TypedCode, c: CaseForm): boolean => read.kind === 'code' && read.code !== substanceCode(c);

/** Was the referral approved, as far as its code tells with what the forms say now? Papers of one that was not bear 草稿. */
export function isApproved(c: Case): boolean {
  const approval = approvalOf(c);
  return approval !== undefined && !isOther(readApprovalCode(approval.approvedDigest ?? ''), c.case);
}

/** What the form repeats of what was approved, where the case now says another thing. */
function changesOf({ approved }: Approval, c: CaseForm): readonly (ApprovedChange & { readonly key: string })[] {
  if (!approved) return [];
  const now = approvalSubstance(c);
  const list = (names: readonly string[]): string => [...names].sort().join('、') || '（无）';
  const yuan = (text: string): string => formatFen(parseYuan(text) ?? 0n);
  const elements = [
    { key: 'suspects', element: '涉嫌人员', approved: list(approved.suspects), now: list(now.suspects) },
    { key: 'crimes', element: '罪名', approved: list(approved.crimes), now: list(now.crimes) },
    { key: 'fundLoss', element: '初步认定金额', approved: yuan(approved.fundLoss), now: yuan(now.fundLoss) },
    { key: 'recipient', element: '受移送机关', approved: approved.recipient, now: now.recipient },
  ] as const;
  return elements.filter((element) => element.approved !== element.now);
}

function* asApproved({ case: c, pack }: RuleInput): Iterable<Hit> {
  const approval = approvalOf(c);
  if (!approval) return;
  const at = '/approval/approvedDigest';
  const read = readApprovalCode(approval.approvedDigest ?? '');
  const since = pack.approvalCodeSince;
  const printed = decidedWhereCodesArePrinted(approval, since);
  const args = { since: since === undefined ? '' : chineseDay(since) };
  if (!approval.approvedDigest) yield hit('APPROVAL_CODE_MISSING', args, 'internal', '/approval', printed ? undefined : 'warning');
  else if (read.kind === 'old' && printed) yield hit('APPROVAL_CODE_OLD', args, 'internal', at);
  else if (read.kind === 'mistyped') yield hit('APPROVAL_CODE_MISTYPED', {}, 'internal', at);
  else if (isOther(read, c.case)) {
    const changes = changesOf(approval, c.case).map(({ key: _, ...change }) => change);
    yield hit('APPROVED_SUBSTANCE_CHANGED', { changes }, 'internal', at);
  }
}

/** Papers of before that day printed no code. */
function decidedWhereCodesArePrinted({ decidedAt }: Approval, since: string | undefined): boolean {
  const decided = parseInstant(decidedAt ?? '');
  return since !== undefined && decided !== undefined && dayInChina(decided) >= since;
}

const APPROVE = [...basis('医保发〔2021〕49号', '三（一）'), ...basis('国务院令第310号', '第五条')];

export const REAPPROVAL_RULES: readonly Rule[] = [
  {
    id: 'P-11',
    severity: 'warning',
    basis: APPROVE,
    asks: '批准以后，涉嫌人员、罪名、初步认定金额、受移送机关有变化的，重新报批。没有登记审批要素校验码的，与内卷里批准的要素（approved）、以前的文书上印的 64 位审批要素校验值核对。',
    why: '负责人批准的是报告当时的内容；改了要点，批准就不再对应。',
    right: '批准后增加一名涉嫌人员：重新报批，登记新的审批要素校验码。',
    wrong: '批准时金额 140,000 元，成卷时改为 180,000 元，没有重新报批。',
    codes: ['APPROVED_CHANGED', 'APPROVED_DIGEST_DIFFERS'],
    beside: true,
    check: unchanged,
  },
  {
    id: 'P-14',
    severity: 'error',
    since: '0.2.0',
    basis: APPROVE,
    asks: '批准时登记书面报告、审批表上印的审批要素校验码；此后涉嫌人员及其身份和作用、当事人、罪名及条款、金额（含各人金额、已支付和未支付金额）、受移送机关、事实改了任何一项，都要重新报批。模板包写明的日期起批准的，以前的文书上印的 64 位校验值不能代替；以前批准的，没有校验码只警告。',
    why: '校验码由所批准的内容算出，签了字的纸上印着它：改了内容，校验码就不同，谁也改不了纸。',
    right: 'mbpack approve 案卷 --code 审批表上的校验码 --by 郑某 --title 局长 --at "2026-12-03 10:00"，此后没有改动。',
    wrong: '批准以后在事实里加了一段，没有重新报批；或者批准了没有登记校验码。',
    codes: ['APPROVAL_CODE_MISSING', 'APPROVAL_CODE_MISTYPED', 'APPROVAL_CODE_OLD', 'APPROVED_SUBSTANCE_CHANGED'],
    beside: true,
    check: asApproved,
  },
];
