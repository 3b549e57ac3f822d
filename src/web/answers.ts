/** The answers beside one another, and what the dossier is. */
import { bytesText, quoted, sentenceOf } from '../messages/index.ts';
import { chineseInstant, groupedHex } from '../model/index.ts';
import { answerRows, limitsOf, type Verdict } from '../verdict/index.ts';
import { byId, flat, make, outside } from './dom.ts';
import { selfCompared } from './self.ts';
import { uncheckedSentence } from './unchecked.ts';
import { spoken, ui } from './voice.ts';

/**
 * How a card looks. `good` alone is green, and stands for nothing but what was looked at and has nothing to be looked into: `open` waits for
 * paper or for a person, `undone` was not done at all. `added`: it agrees, and files were added beside the seal whose worth nobody tested.
 */
export type Tone = 'good' | 'bad' | 'warned' | 'open' | 'undone' | 'added' | 'none';

/** `word`: the same for who does not see colours. */
export interface Mark {
  readonly tone: Tone;
  readonly word: string;
}

/** By the labels of the rows that bear one. `compared`: paper agrees. Without it nobody can say that this is the dossier that was sealed. */
export function marksOf(verdict: Verdict, compared: boolean): ReadonlyMap<string, Mark> {
  const { answers: labels, page } = ui();
  const { marks: words } = page.result;
  const { answers, verifiable } = verdict;
  const own = [labels.intact, labels.authentic, labels.inOrder, labels.documents];
  if (!verifiable) return new Map(own.map((label) => [label, { tone: 'none', word: words.none }]));
  const whole = wholeOf(verdict, compared);
  const ruled = ruledOf(verdict);
  const documents = answers.documents === 'notCompared' ? notComparedAs(answers.notCompared) : answers.documents;
  const signer = { unsigned: 'open', notChecked: 'undone', unknown: 'undone' } as const;
  const papers = { same: 'good', differ: 'bad', notDone: 'undone', notCompared: 'undone' } as const;
  return new Map<string, Mark>([
    [labels.intact, { tone: whole, word: words.intact[whole] }],
    [labels.authentic, { tone: signer[answers.authentic], word: words.authentic[answers.authentic] }],
    [labels.inOrder, { tone: ruled, word: words.inOrder[ruled] }],
    [labels.documents, { tone: papers[documents], word: words.documents[documents] }],
  ]);
}

function wholeOf({ answers, signatureFiles }: Verdict, compared: boolean): 'good' | 'bad' | 'open' | 'added' {
  if (answers.intact === 'no') return 'bad';
  return !compared ? 'open' : signatureFiles > 0 ? 'added' : 'good';
}

/** A remark is for a person to look into: until then there is nothing to be green about. */
function ruledOf({ answers, remarked }: Verdict): 'good' | 'bad' | 'warned' | 'open' | 'undone' {
  const { inOrder } = answers;
  if (inOrder === 'yes') return remarked > 0 ? 'open' : 'good';
  return ({ warnings: 'warned', no: 'bad', unknown: 'undone', notChecked: 'undone' } as const)[inOrder];
}

const notComparedAs = (why: Verdict['answers']['notCompared']): 'notDone' | 'notCompared' =>
  why === 'browser' ? 'notDone' : 'notCompared';

/** The answers in one sentence, for who hears the page. */
export function spokenAnswers(verdict: Verdict, compared: boolean): string {
  return ui().page.result.spoken([...marksOf(verdict, compared)].map(([label, { word }]) => [label, word]));
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
      { class: mark?.tone ?? 'wide' },
      make('dt', {}, label),
      ...(mark ? [make('dd', { class: 'mark' }, mark.word)] : []),
      make('dd', {}, mark ? behind(mark.word, text) : text),
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

/** The sentence of a row behind the word that stands above it: said once. */
function behind(word: string, text: string): string {
  const rest = text.startsWith(word) ? /^(?:：|: )(.+)$/su.exec(text.slice(word.length)) : undefined;
  return rest?.[1] ?? text;
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
