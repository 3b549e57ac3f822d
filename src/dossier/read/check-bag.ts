/** The ladder of a check, cheap to dear. Everything is collected; only a container that must not be read ends it early. */
import type { Finding, Source } from '../../model/index.ts';
import { type Algorithm, type Files, FORMAT_VERSION, type FormatAge, TAG_MANIFEST } from '../format/index.ts';
import { compareInfo, readBag } from './bag.ts';
import { collector } from './collector.ts';
import { compareLists, noteCompleteness, withoutStrays } from './completeness.ts';
import { type Custody, NO_CUSTODY, readCustody } from './custody.ts';
import { compareDigests, digestAll } from './fixity.ts';
import { type ReadIndex, readIndex } from './index-file.ts';
import type { ContainerForm, Opened, Stretch } from './opened.ts';
import { startPace } from './pace.ts';
import { type CustodyHeadCheck, compareCustodyHead, compareFingerprint } from './paper-values.ts';
import { documentReader, sourceOf } from './payload.ts';
import type { Platform } from './platform.ts';
import { checkSignatureFiles } from './signature-files.ts';
import { type Unknown, unknownMembers } from './unknown.ts';

export interface CheckOptions {
  /** The fingerprint on paper: 64 hex digits, spaces and capitals allowed. */
  readonly expect?: string;
  /** A head of the custody log from an earlier paper: 64 hex digits, lower case. */
  readonly custodyHead?: string;
  /** What files are digested with and compared by; by default both. */
  readonly algorithms?: readonly Algorithm[];
  /** Bytes read so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

export interface BagCheck {
  /** Of the container and everything in it. Nothing of severity `stop`: intact since sealed. */
  readonly findings: readonly Finding[];
  /** False when the container was refused: nothing of the content was read. */
  readonly read: boolean;
  /** How the dossier came. */
  readonly form: ContainerForm;
  /** 总校验值, lower-case hex. */
  readonly fingerprint?: string;
  readonly zipSha256?: string;
  /** Labels of bag-info.txt. */
  readonly info: ReadonlyMap<string, string>;
  /** Of the version that bag-info.txt gives. */
  readonly format: FormatAge;
  /** Members of the index and of the custody log that this program does not know. */
  readonly unknown: readonly Unknown[];
  readonly index?: ReadIndex;
  /** Every file that could be read, in byte order of paths. */
  readonly files: Files;
  readonly custody: Custody;
  /** A head of the custody log that was given, or typed for the fingerprint. */
  readonly custodyHead?: CustodyHeadCheck;
  /** Paths of the signatures and time-stamps that stand beside the seal as the format allows it; what they are worth is not tested here. */
  readonly signatures: readonly string[];
  /** Serves the case's data; valid until the dossier is closed. */
  readonly source: Source;
  /** A document or signature by its path in the bag. */
  readonly readDocument: (path: string) => Uint8Array | undefined;
  /** Where on disk a file of the bag stands; valid until the dossier is closed. */
  readonly placeOf: (path: string) => Stretch | undefined;
}

const NO_FILES: Files = { length: 0, get: () => undefined, *[Symbol.iterator]() {} };

/** Checks everything that needs no schema, template or law. @throws Fault ABORTED */
export async function checkBag(opened: Opened, platform: Platform, options: CheckOptions = {}): Promise<BagCheck> {
  const notes = collector();
  for (const one of opened.findings) notes.add(one);
  const readDocument = documentReader(opened);
  const outside = { form: opened.form, source: sourceOf(opened), readDocument, placeOf: opened.place };
  if (opened.refused) {
    const nothing = { info: new Map(), format: 'unknown', unknown: [], files: NO_FILES, custody: NO_CUSTODY, signatures: [] } as const;
    return { ...outside, ...nothing, findings: notes.list(), read: false };
  }
  const bag = readBag(opened, notes);
  const present = withoutStrays(opened, bag, notes);
  compareInfo(bag, opened, present, notes);
  const lists = compareLists(opened, present, bag);
  const pace = startPace(platform.turn, options.signal, options.onProgress);
  const { table, zipSha256 } = await digestAll(opened, present, { platform, pace, notes, algorithms: options.algorithms });
  const files = table.files(opened.numberOf);
  noteCompleteness(lists, (path) => files.get(path)?.sha256, notes);
  compareDigests(bag, opened, table, notes);
  // Lists were counted when all bytes were: here the loop only turns.
  const quiet = startPace(platform.turn, options.signal, undefined);
  const unknown = unknownMembers();
  const index = readIndex({ opened, present, bag, notes, unknown });
  const first = bag.info.get('Mbpack-Format') === FORMAT_VERSION;
  const format = bag.format === 'newer' ? 'newer' : first ? 'first' : 'corrected';
  const custody = await readCustody({ opened, present, table, notes, format, unknown }, { hashing: platform.hashing, pace: quiet });
  const fingerprint = files.get(TAG_MANIFEST.sha256)?.sha256;
  const found = { fingerprint, zipSha256, custodyHeads: custody.heads };
  const typed = compareFingerprint(found, options.expect, notes);
  const custodyHead = compareCustodyHead(found, options.custodyHead, notes) ?? typed;
  const signatures = checkSignatureFiles(opened.entries, readDocument, notes);
  return {
    ...outside,
    findings: notes.list(),
    read: true,
    ...(fingerprint ? { fingerprint } : {}),
    ...(zipSha256 ? { zipSha256 } : {}),
    ...(index ? { index } : {}),
    info: bag.info,
    format: bag.format,
    unknown: unknown.list(),
    files,
    custody,
    ...(custodyHead ? { custodyHead } : {}),
    signatures,
  };
}
