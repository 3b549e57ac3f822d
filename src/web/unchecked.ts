/** What was not verified: said beside every answer, so that none of them claims more than was looked at. */
import type { Ui } from '../messages/index.ts';
import type { Verdict } from '../verdict/index.ts';

type Unchecked = keyof Ui['page']['record']['unchecked'];

/** `compared`: with a fingerprint from paper. */
export function uncheckedOf({ answers, form, signed }: Verdict, compared: boolean): readonly Unchecked[] {
  const all: readonly (readonly [Unchecked, boolean])[] = [
    ['content', form === 'refused'],
    ['signed', signed],
    ['unsigned', !signed],
    ['paper', !compared],
    ['documents', answers.documents === 'notCompared'],
    ['rules', answers.inOrder === 'unknown' || answers.inOrder === 'notChecked'],
    ['media', true],
    ['truth', true],
  ];
  return all.flatMap(([which, holds]) => (holds ? [which] : []));
}

/** One sentence for the screen; paper and truth have sentences of their own there. */
export function uncheckedSentence(verdict: Verdict, { notChecked, notCheckedOf }: Ui['page']['result']): string {
  const { documents, signatures, rules, media } = notChecked;
  const names: Readonly<Partial<Record<Unchecked, string>>> = { documents, signed: signatures, unsigned: signatures, rules, media };
  return notCheckedOf(uncheckedOf(verdict, true).flatMap((which) => names[which] ?? []));
}
