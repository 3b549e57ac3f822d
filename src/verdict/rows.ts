/** A verdict in words: the answers row by row, and the findings as a receiver reads them. */
import type { Ui } from '../messages/index.ts';
import { besideTheSeal, ofPaper } from './answers.ts';
import type { Verdict } from './judge.ts';
import { countOf, formatUnknown, onlyAdded } from './telling.ts';

export type AnswerRow = readonly [label: string, text: string];

/** What the rows are made of. */
export type Answered = Pick<
  Verdict,
  | 'answers'
  | 'custodyHead'
  | 'files'
  | 'findings'
  | 'signatureFiles'
  | 'verifiable'
  | 'rules'
  | 'wrong'
  | 'warned'
  | 'remarked'
  | 'documentsWrong'
  | 'documentCount'
>;

/** The answers, the second anchor, the four tests of the register, and 载体. `compared`: a fingerprint was given from paper. */
export function answerRows(verdict: Answered & Pick<Verdict, 'form' | 'qualities'>, ui: Ui, compared: boolean): readonly AnswerRow[] {
  return [
    ...threeAnswers(verdict, ui, compared),
    ...custodyHeadRow(verdict, ui),
    ...qualityRows(verdict, ui),
    ...(verdict.verifiable ? [[ui.containers.title, ui.containers[verdict.form]] as const] : []),
  ];
}

/** 完整, 签署者身份, and the third in its two rows: 规则, 文书比对. */
export function threeAnswers(verdict: Answered, ui: Ui, compared: boolean): readonly AnswerRow[] {
  const a = ui.answers;
  const labels = [a.intact, a.authentic, a.inOrder, a.documents] as const;
  if (!verdict.verifiable) return labels.map((label, i) => [label, i === 0 ? a.notVerifiable : a.notVerified]);
  const authentic = { unsigned: a.unsigned, notChecked: a.unchecked, unknown: a.unknown }[verdict.answers.authentic];
  const texts = [intactText(verdict, a, compared), authentic, inOrderText(verdict, a), documentsText(verdict, a)] as const;
  return labels.map((label, i) => [label, texts[i] ?? '']);
}

function intactText({ answers, files, findings, signatureFiles }: Answered, a: Ui['answers'], compared: boolean): string {
  // What was added beside the seal is named in the same breath as what did not change.
  if (answers.intact === 'yes') return `${compared ? a.yesOnPaper : a.yes}${signatureFiles > 0 ? a.signaturesBeside(signatureFiles) : ''}`;
  if (answers.files === 'notRead') return a.notRead;
  if (answers.files === 'differ') return differText(findings, files.length, a);
  const stops = findings.filter((f) => f.severity === 'stop' && !ofPaper(f));
  if (differsFromPaper(findings)) return stops.length > 0 ? a.noOnPaperNorContainer : a.noOnPaper;
  return stops.length === 0 ? a.noOnCustodyPaper : stops.some(besideTheSeal) ? a.noBeside : a.noContainer;
}

function differText(findings: Verdict['findings'], read: number, a: Ui['answers']): string {
  // Beyond a limit findings of one kind are counted only.
  if (findings.some(({ code }) => code === 'DOSSIER_MORE')) return a.noMany;
  if (formatUnknown(findings)) return a.noFormat;
  const { changed, missing, added } = countOf(findings);
  return onlyAdded(findings) ? a.noAdded(added) : a.no({ read, changed, missing, added });
}

function inOrderText({ answers, findings, rules, wrong, warned, remarked }: Answered, a: Ui['answers']): string {
  if (answers.inOrder === 'unknown') return a.rulesNotRun.content;
  if (answers.inOrder === 'notChecked') return a.rulesNotRun[answers.because ?? 'purpose'];
  // What a rule of today only remarks because the dossier says that an older program made it.
  const later = findings.filter(({ since }) => since !== undefined).length;
  if (rules) return `${a.ruled({ ...rules, wrong, warned, remarked })}${later > 0 ? a.laterRules(later) : ''}`;
  return a.notRuled(wrong);
}

function documentsText({ answers, documentsWrong, documentCount }: Answered, a: Ui['answers']): string {
  if (answers.notCompared) return a.notCompared[answers.notCompared];
  return answers.documents === 'differ' ? a.documentsDiffer(documentsWrong) : a.documentsSame(documentCount);
}

const differsFromPaper = (findings: Verdict['findings']): boolean => findings.some(({ code }) => code === 'DOSSIER_FINGERPRINT_DIFFERS');

export const QUALITIES = ['accuracy', 'integrity', 'usability', 'safety'] as const;

/** 准确性检验 … 安全性检验, by the names of the register: what came out, and of what test. */
export function qualityRows({ qualities }: Pick<Verdict, 'qualities'>, { qualities: words }: Ui): readonly AnswerRow[] {
  return QUALITIES.map((name) => {
    const { label, tested, fail, pending = words.notChecked } = words[name];
    return [label, { pass: words.pass(tested), fail, pending, notChecked: words.notChecked }[qualities[name]]];
  });
}
/** The second anchor on paper, where one was given. */
export function custodyHeadRow({ custodyHead }: Pick<Verdict, 'custodyHead'>, { custodyHead: words }: Ui): readonly AnswerRow[] {
  if (!custodyHead) return [];
  const { line, lines } = custodyHead;
  const text = line !== undefined ? words.agrees(line, lines) : lines > 0 ? words.differs(lines) : words.notRead;
  return [[words.title, text]];
}

/** What the verdict proves, or what to do where it proves nothing. */
export function limitsOf({ answers, findings, verifiable }: Pick<Verdict, 'answers' | 'findings' | 'verifiable'>, ui: Ui): string {
  if (!verifiable) return ui.limitsNotVerifiable;
  if (answers.intact === 'yes') return ui.limits;
  if (answers.files !== 'same') return ui.limitsFailed;
  // The content agrees with its lists: paper says otherwise, or the container around it was changed.
  return findings.some(ofPaper) ? ui.limitsOtherDossier : ui.limitsContainer;
}
