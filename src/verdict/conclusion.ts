/** A verdict in one line: what the answers below it come to. Nothing of the dossier's own stands in it. */
import type { Ui } from '../messages/index.ts';
import type { Verdict } from './judge.ts';

/** `compared`: a fingerprint was given from paper, and it was one. */
export function conclusionOf({ answers, verifiable }: Pick<Verdict, 'answers' | 'verifiable'>, ui: Ui, compared: boolean): string {
  const { title, notVerifiable, notRead, altered, otherDossier, onPaper, insideOnly, rulesBroken } = ui.conclusion;
  if (!verifiable) return title(notVerifiable);
  // The rules were asked, so the content agrees with its lists: only paper says otherwise.
  if (answers.intact === 'no')
    return title(answers.authentic === 'unknown' ? notRead : answers.inOrder === 'unknown' ? altered : otherDossier);
  return title(`${compared ? onPaper : insideOnly}${answers.inOrder === 'no' ? rulesBroken : ''}`);
}
