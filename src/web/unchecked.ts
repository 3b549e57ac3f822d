/** What was not verified: said beside every answer, so that none of them claims more than was looked at. */
import type { Ui } from '../messages/index.ts';
import type { Verdict } from '../verdict/index.ts';

type Unchecked = keyof Ui['page']['record']['unchecked'];

/** What was compared with paper. */
export interface Compared {
  /** The fingerprint. */
  readonly paper: boolean;
  /** The page's own file. */
  readonly page: boolean;
}

export function uncheckedOf({ answers, form, signed }: Verdict, compared: Compared): readonly Unchecked[] {
  const all: readonly (readonly [Unchecked, boolean])[] = [
    ['content', form === 'refused'],
    ['signed', signed],
    ['unsigned', !signed],
    ['paper', !compared.paper],
    ['documents', answers.documents === 'notCompared'],
    ['rules', answers.inOrder === 'unknown' || answers.inOrder === 'notChecked'],
    ['media', true],
    ['page', !compared.page],
    ['truth', true],
  ];
  return all.flatMap(([which, holds]) => (holds ? [which] : []));
}

/** One sentence for the screen; paper and truth have sentences of their own there. */
export function uncheckedSentence(verdict: Verdict, page: boolean, { notChecked, notCheckedOf }: Ui['page']['result']): string {
  const names: Readonly<Partial<Record<Unchecked, string>>> = {
    ...notChecked,
    signed: notChecked.signatures,
    unsigned: notChecked.signatures,
  };
  return notCheckedOf(uncheckedOf(verdict, { paper: true, page }).flatMap((which) => names[which] ?? []));
}
