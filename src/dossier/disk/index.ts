/** The reading half on a machine with a disk. What it reads, and what it makes of it, is in dossier/read. */
export {
  type AnyBagCheck,
  type BagCheck,
  bagName,
  CASE_DATA,
  type CheckOptions,
  type ContainerForm,
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
export { checkAnyBag, checkBag, nodePlatform } from './check.ts';
export { type DiskOpened, openBag, openDossier } from './open.ts';
export { digestWhole } from './whole.ts';
