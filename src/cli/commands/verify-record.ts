/** `verify --report`: the words of 核验记录, always Chinese, since it is signed and bound. */
import { basename, resolve } from 'node:path';
import {
  basisText,
  bytesText,
  column,
  oneLine,
  placeText,
  quoted,
  receivedSentence,
  tailText,
  term,
  typed,
  type Ui,
  uiOf,
} from '../../messages/index.ts';
import { Fault, type Finding, groupedHex, type Severity } from '../../model/index.ts';
import { guardRecord, type RecordWords, recordVerification, type verifyBag } from '../../operations/index.ts';
import {
  type AnswerRow,
  conclusionOf,
  custodyHeadRow,
  forReceiver,
  limitsOf,
  qualityRows,
  tellingFirst,
  threeAnswers,
  type Verdict,
} from '../../verdict/index.ts';
import { countFindings } from '../print.ts';
import type { Session } from '../session.ts';
import { sealedAtText } from './verify-words.ts';

type AnyBag = Awaited<ReturnType<typeof verifyBag>>;
type File = { readonly size: number; readonly sha256: string };

export interface Report {
  readonly path?: string;
  readonly file?: File;
  readonly talk?: string;
  /** What kept it from being written. */
  readonly findings: readonly Finding[];
  readonly failed: boolean;
}

/** Findings beyond these are counted: nobody signs a hundred pages. */
const MOST = 100;
/** Code points of one text: names inside a dossier may be as long as somebody likes. */
const LONGEST = 300;
/** People who packed; the others are counted. */
const MOST_PACKERS = 6;
/** Columns of a path in the annex: the longest that a dossier may have. */
const LONGEST_PATH = 720;
const GRAVEST: readonly Severity[] = ['stop', 'error', 'warning', 'info'];
const ui = uiOf('zh-CN');

/** Before anything is read. @throws Fault TARGET_* */
export function guardReport({ call }: Session): void {
  if (call.options.report !== undefined) guardRecord(call.options.report, call.argument ?? '', call.options.force);
}

/** The answers stand whatever becomes of the paper, so what keeps it from being written is a finding. @throws Fault ABORTED */
export async function writeReport(session: Session, words: RecordWords, file: File | undefined): Promise<Report> {
  const { call, now, version, signal, voice } = session;
  const output = call.options.report;
  if (output === undefined) return { findings: [], failed: false };
  try {
    const record = await recordVerification({
      path: call.argument ?? '',
      output,
      overwrite: call.options.force,
      now,
      version,
      file,
      words,
      signal,
    });
    const { path, pages } = record;
    return {
      path,
      talk: voice.ui.recorded(typed(resolve(path)), pages),
      findings: [],
      failed: false,
      ...(record.file ? { file: record.file } : {}),
    };
  } catch (error) {
    if (!(error instanceof Fault) || signal.aborted) throw error;
    return { findings: [error.finding], failed: true };
  }
}

export function dossierWords(result: Verdict, expected: string | undefined, path: string): RecordWords {
  const { answers, index, letter, fingerprint, rules } = result;
  return {
    kind: 'dossier',
    container: ui.containers[result.form],
    ...(index
      ? {
          about: {
            caseName: quoted(index.caseName),
            caseNo: quoted(index.caseNo),
            agency: quoted(letter?.agency ?? ''),
            docNo: quoted(letter?.docNo ?? ''),
          },
          told: toldBy(index, result),
        }
      : {}),
    ...(answers.files === 'notRead'
      ? {}
      : { counts: { documents: result.documentCount, evidence: result.evidenceCount, files: result.fileCount, bytes: result.bytes } }),
    algorithms: answers.files === 'notRead' ? '' : ui.bothAlgorithms,
    ...(rules ? { rules } : {}),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(expected === undefined ? {} : { expected }),
    changed: answers.files !== 'same',
    ...listed(forReceiver(result.findings), path),
    answers: [
      { label: ui.answers.conclusion, text: conclusionOf(result, ui, expected !== undefined) },
      ...[...threeAnswers(result, ui, expected !== undefined), ...headRow(result)].map(([label, text]) => ({ label, text })),
      { label: ui.answers.next, text: limitsOf(result, ui) },
    ],
    qualities: qualityRows(result, ui).map(([label, text]) => ({ label, text })),
    unchecked: {
      content: result.form === 'refused',
      documents: answers.documents === 'notCompared',
      rules: answers.inOrder === 'unknown' || answers.inOrder === 'notChecked',
      signed: result.signed,
      algorithms: '',
    },
  };
}

