/** Is this the same person? By the number of the identity card where both give one, else by name. */
import { type Case, nameKey, numberKey, type Suspect } from '../../model/index.ts';

export interface Person {
  readonly name: string;
  readonly idNo?: string;
}

export function samePerson(a: Person, b: Person): boolean {
  if (a.idNo !== undefined && b.idNo !== undefined) return numberKey(a.idNo) === numberKey(b.idNo);
  return nameKey(a.name) === nameKey(b.name);
}

export const suspectOf = ({ case: c }: Case, person: Person): Suspect | undefined => c.suspects.find((s) => samePerson(s, person));

export const isOfficer = ({ case: c }: Pick<Case, 'case'>, name: string): boolean =>
  c.officers.some((o) => nameKey(o.name) === nameKey(name));
