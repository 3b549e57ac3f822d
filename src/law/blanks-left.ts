/** F-19: a text that was begun from a pack's narrative and not finished. No such paper leaves the house, nor goes to who approves. */
import { FORM_NAMES, toFillIn } from '../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from './rule.ts';
import { textsOf } from './texts.ts';

function* left({ case: c }: RuleInput): Iterable<Hit> {
  for (const form of FORM_NAMES)
    for (const { pointer, text } of textsOf(c[form])) {
      const names = toFillIn(text);
      if (names.length > 0) yield hit('BLANK_LEFT', { names: names.filter(Boolean), count: names.length }, form, pointer);
    }
}

export const BLANK_RULES: readonly Rule[] = [
  {
    id: 'F-19',
    severity: 'stop',
    since: '0.2.0',
    basis: basis('国务院令第310号', '第六条'),
    asks: '各表的文字里没有留下【待填】的空。',
    why: '附送的调查报告等材料写的是查明的情况；留着空的文书不能送审，也不能移送。',
    right: '经查，该药店将保健食品串换为医保目录内药品，结算1,286笔。',
    wrong: '经查，该药店将保健食品串换为医保目录内药品，结算【待填：笔数】笔。',
    codes: ['BLANK_LEFT'],
    check: left,
  },
];
