/** Codes of the chain of custody: C-03 on, and of what appends to it. */

export type CustodyCodes = Record<never, never>;
