/** Codes of the dossier room with the arguments of their sentences. ZIP_: the container; DOSSIER_: the bag in it; the rest: packing. */
import type { PathFault } from './path-rule.ts';

type None = Readonly<Record<string, never>>;
type EvidenceKind = 'folder' | 'link' | 'device';

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
  /** `declared`: by Payload-Oxum; otherwise the limit of the format. */
  ZIP_BOMB: { readonly size: number; readonly limit: number; readonly declared: boolean };
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
  ZIP_METHOD: { readonly found: number };
  ZIP_MULTIDISK: None;
  ZIP_NAME_CODE_PAGE: None;
  ZIP_NAME_DECOMPOSED: None;
  ZIP_NAME_NOT_UTF8: None;
  ZIP_NOT_A_ZIP: { readonly looks: string; readonly size: number };
  ZIP_NOT_REGULAR: { readonly kind: EvidenceKind };
  ZIP_NO_FOLDER: None;
  ZIP_NO_ENTRIES: None;
  ZIP_ORDER: { readonly after: string };
  ZIP_OVERLAP: { readonly bytes: number };
  ZIP_PREPENDED: { readonly bytes: number };
  ZIP_RATIO: { readonly packed: number; readonly size: number; readonly limit: number };
  ZIP_REPACKED: { readonly signs: readonly string[] };
  ZIP_SIZES: { readonly packed: number; readonly size: number };
  ZIP_TIME: None;
  ZIP_TRAILING: { readonly bytes: number };
  ZIP_TRUNCATED: { readonly size: number; readonly complete: number; readonly last: string };
  ZIP_TWO_ENDS: None;
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
  DOSSIER_NAMES_FOLDED: { readonly found: string; readonly expected: string };
  DOSSIER_NAME_TWICE: { readonly name: string };
  DOSSIER_NOT_REGULAR: { readonly path: string; readonly kind: EvidenceKind };
  DOSSIER_TOP_FOLDER: { readonly name: string; readonly folder: string };

  // The bag.
  DOSSIER_BAGIT_TEXT: None;
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
  /** What was given is another value that stands on the same paper: nothing was compared. */
  DOSSIER_EXPECT_OTHER_VALUE: { readonly value: 'zip' | 'custodyHead' };
  DOSSIER_FINGERPRINT_DIFFERS: { readonly expected: string; readonly found: string };
  SIGNATURE_NOT_CHECKED: { readonly path: string };
  UNSIGNED: None;
}
