/** Codes of the dossier room with the arguments of their sentences. */
export interface DossierCodes {}
