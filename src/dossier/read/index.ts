/**
 * The reading half of the dossier: containers, bags and what they hold. It knows bytes by offset (`ByteSource`), digests by name (`Hashing`)
 * and how to let the loop turn (`Platform`), all given from outside, and nothing of disks, processes or Node: the same code runs in a worker
 * of a browser. Node's side is dossier/disk.
 */
export {
  BAG_INFO,
  BAGIT,
  bagLabels,
  bagName,
  CASE_DATA,
  CUSTODY_LOG,
  DOCUMENTS,
  EVIDENCE,
  type FileDigest,
  FORMAT_VERSION,
  INDEX,
  MANIFEST,
  MAX_DEPTH,
  MAX_ENTRIES,
  NEWEST_KNOWN,
  NOTE,
  PAYLOAD,
  type Software,
  TAG_MANIFEST,
} from '../format/index.ts';
export { type AnyBagCheck, checkAnyBag } from './bagit/check.ts';
export { type BagCheck, type CheckOptions, checkBag } from './check-bag.ts';
export { type Collector, collector } from './collector.ts';
export type { Custody, EventHead } from './custody.ts';
export type { CustodyHeads } from './custody-heads.ts';
export type { DigestSet, Hashing, HashName, RareHash, Running } from './hashing.ts';
export { type LooseFiles, type OpenLoose, openLoose } from './loose.ts';
export type { NameRule } from './names.ts';
export { isBagRoot, isDamaged, isOfBag, meantBy } from './no-bag.ts';
export type { ContainerForm, Entry, Opened, OpenedFolder, OpenedZip, OpenFile, ZipEntry } from './opened.ts';
export type { Pace } from './pace.ts';
export { type CustodyHeadCheck, type OtherValue, type OwnValues, otherValue } from './paper-values.ts';
export type { ContentPass, Passed, Platform, Told, Wanted } from './platform.ts';
export { sequentialPass } from './scan.ts';
export { type ByteSource, type Reader, ReadStopped } from './source.ts';
export type { Unknown } from './unknown.ts';
export { openZip } from './zip.ts';
