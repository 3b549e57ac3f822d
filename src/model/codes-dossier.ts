/** Codes of the dossier room with the arguments of their sentences. ZIP_: the container; DOSSIER_: the bag in it; the rest: packing. */
import type { PathFault } from './path-rule.ts';

type None = Readonly<Record<string, never>>;
type EvidenceKind = 'folder' | 'link' | 'device';

/** What is given in place of a dossier. `disc`: its image; `zeros`: its beginning; `download`: by its name, not to the end yet. */
export type OtherFile =
  | 'rar'
  | 'sevenZip'
  | 'gz'
  | 'bz2'
  | 'xzip'
  | 'zst'
  | 'cabinet'
  | 'tarball'
  | 'disc'
  | 'pdf'
  | 'office97'
  | 'jpg'
  | 'png'
  | 'rtf'
  | 'link'
  | 'program'
  | 'html'
  | 'xml'
  | 'mail'
  | 'download'
  | 'zeros';
/**
 * What a file of signatures/ is instead of a signature or time-stamp. large: beyond the limit. pem: text around base64. encoding: not BER.
 * cut: ends before it is whole. trailing: bytes behind its end. deep: nested beyond any need. kind: another structure. attached: the
 * signed content is inside, so that it is none over tagmanifest-sha256.txt. unsigned: without a signer. structure: members missing, or
 * others. refused: the service gave no time-stamp.
 */
export type SignatureProblem =
  | 'empty'
  | 'large'
  | 'pem'
  | 'encoding'
  | 'cut'
  | 'trailing'
  | 'deep'
  | 'kind'
  | 'attached'
  | 'unsigned'
  | 'structure'
  | 'refused';

export interface DossierCodes {
  // Packing.
  ABORTED: None;
  EVIDENCE_CHANGED: { readonly file: string };
  BUILD_EVIDENCE_MISSING: { readonly file: string };
  BUILD_EVIDENCE_NOT_REGULAR: { readonly file: string; readonly kind: EvidenceKind };
  BUILD_EVIDENCE_UNREADABLE: { readonly file: string; readonly reason: string };
  BUILD_FILE_TOO_LARGE: { readonly path: string; readonly found: number; readonly limit: number };
  BUILD_PATH_REFUSED: { readonly path: string; readonly fault: PathFault };
  BUILD_PATHS_COLLIDE: { readonly path: string; readonly other: string };
  /** A digesting thread ended before its work: `reason` as the system says it, such as ERR_WORKER_OUT_OF_MEMORY. */
  BUILD_THREAD_DIED: { readonly reason: string };
  BUILD_TOO_MANY_FILES: { readonly found: number; readonly limit: number };
  TARGET_DISK_FULL: { readonly target: string };
  TARGET_EXISTS: { readonly target: string };
  TARGET_NOT_WRITABLE: { readonly target: string; readonly reason: string };
  /** The file that should be replaced is held open by another program (Windows). */
  TARGET_OPEN_ELSEWHERE: { readonly target: string };
  TARGET_TOO_LARGE: { readonly target: string };

  // Opening.
  DOSSIER_CHANGED_WHILE_READ: None;
  DOSSIER_MORE: { readonly code: string; readonly listed: number; readonly count: number };
  DOSSIER_NOT_FOUND: { readonly path: string };
  DOSSIER_READ_FAILED: { readonly offset: number; readonly reason: string };
  DOSSIER_TOO_MANY: { readonly found: number; readonly limit: number };
  DOSSIER_UNREADABLE: { readonly path: string; readonly reason: string };

