/** The reading half on a machine with a disk. What it reads, and what it makes of it, is in dossier/read. */
export {
  type BagCheck,
  bagName,
  CASE_DATA,
  type CheckOptions,
  CUSTODY_LOG,
  type Custody,
  DOCUMENTS,
  type Entry,
  EVIDENCE,
  type FileDigest,
  FORMAT_VERSION,
  INDEX,
  NOTE,
  type Opened,
} from '../read/index.ts';
export { checkBag, nodePlatform } from './check.ts';
export { openDossier } from './open.ts';
