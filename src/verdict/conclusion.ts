/** A verdict in one line: what the answers below it come to. Nothing of the dossier's own stands in it. */
import type { Ui } from '../messages/index.ts';
import type { Finding } from '../model/index.ts';
import { besideTheSeal, type NotCompared, ofPaper } from './answers.ts';
import type { Verdict } from './judge.ts';
import { formatUnknown, onlyAdded } from './telling.ts';

/** Reasons for which nobody can say that the documents are those of the data; a browser's and a lead's say nothing against a dossier. */
const UNSURE: readonly (NotCompared | undefined)[] = ['newer', 'data', 'pack', 'engine', 'fault'];

/** `compared`: a fingerprint was given from paper, and it was one. */
export function conclusionOf(
  { answers, findings, verifiable }: Pick<Verdict, 'answers' | 'findings' | 'verifiable'>,
  { conclusion: words }: Ui,
  compared: boolean,
): string {
  if (!verifiable) return words.notVerifiable;
  if (answers.files === 'notRead') return words.notRead;
  if (answers.files === 'differ') return onlyAdded(findings) ? words.added : formatUnknown(findings) ? words.format : words.altered;
  const sealed = words[sealedOf({ answers, findings }, compared)];
  if (answers.intact === 'no') return sealed;
  return [
    sealed,
    answers.inOrder === 'no' ? words.rulesBroken : '',
    answers.documents === 'differ' ? words.documentsDiffer : '',
    answers.because ? words.rulesNotRun : '',
    UNSURE.includes(answers.notCompared) ? words.notCompared : '',
  ].join('');
}

function sealedOf({ answers, findings }: Pick<Verdict, 'answers' | 'findings'>, compared: boolean) {
  const told = (code: Finding['code']): boolean => findings.some((f) => f.code === code);
  if (answers.intact === 'yes') return compared ? 'onPaper' : told('DOSSIER_EXPECT_OTHER_VALUE') ? 'otherValue' : 'insideOnly';
  if (told('DOSSIER_FINGERPRINT_DIFFERS')) return 'otherDossier';
  const stops = findings.filter((f) => f.severity === 'stop' && !ofPaper(f));
  return stops.length === 0 ? 'otherLog' : stops.some(besideTheSeal) ? 'beside' : 'container';
}
