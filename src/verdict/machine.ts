/** What a verification needs of the machine it runs on besides bytes: Node's stands in operations/, a browser's in web/. */
import type { LoadedCase } from '../case/index.ts';
import type { Platform } from '../dossier/read/index.ts';
import type { Case, Dataset, DatasetRead, DossierIndex, Finding, TemplatePack } from '../model/index.ts';
import type { ReadDossier } from './read-dossier.ts';

export type WeakDigests = { readonly md5?: string; readonly sha1?: string };

/** What only the files of evidence tell; undefined for one that is not there or does not stand uncompressed. */
export interface EvidenceReader {
  dataset(path: string, dataset: Dataset): Promise<DatasetRead | undefined>;
  weak(path: string, algorithms: readonly ('md5' | 'sha1')[]): Promise<WeakDigests | undefined>;
}

/** What the documents of a dossier are compared with. */
export interface DocumentWork {
  readonly check: ReadDossier;
  readonly index: DossierIndex;
  readonly loaded: LoadedCase;
  readonly case: Case;
  readonly signal: AbortSignal | undefined;
}

export interface KnownPack {
  readonly pack: TemplatePack;
  readonly sha256: string;
}

export interface Machine {
  /** Of this program. */
  readonly version: string;
  readonly platform: Platform;
  readonly evidence: (check: ReadDossier, signal: AbortSignal | undefined) => EvidenceReader;
  /** The pack that an index records: supplied, installed, or released once; else the supplied one or another of its id, or none. Whether it is the recorded one, its digest says. */
  readonly recordedPack: (recorded: Pick<DossierIndex['template'], 'id' | 'sha256'>) => KnownPack | undefined;
  /** Was the pack supplied by the user, not found by its id? */
  readonly isGiven?: (pack: KnownPack) => boolean;
  /** A pack that is always there. */
  readonly fallbackPack: (id: string) => KnownPack;
  /** What sets pages here, or would: documents are compared with those of the same engine only. */
  readonly engine: () => { readonly name: string; readonly version: string };
  /** The documents against the data; absent where no page can be set. What is inside the dossier never throws. @throws Fault ABORTED */
  readonly documents?: (work: DocumentWork) => Promise<readonly Finding[]>;
}
