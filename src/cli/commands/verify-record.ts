/** `verify --report`: the words of 核验记录, always Chinese, since it is signed and bound. */
import { basename, resolve } from 'node:path';
import { basisText, bytesText, harmless, placeText, receivedSentence, uiOf } from '../../messages/index.ts';
import { chineseInstant, Fault, type Finding, type Severity } from '../../model/index.ts';
import { guardRecord, type RecordWords, recordVerification, type verifyBag } from '../../operations/index.ts';
import { forReceiver, qualityRows, tellingFirst, threeAnswers, type Verdict } from '../../verdict/index.ts';
import { countFindings } from '../print.ts';
import type { Session } from '../session.ts';

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
    return { path, talk: voice.ui.recorded(path, pages), findings: [], failed: false, ...(record.file ? { file: record.file } : {}) };
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
            caseName: short(index.caseName),
            caseNo: short(index.caseNo),
            agency: short(letter?.agency ?? ''),
            docNo: short(letter?.docNo ?? ''),
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
    answers: threeAnswers(result, ui, expected !== undefined).map(([label, text]) => ({ label, text })),
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

/** What the packer's machine wrote of itself. */
function toldBy(
  { software, engine, createdAt, template }: NonNullable<Verdict['index']>,
  { packed }: Verdict,
): NonNullable<RecordWords['told']> {
  return {
    software: short(`${software.name} ${software.version}`),
    engine: short(`${engine.name} ${engine.version}`),
    sealedAt: chineseInstant(createdAt),
    packedAt: packed && packed.at !== createdAt ? chineseInstant(packed.at) : '',
    packedBy: (packed?.by ?? []).map(({ name, certNo }) => short(certNo === undefined ? name : `${name}（${certNo}）`)),
    pack: short(`${template.id} ${template.version}`),
    packSha256: short(template.sha256),
  };
}

/** Every file with its digests, for the annex. */
export function annexOf({ files, index }: Verdict): NonNullable<RecordWords['annex']> {
  const numbers = new Map(index?.files.map(({ path, evidenceNo }) => [path, evidenceNo]));
  return files.map(({ path, size, sha256, sm3 }) => ({ path: short(path), evidenceNo: short(numbers.get(path) ?? ''), size, sha256, sm3 }));
}

export function bagWords(result: AnyBag, path: string): RecordWords {
  const { form, findings, bytes, files, algorithms, unknownAlgorithms } = result;
  return {
    kind: 'bag',
    container: ui.containers[form],
    algorithms: short(namesOf(algorithms.filter((a) => !unknownAlgorithms.includes(a)))),
    changed: !result.valid,
    ...listed(findings, path),
    answers: [{ label: ui.answers.title, text: short(ui.bagResult({ ...result, files, bytes: bytesText(bytes) })) }],
    qualities: [],
    unchecked: { content: form === 'refused', documents: true, rules: true, signed: false, algorithms: short(namesOf(unknownAlgorithms)) },
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
      const tail = `${finding.excused ? ui.excused : ''}${finding.unverified ? ui.unverified : ''}`;
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
  const given = harmless(path);
  return place.startsWith(given) ? `${harmless(basename(resolve(path)))}${place.slice(given.length)}` : place;
}

function short(text: string): string {
  const points = [...harmless(text).replace(/\s*\n\s*/g, ' ')];
  return points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : points.join('');
}
