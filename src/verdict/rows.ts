/** A verdict in words: the answers row by row, and the findings as a receiver reads them. */
import type { Ui } from '../messages/index.ts';
import type { Verdict } from './judge.ts';

export type AnswerRow = readonly [label: string, text: string];

/** The three answers, 四性 and 载体. `compared`: a fingerprint was given from paper. */
export function answerRows(
  verdict: Pick<Verdict, 'answers' | 'findings' | 'form' | 'qualities' | 'verifiable' | 'warned' | 'wrong'>,
  ui: Ui,
  compared: boolean,
): readonly AnswerRow[] {
  return [
    ...threeAnswers(verdict, ui, compared),
    [ui.qualities.title, qualitiesText(verdict.qualities, ui.qualities)],
    [ui.containers.title, ui.containers[verdict.form]],
  ];
}

/** 完整, 签署者身份, 规则检查结果. */
export function threeAnswers(
  { answers, findings, verifiable, warned, wrong }: Pick<Verdict, 'answers' | 'findings' | 'verifiable' | 'warned' | 'wrong'>,
  ui: Ui,
  compared: boolean,
): readonly AnswerRow[] {
  const a = ui.answers;
  if (!verifiable)
    return [
      [a.intact, a.notVerifiable],
      [a.authentic, a.notVerified],
      [a.inOrder, a.notVerified],
    ];
  const remarks = findings.filter(({ severity }) => severity === 'info').length;
  const intact = answers.intact === 'no' ? (answers.authentic === 'unknown' ? a.notRead : a.no) : compared ? a.yesOnPaper : a.yes;
  const authentic = { unsigned: a.unsigned, notChecked: a.unchecked, unknown: a.unknown }[answers.authentic];
  const inOrder = {
    yes: remarks > 0 ? a.inOrderRemarks(remarks) : a.inOrderYes,
    warnings: a.inOrderWarnings(warned),
    no: a.inOrderNo(wrong),
    unknown: a.unknown,
    notChecked: answers.because ? a.inOrderNewer(answers.because === 'newer') : a.inOrderNotChecked,
  }[answers.inOrder];
  const judged = answers.inOrder !== 'unknown' && answers.inOrder !== 'notChecked';
  return [
    [a.intact, intact],
    [a.authentic, authentic],
    [a.inOrder, `${inOrder}${answers.documents === 'notCompared' && judged ? a.notCompared : ''}`],
  ];
}

export const QUALITIES = ['authenticity', 'integrity', 'usability', 'safety'] as const;

/** What the verdict proves, or what to do where it proves nothing. */
export function limitsOf({ answers, verifiable }: Pick<Verdict, 'answers' | 'verifiable'>, ui: Ui): string {
  if (!verifiable) return ui.limitsNotVerifiable;
  if (answers.intact === 'yes') return ui.limits;
  // The rules were asked, so the content agrees with its lists: only paper says otherwise.
  return answers.inOrder === 'unknown' ? ui.limitsFailed : ui.limitsOtherDossier;
}

/** 真实性 未核验　完整性 通过 … */
function qualitiesText(qualities: Verdict['qualities'], words: Ui['qualities']): string {
  return QUALITIES.map((name) => `${words[name]} ${words[qualities[name]]}`).join(words.between);
}
