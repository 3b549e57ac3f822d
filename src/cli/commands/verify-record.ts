/** `verify --report`: the words of 核验记录, always Chinese, since it is signed and bound. */
import { basename, resolve } from 'node:path';
import { basisText, bytesText, column, oneLine, placeText, receivedSentence, term, typed, type Ui, uiOf } from '../../messages/index.ts';
import { Fault, type Finding, type Severity } from '../../model/index.ts';
import { guardRecord, type RecordWords, recordVerification, type verifyBag } from '../../operations/index.ts';
import { forReceiver, QUALITIES, tellingFirst, threeAnswers, type Verdict } from '../../verdict/index.ts';
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
      talk: voice.ui.recorded(typed(path), pages),
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
  const { answers, qualities, index, fingerprint } = result;
  const { template } = index ?? {};
  return {
    kind: 'dossier',
    container: ui.containers[result.form],
    ...(index
      ? {
          about: {
            caseName: column(index.caseName),
            caseNo: column(index.caseNo),
            sealedAt: sealedAtText(index.createdAt, 'zh-CN'),
            pack: template ? `${column(template.id)} ${column(template.version)}` : '',
            packSha256: template ? column(template.sha256) : '',
          },
        }
      : {}),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(expected === undefined ? {} : { expected }),
    changed: answers.intact === 'no',
    ...listed(forReceiver(result.findings), path),
    answers: threeAnswers(result, ui, expected !== undefined).map(([label, text]) => ({ label, text })),
    qualities: QUALITIES.map((name) => ({ label: ui.qualities[name], text: ui.qualities[qualities[name]] })),
    unchecked: {
      content: result.form === 'refused',
      documents: answers.documents === 'notCompared',
      rules: answers.inOrder === 'unknown' || answers.inOrder === 'notChecked',
      signed: result.signed,
    },
  };
}

export function bagWords(result: AnyBag, path: string): RecordWords {
  const { form, findings } = result;
  return {
    kind: 'bag',
    container: ui.containers[form],
    changed: !result.valid,
    ...listed(findings, path),
    answers: [{ label: ui.answers.title, text: oneLine(bagText(result, ui)) }],
    qualities: [],
    unchecked: { content: form === 'refused', documents: true, rules: true, signed: false },
  };
}

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
  const given = column(path);
  return place.replace(/^«?/, '').startsWith(given) ? place.replace(given, () => column(basename(resolve(path)))) : place;
}

function short(text: string): string {
  return oneLine(text, LONGEST);
}

/** Of `verify --bag`: its version and algorithms are whatever its tag files say. */
export function bagText({ valid, complete, version, algorithms, files, bytes }: AnyBag, words: Ui): string {
  return words.bagResult({ valid, complete, version: term(version), algorithms: algorithms.map(term), files, bytes: bytesText(bytes) });
}

export function bagConclusion({ valid, complete }: AnyBag, { conclusion }: Ui): string {
  return conclusion.title(valid ? conclusion.validBag : complete ? conclusion.bagNotValid : conclusion.bagNotComplete);
}
