import type { Sentences } from '../sentence.ts';
import type { ApprovalCodes } from '../zh-CN/approval.ts';

const ENTER = 'enter it with mbpack approve CASE --code CODE --by NAME --title TITLE --at TIME';

const MISTYPED = {
  length: (length: number) => `it has 25 characters (five groups of five), ${length} were typed`,
  character: () => 'it has characters that no code has (only A to Z and 2 to 7)',
  check: () => 'its check character does not agree',
} as const;

export const approvalSentences: Sentences<ApprovalCodes> = {
  APPROVAL_CODE_MISSING: ({ since }) => ({
    text: 'the code of what was approved is not recorded: whether it was changed since cannot be told',
    hint: `where report and approval form print the code, ${ENTER}; where they do not${since === '' ? '' : ` (approved before ${since})`}, print them anew and have them confirmed, or record a reason for P-14`,
  }),
  APPROVAL_CODE_MISTYPED: () => ({
    text: 'the code of what was approved is mistyped (its check character does not agree)',
    hint: `compare it with paper; or ${ENTER}, which tells one wrong character at once`,
  }),
  APPROVAL_CODE_OLD: ({ since }) => ({
    text: `a value of 64 digits of an older paper is recorded: it does not cover the facts, and does not stand for the code of what was approved since ${since}`,
    hint: `${ENTER} and --again; where the approval form prints no code, print it and the report anew with mbpack build CASE --draft and have them confirmed, or record a reason for P-14`,
  }),
  APPROVED_SUBSTANCE_CHANGED: ({ changes }) => ({
    text:
      changes.length > 0
        ? `what was approved has changed since: ${changes.map(({ element, approved, now }) => `${element} was ${approved}, is ${now}`).join('; ')}`
        : 'what was approved has changed since: persons and their parts, offences and articles, amounts, recipient or facts',
    hint: 'ask for a new approval on papers printed anew and enter it with mbpack approve --again; or undo the change',
  }),
  SIGNED_BEFORE_APPROVAL: ({ signedOn, decidedAt }) => ({
    text: `the letter was signed on ${signedOn}, before the approval (${decidedAt})`,
    hint: 'compare both days with paper; if it was signed first, sign it anew after the approval',
  }),
  SIGNED_IN_FUTURE: ({ paper, signedOn }) => ({
    text: `${paper}: the day of signing ${signedOn} is still to come`,
    hint: 'write the day on the paper into signedScan.signedOn',
  }),
  APPROVER_IS_OFFICER: ({ name }) => ({
    text: `${name} approves and is an officer of the case`,
    hint: 'check the name; who reports does not approve',
  }),
  APPROVE_CODE_MISTYPED: ({ because, length, groups }) => ({
    text: `the code is mistyped: ${MISTYPED[because](length)}; nothing was written`,
    hint: `type it again from paper${groups.length > 0 ? `, and look at group ${groups.join(', ')}` : ''}; this does not say that the case was changed`,
  }),
  APPROVE_CODE_OLD: () => ({
    text: 'that is a value of 64 digits from an older paper, which does not cover the facts; nothing was written',
    hint: 'print report and approval form anew with mbpack build CASE --draft, have them approved, and enter the code on them',
  }),
  APPROVE_CODE_OTHER: () => ({
    text: 'the code on paper is not that of the case as it is now: persons and their parts, offences and articles, amounts, recipient or facts were changed after printing; nothing was written',
    hint: 'undo the change and run it again; or print report and approval form anew with mbpack build CASE --draft and have them approved',
  }),
  APPROVE_IN_FUTURE: ({ decidedAt }) => ({
    text: `the approval at ${decidedAt} is still to come; nothing was written`,
    hint: 'write the time on the signed form; if the clock of this machine is wrong, set it first',
  }),
  APPROVE_BEFORE_REPORT: ({ decidedAt, reportedAt }) => ({
    text: `the approval at ${decidedAt} is before the report (${reportedAt}); nothing was written`,
    hint: 'look at the signed form; or mend the times of the report in internal first',
  }),
  APPROVE_OVER_ANOTHER: ({ fields }) => ({
    text: `another approval stands there: ${fields.map(({ field, value }) => `${field} is ${value}`).join('; ')}; nothing was written`,
    hint: 'if it was approved again, run it again with --again; the old values are shown',
  }),
  APPROVE_REFUSAL_REMOVED: () => ({
    text: 'the referral had been refused; it is entered as approved, and the reason for refusing was taken out of the form: its words are shown above',
    hint: 'keep the earlier approval form and its reason on file',
  }),
  APPROVE_CAPACITY_NOT_SAID: ({ title }) => ({
    text: `${title} is the title of a deputy, and it is not said whether in charge; nothing was written`,
    hint: 'a deputy who is in charge: --capacity 主持工作负责人; others may not approve',
  }),
};
