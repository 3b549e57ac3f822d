/** F-11: offence and office, person by person (指导意见 art. 5 para. 3, art. 7; 刑法 arts 382–384). */
import { type CaseForm, isSameOffence, type Suspect } from '../model/index.ts';
import { names } from './offences.ts';
import { crimesOfFact, usedOffice } from './office.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

const FRAUD = '诈骗罪';
/** Nobody but a 国家工作人员 commits these alone. */
const OF_OFFICE: readonly string[] = ['贪污罪', '挪用公款罪'];

/** Whom an offence is laid to: the people that it names, or all. */
function laidTo(c: CaseForm, { suspects: named }: CaseForm['crimes'][number]): readonly Suspect[] {
  return named === undefined ? c.suspects : c.suspects.filter((s) => named.includes(s.id));
}

/** What the facts of one person are, instead of fraud; none where fraud is among it. */
function insteadOfFraud(c: CaseForm, { id }: Suspect): readonly string[] {
  const own = c.facts.filter((f) => f.actors.includes(id)).map((f) => crimesOfFact(c, { ...f, actors: [id] }));
  return own.filter((crimes) => !names(FRAUD, crimes)).flat();
}

function* byPerson({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, crime] of c.crimes.entries()) {
    const people = laidTo(c, crime);
    if (isSameOffence(crime.name, FRAUD)) {
      const wrong = people.filter((s) => usedOffice(s) && insteadOfFraud(c, s).length > 0);
      const right = [...new Set(wrong.flatMap((s) => insteadOfFraud(c, s)))].join('、');
      const args = { name: wrong.map((s) => s.name).join('、'), crime: crime.name, right };
      if (wrong.length > 0) yield hit('OFFENCE_NOT_OF_OFFICIAL', args, 'case', `/crimes/${i}/${crime.suspects ? 'suspects' : 'name'}`);
    } else if (names(crime.name, OF_OFFICE) && people.length > 0 && people.every((s) => s.publicOfficial === '否')) {
      yield hit('OFFICE_OFFENCE_WITHOUT_OFFICIAL', { crime: crime.name }, 'case', `/crimes/${i}/name`, 'warning');
    }
  }
}

export const OFFICE_OFFENCE_RULES: readonly Rule[] = [
  {
    id: 'F-11',
    severity: 'error',
    since: '0.2.0',
    basis: [...basis('法发〔2024〕6号', '第五条第三款', '第七条'), ...basis('刑法', '第三百八十二条', '第三百八十三条')],
    asks: '罪名按人确定：国家工作人员利用职务便利骗取基金的，是贪污罪，不是诈骗罪（经办机构侵占、挪用基金的，贪污罪或者挪用公款罪；不是国家工作人员的，职务侵占罪或者挪用资金罪，后二者条文待核）。同案还有其他人涉嫌诈骗罪的，在罪名的 suspects 写明该罪是哪些人。',
    why: '身份和职务便利决定罪名，也决定由监察机关还是公安机关管辖。',
    right: '诈骗罪，suspects 只列不是国家工作人员的药贩；医保经办人员的线索写进线索移送函。',
    wrong: '全案只有一名利用审核职务骗取基金的经办人员，罪名写诈骗罪。',
    codes: ['OFFENCE_NOT_OF_OFFICIAL', 'OFFICE_OFFENCE_WITHOUT_OFFICIAL'],
    check: byPerson,
  },
];
