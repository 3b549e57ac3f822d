/** Codes of the law on the case: F, A, G, P-08, P-11 on, C-01, C-02, deadlines, thresholds. Lists of numbers are joined by 、. */

interface ThresholdStanding {
  amount: string;
  level: 'above' | 'within' | 'near' | 'below' | 'noFigure';
  tier: string;
}

export interface LawCaseCodes {
  /** P-08 */
  SUPERVISION_SOLE_BASIS: { recipient: string };
  SUPERVISION_LEAKED: Record<never, never>;
  SUPERVISION_TEXT_REPEATED: Record<never, never>;
  /** Someone who stands only in the letter. */
  SUPERVISION_PERSON_NAMED: Record<never, never>;
  SUPERVISION_WORDS: { word: string };
  /** S-01: 内卷 copied out, under the title of its field. */
  INTERNAL_TEXT_PACKED: { field: string };
  INTERNAL_NUMBER_PACKED: Record<never, never>;
  /** S-04 */
  REPORT_TOLD: { word: string };
  /** P-11 */
  APPROVED_CHANGED: { element: string; approved: string; now: string };
  APPROVED_DIGEST_DIFFERS: { approved: string; now: string };
  /** P-12 */
  URGENT_NOT_NOTIFIED: { type: string };
  /** The letter of the correspondence form tells of it, the case does not say so yet; `at` in words, or empty. */
  URGENT_NOTICE_NOT_ENTERED: { type: string; at: string };
  URGENT_NOTICE_WITHOUT_RISK: { type: string };
  /** P-13 */
  OTHER_OFFENCES_NOT_ASKED: Record<never, never>;
  OTHER_OFFENCE_FOR_SUPERVISION: Record<never, never>;
  LISTING_NUMBER_MISSING: { by: string };
  LISTING_ASKED: { amount: string; crime: string };
  REFERRAL_ASKED: { department: string; facts: string };
  /** F-01, F-04 */
  FACT_WITHOUT_EVIDENCE: { fact: string };
  FACT_ON_WORDS_ALONE: { fact: string; count: number };
  FACT_ON_ONE_ITEM: { fact: string; evidenceNo: string };
  FACT_FIELD_MISSING: { fact: string; field: string };
  /** F-19: names of the blanks that are left. */
  BLANK_LEFT: { names: readonly string[]; count: number };
  /** F-02 */
  ADMIN_LAW_NOT_CITED: { document: string; facts: string };
  ADMIN_LAW_OF_ANOTHER_TIME: { document: string; since: string };
  /** F-12: `asked` national codes joined by 、. */
  LOCAL_BEHAVIOUR_UNKNOWN: { behaviour: string; pack: string; near: string };
  LOCAL_BEHAVIOUR_ELSEWHERE: { fact: string; behaviour: string; asked: string };
  /** F-03, F-08 */
  INTENT_EVIDENCE_MISSING: { facts: string };
  INTENT_EVIDENCE_NOT_OF_FACT: { fact: string };
  PURPOSE_SITUATION_EARLY: { fact: string; from: string; since: string };
  /** F-05 */
  KNOWLEDGE_MISSING: { fact: string };
  KNOWLEDGE_GROUND_MISSING: { fact: string };
  KNOWLEDGE_GROUND_VAGUE: { fact: string };
  KNOWLEDGE_EVIDENCE_MISSING: { fact: string };
  KNOWLEDGE_PRIORS_MISSING: { fact: string };
  REBUTTAL_NOT_CHECKED: { fact: string; rebuttal: string };
  DRUG_TRACE_MISSING: { itemNo: string; name: string };
  /** F-06, F-07 */
  FAMILY_ACCOUNT_LAWFUL: { fact: string };
  FAMILY_ACCOUNT_OPEN: { fact: string };
  CRIME_WITHOUT_FACT: { crime: string };
  HEAVIER_OFFENCE_NOT_WEIGHED: { facts: string };
  /** F-11: people joined by 、, and what their offence is. */
  OFFENCE_NOT_OF_OFFICIAL: { name: string; crime: string; right: string };
  OFFICE_OFFENCE_WITHOUT_OFFICIAL: { crime: string };
  /** */
  FUND_LOSS_IS_GROSS: { total: string };
  FUND_LOSS_ABOVE_FUND_SHARE: { total: string; gross: string; self: string; share: string };
  /** */
  AMOUNT_FOUNDATION_MISSING: { field: string };
  AMOUNT_METHOD_UNEXPLAINED: { method: string };
  AMOUNT_REPORT_MISSING: { method: string; report: string };
  /** `asked` the region that the case names, `region` that of the row; `figures` the row in words. */
  THRESHOLD_COMPARED: ThresholdStanding & {
    crime: string;
    persons: readonly (ThresholdStanding & { name: string })[];
    region: string;
    asked: string;
    figures: string;
    source: string;
    certainty: string;
    conflict: string;
    factors: string;
  };
  THRESHOLD_UNKNOWN: { crime: string; region: string };
  /** */
  PERSONAL_ACCOUNT_NOT_SEPARATED: { facts: string; amount: string; separated: string };
  PERSONAL_ACCOUNT_NOT_EXPLAINED: { amount: string };
  /** */
  WITNESSES_MISCOUNTED: { total: number; heard: number };
  WITNESSES_NONE_HEARD: { total: number };
  WITNESS_REASON_MISSING: { total: number; heard: number };
  WITNESS_SUPPORT_MISSING: { total: number; heard: number; lacking: 'statements' | 'other' };
  SUPPORT_EMPTY: { type: string };
  SUPPORT_KIND_DIFFERS: { type: string; evidenceNo: string; kind: string };
  /** */
  CERTIFIED_OPINION_MISSING: Record<never, never>;
  /** G-02 … G-04 */
  ITEM_ASPECTS_MISSING: { itemNo: string; name: string; fields: string };
  ITEM_KEPT_INCOMPLETE: { itemNo: string; name: string; fields: string };
  OUTSTANDING_DIFFERS: { outstanding: string; expected: string; total: string; recovered: string };
  OUTSTANDING_MISSING: { expected: string };
  /** C-01 */
  RECEIPT_FIELD_MISSING: { field: string };
  RECEIPT_NOT_SIGNED: Record<never, never>;
  /** C-06 */
  CORRECTION_ITEM_OPEN: { description: string };
  HANDOVER_ITEM_TWICE: { itemNo: string };
  HANDOVER_ITEM_MISSING: { items: string };
  CORRESPONDENCE_TIME_DIFFERS: { field: string; here: string; receipt: string };
  /** C-07 */
  LETTER_RECIPIENT_WRONG: { letter: string; recipient: string; wanted: string };
  LETTER_DATE_ORDER: { earlier: string; earlierDate: string; later: string; laterDate: string };
  /** C-02: `period` is the D number; `due`, `rolled` (刑事诉讼法 art. 105) and `done` are dates in words. */
  DEADLINE_MISSED: { period: string; duty: string; who: string; due: string };
  DEADLINE_LATE: { period: string; duty: string; who: string; due: string; done: string };
  DEADLINE_RUNNING: { period: string; duty: string; who: string; due: string; rolled?: string; minutes: number };
  DEADLINE_CLOSED: { period: string; duty: string; who: string; due: string; rolled?: string };
  DEADLINE_NOT_COMPUTED: { period: string; duty: string; who: string; year: number };
  /** A reason in `internal` for a rule on evidence, with nothing for the police to read. */
  REASON_NEEDS_STATEMENT: { rule: string };
}
