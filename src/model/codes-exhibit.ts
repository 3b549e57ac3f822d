/** Codes of what evidence files tell of themselves. */

export type ExhibitCodes = Record<never, never>;
