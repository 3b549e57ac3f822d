/** Codes of the document room with the arguments of their sentences. */
export interface DocumentCodes {}
