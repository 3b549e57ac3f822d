/** Codes of the operations, which compose the rooms. */
export interface OperationCodes {
  /** What was written does not read back: disk, memory or a bug. `code`: what the verifier found first. */
  READ_BACK_FAILED: { readonly code: string };
  /** An evidence file of the dossier that no item of the evidence list names, or the other way round. */
  LISTED_EVIDENCE_ABSENT: { readonly evidenceNo: string; readonly path: string };
  PACKED_EVIDENCE_UNLISTED: { readonly path: string };
  /** A rendered document whose bytes and text differ from what an installed pack makes of the same data. */
  DOCUMENT_DIFFERS: { readonly document: string; readonly missing: string; readonly extra: string };
  DOCUMENT_NOT_EXPECTED: { readonly path: string };
  DOCUMENT_ABSENT: { readonly document: string; readonly path: string };
  DOCUMENT_UNREADABLE: { readonly document: string };
  DOCUMENTS_NOT_COMPARED: { readonly reason: 'pack' | 'engine' | 'fault'; readonly recorded: string; readonly installed: string };
  /** The index names the case otherwise than its data. */
  INDEX_CONTRADICTS_CASE: { readonly field: string; readonly index: string; readonly data: string };
}
