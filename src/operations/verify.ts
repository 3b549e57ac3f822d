/** verify: a ladder from cheap to dear, everything collected; then three answers that never hide one another. */
import { type LoadedCase, loadCase, validateIndex } from '../case/index.ts';
import { engineInfo } from '../documents/index.ts';
import { type BagCheck, checkBag, openDossier } from '../dossier/read/index.ts';
import { underRule } from '../law/index.ts';
import { type Case, type DocumentId, type DossierIndex, type Finding, finding, type Place, parseInstant } from '../model/index.ts';
import { type LoadedPack, loadPack } from '../pack/index.ts';
import { type Answers, answersOf, type Qualities, qualitiesOf } from './answers.ts';
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
  readonly excerpt: (place: Place) => string | undefined;
}

/** The pack by which the law is read when the recorded one is not installed. */
const FALLBACK_PACK = 'national';

/** @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE, ABORTED */
export async function verifyDossier({ path, expect, signal, onProgress }: VerifyOptions): Promise<VerifyResult> {
  const opened = openDossier(path);
  try {
    const total = opened.size ?? opened.entries.reduce((sum, e) => sum + e.size, 0);
    const check = await checkBag(opened, {
      ...(expect === undefined ? {} : { expect }),
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.('checking', done, total),
    });
    const loaded = check.read ? await loadCase(check.source, { internal: 'absent' }) : undefined;
    const sealed = check.findings;
    const content = loaded ? await contentFindings(check, loaded, signal) : [];
    const answers = answersOf(check, content);
    return {
      findings: [...sealed, ...content],
      answers,
      qualities: qualitiesOf(check, content, answers),
      ...(check.fingerprint === undefined ? {} : { fingerprint: check.fingerprint }),
      ...(check.zipSha256 === undefined ? {} : { zipSha256: check.zipSha256 }),
      ...(check.index ? { index: check.index } : {}),
      fileCount: check.files.filter((f) => f.path.startsWith('data/')).length,
      evidenceCount: loaded?.forms.evidence?.evidence.length ?? 0,
      documentCount: check.index ? renderings(check.index).length : 0,
      bytes: check.files.reduce((sum, f) => sum + f.size, 0),
      excerpt: (place) => loaded?.excerpt(place),
    };
  } finally {
    opened.close();
  }
}

async function contentFindings(check: BagCheck, loaded: LoadedCase, signal: AbortSignal | undefined): Promise<Finding[]> {
  const { index } = check;
  const c = loaded.case;
  const findings: Finding[] = loaded.findings.map(underRule);
  if (index) findings.push(...validateIndex(index).findings);
  if (!c) return findings;
  findings.push(...evidenceAgainstFiles(c, check));
  if (index) findings.push(...indexAgainstCase(index, c), ...(await documentsAgainstData(check, index, loaded, c, signal)));
  findings.push(...lawAgain(check, loaded));
  return findings;
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

async function documentsAgainstData(
  check: BagCheck,
  index: DossierIndex,
  loaded: LoadedCase,
  c: Case,
  signal: AbortSignal | undefined,
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
  return compareInWorker(
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
}

/** The law as of the pack event's time; what 内卷 would say is not in a dossier. */
function lawAgain(check: BagCheck, loaded: LoadedCase): Finding[] {
  const packed = check.custody.events.at(-1)?.at ?? check.index?.createdAt ?? '';
  const evidence = check.files.filter((f) => f.path.startsWith('data/evidence/'));
  return lawFindings(loaded, packFor(check.index), { now: parseInstant(packed) ?? 0, draft: false, digests: digestsByPath(evidence) });
}

function packFor(index: DossierIndex | undefined): LoadedPack {
  try {
    return loadPack(index?.template.id ?? FALLBACK_PACK);
  } catch {
    return loadPack(FALLBACK_PACK);
  }
}
