/** Digests of many files, or of many stretches of one, over all cores. Knows neither case nor dossier. */
export { type DigestOptions, type DigestSource, digestAny, digestEach, digestFiles } from './digest-files.ts';
export { digestStretches, type Stretches, type StretchOptions } from './digest-stretches.ts';
export type { Algorithm, DigestSet, Gap, Problem } from './task.ts';
