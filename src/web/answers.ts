/** The three answers beside one another, and what the dossier is. */
import { bytesText, column, harmless, quoted, sentenceOf } from '../messages/index.ts';
import { chineseInstant, groupedHex } from '../model/index.ts';
import { answerRows, limitsOf, type Verdict } from '../verdict/index.ts';
import { byId, make } from './dom.ts';
import { selfCompared } from './self.ts';
import { uncheckedSentence } from './unchecked.ts';
import { spoken, ui } from './voice.ts';

export type Mark = 'good' | 'bad' | 'warned' | 'open' | 'none';

/** `compared`: paper agrees. Without it nobody can say that this is the dossier that was sealed. */
export function marksOf({ answers, verifiable }: Verdict, compared: boolean): readonly [Mark, Mark, Mark, Mark] {
  if (!verifiable) return ['none', 'none', 'none', 'none'];
  const intact = answers.intact === 'no' ? 'bad' : compared ? 'good' : 'open';
  const inOrder = { yes: 'good', warnings: 'warned', no: 'bad', unknown: 'open', notChecked: 'open' } as const;
  const documents = { same: 'good', differ: 'bad', notCompared: 'open' } as const;
  return [intact, 'open', inOrder[answers.inOrder], documents[answers.documents]];
}

/** The three answers in one sentence, for who hears the page. */
export function spokenAnswers(verdict: Verdict, compared: boolean): string {
  const { answers, page } = ui();
  const labels = [answers.intact, answers.authentic, answers.inOrder, answers.documents];
  return page.result.spoken(marksOf(verdict, compared).map((mark, i) => [labels[i] ?? '', page.result.marks[mark]]));
}

export function showAnswers(verdict: Verdict, compared: boolean): void {
  const { page } = ui();
  const marks = marksOf(verdict, compared);
  // Of what is no dossier there is no more to say than that.
  const told = answerRows(verdict, ui(), compared).slice(0, verdict.verifiable ? undefined : marks.length);
  const rows = told.map(([label, text], i) => {
    const mark = marks[i];
    return make(
      'div',
      { class: mark ?? 'wide' },
      make('dt', {}, label),
      ...(mark ? [make('dd', { class: 'mark' }, page.result.marks[mark])] : []),
      make('dd', {}, text),
    );
  });
  byId('answers').replaceChildren(...rows);
  byId('facts').textContent = verdict.verifiable ? factsOf(verdict) : reasonOf(verdict);
  byId('unchecked').textContent = verdict.verifiable ? uncheckedSentence(verdict, selfCompared(), page.result) : '';
  byId('limits').textContent = limitsOf(verdict, ui());
  const { zipSha256 } = verdict;
  byId('zip-digest').hidden = zipSha256 === undefined;
  byId('zip-digest').replaceChildren(`${page.result.zip}  `, make('span', { class: 'hex' }, groupedHex(zipSha256 ?? '')));
}

/** Why it could not be verified, and what to do. */
function reasonOf({ findings: [reason] }: Verdict): string {
  const { text, hint = '' } = reason ? sentenceOf(reason, spoken()) : { text: '' };
  return harmless(`${text}\n${hint}`);
}

function factsOf({ answers, index, fileCount, evidenceCount, documentCount, bytes }: Verdict): string {
  if (!index) return '';
  return harmless(
    ui().verifyFacts({
      sound: answers.intact === 'yes',
      caseName: quoted(index.caseName),
      createdAt: column(chineseInstant(index.createdAt)),
      files: fileCount,
      evidence: evidenceCount,
      documents: documentCount,
      bytes: bytesText(bytes),
    }),
  );
}