  // The container.
  ZIP_ATTRIBUTES: { readonly found: number };
  ZIP_BACKSLASH: None;
  /** `limit`: what the dossier declares (Payload-Oxum), what this program inflates without a declaration, or so many times the size of the zip. */
  ZIP_BOMB: { readonly size: number; readonly limit: number; readonly by: 'declared' | 'undeclared' | 'ratio'; readonly times: number };
  ZIP_COMMENT: { readonly bytes: number };
  ZIP_COMPRESSED: None;
  ZIP_CRC: { readonly expected: string; readonly found: string };
  ZIP_DESCRIPTOR: None;
  ZIP_DESCRIPTOR_WRONG: None;
  ZIP_DIRECTORY_BROKEN: None;
  ZIP_DIRECTORY_PLACE: { readonly expected: number; readonly found: number };
  ZIP_EMPTY: None;
  ZIP_ENCRYPTED: None;
  ZIP_END_BROKEN: { readonly complete: number };
  ZIP_END_RECORD: { readonly field: string; readonly expected: number; readonly found: number };
  ZIP_ENTRY_COMMENT: { readonly bytes: number };
  ZIP_EXTRA: { readonly bytes: number };
  ZIP_EXTRA_BROKEN: None;
  ZIP_FLAGS: { readonly found: number };
  ZIP_FOLDER_ENTRY: None;
  ZIP_GAP: { readonly bytes: number };
  ZIP_HEADERS_DIFFER: { readonly field: string; readonly local: string; readonly central: string };
  /** The compressed content: broken, ends too early, is longer than declared, or has bytes behind its end. */
  ZIP_INFLATE: { readonly problem: 'code' | 'short' | 'long' | 'rest' };
  ZIP_LOCAL_BROKEN: None;
  /** `entries` that are compressed by a method (its number in the zip's own list) that nobody here can undo. */
  ZIP_METHOD: { readonly found: number; readonly entries: number };
  ZIP_MULTIDISK: None;
  ZIP_NAME_CODE_PAGE: None;
  ZIP_NAME_DECOMPOSED: None;
  /** `seems`: the name as GBK, where it is that. */
  ZIP_NAME_NOT_UTF8: { readonly seems: string };
  /** Names that are neither UTF-8 nor, in any code page that is known, those of the dossier's own list. */
  ZIP_NAMES_GARBLED: { readonly count: number; readonly examples: readonly string[] };
  ZIP_NOT_A_ZIP: { readonly looks: OtherFile | ''; readonly size: number };
  ZIP_NOT_REGULAR: { readonly kind: EvidenceKind };
  ZIP_NO_FOLDER: None;
  ZIP_NO_ENTRIES: None;
  ZIP_ORDER: { readonly after: string };
  ZIP_OVERLAP: { readonly bytes: number };
  /** `zeros`: all of them. */
  ZIP_PREPENDED: { readonly bytes: number; readonly zeros: boolean };
  ZIP_RATIO: { readonly packed: number; readonly size: number; readonly limit: number };
  ZIP_REPACKED: { readonly signs: readonly string[] };
  ZIP_SIZES: { readonly packed: number; readonly size: number };
  ZIP_TIME: None;
  /** `zeros`: all of them. */
  ZIP_TRAILING: { readonly bytes: number; readonly zeros: boolean };
  /** `zeros`: bytes at the end that are nothing else. */
  ZIP_TRUNCATED: { readonly size: number; readonly complete: number; readonly last: string; readonly zeros: number };
  ZIP_TWO_ENDS: None;
  /** One part of a split archive. `volume`: the end of its name that says so, or empty; `volumes`: how many there are, where it says. */
  ZIP_VOLUME: { readonly volume: string; readonly volumes?: number };
  ZIP_VERSION: { readonly field: string; readonly found: number };
  ZIP64_END: { readonly field: string };
  ZIP64_FIELD: None;
  ZIP64_NEEDLESS: { readonly where: 'entry' | 'end' };

  // Names.
  DOSSIER_BAG_NAME: { readonly expected: string; readonly found: string };
  DOSSIER_EMPTY_FOLDER: { readonly folder: string };
  DOSSIER_FILE_AND_FOLDER: { readonly name: string; readonly folder: string };
  DOSSIER_NAME: { readonly fault: PathFault; readonly name: string };
  DOSSIER_NAMES_COLLIDE: { readonly name: string; readonly other: string };
  DOSSIER_NAMES_DECOMPOSED: { readonly count: number };
  /** Names that were read in a wrong encoding on the way, of files whose content is as listed: what they are called here → as listed. */
  DOSSIER_NAMES_GARBLED: { readonly count: number; readonly examples: readonly string[] };
  DOSSIER_NAMES_FOLDED: { readonly found: string; readonly expected: string };
  DOSSIER_NAME_TWICE: { readonly name: string };
  DOSSIER_NOT_REGULAR: { readonly path: string; readonly kind: EvidenceKind };
  /** Folders within folders, deeper than any dossier has them. */
  DOSSIER_TOO_DEEP: { readonly path: string; readonly limit: number };
  DOSSIER_TOP_FOLDER: { readonly name: string; readonly folder: string };

