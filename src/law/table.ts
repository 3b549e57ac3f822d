/** The rule table: printed by `mbpack rules`, in docs/reference/rules.md, and run by `checkCase`. */
import { FIRST_VERSION, type Finding, sha256Hex } from '../model/index.ts';
import { AGE_RULES } from './age-rules.ts';
import { AGREEMENT_RULES } from './agreement/index.ts';
import { AMOUNT_RULES } from './amount.ts';
import { AMOUNT_BASIS_RULES } from './amount-basis.ts';
import { APPROVAL_RULES } from './approval.ts';
import { BEHAVIOUR_RULES } from './behaviour-rules.ts';
import { BLANK_RULES } from './blanks-left.ts';
import { CIRCUMSTANCE_RULES } from './circumstance-rules.ts';
import { LETTER_COURSE_RULES } from './correspondence-letters.ts';
import { CORRESPONDENCE_RULES } from './correspondence-rules.ts';
import { DEADLINE_RULES } from './deadline-rules.ts';
import { RESALE_RULES } from './drug-resale.ts';
import { COPY_RULES } from './evidence/copies.ts';
import { CUSTODY_RULES } from './evidence/custody.ts';
import { CORRECTION_RULES } from './evidence/custody-corrections.ts';
import { DATASET_RULES } from './evidence/datasets.ts';
import { DERIVED_RULES } from './evidence/derived.ts';
import { ELECTRONIC_RULES } from './evidence/electronic.ts';
import { EXAMINATION_RULES } from './evidence/examinations.ts';
import { FIXED_FILE_RULES } from './evidence/fixed-files.ts';
import { FIXITY_RULES } from './evidence/fixity.ts';
import { INTERVIEW_RULES } from './evidence/interviews.ts';
import { LATE_PAPER_RULES } from './evidence/late-papers.ts';
import { PERSONAL_RULES } from './evidence/personal-data.ts';
import { PRESERVATION_RULES } from './evidence/preservation.ts';
import { PROCEDURE_RULES } from './evidence/procedure.ts';
import { RECORD_WITNESS_RULES } from './evidence/record-witnesses.ts';
import { RECORDING_RULES } from './evidence/recordings.ts';
import { REFIXED_RULES } from './evidence/refixed-files.ts';
import { THING_RULES } from './evidence/things.ts';
import { TIME_RULES } from './evidence/times.ts';
import { UNSEEN_ROW_RULES } from './evidence/unseen-rows.ts';
import { FACT_RULES } from './fact-rules.ts';
import { HANDLING_RULES } from './handling-rules.ts';
import { IDENTITY_RULES } from './identity-rules.ts';
import { ITEM_RULES } from './item-rules.ts';
import { LEAD_RULES } from './lead-rules.ts';
import { LETTER_RULES } from './letter.ts';
import { LOCAL_BEHAVIOUR_RULES } from './local-behaviours.ts';
import { MATERIAL_RULES } from './material.ts';
import { OFFENCE_RULES } from './offences.ts';
import { OFFICE_OFFENCE_RULES } from './office-offences.ts';
import { PARTICIPANT_RULES } from './participants.ts';
import { PENALTY_RULES } from './penalty.ts';
import { PERSON_RULES } from './person-rules.ts';
import { PURPOSE_RULES } from './purpose.ts';
import { REAPPROVAL_RULES } from './reapproval.ts';
import { RECEIPT_RULES } from './receipt-rules.ts';
import { RECIPIENT_RULES } from './recipient.ts';
import { REFUSAL_RULES } from './refusal-rules.ts';
import { REPORT_RULES } from './report-words.ts';
import { REVIEW_RULES } from './review-rules.ts';
import type { Rule } from './rule.ts';
import { SECRECY_RULES } from './secrecy.ts';
import { SIGNING_RULES } from './signing.ts';
import { SUPERVISION_RULES } from './supervision-rules.ts';
import { SUSPICION_RULES } from './suspicion-rules.ts';
import { THRESHOLD_RULES } from './threshold-rules.ts';
import { URGENT_RULES } from './urgent-rules.ts';
import { AMOUNT_WITNESS_RULES } from './witness-rules.ts';

/** The subjects in the order of docs/reference/rules.md. */
const SUBJECTS = 'PMFARETDXWVBGCSLK';

const place = ({ id }: Rule): number => SUBJECTS.indexOf(id.charAt(0)) * 100 + Number(id.slice(2));

