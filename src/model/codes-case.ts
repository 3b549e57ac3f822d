/** Codes of the case room with the arguments of their sentences. */
export interface CaseCodes {}
