/** What a document is made of. */
import type { Case, CustodyDigest, CustodyEvent, Digests, DocumentId, Finding, Instant, InternalForm } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';
import type { MaterialRow } from './materials.ts';
import type { VerificationData } from './verification-data.ts';

/** What the 校验单 prints. */
export interface SlipData {
  /** 总校验值: SHA-256 of tagmanifest-sha256.txt, hex. */
  readonly fingerprint: string;
  readonly zipName: string;
  /** SHA-256 of the zip before anyone signed it. */
  readonly zipSha256: string;
  /** Bytes of the zip. */
  readonly zipSize: number;
  /** Name of the folder inside the zip. */
  readonly bag: string;
  /** Files below data/, and their bytes (Payload-Oxum). */
  readonly payloadFiles: number;
  readonly payloadBytes: number;
  readonly documents: number;
  readonly evidenceItems: number;
  readonly evidenceFiles: number;
  readonly packedAt: Instant;
  /** Who packed, as the custody log's last line says. */
  readonly packedBy: readonly { readonly name: string; readonly certNo?: string }[];
  /** Lines and last digest of the custody chain. */
  readonly custodyEvents: number;
  readonly custodyHead: string;
  readonly formatVersion: string;
  /** SHA-256 of verify.html as it is handed out with the program; absent where it is not there. */
  readonly pageSha256?: string;
}

/** What the 固定清单 of one run of `collect` prints. */
export interface FixingData {
  /** The events that were appended. */
  readonly events: readonly CustodyEvent[];
  /** SHA-256 of the log's last line: the anchor on paper. */
  readonly chainHead: string;
  /** Number of that line, which may stand behind all `events`; absent on a blank form. */
  readonly chainLine?: number;
  readonly files: readonly (CustodyDigest & { readonly evidenceNo: string; readonly title: string })[];
}

/** A document of the paper file: what is printed and bound, or its signed scan. */
export interface PaperDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly pages?: number;
}

export interface RenderInput {
  readonly case: Case;
  /** Only internal documents see it. */
  readonly internal?: InternalForm;
  /** The build's one clock reading. */
  readonly at: Instant;
  readonly draft: boolean;
  /** false leaves the PDF's streams readable, for comparing files by digest. */
  readonly compress?: boolean;
  /** The case is a blank one: the form is printed to be filled in by hand. */
  readonly blank?: boolean;
  readonly pack: LoadedPack;
  readonly materials?: readonly MaterialRow[];
  readonly slip?: SlipData;
  /** The dossier's documents in their order, for what the paper file is bound with. */
  readonly paper?: readonly PaperDocument[];
  /** The case's own custody log, without the pack event of this build. */
  readonly custody?: {
    readonly lines: readonly string[];
    readonly events: readonly CustodyEvent[];
    /** The lines are an extract, numbered anew, of a log of so many lines whose last has this digest. */
    readonly whole?: { readonly lines: number; readonly head: string };
  };
  /** Digests of the evidence as computed now, by path below `evidence/`. */
  readonly digests?: ReadonlyMap<string, Digests & { readonly size: number }>;
  readonly fixing?: FixingData;
  readonly verification?: VerificationData;
  /** Rules that still ask something of an item, by evidence number; and what each asks. For 合法性说明. */
  readonly openRules?: ReadonlyMap<string, readonly string[]>;
  readonly ruleAsks?: ReadonlyMap<string, string>;
  /** At verify: the version of mbpack that made the papers; words of the tables are those of its day. */
  readonly madeBy?: string;
}

export interface RenderedDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Those that are printed on it: of the paper, or of each record. */
  readonly checkCodes: readonly string[];
  readonly findings: readonly Finding[];
}
