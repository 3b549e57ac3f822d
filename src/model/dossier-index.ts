/** `data/index.json`: what is what in a dossier. Schema: schemas/index.schema.json. */
import type { Instant } from './case.ts';
import type { Digests } from './digest.ts';

export type FileRole = 'evidence' | 'document' | 'signedScan' | 'caseData' | 'custody';

export interface IndexedFile extends Digests {
  /** Path inside the bag, beginning with `data/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly role: FileRole;
  readonly title: string;
  readonly evidenceNo?: string;
  /** Id of the document that was rendered or signed, e.g. `transfer`. */
  readonly document?: string;
  readonly pages?: number;
}

/** A package that is not for the police: the lead for the supervisory organ (国务院令第310号 art. 19). */
export type DossierPurpose = '线索移送';

export interface DossierIndex {
  /** Version of the format. */
  readonly mbpack: string;
  readonly purpose?: DossierPurpose;
  readonly caseNo: string;
  readonly caseName: string;
  readonly createdAt: Instant;
  readonly software: { readonly name: string; readonly version: string };
  /** What rendered the documents; `sha256` is the digest of the pack's files. */
  readonly template: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly engine: { readonly name: string; readonly version: string };
  readonly fonts: readonly { readonly name: string; readonly sha256: string }[];
  /** Whose signatures must be there, so that a removed one shows. */
  readonly expectedSigners: readonly string[];
  /** All payload files but this one, in byte order of their paths. */
  readonly files: readonly IndexedFile[];
}
