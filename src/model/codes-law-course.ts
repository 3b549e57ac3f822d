/** Codes of the law on the course of a case before the hand-over: P-21 on, F-14 on, T-05, E-17. Dates are in words. */
import type { Untraced } from './case-facts.ts';
import type { CircumstanceGround } from './circumstances.ts';

export interface LawCourseCodes {
  /** P-21 */
  REVIEWER_IS_OFFICER: { name: string };
  REVIEW_BEFORE_REPORT: { step: '法制审核' | '集体讨论'; at: string; reportedOn: string };
  REVIEW_AFTER_DECISION: { step: '法制审核' | '集体讨论'; at: string; decidedAt: string };
  /** P-22 */
  SUSPICION_DAY_MISSING: { docNo: string; fine: string };
  SUSPICION_DAY_ORDER: { on: string; earlier: string; earlierDate: string; later: string; laterDate: string };
  FINE_AFTER_SUSPICION: { docNo: string; fine: string; decidedOn: string; on: string };
  FINE_TO_BE_OFFSET: { docNo: string; fine: string };
  /** P-23 */
  HANDLING_PERIOD_OVER: { filedOn: string; due: string; done: string };
  HANDLING_EXTENDED_TOO_LONG: { days: number; allowed: number };
  /** P-24 */
  REFUSED_FOR_A_FINE: { crime: string; amount: string };
  REFUSED_FOR_SMALLNESS: { crime: string; amount: string; tier: string };
  REFUSED_ABOVE_THRESHOLD: { crime: string; amount: string; tier: string };
  /** P-25 */
  URGENT_FOUND_MISSING: { type: string };
  URGENT_NOTICE_LATE: { type: string; foundAt: string; notifiedAt: string; due: string };
  URGENT_NOTICE_OVERDUE: { type: string; foundAt: string; due: string };
  URGENT_NOTICE_BEFORE_FOUND: { type: string; foundAt: string; notifiedAt: string };
  /** F-14 */
  POOLED_FUND_NOT_EXEMPT: { facts: string; amount: string; personal: string };
  /** F-15 */
  PENALTY_CALLED_AGGRAVATING: { text: string };
  AGGRAVATING_WITHOUT_SOURCE: { text: string };
  /** F-16 */
  CIRCUMSTANCE_WITHOUT_EVIDENCE: { circumstance: CircumstanceGround };
  CIRCUMSTANCE_CONTRADICTED: {
    circumstance: CircumstanceGround;
    name: string;
    says: '在案件中的作用' | '前科和既往处罚' | '已全部追回' | '没有退赃退赔的记录';
  };
  /** F-17 */
  INTENT_NOT_ARGUED: { facts: string };
  /** F-18 */
  OFFENCES_NOT_WEIGHED: { crime: string };
  /** */
  UNTRACED_WITHOUT_EVIDENCE: { cause: Untraced['cause'] };
  UNTRACED_ABOVE_OUTSTANDING: { amount: string; outstanding: string };
  EQUIVALENT_WITHOUT_CAUSE: Record<never, never>;
  /** P-17 */
  PENALTY_TOLD_OTHERWISE: { text: string; decided: boolean };
  AGREEMENT_NOT_TOLD: { name: string };
  /** */
  ITEM_UNRELATED_KEPT: { itemNo: string; name: string };
  /** C-10 */
  CONSULTATION_UNANSWERED: { recipient: string; on: string };
  /** F-12 */
  LOCAL_NAME_UNKNOWN: { name: string; pack: string; near: string };
  LOCAL_NAME_ELSEWHERE: { name: string; asked: string };
  /** T-05 */
  RECORDING_IS_WORDS: { count: number; evidence: readonly string[] };
  RECORDING_CALLED_ELECTRONIC: { evidence: readonly string[] };
  FACT_ON_RECORDED_WORDS: { fact: string; count: number };
  /** E-17 */
  PICTURE_WITHOUT_DIGEST: { evidence: readonly string[] };
}
