/** What 核验记录 prints of one `verify`: texts are as people read them, digests and times as they are. */
import type { Instant } from '../model/index.ts';

export interface VerificationFinding {
  readonly severity: string;
  readonly code: string;
  readonly text: string;
  readonly place: string;
  /** Empty where there is none, as is `mend`. */
  readonly basis: string;
  readonly mend: string;
}

export interface VerificationLine {
  readonly label: string;
  readonly text: string;
}

/** A file of the dossier, for the annex. */
export interface VerifiedFile {
  readonly path: string;
  /** Empty where the index names none. */
  readonly evidenceNo: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

export interface VerificationData {
  /** A dossier, or any bag (`--bag`). */
  readonly kind: 'dossier' | 'bag';
  /** Of the file or folder that was named. */
  readonly name: string;
  /** Of the file; absent for a folder. */
  readonly file?: { readonly size: number; readonly sha256: string };
  readonly container: string;
  /** Absent where no index could be read. */
  readonly about?: {
    readonly caseName: string;
    readonly caseNo: string;
    /** Who sends it, and the number of the letter that it goes with; empty where the forms could not be read. */
    readonly agency: string;
    readonly docNo: string;
  };
  /** What was counted; absent where nothing was read. */
  readonly counts?: { readonly documents: number; readonly evidence: number; readonly files: number; readonly bytes: number };
  /** What the packer's machine wrote into the dossier; nothing bears it out. */
  readonly told?: {
    readonly software: string;
    readonly engine: string;
    readonly sealedAt: string;
    /** Of the event of packing; empty where the log has none. */
    readonly packedAt: string;
    readonly packedBy: readonly string[];
    /** Pack that set the documents. */
    readonly pack: string;
    readonly packSha256: string;
  };
  /** By which digests every file was compared; empty where none was. */
  readonly algorithms: string;
  /** The rules that were run, and of which table. */
  readonly rules?: { readonly count: number; readonly version: string };
  /** Every file with its digests, in byte order of paths, where it was asked for. */
  readonly annex?: readonly VerifiedFile[];
  readonly fingerprint?: string;
  /** 总校验值 as given from paper, 64 digits. */
  readonly expected?: string;
  /** Content does not agree with its digests, or was not read: a fingerprint that is the same says nothing. */
  readonly changed: boolean;
  readonly at: Instant;
  /** Of the record itself, without its annex: whoever signs its last page signs how many there are. */
  readonly pages?: number;
  readonly tool: {
    readonly version: string;
    /** SHA-256 over the program's own files. */
    readonly sha256: string;
    readonly files: number;
    /** The published list of which `sha256` is the digest. */
    readonly list: string;
    readonly runtime: string;
    readonly pack: string;
    readonly packSha256: string;
  };
  /** What severities there are of, counted. */
  readonly tally: string;
  readonly findings: readonly VerificationFinding[];
  /** Findings that are not printed. */
  readonly hidden: number;
  /** The answers, or what is said of a bag; then the tests of the register, none for a bag. */
  readonly answers: readonly VerificationLine[];
  readonly qualities: readonly VerificationLine[];
  readonly unchecked: {
    /** The container was refused, or is no dossier. */
    readonly content: boolean;
    readonly documents: boolean;
    readonly rules: boolean;
    readonly signed: boolean;
    /** Algorithms of a bag that nobody here knows; empty where there are none. */
    readonly algorithms: string;
  };
}
