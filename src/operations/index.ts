export { initCase } from '../case/index.ts';
export type { Answers, Qualities, Quality } from './answers.ts';
export { type BuildOptions, type BuildResult, type Built, buildDossier } from './build.ts';
export { checkFolder } from './check.ts';
export { buildDrafts, type DraftOptions, type DraftResult, type OneOptions, renderOne } from './drafts.ts';
export { blocks, type CaseOptions, type OpenedCase, type Phase } from './open-case.ts';
export { type VerifyOptions, type VerifyResult, verifyDossier } from './verify.ts';
