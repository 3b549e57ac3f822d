/** S-14: how old a suspect was when it was done (刑法 art. 17). */
import { ageOn, birthOf, type CaseForm, chineseDay, type Day, type Suspect } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';

/** Of the offences to which conduct against the fund leads, none is among those for which one answers from 14. */
const RESPONSIBLE = 16;
const OF_AGE = 18;

/** The birthday itself does not count: an age is reached on the day after it. */
const reachedBy = (born: Day, years: number, day: Day): boolean => {
  const age = ageOn(born, day);
  return age > years || (age === years && day.slice(5) !== born.slice(5));
};

interface Act {
  readonly factNo: string;
  readonly from: Day;
  readonly to: Day;
}

/** The facts that a person is an actor of; of none, the whole case. */
function actsOf({ id }: Suspect, { facts, period }: CaseForm): readonly Act[] {
  const own = facts.filter(({ actors }) => actors.includes(id)).map(({ factNo, period: { from, to } }) => ({ factNo, from, to }));
  return own.length > 0 ? own : [{ factNo: '', ...period }];
}

function* ages({ case: { case: c } }: RuleInput): Iterable<Hit> {
  for (const [i, suspect] of c.suspects.entries()) {
    const born = birthOf(suspect);
    if (born !== undefined) yield* agesOf(suspect.name, born, actsOf(suspect, c), `/suspects/${i}`);
  }
}

function* agesOf(name: string, born: Day, acts: readonly Act[], at: string): Iterable<Hit> {
  const first = acts.map(({ from }) => from).sort()[0] ?? '';
  const last =
    acts
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '';
  const before = acts.filter(({ from }) => !reachedBy(born, RESPONSIBLE, from));
  const facts = before.map(({ factNo }) => factNo).join('、');
  if (!reachedBy(born, RESPONSIBLE, last)) {
    yield hit('SUSPECT_UNDER_AGE', { name, age: ageOn(born, last), facts }, 'case', at);
  } else if (before.length > 0) {
    const reached = chineseDay(`${Number(born.slice(0, 4)) + RESPONSIBLE}${born.slice(4)}`);
    yield hit('SUSPECT_AGED_DURING', { name, reached, facts }, 'case', at, 'warning');
  } else if (!reachedBy(born, OF_AGE, first)) {
    yield hit('SUSPECT_MINOR', { name, age: ageOn(born, first) }, 'case', at, 'info');
  }
}

export const AGE_RULES: readonly Rule[] = [
  {
    id: 'S-14',
    since: '0.2.0',
    severity: 'error',
    basis: basis('刑法', '第十七条'),
    asks: '涉嫌人员行为时已满十六周岁：诈骗、盗窃、掩饰隐瞒犯罪所得等罪不在十四周岁、十二周岁起负刑事责任的罪之内。跨过十六周岁生日的，只有其后的行为可以追究；不满十八周岁的，移送书印出提请注意。',
    why: '不满十六周岁的人对这些行为不负刑事责任，列为涉嫌人员就是错案；利用他的成年人另行追究。',
    right: '十五岁的学生被母亲带去冒名就医：涉嫌人员只列母亲，学生写进需要说明的问题。',
    wrong: '把行为时十五岁的学生列为诈骗罪的涉嫌人员。',
    codes: ['SUSPECT_UNDER_AGE', 'SUSPECT_AGED_DURING', 'SUSPECT_MINOR'],
    check: ages,
  },
];
