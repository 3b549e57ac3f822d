/** A dossier that was opened → what can be said of it: a ladder from cheap to dear, everything collected; then answers that never hide one another. */
import { type LoadedCase, loadCase } from '../case/index.ts';
import {
  type ContainerForm,
  type CustodyHeadCheck,
  type CustodyHeads,
  checkBag,
  type EventHead,
  type FileDigest,
  NOTE,
  type Opened,
} from '../dossier/read/index.ts';
import { DOSSIER_RULES, rulesVersion } from '../law/index.ts';
import { type DossierIndex, type Finding, fault, type Severity } from '../model/index.ts';
import { type Answers, answersOf, broken, byItsWord, ofDocuments, type Qualities, qualitiesOf } from './answers.ts';
import { renderings } from './comparable.ts';
import { contentFindings, newerFindings, supervisionFindings } from './content.ts';
import type { Machine } from './machine.ts';
import { newerDossier } from './newer.ts';
import { paperDigits } from './paper.ts';
import { inMemory } from './read-dossier.ts';
import { withoutAccounted } from './telling.ts';
import { whatElse } from './what-else.ts';

export interface JudgeOptions {
  /** 总校验值 from paper. */
  readonly expect?: string | undefined;
  /** A head of the custody log from an earlier paper: 64 hex digits, lower case. */
  readonly custodyHead?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far, and of how many. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** False: what was given is no dossier, or has a password. Nothing was verified, so nothing failed (`intact` is `no` all the same: nobody may rely on it). */
  readonly verifiable: boolean;
  /** The findings behind the row 规则, counted. */
  readonly wrong: number;
  readonly warned: number;
  readonly remarked: number;
  /** The documents that differ, counted by their findings. */
  readonly documentsWrong: number;
  /** The rules that were run over this dossier; absent where none was. */
  readonly rules?: RulesRun;
  readonly answers: Answers;
  readonly qualities: Qualities;
  /** How the dossier came. */
  readonly form: ContainerForm;
  readonly fingerprint?: string;
  readonly zipSha256?: string;
  /** SHA-256 of every line of the custody log, 32 bytes each: any of them may stand on a signed list. */
  readonly custodyHeads?: CustodyHeads;
  /** A head of the custody log that was given, or typed for the fingerprint, and where it was found. */
  readonly custodyHead?: CustodyHeadCheck;
  /** Bytes of the zip; absent for a folder. */
  readonly zipSize?: number;
  /** Electronic signatures or timestamps are inside; their worth is not tested. */
  readonly signed: boolean;
  /** How many files stand beside the seal as the format allows it (signatures and time-stamps): no answer may call the dossier unchanged without naming them. */
  readonly signatureFiles: number;
  readonly index?: DossierIndex;
  /** Who sends it, and the number of the letter that it goes with, as the dossier says. */
  readonly letter?: { readonly agency: string; readonly docNo: string };
  /** The event of packing, as the custody log tells it. */
  readonly packed?: EventHead;
  /** Every file that could be read, with its digests. */
  readonly files: readonly FileDigest[];
  readonly fileCount: number;
  readonly evidenceCount: number;
  readonly documentCount: number;
  /** Bytes of the payload (`data/`), as `fileCount` counts its files. */
  readonly bytes: number;
}

/** Rules that have something to look at in a dossier, and which table they are of (`mbpack rules` prints both). */
export interface RulesRun {
  readonly count: number;
  readonly version: string;
}

/** What a package for the supervisory organ carries of the forms. */
const SUPERVISION_FORMS = ['supervision', 'evidence'] as const;
/** A page or two of text. */
const MAX_NOTE_BYTES = 1_000_000;

