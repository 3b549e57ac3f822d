/** What `verify` says of a dossier, on the terminal and in 核验记录. */
import { chineseInstant, type Finding, groupedHex } from '../../model/index.ts';
import type { VerifyResult } from '../../operations/index.ts';
import type { Voice } from '../options.ts';
import { bytesText } from '../print.ts';
import { displayWidth } from '../width.ts';

/** Said once on paper for people; `--json` has all. A changed file also breaks its CRC, its SM3 and its line in the log. */
export function forReceiver(findings: readonly Finding[]): Finding[] {
  const entryOf = (f: Finding): string => (f.at && 'entry' in f.at ? f.at.entry : '');
  const changed = new Set(findings.filter((f) => f.code === 'DOSSIER_FILE_CHANGED' && f.args.algorithm === 'sha256').map(entryOf));
  return findings.filter((f) => {
    if (!changed.has(entryOf(f))) return true;
    return !(
      f.code === 'DOSSIER_CUSTODY_DIGEST' ||
      f.code === 'ZIP_CRC' ||
      (f.code === 'DOSSIER_FILE_CHANGED' && f.args.algorithm === 'sm3')
    );
  });
}

export function answersText(result: VerifyResult, { ui }: Voice, expect: string | undefined): string {
  const { index, fingerprint } = result;
  const a = ui.answers;
  const rows: readonly (readonly [string, string])[] = [
    ...answerRows(result, ui, expect !== undefined),
    [ui.qualities.title, qualitiesText(result, ui)],
    [ui.containers.title, ui.containers[result.form]],
  ];
  const width = Math.max(...rows.map(([label]) => displayWidth(label)));
  const lines = rows.map(([label, value]) => `  ${label}${' '.repeat(width - displayWidth(label))}  ${value}`);
  const facts = index
    ? [
        ui.verifyFacts({
          caseName: index.caseName,
          createdAt: chineseInstant(index.createdAt),
          files: result.fileCount,
          evidence: result.evidenceCount,
          documents: result.documentCount,
          bytes: bytesText(result.bytes),
        }),
      ]
    : [];
  const anchor = fingerprint === undefined ? [] : anchorLines(result, ui, expect);
  return [...facts, a.title, ...lines, ...anchor, ui.limits].join('\n');
}

/** The fingerprint, and what it means: never an invitation to compare one that says nothing of the files. */
function anchorLines({ answers, findings, fingerprint = '' }: VerifyResult, ui: Voice['ui'], expect: string | undefined): string[] {
  const found = ui.fingerprint(groupedHex(fingerprint));
  const differs = findings.some((f) => f.code === 'DOSSIER_FINGERPRINT_DIFFERS');
  if (expect !== undefined && differs) return [found, ui.onPaper(groupedHex(expect.replace(/[\s-]/g, '').toLowerCase())), ui.expectDiffers];
  if (answers.intact === 'no') return [found, ui.listsOnly];
  return [found, expect === undefined ? ui.comparePaper : ui.expectMatches];
}

/** The three answers; `compared`: a fingerprint was given from paper. */
export function answerRows(result: VerifyResult, ui: Voice['ui'], compared: boolean): readonly (readonly [string, string])[] {
  const { answers } = result;
  const a = ui.answers;
  const remarks = result.findings.filter(({ severity }) => severity === 'info').length;
  const untold = answers.documents === 'notCompared' && answers.inOrder !== 'unknown' && answers.inOrder !== 'notChecked';
  const inOrder = {
    yes: remarks > 0 ? a.inOrderRemarks(remarks) : a.inOrderYes,
    warnings: a.inOrderWarnings(result.warned),
    no: a.inOrderNo(result.wrong),
    unknown: a.unknown,
    notChecked: a.inOrderNotChecked,
  }[answers.inOrder];
  return [
    [a.intact, answers.intact === 'no' ? (answers.authentic === 'unknown' ? a.notRead : a.no) : compared ? a.yesOnPaper : a.yes],
    [a.authentic, { unsigned: a.unsigned, notChecked: a.unchecked, unknown: a.unknown }[answers.authentic]],
    [a.inOrder, `${inOrder}${untold ? a.notCompared : ''}`],
  ];
}

export const QUALITIES = ['authenticity', 'integrity', 'usability', 'safety'] as const;

/** 真实性 未核验　完整性 通过 … */
function qualitiesText({ qualities }: VerifyResult, { qualities: words }: Voice['ui']): string {
  return QUALITIES.map((name) => `${words[name]} ${words[qualities[name]]}`).join('　');
}