const ROWS: readonly Rule[] = [
  ...APPROVAL_RULES,
  ...RECIPIENT_RULES,
  ...SUPERVISION_RULES,
  ...PENALTY_RULES,
  ...REAPPROVAL_RULES,
  ...SIGNING_RULES,
  ...LEAD_RULES,
  ...REVIEW_RULES,
  ...SUSPICION_RULES,
  ...HANDLING_RULES,
  ...REFUSAL_RULES,
  ...URGENT_RULES,
  ...MATERIAL_RULES,
  ...FACT_RULES,
  ...BLANK_RULES,
  ...BEHAVIOUR_RULES,
  ...LOCAL_BEHAVIOUR_RULES,
  ...PURPOSE_RULES,
  ...RESALE_RULES,
  ...OFFENCE_RULES,
  ...OFFICE_OFFENCE_RULES,
  ...CIRCUMSTANCE_RULES,
  ...AMOUNT_RULES,
  ...AMOUNT_BASIS_RULES,
  ...THRESHOLD_RULES,
  ...AMOUNT_WITNESS_RULES,
  ...PROCEDURE_RULES,
  ...LATE_PAPER_RULES,
  ...PARTICIPANT_RULES,
  ...FIXED_FILE_RULES,
  ...REFIXED_RULES,
  ...FIXITY_RULES,
  ...ELECTRONIC_RULES,
  ...DERIVED_RULES,
  ...TIME_RULES,
  ...DATASET_RULES,
  ...UNSEEN_ROW_RULES,
  ...COPY_RULES,
  ...PRESERVATION_RULES,
  ...INTERVIEW_RULES,
  ...RECORDING_RULES,
  ...EXAMINATION_RULES,
  ...RECORD_WITNESS_RULES,
  ...THING_RULES,
  ...CUSTODY_RULES,
  ...CORRECTION_RULES,
  ...ITEM_RULES,
  ...LETTER_RULES,
  ...SECRECY_RULES,
  ...REPORT_RULES,
  ...PERSONAL_RULES,
  ...IDENTITY_RULES,
  ...PERSON_RULES,
  ...AGE_RULES,
  ...RECEIPT_RULES,
  ...CORRESPONDENCE_RULES,
  ...LETTER_COURSE_RULES,
  ...DEADLINE_RULES,
  ...AGREEMENT_RULES,
];

export const RULES: readonly Rule[] = [...ROWS].sort((a, b) => place(a) - place(b));

/** The rules that have something to look at in a dossier: what `verify` counts as run. */
export const DOSSIER_RULES: readonly Rule[] = RULES.filter((rule) => rule.check && !rule.beside);

/** So many digits of a digest tell two tables apart, and can be read out. */
const VERSION_DIGITS = 12;

/** Which table this is, whatever the version of the program: the first digits of the SHA-256 over the rows as `mbpack rules --json` prints them. */
export function rulesVersion(): string {
  return sha256Hex(JSON.stringify(printedRules(RULES))).slice(0, VERSION_DIGITS);
}

/** The version of mbpack since which a rule runs. */
export const sinceOf = ({ since }: Pick<Rule, 'since'>): string => since ?? FIRST_VERSION;

/** Rows as data: all but what runs. */
export function printedRules(rows: readonly Rule[]): readonly Omit<Rule, 'check'>[] {
  return rows.map(({ check: _, ...row }) => ({ ...row, since: sinceOf(row) }));
}

/** The rules of an id (`A-01`), or those that make a code (`AMOUNT_BY_FUND_DIFFERS`). */
export function rulesFor(idOrCode: string): readonly Rule[] {
  const wanted = idOrCode.toUpperCase();
  return RULES.filter((rule) => rule.id === wanted || rule.codes.some((code) => code === wanted));
}

/** Findings that another room makes (files on disk, schema) get the row that they belong to. */
export function underRule(f: Finding): Finding {
  if (f.rule) return f;
  const row = RULES.find((rule) => rule.codes.includes(f.code) && OWNED_ELSEWHERE.has(rule.id));
  return row ? ({ ...f, rule: row.id, basis: row.basis } as Finding) : f;
}

/** Rows whose codes come from where files are read. */
const OWNED_ELSEWHERE: ReadonlySet<string> = new Set(['M-01', 'M-07', 'M-08', 'M-09', 'M-10', 'P-08', 'S-01']);
