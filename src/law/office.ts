/** Who used the office of a 国家工作人员, and what follows for a fact: a person is routed, not a code (国务院令第310号 art. 19; 指导意见 arts 5, 7). */
import { behaviour, type CaseForm, type Fact, type Suspect } from '../model/index.ts';

/** Both facts of 指导意见 art. 5, last paragraph. */
export const usedOffice = (suspect: Suspect): boolean => suspect.publicOfficial === '是' && suspect.usedOffice === '是';

/** The suspects who did it; parties are none. */
export function doers({ suspects }: CaseForm, { actors }: Fact): readonly Suspect[] {
  return suspects.filter((s) => actors.includes(s.id));
}

/** Conduct of office: by its code, and for 侵占、挪用 unless everybody is known to be no official. */
export function isConductOfOffice(c: CaseForm, fact: Fact): boolean {
  const { supervisory } = behaviour(fact.behaviour) ?? {};
  if (supervisory !== 'official') return supervisory === 'always';
  const who = doers(c, fact);
  return who.length === 0 || who.some((s) => s.publicOfficial !== '否');
}

/** Nothing of the fact is for the police: conduct of office, or done by nobody but those who used theirs. */
export function isForSupervision(c: CaseForm, fact: Fact): boolean {
  const who = doers(c, fact);
  return isConductOfOffice(c, fact) || (who.length > 0 && who.every(usedOffice));
}

/** All that a conduct may be, whoever did it. */
export function crimesOfConduct(code: string): readonly string[] {
  const row = behaviour(code);
  return row ? [...new Set([row.crime, ...(row.otherCrimes ?? []), ...(row.officeCrimes ?? [])])] : [];
}

/** What a fact is likely to be by its conduct and its people, the usual offence first. */
export function crimesOfFact(c: CaseForm, fact: Fact): readonly string[] {
  const row = behaviour(fact.behaviour);
  if (!row) return [];
  const ordinary = [row.crime, ...(row.otherCrimes ?? [])];
  const office = row.officeCrimes ?? ordinary;
  if (isConductOfOffice(c, fact)) return office;
  const who = doers(c, fact);
  if (!who.some(usedOffice)) return ordinary;
  return who.every(usedOffice) ? office : [...new Set([...ordinary, ...office])];
}
