/** The three answers beside one another, and what the dossier is. */
import { bytesText, sentenceOf } from '../messages/index.ts';
import { chineseInstant, groupedHex } from '../model/index.ts';
import { answerRows, limitsOf, type Verdict } from '../verdict/index.ts';
import { byId, flat, make, outside, quoted } from './dom.ts';
import { selfCompared } from './self.ts';
import { uncheckedSentence } from './unchecked.ts';
import { spoken, ui } from './voice.ts';

/** `added`: it agrees, and files were added beside the seal whose worth nobody tested. */
export type Mark = 'good' | 'bad' | 'warned' | 'open' | 'added' | 'none';

/** By the labels of the rows that bear one. `compared`: paper agrees. Without it nobody can say that this is the dossier that was sealed. */
export function marksOf({ answers, signatureFiles, verifiable }: Verdict, compared: boolean): ReadonlyMap<string, Mark> {
  const words = ui().answers;
  const whole = answers.intact === 'no' ? 'bad' : !compared ? 'open' : signatureFiles > 0 ? 'added' : 'good';
  const rules = { yes: 'good', warnings: 'warned', no: 'bad', unknown: 'open', notChecked: 'open' } as const;
  const documents = { same: 'good', differ: 'bad', notCompared: 'open' } as const;
  const marks: readonly (readonly [string, Mark])[] = [
    [words.intact, whole],
    [words.authentic, 'open'],
    [words.inOrder, rules[answers.inOrder]],
    [words.documents, documents[answers.documents]],
  ];
  return new Map(verifiable ? marks : marks.map(([label]) => [label, 'none']));
}

/** The answers in one sentence, for who hears the page. */
export function spokenAnswers(verdict: Verdict, compared: boolean): string {
  const { result } = ui().page;
  return result.spoken([...marksOf(verdict, compared)].map(([label, mark]) => [label, result.marks[mark]]));
}

/** `name`: what was chosen. */
export function showAnswers(verdict: Verdict, name: string, compared: boolean): void {
  const { page } = ui();
  const marks = marksOf(verdict, compared);
  // Of what is no dossier there is no more to say than that.
  const told = answerRows(verdict, ui(), compared).filter(([label]) => verdict.verifiable || marks.has(label));
  const rows = told.map(([label, text]) => {
    const mark = marks.get(label);
    return make(
      'div',
      { class: mark ?? 'wide' },
      make('dt', {}, label),
      ...(mark ? [make('dd', { class: 'mark' }, page.result.marks[mark])] : []),
      make('dd', {}, text),
    );
  });
  byId('answers').replaceChildren(...rows);
  byId('chosen').replaceChildren(`${page.result.chosen}  `, make('b', {}, quoted(name)));
  byId('facts').replaceChildren(...(verdict.verifiable ? factsOf(verdict) : [reasonOf(verdict)]));
  byId('unchecked').textContent = verdict.verifiable ? uncheckedSentence(verdict, selfCompared(), page.result) : '';
  byId('limits').textContent = limitsOf(verdict, ui());
  const { zipSha256 } = verdict;
  byId('zip-digest').hidden = zipSha256 === undefined;
  byId('zip-digest').replaceChildren(`${page.result.zip}  `, make('span', { class: 'hex' }, groupedHex(zipSha256 ?? '')));
}

/** Why it could not be verified, and what to do. */
function reasonOf({ findings: [reason] }: Verdict): string {
  const { text, hint = '' } = reason ? sentenceOf(reason, spoken()) : { text: '' };
  return `${flat(text)}\n${flat(hint)}`.trim();
}

/** What the dossier says of itself, as such; then what was counted. */
function factsOf({ index, fileCount, evidenceCount, documentCount, bytes }: Verdict): readonly (Node | string)[] {
  if (!index) return [];
  const { result } = ui().page;
  const counts = { files: fileCount, evidence: evidenceCount, documents: documentCount, bytes: bytesText(bytes) };
  return [
    `${result.says.caseName}  `,
    make('b', {}, quoted(index.caseName)),
    `\n${result.says.createdAt}  `,
    outside(chineseInstant(index.createdAt)),
    `\n${result.counted(counts)}`,
  ];
}