/** With the value: the record is held against the paper that bears it. */
function headRow(result: Verdict): readonly AnswerRow[] {
  const given = groupedHex(result.custodyHead?.given ?? '');
  return custodyHeadRow(result, ui).map(([label, text]) => [label, `${given}：${text}`]);
}

/** What the packer's machine wrote of itself. */
function toldBy(
  { software, engine, createdAt, template }: NonNullable<Verdict['index']>,
  { packed }: Verdict,
): NonNullable<RecordWords['told']> {
  return {
    software: `${column(software.name)} ${column(software.version)}`,
    engine: `${column(engine.name)} ${column(engine.version)}`,
    sealedAt: sealedAtText(createdAt, 'zh-CN'),
    packedAt: packed && packed.at !== createdAt ? sealedAtText(packed.at, 'zh-CN') : '',
    packedBy: packersOf(packed?.by ?? []),
    pack: `${column(template.id)} ${column(template.version)}`,
    packSha256: column(template.sha256),
  };
}

/** A stranger's log may name as many as it likes. */
function packersOf(by: NonNullable<Verdict['packed']>['by']): readonly string[] {
  const names = by
    .slice(0, MOST_PACKERS)
    .map(({ name, certNo }) => (certNo === undefined ? column(name) : `${column(name)}（${column(certNo)}）`));
  return by.length > MOST_PACKERS ? [...names, `等${by.length}人`] : names;
}

/** Every file with its digests, for the annex. */
export function annexOf({ files, index }: Verdict): NonNullable<RecordWords['annex']> {
  const numbers = new Map(index?.files.map(({ path, evidenceNo }) => [path, evidenceNo]));
  return files.map(({ path, size, sha256, sm3 }) => ({
    path: column(path, LONGEST_PATH),
    evidenceNo: column(numbers.get(path) ?? ''),
    size,
    sha256,
    sm3,
  }));
}

export function bagWords(result: AnyBag, path: string): RecordWords {
  const { form, findings, algorithms, unknownAlgorithms } = result;
  return {
    kind: 'bag',
    container: ui.containers[form],
    algorithms: namesOf(algorithms),
    changed: !result.valid,
    ...listed(findings, path),
    answers: [
      { label: ui.answers.conclusion, text: bagConclusion(result, ui) },
      { label: ui.answers.title, text: oneLine(bagText(result, ui)) },
    ],
    qualities: [],
    unchecked: { content: form === 'refused', documents: true, rules: true, signed: false, algorithms: namesOf(unknownAlgorithms) },
  };
}

const namesOf = (algorithms: readonly string[]): string => algorithms.map((a) => a.toUpperCase()).join('、');

/** The gravest first, and of those too many to print their number. */
function listed(findings: readonly Finding[], path: string): Pick<RecordWords, 'tally' | 'findings' | 'hidden'> {
  const sorted = tellingFirst(findings).toSorted((a, b) => GRAVEST.indexOf(a.severity) - GRAVEST.indexOf(b.severity));
  return {
    tally: ui.tally(countFindings(findings)),
    findings: sorted.slice(0, MOST).map((finding) => {
      const { text, hint = '' } = receivedSentence(finding, 'zh-CN');
      const tail = tailText(finding, ui);
      return {
        severity: ui.severity[finding.severity],
        code: `${finding.code}${finding.rule ? `（${finding.rule}）` : ''}`,
        text: `${short(placeIn(text, path))}${tail}`,
        place: finding.at ? short(placeIn(placeText(finding.at, path), path)) : '',
        basis: short(basisText(finding)),
        mend: short(hint),
      };
    }),
    hidden: Math.max(0, sorted.length - MOST),
  };
}

/** Which folder of which machine it lay in says nothing of the dossier. */
function placeIn(place: string, path: string): string {
  const given = column(path);
  return place.replace(/^«?/, '').startsWith(given) ? place.replace(given, () => column(basename(resolve(path)))) : place;
}

function short(text: string): string {
  return oneLine(text, LONGEST);
}

/** Of `verify --bag`: its version and algorithms are whatever its tag files say. */
export function bagText({ algorithms, bytes, unknownAlgorithms, valid, complete, version, files }: AnyBag, words: Ui): string {
  return words.bagResult({
    valid,
    complete,
    version: term(version),
    algorithms: algorithms.map(term),
    unknownAlgorithms: unknownAlgorithms.map(term),
    files,
    bytes: bytesText(bytes),
  });
}

export function bagConclusion({ valid, complete }: AnyBag, { conclusion }: Ui): string {
  return valid ? conclusion.validBag : complete ? conclusion.bagNotValid : conclusion.bagNotComplete;
}
