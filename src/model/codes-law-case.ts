/** Codes of the law on the case: F, A, G, P-11 on, C-01, C-02, deadlines, thresholds. */

export type LawCaseCodes = Record<never, never>;
