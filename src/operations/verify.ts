/** verify: a ladder from cheap to dear, everything collected; then three answers that never hide one another. */
import { type LoadedCase, loadCase, validateIndex } from '../case/index.ts';
import { engineInfo } from '../documents/index.ts';
import { type BagCheck, checkBag, NOTE, type Opened, openDossier } from '../dossier/read/index.ts';
import { underRule } from '../law/index.ts';
import { checkingNote } from '../messages/index.ts';
import { type Case, type DocumentId, type DossierIndex, type Finding, fault, finding, parseInstant } from '../model/index.ts';
import { type LoadedPack, loadPack } from '../pack/index.ts';
import { type Answers, answersOf, broken, type Qualities, qualitiesOf } from './answers.ts';
import { bagInfo } from './bag-info.ts';
import { comparable, compareInWorker, renderings } from './compare-documents.ts';
import { digestsByPath } from './materials.ts';
import { lawFindings, type Phase } from './open-case.ts';
import { evidenceOwners, type Scan } from './payload.ts';

export interface VerifyOptions {
  /** Zip or unpacked folder, as the user gave it. */
  readonly path: string;
  /** 总校验值 from paper. */
  readonly expect?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((phase: Phase, done: number, total?: number) => void) | undefined;
}

export interface VerifyResult {
  readonly findings: readonly Finding[];
  /** The findings behind the third answer, counted. */
  readonly wrong: number;
  readonly warned: number;
  readonly answers: Answers;
  readonly qualities: Qualities;
  readonly fingerprint?: string;
  readonly zipSha256?: string;
  readonly index?: DossierIndex;
  readonly fileCount: number;
  readonly evidenceCount: number;
  readonly documentCount: number;
  /** Bytes of all files. */
  readonly bytes: number;
}

/** A page or two of text. */
const MAX_NOTE_BYTES = 1_000_000;
/** The pack by which the law is read when the recorded one is not installed. */
const FALLBACK_PACK = 'national';

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE, ABORTED */
export async function verifyDossier({ path, expect, signal, onProgress }: VerifyOptions): Promise<VerifyResult> {
  const opened = openDossier(path);
  try {
    const otherwise = whatElse(opened, path);
    if (otherwise) return nothingRead(otherwise);
    const total = opened.size ?? opened.entries.reduce((sum, e) => sum + e.size, 0);
    const check = await checkBag(opened, {
      ...(expect === undefined ? {} : { expect }),
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.('checking', done, total),
    });
    const loaded = check.read ? await loadCase(check.source, { internal: 'absent' }) : undefined;
    const sealed = check.findings;
    const content = loaded ? await contentFindings(check, loaded, { signal, note: opened.read(NOTE, MAX_NOTE_BYTES) }) : [];
    if (signal?.aborted) throw fault('ABORTED', 2, {});
    const answers = answersOf(check, content);
    return {
      findings: [...sealed, ...content],
      wrong: content.filter((f) => f.severity === 'stop' || f.severity === 'error').length,
      warned: content.filter((f) => f.severity === 'warning').length,
      answers,
      qualities: qualitiesOf(check, content, answers),
      ...(check.fingerprint === undefined ? {} : { fingerprint: check.fingerprint }),
      ...(check.zipSha256 === undefined ? {} : { zipSha256: check.zipSha256 }),
      ...(check.index ? { index: check.index } : {}),
      fileCount: check.files.filter((f) => f.path.startsWith('data/')).length,
      evidenceCount: loaded?.forms.evidence?.evidence.length ?? 0,
      documentCount: check.index ? renderings(check.index).length : 0,
      bytes: check.files.reduce((sum, f) => sum + f.size, 0),
    };
  } finally {
    opened.close();
  }
}

interface Around {
  readonly signal: AbortSignal | undefined;
  /** Bytes of 校验说明.txt. */
  readonly note: Uint8Array | undefined;
}

async function contentFindings(check: BagCheck, loaded: LoadedCase, { signal, note }: Around): Promise<Finding[]> {
  const { index } = check;
  const c = loaded.case;
  const findings: Finding[] = loaded.findings.map(underRule);
  if (index) findings.push(...validateIndex(index).findings);
  // Lists and documents of changed content would accuse whatever they are compared with.
  if (!c || broken(check)) return findings;
  findings.push(...evidenceAgainstFiles(c, check));
  if (index)
    findings.push(
      ...indexAgainstCase(index, c),
      ...tagFilesAgainstCase(check, index, c),
      ...(await documentsAgainstData(check, index, loaded, c, { signal, note })),
    );
  findings.push(...lawAgain(check, loaded));
  return findings;
}

