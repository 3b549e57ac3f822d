export {
  bagLabels,
  bagName,
  CASE_DATA,
  CUSTODY_LOG,
  DOCUMENTS,
  EVIDENCE,
  type FileDigest,
  FORMAT_VERSION,
  INDEX,
  type Software,
} from '../format/index.ts';
export { type Measured, measureEvidence, readEvidence } from './measure.ts';
export type { PackPlan, WrittenDossier } from './plan.ts';
export type { Target } from './target.ts';
export { prepareFile, writeFileSafely } from './whole-file.ts';
export { writeDossier } from './write-dossier.ts';
