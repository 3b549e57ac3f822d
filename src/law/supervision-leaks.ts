/** P-08: a search for what stands only in the letter to 监察机关: its number, its people, its addressee, its words. */
import { type Case, PACKED_FORMS } from '../model/index.ts';
import { plainText } from './search-text.ts';
import { textsOf } from './texts.ts';

/** A sentence of the letter of so many characters does not stand elsewhere by chance. */
const TELLING = 16;
/** A shorter one tells when it stands as a sentence of its own. */
const SHORTEST_SENTENCE = 8;
const SHORTEST_NUMBER = 4;
/** Two characters of a name may meet by chance, and a stop cannot be lifted. */
const CERTAIN_NAME = 3;
/** Fields that name a person who has a part in the case itself, such as a witness. */
const NAMING = /\/(?:name|author|holder|owner|custodian|guardian|madeBy|receiver)$/u;
const WORDS = /监察委员会|纪委监委|监察机关|线索移送/u;

/** The gravest first. `certain`: no chance. */
export type LetterLeak =
  | { readonly kind: 'number' | 'sentence' }
  | { readonly kind: 'person'; readonly certain: boolean }
  | { readonly kind: 'words'; readonly word: string };

/** Undefined when there is no letter. */
export function letterSearch(c: Case): ((text: string) => readonly LetterLeak[]) | undefined {
  const { supervision } = c;
  if (!supervision) return undefined;
  const number = bare(supervision.docNo).replace(/号$/u, '');
  const recipient = fold(supervision.recipient);
  const persons = personsOf(c);
  const sentences = supervision.clue
    .split(/[。；;！!？?\n]/u)
    .map(fold)
    .filter((s) => s.length >= SHORTEST_SENTENCE);
  return (text) => {
    const folded = fold(text);
    const leaks: LetterLeak[] = [];
    if (number.length >= SHORTEST_NUMBER && containsNumber(bare(text), number)) leaks.push({ kind: 'number' });
    const found = persons.filter((name) => folded.includes(name));
    if (found.length > 0) leaks.push({ kind: 'person', certain: found.some((name) => name.length >= CERTAIN_NAME) });
    const word = recipient.length >= SHORTEST_NUMBER && folded.includes(recipient) ? supervision.recipient : WORDS.exec(folded)?.[0];
    if (word !== undefined) leaks.push({ kind: 'words', word });
    if (sentences.some((s) => (s.length >= TELLING ? folded.includes(s) : standsAlone(folded, s)))) leaks.push({ kind: 'sentence' });
    return leaks;
  };
}

/** Names that stand in the letter and nowhere as a person of the case. */
function personsOf(c: Case): readonly string[] {
  const known = new Set(
    PACKED_FORMS.flatMap((form) => [...textsOf(c[form])].filter(({ pointer }) => NAMING.test(pointer)).map(({ text }) => fold(text))),
  );
  const names = (c.supervision?.otherPersons ?? []).map((p) => fold(p.name));
  return names.filter((name) => name.length >= 2 && ![...known].some((other) => other === name || other.includes(name)));
}

/** Width, spaces and points within a name do not hide it. */
const fold = (text: string): string => plainText(text).replace(/[\s·•]/gu, '');
/** A number without its brackets, however they are written. */
const bare = (text: string): string => fold(text).replace(/[〔〕〈〉《》【】()[\]{}<>_-]/gu, '');

function containsNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
    if (!/\d/u.test(text[at + number.length] ?? '')) return true;
  return false;
}

function standsAlone(text: string, sentence: string): boolean {
  const joins = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  for (let at = text.indexOf(sentence); at >= 0; at = text.indexOf(sentence, at + 1))
    if (!joins(text[at - 1]) && !joins(text[at + sentence.length])) return true;
  return false;
}
