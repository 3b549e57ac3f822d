/** A verdict in one line: what the answers below it come to. Nothing of the dossier's own stands in it. */
import type { Ui } from '../messages/index.ts';
import type { Finding } from '../model/index.ts';
import { ofPaper } from './answers.ts';
import type { Verdict } from './judge.ts';
import { onlyAdded } from './telling.ts';

/** `compared`: a fingerprint was given from paper, and it was one. */
export function conclusionOf(
  {
    answers,
    findings,
    verifiable,
  }: Pick<Verdict, 'answers' | 'verifiable'> & {
    readonly findings: readonly Pick<Finding, 'code' | 'severity'>[];
  },
  { conclusion }: Ui,
  compared: boolean,
): string {
  const {
    notVerifiable,
    notRead,
    altered,
    added,
    container,
    otherDossier,
    otherLog,
    onPaper,
    otherValue,
    insideOnly,
    rulesBroken,
    documentsDiffer,
  } = conclusion;
  if (!verifiable) return notVerifiable;
  if (answers.files === 'notRead') return notRead;
  if (answers.files === 'differ') return onlyAdded(findings) ? added : altered;
  const differs = (code: string): boolean => findings.some((f) => f.code === code);
  const sealed =
    answers.intact === 'yes'
      ? compared
        ? onPaper
        : differs('DOSSIER_EXPECT_OTHER_VALUE')
          ? otherValue
          : insideOnly
      : differs('DOSSIER_FINGERPRINT_DIFFERS')
        ? otherDossier
        : findings.some((f) => f.severity === 'stop' && !ofPaper(f))
          ? container
          : otherLog;
  return `${sealed}${answers.inOrder === 'no' ? rulesBroken : ''}${answers.documents === 'differ' ? documentsDiffer : ''}`;
}
