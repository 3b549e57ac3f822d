/** Codes of the law room with the arguments of their sentences. */

export interface LawCodes {
  /** P-01 */
  TASK_FORCE_TOO_SMALL: { count: number; asked: number };
  OFFICER_CERT_REPEATED: { certNo: string; names: string };
  /** P-02 */
  APPROVER_MISSING: Record<never, never>;
  /** P-03 */
  APPROVAL_LATE: { receivedAt: string; decidedAt: string; due: string };
  /** P-04 */
  TRANSFER_LATE: { decidedAt: string; transferredAt: string; due: string };
  TRANSFER_OVERDUE: { decidedAt: string; due: string };
  TRANSFER_DUE: { due: string; hours: number };
  /** P-05 */
  APPROVAL_MISSING: Record<never, never>;
  APPROVAL_TIME_MISSING: { field: string };
  APPROVAL_STILL_TO_COME: { decidedAt: string };
  APPROVAL_REFUSED: Record<never, never>;
  REFUSAL_REASON_MISSING: Record<never, never>;
  /** P-06 */
  RECIPIENT_NOT_POLICE: { name: string; type: string };
  RECIPIENT_LEVEL_DIFFERS: { sender: string; senderLevel: string; recipient: string; recipientLevel: string };
  /** P-07 */
  PROCURATORATE_NOT_COPIED: Record<never, never>;
  PROCURATORATE_LETTER_ELSEWHERE: { recipient: string };
  /** P-08 */
  SUPERVISORY_REFERRAL_NEEDED: { name: string };
  SUPERVISORY_BEHAVIOUR: { fact: string; behaviour: string };
  OFFICE_FACTS_OPEN: { name: string };
  /** P-09 */
  PENALTY_DECISION_NOT_ATTACHED: { docNo: string };
  PENALTY_EVIDENCE_NOT_A_DECISION: { evidenceNo: string; docType: string };
  PENALTY_EXECUTION_MISSING: { docNo: string };
  /** P-10 */
  FINE_BEFORE_TRANSFER: { docNo: string; fine: string };
  /** M-03, M-04 */
  QUALIFICATION_MISSING: { evidenceNo: string; title: string };
  REPORT_NOT_EXPLAINED: Record<never, never>;
  /** M-05, M-06 */
  LEAD_OFFICER_MISSING: Record<never, never>;
  LEAD_OFFICER_PHONE_MISSING: { name: string };
  SIGNED_SCAN_MISSING: { document: string };
  SUSPECT_MISSING: Record<never, never>;
  /** M-07 */
  EVIDENCE_PAGES_DIFFER: { evidenceNo: string; pages: number; sum: number };
  /** F-02 */
  BEHAVIOUR_UNKNOWN: { behaviour: string; near: string };
  BEHAVIOUR_NOT_IN_FORCE: { fact: string; from: string; since: string; document: string };
  BEHAVIOUR_SPANS_RULES: { fact: string; from: string; to: string; since: string; document: string };
  BEHAVIOUR_UNVERIFIED: { behaviour: string };
  /** */
  AMOUNT_BY_FUND_DIFFERS: { total: string; sum: string; difference: string };
  AMOUNT_BY_FACT_DIFFERS: { total: string; sum: string; difference: string };
  AMOUNT_BY_YEAR_DIFFERS: { total: string; sum: string; difference: string };
  AMOUNT_OVERLAP_TOO_LARGE: { fact: string; amount: string; overlap: string };
  AMOUNT_PART_TOO_LARGE: { part: string; amount: string; total: string };
  /** G-01 */
  ITEM_FIELD_MISSING: { itemNo: string; name: string; field: string };
  ITEM_QUANTITY_ZERO: { itemNo: string; name: string };
  /** L-01 */
  DOC_NO_PATTERN: { docNo: string; fault: 'brackets' | 'ordinal' | 'padding' | 'other' };
  /** S-01 */
  /** `rounded`: what was found is as much of the number as a spreadsheet left (1.39E+10). */
  INFORMANT_NUMBER_LEAKED: { field: string; rounded?: true };
  INFORMANT_NAMED: Record<never, never>;
  INFORMANT_NAME_OCCURS: Record<never, never>;
  /** S-03 */
  ID_NUMBER_BAD: { name: string; idNo: string };
  ID_NUMBER_CONTRADICTS: { name: string; field: string; written: string; inside: string };
  CREDIT_CODE_BAD: { name: string; uscc: string };
  /** E-01, E-09 */
  COLLECT_DIGEST_MISSING: { evidenceNo: string; path: string; count: number };
  COLLECT_DIGEST_DIFFERS: {
    evidenceNo: string;
    path: string;
    algorithm: string;
    recorded: string;
    found: string;
    record: string;
    /** The file whose recorded digest the content has. */
    contentOf?: string;
  };
  /** K rows: agreement between the forms */
  NAME_NEARLY_THE_SAME: { found: string; known: string; difference: string };
  PERSON_CONTRADICTS: { idNo: string; names: string };
  /** K-06: `names`, `numbers` joined by 、. */
  CERT_NO_TWO_NAMES: { certNo: string; names: string };
  PERSON_TWO_NUMBERS: { name: string; numbers: string };
  LEGAL_REPRESENTATIVE_DIFFERS: { party: string; representative: string; names: string };
  INTERVIEWEE_DIFFERS: { recordNo: string; name: string; evidenceNo: string; title: string };
  NAME_SPACED: { name: string; plain: string };
  /** K-07 */
  AGENCY_NOT_IN_CASE: { found: string; known: string };
  /** K-08 */
  ROW_REFERENCE: { text: string };
  NAME_NOT_MENTIONED: { name: string; document: string };
  AMOUNT_NOT_IN_CASE: { found: string; total: string };
  AMOUNT_CAPITALS_DIFFER: { figures: string; capitals: string; expected: string };
  AMOUNT_NOT_MENTIONED: { total: string; document: string };
  COUNT_DIFFERS: { what: string; found: number; counted: number };
  PERIOD_REVERSED: { what: string; from: string; to: string };
  PERIOD_OUTSIDE: { what: string; from: string; to: string; caseFrom: string; caseTo: string };
  DATE_ORDER: { earlier: string; earlierDate: string; later: string; laterDate: string };
  DATE_IN_FUTURE: { what: string; date: string };
  ARTICLE_NOT_OF_CRIME: { crime: string; article: string; asked: string };
  ARTICLE_NOT_CITED: { crime: string; article: string };
  CRIME_NOT_OF_BEHAVIOUR: { fact: string; behaviour: string; crime: string };
  LEGAL_BASIS_MISSING: { document: string; article: string };
  /** K-09: articles of 条例 in one spelling; numbers of facts joined by 、. */
  ADMIN_ARTICLE_WRONG: { facts: string; article: string; asked: string };
  ADMIN_ARTICLE_MISSING: { facts: string; asked: string };
  /** K-10 */
  LETTER_ARTICLE_DIFFERS: { document: string; article: string; asked: string };
  LETTER_ARTICLE_MISSING: { document: string; article: string };
  /** K-11: the 文号 that stands within a title. */
  DOC_NO_IN_TITLE: { docNo: string };
  /** A reason in `internal` for a rule that does not exist or did not fire. */
  REASON_FOR_UNKNOWN_RULE: { rule: string };
  REASON_NOT_LIFTABLE: { rule: string };
}