  // The bag.
  /** `version`: of BagIt, where the text is right but for that. */
  DOSSIER_BAGIT_TEXT: { readonly version?: string };
  DOSSIER_FILE_CHANGED: {
    readonly path: string;
    readonly manifest: string;
    readonly algorithm: 'sha256' | 'sm3';
    readonly expected: string;
    readonly found: string;
    /** Another file of the manifest, of which this is the content: the two were swapped, or one was put in place of the other. */
    readonly contentOf?: string;
  };
  /** `renamedTo`: a file that nothing lists has its content. */
  DOSSIER_FILE_MISSING: { readonly path: string; readonly sha256?: string; readonly renamedTo?: string };
  DOSSIER_FILE_STRAY: { readonly path: string };
  /** `manifests` that should list it; empty when the format has no place for it. */
  DOSSIER_FILE_UNLISTED: {
    readonly path: string;
    readonly manifests: readonly string[];
    readonly sha256?: string;
    readonly renamedFrom?: string;
  };
  DOSSIER_FORMAT_NEWER: { readonly found: string; readonly known: string };
  DOSSIER_FORMAT_UNKNOWN: { readonly found: string; readonly known: string };
  DOSSIER_INFO_LINE: { readonly line: number };
  DOSSIER_INFO_MISSING: { readonly label: string };
  DOSSIER_INFO_TWICE: { readonly label: string };
  DOSSIER_MANIFEST_LINE: { readonly manifest: string; readonly line: number };
  DOSSIER_MANIFEST_ORDER: { readonly manifest: string; readonly line: number; readonly path: string };
  DOSSIER_MANIFEST_TWICE: { readonly manifest: string; readonly line: number; readonly path: string };
  /**
   * The rules were not asked. `format`: the dossier's own, where it is newer than `known`; `members` that are not known, and so many more;
   * `software` made it by its own word, `version` is this program's, and `later` the dossier's than that.
   */
  DOSSIER_NEWER: {
    readonly format?: string;
    readonly known: string;
    readonly members: readonly string[];
    readonly more: number;
    readonly software: string;
    readonly version: string;
    readonly later: boolean;
  };
  DOSSIER_OXUM: { readonly expected: string; readonly found: string };
  DOSSIER_TEXT_ENCODING: { readonly path: string };
  DOSSIER_TEXT_TOO_LARGE: { readonly path: string; readonly found: number; readonly limit: number };

  // data/index.json.
  DOSSIER_INDEX_DIFFERS: { readonly path: string; readonly field: string; readonly expected: string; readonly found: string };
  DOSSIER_INDEX_LACKS: { readonly path: string };
  DOSSIER_INDEX_ORDER: { readonly path: string };
  DOSSIER_INDEX_SHAPE: { readonly pointer: string };
  DOSSIER_INDEX_TWICE: { readonly path: string };
  DOSSIER_INDEX_UNKNOWN: { readonly path: string };
  DOSSIER_INDEX_UNREADABLE: None;

  // data/custody/custody.jsonl.
  DOSSIER_CUSTODY_DIGEST: {
    readonly path: string;
    readonly seq: number;
    readonly action: string;
    readonly algorithm: 'sha256' | 'sm3';
    readonly expected: string;
    readonly found: string;
  };
  DOSSIER_CUSTODY_LINE: { readonly line: number };
  DOSSIER_CUSTODY_LINK: { readonly line: number; readonly expected: string; readonly found: string };
  DOSSIER_CUSTODY_MISSING: None;
  DOSSIER_CUSTODY_NO_PACK: { readonly action: string };
  DOSSIER_CUSTODY_SEQ: { readonly line: number; readonly found: number };
  DOSSIER_CUSTODY_SHAPE: { readonly line: number; readonly member: string };
  DOSSIER_CUSTODY_TIME: { readonly line: number; readonly at: string };
  DOSSIER_CUSTODY_UNKNOWN: { readonly path: string; readonly seq: number; readonly action: string };
  DOSSIER_CUSTODY_UNPACKED: { readonly path: string };

  // Fingerprint and signatures.
  DOSSIER_EXPECT_MALFORMED: { readonly given: string; readonly digits: number };
  /** A head of the custody log from paper that is the digest of no line. */
  DOSSIER_CUSTODY_HEAD_DIFFERS: { readonly expected: string; readonly lines: number };
  /** What was given as a head is another value of the same paper: nothing was looked up. */
  DOSSIER_CUSTODY_HEAD_OTHER_VALUE: { readonly value: 'fingerprint' | 'zip' };
  /** What was given is another value that stands on paper: no fingerprint was compared. A head of the custody log agrees with `line` of `lines`. */
  DOSSIER_EXPECT_OTHER_VALUE: { readonly value: 'zip' | 'custodyHead'; readonly line?: number; readonly lines?: number };
  DOSSIER_FINGERPRINT_DIFFERS: { readonly expected: string; readonly found: string };
  /** A file of signatures/ that is no signature or time-stamp. `found`: what it is or says instead, where that can be told: an object identifier, a status, bytes. */
  SIGNATURE_FILE_INVALID: {
    readonly path: string;
    readonly problem: SignatureProblem;
    readonly found: string;
  };
  /** Numbers run 01, 02 …: `expected` is the first that is not there. */
  SIGNATURE_FILE_NUMBER: { readonly path: string; readonly expected: string };
  SIGNATURE_FILES_TOO_MANY: { readonly found: number; readonly limit: number };
  SIGNATURE_NOT_CHECKED: { readonly path: string };
  /** A time-stamp without the signature that it is over. */
  SIGNATURE_TIMESTAMP_ALONE: { readonly path: string; readonly signature: string };
  UNSIGNED: None;
}
