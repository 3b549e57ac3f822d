/** Codes of `collect`. */

export type CollectCodes = Record<never, never>;