/** A folder that is no bag: the officer's own case folder, or one level too deep. One sentence instead of fifty. */
function whatElse(opened: Opened, path: string): Finding | undefined {
  if (opened.kind !== 'folder' || opened.entries.some((e) => e.path === 'bagit.txt')) return undefined;
  const has = (pattern: RegExp): boolean => opened.entries.some((e) => pattern.test(e.path));
  const looks = has(/^case\.(?:ya?ml|json)$/) ? 'case' : has(/^index\.json$|^evidence\//) ? 'payload' : 'other';
  return finding('NOT_A_DOSSIER', 'stop', { path, looks });
}

function nothingRead(reason: Finding): VerifyResult {
  return {
    findings: [reason],
    wrong: 0,
    warned: 0,
    answers: { intact: 'no', authentic: 'unknown', inOrder: 'unknown', documents: 'notCompared' },
    qualities: { authenticity: 'notChecked', integrity: 'notChecked', usability: 'notChecked', safety: 'notChecked' },
    fileCount: 0,
    evidenceCount: 0,
    documentCount: 0,
    bytes: 0,
  };
}

/** The evidence list against the files, both ways. */
function* evidenceAgainstFiles(c: Case, { files }: BagCheck): Iterable<Finding> {
  const owners = evidenceOwners(c);
  const present = new Set(files.map((f) => f.path).filter((p) => p.startsWith('data/evidence/')));
  for (const [path, { evidenceNo }] of owners) {
    if (!present.has(path)) yield finding('LISTED_EVIDENCE_ABSENT', 'stop', { evidenceNo, path }, { at: { entry: path } });
  }
  for (const path of present) if (!owners.has(path)) yield finding('PACKED_EVIDENCE_UNLISTED', 'stop', { path }, { at: { entry: path } });
}

function* indexAgainstCase(index: DossierIndex, c: Case): Iterable<Finding> {
  const at = { at: { entry: 'data/index.json' } };
  const pairs = [
    ['案件编号', index.caseNo, c.case.caseNo],
    ['案件名称', index.caseName, c.case.name],
  ] as const;
  for (const [field, inIndex, data] of pairs) {
    if (inIndex !== data) yield finding('INDEX_CONTRADICTS_CASE', 'stop', { field, index: inIndex, data }, at);
  }
}

/** What a reader without mbpack sees first: bag-info.txt says what the data say. */
function* tagFilesAgainstCase(check: BagCheck, index: DossierIndex, c: Case): Iterable<Finding> {
  const now = parseInstant(index.createdAt) ?? 0;
  for (const [label, data] of bagInfo(c, now, index.software)) {
    const found = check.info.get(label) ?? '';
    if (found !== data)
      yield finding('TAG_FILE_CONTRADICTS_CASE', 'error', { file: 'bag-info.txt', label, found, data }, { at: { entry: 'bag-info.txt' } });
  }
  if (index.expectedSigners.length > 0 && check.signatures.length === 0) {
    yield finding('SIGNATURE_EXPECTED', 'error', { signers: index.expectedSigners.join('、') }, { at: { entry: 'data/index.json' } });
  }
}

function* noteAgainstCase(c: Case, note: Uint8Array | undefined): Iterable<Finding> {
  const expected = checkingNote({ caseNo: c.case.caseNo, caseName: c.case.name, sender: c.case.sender.name });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(note ?? new Uint8Array());
  if (text !== expected) {
    const difference = { found: firstDifference(text, expected), data: firstDifference(expected, text) };
    yield finding('TAG_FILE_CONTRADICTS_CASE', 'error', { file: NOTE, label: '文字', ...difference }, { at: { entry: NOTE } });
  }
}

/** The line of `text` where it leaves `other`. */
function firstDifference(text: string, other: string): string {
  const lines = text.split(/\r?\n/);
  const others = other.split(/\r?\n/);
  return lines.find((line, i) => line !== others[i]) ?? '';
}

async function documentsAgainstData(
  check: BagCheck,
  index: DossierIndex,
  loaded: LoadedCase,
  c: Case,
  { signal, note }: Around,
): Promise<readonly Finding[]> {
  const obstacle = comparable(index, engineInfo());
  if (obstacle) return [obstacle];
  const read = (path: string): readonly (readonly [string, Uint8Array])[] => {
    const bytes = check.readDocument(path);
    return bytes ? [[path, bytes]] : [];
  };
  const scans: Scan[] = index.files
    .filter((f) => f.role === 'signedScan')
    .flatMap((f) => read(f.path).map(([path, bytes]) => ({ document: f.document as DocumentId, path, pages: f.pages ?? 0, bytes })));
  const compared = await compareInWorker(
    {
      case: c,
      index,
      custody: (loaded.custody?.lines ?? []).slice(0, -1),
      evidence: check.files.filter((f) => f.path.startsWith('data/evidence/')),
      scans,
      documents: new Map(renderings(index).flatMap(read)),
    },
    signal,
  );
  return [...noteAgainstCase(c, note), ...compared];
}

/** The law as of the pack event's time; what 内卷 would say is not in a dossier. */
function lawAgain(check: BagCheck, loaded: LoadedCase): Finding[] {
  const packed = check.custody.events.at(-1)?.at ?? check.index?.createdAt ?? '';
  const evidence = check.files.filter((f) => f.path.startsWith('data/evidence/'));
  const found = lawFindings(loaded, packFor(check.index), {
    now: parseInstant(packed) ?? 0,
    draft: false,
    digests: digestsByPath(evidence),
  });
  // The sender may have recorded a reason to go on, which stays in 内卷; the receiver may not refuse a case for it (49号 三（三）).
  return found.map((f) => (f.severity === 'error' ? ({ ...f, severity: 'warning' } as Finding) : f));
}

function packFor(index: DossierIndex | undefined): LoadedPack {
  try {
    return loadPack(index?.template.id ?? FALLBACK_PACK);
  } catch {
    return loadPack(FALLBACK_PACK);
  }
}
