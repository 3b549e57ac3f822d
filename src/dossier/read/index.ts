export { bagName, CASE_DATA, CUSTODY_LOG, DOCUMENTS, EVIDENCE, type FileDigest, FORMAT_VERSION, INDEX, NOTE } from '../format/index.ts';
export { type BagCheck, type CheckOptions, checkBag } from './check-bag.ts';
export type { Custody } from './custody.ts';
export { openDossier } from './open.ts';
export type { Entry, Opened } from './opened.ts';
