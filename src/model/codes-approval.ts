/** Codes of the approval by the head of office: what was approved is what the case says now. */

/** An element of what was approved, then and now: names joined by 、, amounts as they are printed. */
export interface ApprovedChange {
  readonly element: '涉嫌人员' | '罪名' | '初步认定金额' | '受移送机关';
  readonly approved: string;
  readonly now: string;
}

export interface ApprovalCodes {
  /** P-14; `since`: the day from which codes are asked for, in words, or empty where the pack names none. */
  APPROVAL_CODE_MISSING: { readonly since: string };
  APPROVAL_CODE_MISTYPED: Record<never, never>;
  /** P-14: 64 digits of the first formula, of a decision for which papers print a code; `since` as above. */
  APPROVAL_CODE_OLD: { readonly since: string };
  /** `changes`: those that the case tells; none where only the code does. */
  APPROVED_SUBSTANCE_CHANGED: { readonly changes: readonly ApprovedChange[] };
  /** P-15; `paper`: its short title. */
  SIGNED_BEFORE_APPROVAL: { readonly signedOn: string; readonly decidedAt: string };
  SIGNED_IN_FUTURE: { readonly paper: string; readonly signedOn: string };
  /** P-16 */
  APPROVER_IS_OFFICER: { readonly name: string };
  /**
   * Of `approve`, which wrote nothing. `length`: characters that were typed. `groups`: where what was typed and the code of the case as it is
   * now differ, counted from 1; empty where that tells nothing.
   */
  APPROVE_CODE_MISTYPED: {
    readonly because: 'length' | 'character' | 'check';
    readonly length: number;
    readonly groups: readonly number[];
  };
  /** A value of 64 digits from an older paper, which does not cover the facts. */
  APPROVE_CODE_OLD: Record<never, never>;
  APPROVE_CODE_OTHER: Record<never, never>;
  APPROVE_IN_FUTURE: { readonly decidedAt: string };
  APPROVE_BEFORE_REPORT: { readonly decidedAt: string; readonly reportedAt: string };
  /** What stands in the form and would be another: titles of fields, and their values. */
  APPROVE_OVER_ANOTHER: { readonly fields: readonly { readonly field: string; readonly value: string }[] };
  /** `--again` took the reason for refusing out of the form: its words were shown. */
  APPROVE_REFUSAL_REMOVED: Record<never, never>;
  /** A deputy approves only where in charge: said in the call, not taken from the title. */
  APPROVE_CAPACITY_NOT_SAID: { readonly title: string };
}