/** @throws Fault ABORTED */
export async function judge(opened: Opened, machine: Machine, { expect, custodyHead, signal, onProgress }: JudgeOptions): Promise<Verdict> {
  const otherwise = whatElse(opened);
  if (otherwise) return nothingRead(otherwise);
  const total = opened.size ?? opened.entries.reduce((sum, e) => sum + e.size, 0);
  const check = inMemory(
    await checkBag(opened, machine.platform, {
      ...(expect === undefined ? {} : { expect }),
      ...(custodyHead === undefined ? {} : { custodyHead }),
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress?.(done, total),
    }),
  );
  if (check.read) onProgress?.(total, total);
  const other = check.index?.purpose !== undefined;
  const loaded = check.read
    ? await loadCase(check.source, { internal: 'absent', custody: !broken(check), ...(other ? { forms: SUPERVISION_FORMS } : {}) })
    : undefined;
  const newer = newerDossier(check, loaded, machine.version);
  const content = !loaded
    ? []
    : newer && (byItsWord(newer) || other)
      ? newerFindings(check, loaded, newer)
      : other
        ? supervisionFindings(check, loaded)
        : await contentFindings(check, loaded, { machine, signal, note: opened.read(NOTE, MAX_NOTE_BYTES) }, newer);
  if (signal?.aborted) throw fault('ABORTED', 2, {});
  const payload = check.files.filter((f) => f.path.startsWith('data/'));
  const told = { ...check, findings: withoutAccounted(check.findings, content) };
  const answers = answersOf(told, content, loaded?.case !== undefined);
  const listed = !broken(check) && !newer && (other ? loaded?.forms.evidence : loaded?.case) !== undefined;
  const ruled = content.filter((f) => !ofDocuments(f));
  return {
    findings: [...told.findings, ...content],
    verifiable: true,
    form: check.form,
    wrong: count(ruled, 'stop', 'error'),
    warned: count(ruled, 'warning'),
    remarked: count(ruled, 'info'),
    documentsWrong: count(content.filter(ofDocuments), 'stop', 'error'),
    ...(listed && !other ? { rules: { count: DOSSIER_RULES.length, version: rulesVersion() } } : {}),
    answers,
    qualities: qualitiesOf(told, content, { answers, listed, onPaper: expect !== undefined && paperDigits(expect) === check.fingerprint }),
    ...(check.fingerprint === undefined ? {} : { fingerprint: check.fingerprint }),
    ...(check.zipSha256 === undefined ? {} : { zipSha256: check.zipSha256 }),
    ...(check.read ? { custodyHeads: check.custody.heads } : {}),
    ...(check.custodyHead ? { custodyHead: check.custodyHead } : {}),
    ...(opened.kind === 'zip' && opened.size !== undefined ? { zipSize: opened.size } : {}),
    signed: check.signatures.length > 0,
    signatureFiles: check.signatures.length,
    ...(check.index ? { index: check.index } : {}),
    ...(loaded ? letterOf(loaded.forms) : {}),
    ...(check.custody.last?.action === 'pack' ? { packed: check.custody.last } : {}),
    files: check.files,
    fileCount: payload.length,
    evidenceCount: loaded?.forms.evidence?.evidence.length ?? 0,
    documentCount: check.index ? renderings(check.index).length : 0,
    bytes: payload.reduce((sum, f) => sum + f.size, 0),
  };
}

function letterOf({ case: main, transfer, supervision }: LoadedCase['forms']): Pick<Verdict, 'letter'> {
  const docNo = transfer?.docNo ?? supervision?.docNo;
  return docNo === undefined ? {} : { letter: { agency: main?.sender.name ?? '', docNo } };
}

function count(findings: readonly Finding[], ...severities: readonly Severity[]): number {
  return findings.filter(({ severity }) => severities.includes(severity)).length;
}

/** A wrong file fails nothing: it was never checked. */
function nothingRead(findings: readonly Finding[]): Verdict {
  return {
    findings,
    verifiable: false,
    form: 'refused',
    signed: false,
    signatureFiles: 0,
    wrong: 0,
    warned: 0,
    remarked: 0,
    documentsWrong: 0,
    answers: { intact: 'no', files: 'notRead', authentic: 'unknown', inOrder: 'unknown', documents: 'notCompared', notCompared: 'content' },
    qualities: { accuracy: 'notChecked', integrity: 'notChecked', usability: 'notChecked', safety: 'notChecked' },
    files: [],
    fileCount: 0,
    evidenceCount: 0,
    documentCount: 0,
    bytes: 0,
  };
}
