/** The three answers beside one another, and what the dossier is. */
import { bytesText, harmless } from '../messages/index.ts';
import { chineseInstant, groupedHex } from '../model/index.ts';
import { answerRows, type Verdict } from '../verdict/index.ts';
import { byId, make } from './dom.ts';
import { ui } from './voice.ts';

export type Mark = 'good' | 'bad' | 'warned' | 'open';

/** `compared`: paper agrees. Without it nobody can say that this is the dossier that was sealed. */
export function marksOf({ answers }: Verdict, compared: boolean): readonly [Mark, Mark, Mark] {
  const intact = answers.intact === 'no' ? 'bad' : compared ? 'good' : 'open';
  const inOrder = { yes: 'good', warnings: 'warned', no: 'bad', unknown: 'open', notChecked: 'open' } as const;
  return [intact, 'open', inOrder[answers.inOrder]];
}

export function showAnswers(verdict: Verdict, compared: boolean): void {
  const { page, ...words } = ui();
  const marks = marksOf(verdict, compared);
  const rows = answerRows(verdict, ui(), compared).map(([label, text], i) => {
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
  byId('facts').textContent = factsOf(verdict);
  byId('limits').textContent = verdict.answers.intact === 'no' ? words.limitsFailed : words.limits;
  const { zipSha256 } = verdict;
  byId('zip-digest').hidden = zipSha256 === undefined;
  byId('zip-digest').replaceChildren(`${page.result.zip}  `, make('span', { class: 'hex' }, groupedHex(zipSha256 ?? '')));
}

export function factsOf({ index, fileCount, evidenceCount, documentCount, bytes }: Verdict): string {
  if (!index) return '';
  return harmless(
    ui().verifyFacts({
      caseName: index.caseName,
      createdAt: chineseInstant(index.createdAt),
      files: fileCount,
      evidence: evidenceCount,
      documents: documentCount,
      bytes: bytesText(bytes),
    }),
  );
}
