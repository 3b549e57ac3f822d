/** What another program may call: check, build and verify, and the findings they give. */
export { type Language, sentenceOf } from './messages/index.ts';
export { type Case, type DossierIndex, Fault, type Finding, type Severity, sortFindings } from './model/index.ts';
export {
  type Answers,
  type BuildOptions,
  type BuildResult,
  buildDossier,
  buildDrafts,
  type CaseOptions,
  checkFolder,
  initCase,
  renderOne,
  type VerifyOptions,
  type VerifyResult,
  verifyDossier,
} from './operations/index.ts';
