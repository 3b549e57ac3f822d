/** The ladder of a check, cheap to dear. Everything is collected; only a container that must not be read ends it early. */
import type { Finding, Source } from '../../model/index.ts';
import { type Files, type FormatAge, TAG_MANIFEST } from '../format/index.ts';
import { compareInfo, readBag } from './bag.ts';
import { type Collector, collector } from './collector.ts';
import { compareLists, noteCompleteness, signaturesOf, withoutStrays } from './completeness.ts';
import { type Custody, readCustody } from './custody.ts';
import { compareDigests, digestAll } from './fixity.ts';
import { type ReadIndex, readIndex } from './index-file.ts';
import type { ContainerForm, Opened, Stretch } from './opened.ts';
import { startPace } from './pace.ts';
import { documentReader, sourceOf } from './payload.ts';
import type { Platform } from './platform.ts';
import { type Unknown, unknownMembers } from './unknown.ts';

export interface CheckOptions {
  /** The fingerprint on paper: 64 hex digits, spaces and capitals allowed. */
  readonly expect?: string;
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
  /** Paths of signatures and timestamps; what they are worth is not tested here. */
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
  const signatures = signaturesOf(opened.entries);
  const outside = { form: opened.form, source: sourceOf(opened), readDocument: documentReader(opened), placeOf: opened.place, signatures };
  if (opened.refused) {
    const nothing = { info: new Map(), format: 'unknown', unknown: [], files: NO_FILES, custody: { events: 0 }, signatures: [] } as const;
    return { ...outside, ...nothing, findings: notes.list(), read: false };
  }
  const bag = readBag(opened, notes);
  const present = withoutStrays(opened, bag, notes);
  compareInfo(bag, opened, present, notes);
  const lists = compareLists(opened, present, bag);
  const pace = startPace(platform.turn, options.signal, options.onProgress);
  const { table, zipSha256 } = await digestAll(opened, present, { platform, pace, notes });
  const files = table.files(opened.numberOf);
  noteCompleteness(lists, (path) => files.get(path)?.sha256, notes);
  compareDigests(bag, opened, table, notes);
  // Lists were counted when all bytes were: here the loop only turns.
  const quiet = startPace(platform.turn, options.signal, undefined);
  const unknown = unknownMembers();
  const index = readIndex({ opened, present, bag, notes, unknown });
  const newer = bag.format === 'newer';
  const custody = await readCustody({ opened, present, table, notes, newer, unknown }, { hashing: platform.hashing, pace: quiet });
  const fingerprint = files.get(TAG_MANIFEST.sha256)?.sha256;
  compareFingerprint({ fingerprint, zipSha256, custodyHead: custody.head }, options.expect, notes);
  noteSignatures(signatures, notes);
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
  };
}

/** Against the paper that two people signed. */
function compareFingerprint(
  found: OwnValues & { readonly fingerprint: string | undefined },
  expect: string | undefined,
  notes: Collector,
): void {
  if (expect === undefined) return;
  const expected = expect.replace(/[\s-]/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(expected)) notes.note('DOSSIER_EXPECT_MALFORMED', { given: expect, digits: expected.length });
  else if (expected !== found.fingerprint) {
    const value = otherValue(expected, found);
    if (value) notes.note('DOSSIER_EXPECT_OTHER_VALUE', { value }, undefined, 'warning');
    else notes.note('DOSSIER_FINGERPRINT_DIFFERS', { expected, found: found.fingerprint ?? '' }, { entry: TAG_MANIFEST.sha256 });
  }
}

/** Values of a dossier that stand on its paper beside the fingerprint. */
export interface OwnValues {
  readonly zipSha256?: string | undefined;
  /** SHA-256 of the last line of the custody log. */
  readonly custodyHead?: string | undefined;
}

/** Which of them was typed in place of the fingerprint? That says nothing for the dossier, and nothing against it. */
export function otherValue(digits: string, { zipSha256, custodyHead }: OwnValues): 'zip' | 'custodyHead' | undefined {
  if (digits === zipSha256) return 'zip';
  return digits === custodyHead ? 'custodyHead' : undefined;
}

function noteSignatures(signatures: readonly string[], notes: Collector): void {
  if (signatures.length === 0) notes.note('UNSIGNED', {}, undefined, 'info');
  for (const path of signatures) notes.note('SIGNATURE_NOT_CHECKED', { path }, { entry: path }, 'warning');
}
