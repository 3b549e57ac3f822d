/** Codes of the operations, which compose the rooms. */
import type { UnreadReason } from './unread.ts';

export interface OperationCodes {
  /** What was written does not read back: disk, memory or a bug. `code`: what the verifier found first. */
  /** `inside`: what may be a dossier in there, a zip or a folder; empty when there is none, or several. */
  NOT_A_DOSSIER: {
    readonly path: string;
    readonly looks: 'case' | 'payload' | 'around' | 'zipped' | 'office' | 'bag' | 'other';
    readonly inside: string;
  };
  /** A form that cannot be read kept these from being looked at. `words`: those of evidence and scans; `weak`: old digests. */
  CHECK_NOT_COMPLETE: { readonly notChecked: readonly ('files' | 'weak' | 'words' | 'rules' | 'documents')[] };
  /**
   * Files of which words were not read: a person looks for what must not leave the house. `paths`: at most twenty thousand of them, in the case;
   * `reasons`, one for each of these: the first thing that was not read, and how many `more`; `where`: a page of a PDF, a part of an archive or
   * message as it calls itself, empty for the whole file. `named`: a name was searched for, as it was given.
   */
  FILES_NEED_EYES: {
    readonly count: number;
    readonly paths: readonly string[];
    readonly reasons: readonly { readonly why: UnreadReason | 'not-searched'; readonly where: string; readonly more: number }[];
    readonly named: boolean;
  };
  /** The output would stand in the place of the case's own files. */
  /** `outside`: a place for a dossier, which no folder of a case may hold; absent where a file of the case itself would be written over. */
  TARGET_IN_CASE: { readonly target: string; readonly outside?: string };
  /** A record would stand in the place of what was verified, or inside it. */
  TARGET_IS_DOSSIER: { readonly target: string };
  /** 核验记录 is a PDF and bears that name: a slip of the hand never writes it over a dossier. */
  TARGET_NOT_PDF: { readonly target: string };
  /** Unfinished files of a run that was killed, found beside the target and removed. */
  LEFTOVERS_REMOVED: { readonly folder: string; readonly count: number; readonly bytes: number };
  /** `--no-readback`. */
  /** Larger than any file on a FAT32 stick. `bytes`: its size. */
  DOSSIER_OVER_FAT32: { readonly target: string; readonly bytes: number };
  /** The name of a device of Windows: `name` as it stands in `target`. */
  TARGET_NAME_RESERVED: { readonly target: string; readonly name: string };
  NOT_READ_BACK: { readonly target: string };
  READ_BACK_FAILED: { readonly code: string };
  /** An evidence file of the dossier that no item of the evidence list names, or the other way round. */
  LISTED_EVIDENCE_ABSENT: { readonly evidenceNo: string; readonly path: string };
  PACKED_EVIDENCE_UNLISTED: { readonly path: string };
  /** A rendered document whose bytes and text differ from what an installed pack makes of the same data. */
  DOCUMENT_DIFFERS: { readonly document: string; readonly missing: string; readonly extra: string };
  /** The same text in other bytes: what is drawn may differ. `sameEngine`: on this machine they should be the same. */
  DOCUMENT_BYTES_DIFFER: { readonly document: string; readonly sameEngine: boolean };
  DOCUMENT_NOT_EXPECTED: { readonly path: string };
  DOCUMENT_ABSENT: { readonly document: string; readonly path: string };
  DOCUMENT_UNREADABLE: { readonly document: string };
  DOCUMENTS_NOT_COMPARED: {
    readonly reason: 'pack' | 'engine' | 'fault' | 'browser';
    readonly recorded: string;
    readonly installed: string;
  };
  /** No pack of the id that a dossier records is here: the law is read by the national one. */
  BY_NATIONAL_PACK: { readonly recorded: string; readonly recordedSha256: string; readonly used: string };
  /** The pack that is here, or was given, is not the recorded one; `used`: by which one the law is read. */
  BY_OTHER_PACK: {
    readonly recorded: string;
    readonly recordedSha256: string;
    readonly given: boolean;
    readonly found: string;
    readonly foundSha256: string;
    readonly used: string;
  };
  /** A file that the format or the case's data has no place for. */
  FILE_NOT_EXPECTED: { readonly path: string; readonly role: string };
  TAG_FILE_CONTRADICTS_CASE: { readonly file: string; readonly label: string; readonly found: string; readonly data: string };
  /** Case data or custody log in another form than build gives them. */
  DATA_NOT_CANONICAL: { readonly path: string };
  /** `--only` of a document that this case has no use for. */
  DOCUMENT_HAS_NOTHING: { readonly document: string };
  /** `build --supervision` without the form. */
  SUPERVISION_FORM_MISSING: Record<never, never>;
  /** A package for the supervisory organ: the law and the documents of a police dossier do not speak of it. */
  SUPERVISION_PACKAGE: { readonly recipient: string };
  SIGNATURE_EXPECTED: { readonly signers: string };
  /** `preview`: the port is taken, or the system does not give it. */
  PREVIEW_PORT_BUSY: { readonly port: number; readonly reason: string };
  /** A document whose rendering ended in a defect of the program, or ran out of memory or time. */
  PREVIEW_NOT_RENDERED: { readonly document: string; readonly reason: string };
  /** The index names the case otherwise than its data. */
  INDEX_CONTRADICTS_CASE: { readonly field: string; readonly index: string; readonly data: string };
}
