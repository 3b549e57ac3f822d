/** P-11: has what was approved been changed since? The 内卷 says what was approved; a dossier does not carry it. */
import { approvalSubstance, formatFen, parseYuan, substanceDigest } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* unchanged({ case: { case: c, internal } }: RuleInput): Iterable<Hit> {
  const approval = internal?.approval;
  if (approval?.decision !== '批准') return;
  const { approved, approvedDigest } = approval;
  if (!approved && !approvedDigest) yield hit('APPROVED_NOT_RECORDED', {}, 'internal', '/approval', 'info');
  const now = approvalSubstance(c);
  if (approved) {
    const list = (names: readonly string[]): string => [...names].sort().join('、') || '（无）';
    const yuan = (text: string): string => formatFen(parseYuan(text) ?? 0n);
    const elements = [
      ['suspects', '涉嫌人员', list(approved.suspects), list(now.suspects)],
      ['crimes', '罪名', list(approved.crimes), list(now.crimes)],
      ['fundLoss', '初步认定金额', yuan(approved.fundLoss), yuan(now.fundLoss)],
      ['recipient', '受移送机关', approved.recipient, now.recipient],
    ] as const;
    for (const [key, element, then, today] of elements) {
      if (then !== today) yield hit('APPROVED_CHANGED', { element, approved: then, now: today }, 'internal', `/approval/approved/${key}`);
    }
  }
  const digest = substanceDigest(c);
  if (approvedDigest && approvedDigest.replace(/\s/gu, '').toLowerCase() !== digest)
    yield hit('APPROVED_DIGEST_DIFFERS', { approved: approvedDigest, now: digest }, 'internal', '/approval/approvedDigest');
}

export const REAPPROVAL_RULES: readonly Rule[] = [
  {
    id: 'P-11',
    severity: 'warning',
    basis: [...basis('医保发〔2021〕49号', '三（一）'), ...basis('国务院令第310号', '第五条')],
    asks: '批准以后，涉嫌人员、罪名、初步认定金额、受移送机关有变化的，重新报批。批准时把这四项或者审批表上的审批要素校验值记入内卷。',
    why: '负责人批准的是报告当时的内容；改了要点，批准就不再对应。',
    right: '批准后增加一名涉嫌人员：重新报批，更新批准的要素（approved）。',
    wrong: '批准时金额 140,000 元，成卷时改为 180,000 元，没有重新报批。',
    codes: ['APPROVED_CHANGED', 'APPROVED_DIGEST_DIFFERS', 'APPROVED_NOT_RECORDED'],
    beside: true,
    check: unchanged,
  },
];
