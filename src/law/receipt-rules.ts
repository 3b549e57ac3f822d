/** C-01: the receipt that the police sign. Blank until then; silent while it is blank. */
import type { ReceiptForm } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

function* missing(r: ReceiptForm): Iterable<string> {
  if (!r.receivedAt) yield '接收时间（到分）';
  if (!r.receiver) yield '接收人';
  if (!r.fingerprint) yield '总校验值';
  if (!r.completeness) yield '材料是否齐全';
  if (r.completeness === '不全' && (r.missing?.length ?? 0) === 0) yield '欠缺的材料';
  if (r.jurisdiction === '转送' && !r.forwardedAt) yield '转送时间';
  if (r.outcome && !r.outcomeAt) yield '决定时间';
  if ((r.outcome === '立案' || r.outcome === '不予立案') && !r.outcomeDocNo) yield '决定文书文号';
  if (r.outcome === '不予立案' && !r.refusalReason) yield '不予立案的理由';
}

function* signed({ case: { receipt: r } }: RuleInput): Iterable<Hit> {
  if (![r.receivedAt, r.transferredAt, r.receiver, r.fingerprint, r.completeness, r.outcome, r.signedScan].some(Boolean)) return;
  for (const field of missing(r)) yield hit('RECEIPT_FIELD_MISSING', { field }, 'receipt');
  if (!r.signedScan) yield hit('RECEIPT_NOT_SIGNED', {}, 'receipt');
}

export const RECEIPT_RULES: readonly Rule[] = [
  {
    id: 'C-01',
    severity: 'warning',
    basis: [...basis('医保发〔2021〕49号', '三（三）'), ...basis('国务院令第310号', '第七条')],
    asks: '公安机关在回执上签字；写明到分的接收时间、接收人、材料是否齐全，并把核对过的总校验值写上。签字后的回执扫描列入。',
    why: '补正、立案审查的期限都从接收的时刻起算；总校验值证明收到的就是移送的。',
    right: '接收时间: 2026-11-20T16:40+08:00；总校验值与校验单一致；回执已签字并扫描。',
    wrong: '只写“已收”，没有时间和签字。',
    codes: ['RECEIPT_FIELD_MISSING', 'RECEIPT_NOT_SIGNED'],
    check: signed,
  },
];
