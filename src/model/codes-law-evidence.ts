/**
 * Codes of the law on evidence: E-02 to E-12, D, T, X, W, V, B, R, S-02. `evidence` and `records` list numbers, so that what
 * many items lack is said once and what was cured can be set apart (law/gather.ts).
 */

type Numbers = readonly string[];
/** The record that is spoken of, and the items that it proves. */
interface OfRecord {
  records: Numbers;
  evidence: Numbers;
}
interface OfEvidence {
  evidence: Numbers;
}

export interface LawEvidenceCodes {
  /** A defect of `records` that softened what a rule found, and one whose rule is not in the table. */
  DEFECT_CURED: OfEvidence & { rule: string; cure: string };
  DEFECT_RULE_UNKNOWN: { rule: string };
  /** `grave`: an error, which asks for a reason in 内卷 too. */
  DEFECT_NOT_LOWERED: OfEvidence & { rule: string; why: 'incurable' | 'grave' };
  DEFECT_TOUCHES_NOTHING: OfEvidence & { rule: string };
  DEFECT_DAY_WRONG: { on: string; than: 'before' | 'future'; limit: string };
  DEFECT_UNEXPLAINED: OfEvidence & { least: number };
  /** Of records of any kind: E-03, E-08, D-01, D-02, D-03, T-01, R-02 */
  RECORD_OFFICERS_TOO_FEW: OfRecord & { count: number; asked: number };
  SIGNATURE_MISSING: OfRecord & { who: string; signed: '拒绝签名' | '无法签名' | '待签名' };
  CREDENTIALS_NOT_SHOWN: OfRecord & { answer: '否' | '未填写' };
  /** E-02 */
  EXTRACTION_RECORD_MISSING: OfEvidence;
  EXTRACTION_GAP: OfRecord & { gaps: string };
  /** E-03, W-01 */
  WITNESS_MISSING: OfRecord & { lacks: string };
  WITNESS_DISQUALIFIED: OfRecord & { name: string; why: string };
  SIGNER_IS_OFFICER: OfRecord & { who: string; name: string };
  WITNESS_GAP: OfRecord & { name: string; gaps: string };
  /** E-04, E-05 */
  ORIGINAL_MEDIUM_GAP: OfRecord & { sealed: '已封存' | '未封存'; gaps: string };
  BACKUP_GAP: OfRecord & { gaps: string };
  /** E-06 */
  DATA_CATEGORY_MISSING: OfEvidence;
  FILE_FORMAT_MISSING: OfEvidence & { paths: Numbers };
  /** E-07 */
  COMPRESSION_NOT_DESCRIBED: OfEvidence & { paths: Numbers };
  COMPRESSION_DIGEST_MISSING: OfRecord;
  COMPRESSED_FILE_NOT_LISTED: OfRecord & { path: string };
  /** E-08 */
  DERIVATION_MISSING: OfEvidence;
  DERIVATION_GAP: OfRecord & { gaps: string };
  DERIVED_NOT_MARKED: OfRecord & { originality: string };
  DERIVED_FROM_ITSELF: OfRecord;
  DERIVATIONS_IN_CIRCLE: OfRecord;
  DERIVATION_TOTAL_DIFFERS: OfRecord & { sum: string; total: string; difference: string };
  DERIVATION_DIFFERS: OfRecord & { what: '原始行数' | '结果行数' | '合计'; recorded: string; found: string };
  /** E-09, E-10 */
  WEAK_DIGEST_DIFFERS: { evidenceNo: string; path: string; algorithm: string; recorded: string; found: string };
  WEAK_DIGEST_ONLY: OfEvidence & { paths: Numbers };
  /** E-13. `line`: the event that recorded the files (GONE, ELSEWHERE), by which they left (LEFT). `others`: what the list names in their item instead. */
  FIXED_FILE_GONE: OfEvidence & { paths: Numbers; line: number; others: Numbers };
  FIXED_FILE_ELSEWHERE: OfEvidence & { paths: Numbers; line: number; listed: string };
  FIXED_ITEM_TAKES_FILE: OfEvidence & { paths: Numbers };
  FIXED_FILE_LEFT: OfEvidence & { paths: Numbers; line: number; to: string };
  /**
   * E-14. Fixed at `line` with the content `recorded`, voided by `correction`, and now `others` with the content `found`, which counts since
   * line `counting`; 0 where no line has it. `samePath`: `paths` and `others` are the same. Digests are SHA-256, of the first of them.
   */
  FIXED_FILE_REPLACED: OfEvidence & {
    paths: Numbers;
    others: Numbers;
    line: number;
    correction: number;
    counting: number;
    samePath: boolean;
    recorded: string;
    found: string;
  };
  /** E-11 */
  EVIDENCE_BEFORE_MADE: OfEvidence & { made: string; collected: string };
  RECORD_TIMES_REVERSED: OfRecord & { startedAt: string; endedAt: string };
  COLLECTED_OUTSIDE_RECORD: OfRecord;
  OFFICER_IN_TWO_PLACES: OfRecord & { officer: string; firstPlace: string; secondPlace: string };
  /** E-12 */
  DATASET_FAULT: { evidenceNo: string; path: string; kind: string; cell: string; text: string; column: string };
  DATASET_ROWS_DIFFER: { evidenceNo: string; path: string; recorded: number; found: number };
  DATASET_SUM_DIFFERS: { evidenceNo: string; path: string; column: string; recorded: string; found: string; difference: string };
  /** `total`: with the last row; `sum`: without it. */
  DATASET_LAST_ROW_SUMS: { evidenceNo: string; path: string; cell: string; rows: number; total: string; sum: string };
  DATASET_FILE_NOT_LISTED: { evidenceNo: string; path: string };
  DATASET_PATH_TWICE: { evidenceNo: string; path: string };
  DATASET_TOTAL_DIFFERS: { evidenceNo: string; path: string; sum: string; total: string; difference: string };
  DATASET_PARTS_TOO_LARGE: OfEvidence & { sum: string; total: string; overlap: string };
  /** Sheets that facts or the amount rest on and nobody sums again; datasets none of which counts. */
  DATASET_NOT_REGISTERED: OfEvidence & { paths: Numbers };
  DATASETS_NOT_COUNTED: OfEvidence;
  DATASET_SHEET_HIDDEN: { evidenceNo: string; path: string; sheet: string; named: boolean };
  DATASET_SHEET_ASSUMED: { evidenceNo: string; path: string; sheet: string; others: number };
  DATASET_ROWS_HIDDEN: { evidenceNo: string; path: string; sheet: string; count: number; cell: string };
  DATASET_COLUMN_HIDDEN: { evidenceNo: string; path: string; sheet: string; column: string };
  DATASET_PARTS_DIFFER: OfEvidence & { sum: string; total: string; overlap: string; difference: string };
  /** D-01, D-02 */
  COPY_RECORD_MISSING: OfEvidence & { originality: string };
  COPY_NOT_VERIFIED: OfRecord & { gaps: string };
  ORIGINAL_LOCATION_MISSING: OfEvidence;
  /** D-03 … D-05 */
  PRESERVATION_RECORD_MISSING: OfEvidence & { items: Numbers; measure: string };
  PRESERVATION_GAP: OfRecord & { measure: string; gaps: string };
  PRESERVATION_NOT_APPROVED: OfRecord & { measure: string; gaps: string };
  PRESERVATION_APPROVED_LATE: OfRecord & { measure: string; startedAt: string; approvedAt: string };
  PRESERVATION_OVERDUE: OfRecord & { measure: string; due: string; disposedOn: string };
  PRESERVATION_SURELY_OVERDUE: OfRecord & { measure: string; days: number; disposedOn: string };
  DISPOSED_BEFORE_TAKEN: OfRecord & { measure: string; takenOn: string; disposedOn: string };
  SCENE_OF_ANOTHER_DAY: OfRecord & { measure: string; takenOn: string; scene: string; sceneOn: string };
  SEALING_EXTENSION_TOO_LONG: OfRecord & { extendedTo: string; due: string };
  CALENDAR_YEAR_MISSING: OfRecord & { year: number };
  /** T-01 … T-03 */
  INTERVIEW_RECORD_MISSING: OfEvidence;
  INTERVIEW_GAP: OfRecord & { gaps: string };
  INTERVIEW_NOT_ALONE: OfRecord & { name: string };
  MINOR_WITHOUT_GUARDIAN: OfRecord & { name: string; age: number };
  INTERVIEWS_OVERLAP: OfRecord & { officer: string };
  INTERVIEW_TOO_LONG: OfRecord & { name: string; hours: number };
  RECORDER_NOT_AN_OFFICER: OfRecord & { recorder: string };
  INTERVIEW_PAPER_SHARED: OfRecord & { paper: string; names: string; files: number };
  WORDS_CALLED_OTHERWISE: OfEvidence & { kind: string };
  CLASS_C_EVIDENCE: { count: number; evidence: Numbers };
  /** T-04 */
  SUSPECT_CALLED_WITNESS: OfRecord & { name: string };
  /** */
  EXAMINATION_RECORD_MISSING: OfEvidence;
  EXAMINATION_GAP: OfRecord & { gaps: string };
  SAMPLE_ORIGIN_UNPROVEN: OfRecord & { samples: Numbers };
  EXAMINATION_NOT_TOLD: OfRecord;
  REPORT_CALLED_OPINION: OfEvidence & { report: string };
  /** V-01, B-01 */
  AUDIOVISUAL_GAP: OfEvidence & { gaps: string };
  EXCERPT_WITHOUT_WHOLE: OfEvidence;
  TRANSCRIPT_MISSING: OfEvidence;
  THING_NOT_LISTED: OfEvidence;
  THING_WITHOUT_PICTURE: OfEvidence;
  /** */
  COLLECTION_NOT_PROVEN: OfEvidence;
  /** The kinds by their Chinese names. */
  RECORD_OF_ANOTHER_KIND: OfRecord & { kind: string; named: string; wanted: string };
  PAPER_OF_ANOTHER_KIND: OfRecord & { paper: string; title: string; wanted: string };
  RECORD_UNUSED: { records: Numbers };
  RECORDS_TO_SIGN: { records: Numbers };
  /** At verify: the dossier holds the print of the record alone. `kind`: its Chinese name. */
  RECORD_NOT_SIGNED: OfRecord & { kind: string };
  /** `marked`: it is printed as 补打. */
  RECORD_UNSIGNED_LATE: OfRecord & { kind: string; marked: boolean };
  PRINTED_ON_WRONG: OfRecord & { on: string; than: 'before' | 'future'; limit: string };
  SCENE_NOT_TOLD: OfRecord & { gaps: string };
  COLLECTORS_TOO_FEW: OfEvidence & { asked: number };
  /** `names`: who is among the collectors and made none of the records. */
  COLLECTORS_DIFFER: OfRecord & { names: string };
  /** somebody of another house. */
  PARTICIPANT_IS_OFFICER: { name: string };
  PARTICIPANT_GAP: { name: string; gaps: string };
  OFFICER_OF_FIRM: { name: string; unit: string };
  /** S-02 */
  PERSONAL_NUMBER_IN_NAME: OfEvidence & { what: '公民身份号码' | '电话号码'; where: '证据名称' | '文件名' };
  MEDICAL_INVENTORY: { medical: number; electronic: number };
}
