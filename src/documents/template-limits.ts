/** How far a template may go: beyond, it is a slip or an attack, and ends in a finding. */

/** Blocks in blocks, brackets in brackets, parts in parts, elements in elements. */
export const MAX_DEPTH = 24;
/** Parts put in place in one template. */
export const MAX_PARTS = 500;
/** Characters of a template with its parts: the longest form in use has a thirtieth. */
export const MAX_SOURCE = 256 * 1024;
/** Rounds of all `{{#each}}` of one document: a list of 20,000 rows with twenty files each needs half. */
export const MAX_STEPS = 1_000_000;
/** Characters of markup made for one document. */
export const MAX_MARKUP = 60_000_000;
/** Faults told of one template: each costs a search for its place. */
export const MAX_FAULTS = 100;
