export {
  bagLabels,
  bagName,
  CASE_DATA,
  CUSTODY_LOG,
  DOCUMENTS,
  EVIDENCE,
  type FileDigest,
  type Files,
  FORMAT_VERSION,
  formatOf,
  INDEX,
  type Software,
} from '../format/index.ts';
export { targetFault } from './faults.ts';
export { digestFile, type Measured, measureEvidence, readEvidence } from './measure.ts';
export type { PackPlan, WrittenContent, WrittenDossier } from './plan.ts';
export { openTarget, refuseDevice, standsThere, type Target } from './target.ts';
export { indexPieces } from './text.ts';
export { prepareFile, writeFileSafely } from './whole-file.ts';
export { writeDossier } from './write-dossier.ts';
