/** Who collects: at least two officers, by their ids in the case or written out. */

import type { RoughCase, RoughOfficer } from '../../case/index.ts';
import { type Basis, type CustodyPerson, type Finding, fault, finding } from '../../model/index.ts';

export interface Collectors {
  readonly people: readonly CustodyPerson[];
  readonly findings: readonly Finding[];
}

const TWO_OFFICERS: readonly Basis[] = [
  { document: '行政处罚法', article: '第四十二条' },
  { document: '法发〔2016〕22号', article: '第七条' },
];

/** @throws Fault COLLECT_BY_UNKNOWN, COLLECT_TWO_OFFICERS */
export function collectorsOf(given: readonly string[], officers: readonly RoughOfficer[], files: number): Collectors {
  const named = peopleOf(given, officers);
  const { length } = named.people;
  if (length < 2) throw fault('COLLECT_TWO_OFFICERS', 2, { given: length, files }, { basis: TWO_OFFICERS });
  return named;
}

/** Officers by their ids in the case, or anybody as 姓名/证号; no one twice. @throws Fault COLLECT_BY_UNKNOWN */
export function peopleOf(given: readonly string[], officers: readonly RoughOfficer[]): Collectors {
  const findings: Finding[] = [];
  const chosen = given.map((text) => {
    const officer =
      officers.find(({ id }) => id === text) ??
      only(officers.filter(({ name, certNo }) => name === text || `${name}/${certNo ?? ''}` === straight(text)));
    if (officer) return officer;
    const [name = '', certNo = '', more] = straight(text)
      .split('/')
      .map((part) => part.trim());
    if (name === '' || certNo === '' || more !== undefined)
      throw fault('COLLECT_BY_UNKNOWN', 2, {
        by: text,
        known: officers.map(({ id, name: called }) => (id === called ? id : `${id}（${called}）`)),
      });
    if (officers.length > 0) findings.push(finding('COLLECT_OFFICER_NOT_IN_CASE', 'warning', { name, certNo }));
    return { name, certNo };
  });
  const people = new Map<string, CustodyPerson>();
  for (const [i, { name, certNo }] of chosen.entries()) {
    const key = `${name}/${certNo ?? ''}`;
    if (people.has(key)) findings.push(finding('COLLECT_BY_TWICE', 'warning', { by: given[i] ?? name }));
    else people.set(key, { name, ...(certNo === undefined ? {} : { certNo }) });
  }
  return { people: [...people.values()], findings };
}

/** Name of one person, given as above or by name alone. */
export function nameOf(given: string, officers: readonly RoughOfficer[]): string {
  return officers.find(({ id }) => id === given)?.name ?? (straight(given).split('/')[0] ?? '').trim();
}

/** Who belongs to the house, as far as a case in its first hours says. */
export function insidersOf({ officers, main: { sender } }: RoughCase): readonly string[] {
  return [...officers.map(({ name }) => name), ...(sender === undefined ? [] : [sender])];
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** The full-width stroke of a Chinese keyboard. */
function straight(text: string): string {
  return text.replaceAll('／', '/');
}
