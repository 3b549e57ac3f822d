/** Codes of the law on evidence: E-02 to E-12, D, T, X, W, S-02. */

export type LawEvidenceCodes = Record<never, never>;
