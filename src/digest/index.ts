/** Digests of many files at once, over all cores. Knows neither case nor dossier. */
export { type DigestOptions, type DigestSource, digestEach, digestFiles } from './digest-files.ts';
