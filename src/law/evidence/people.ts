/** Is this the same person? By the number of the identity card where both give one, else by name. */
import type { Case, Suspect } from '../../model/index.ts';

export interface Person {
  readonly name: string;
  readonly idNo?: string;
}

/** A name as it is compared: 陶 书衡 and 陶书衡 are one. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '');

const idKey = (idNo: string): string => nameKey(idNo).toUpperCase();

export function samePerson(a: Person, b: Person): boolean {
  if (a.idNo !== undefined && b.idNo !== undefined) return idKey(a.idNo) === idKey(b.idNo);
  return nameKey(a.name) === nameKey(b.name);
}

export const suspectOf = ({ case: c }: Case, person: Person): Suspect | undefined => c.suspects.find((s) => samePerson(s, person));

export const isOfficer = ({ case: c }: Case, name: string): boolean => c.officers.some((o) => nameKey(o.name) === nameKey(name));
