/** K-03: how many, said in prose, is how many there are. */
import { parseChineseNumber } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { narratives } from './narratives.ts';

const NUMBER = '(\\d{1,5}|[一二三四五六七八九十百]{1,6})';

interface Counted {
  readonly what: string;
  readonly pattern: RegExp;
  readonly count: (input: RuleInput) => number;
}

const COUNTED: readonly Counted[] = [
  { what: '涉嫌人员', pattern: new RegExp(`涉嫌人员(?:共计|共)?${NUMBER}(?:名|人)`, 'gu'), count: ({ case: c }) => c.case.suspects.length },
  { what: '涉案物品', pattern: new RegExp(`涉案物品(?:共计|共)${NUMBER}(?:项|种)`, 'gu'), count: ({ case: c }) => c.items.items.length },
  {
    what: '证据',
    pattern: new RegExp(`证据(?:材料)?(?:共计|共)${NUMBER}(?:项|份)`, 'gu'),
    count: ({ case: c }) => c.evidence.evidence.length,
  },
  { what: '专案组人员', pattern: new RegExp(`专案组(?:共计|共)${NUMBER}(?:名|人)`, 'gu'), count: ({ case: c }) => c.case.officers.length },
];

function* counts(input: RuleInput): Iterable<Hit> {
  for (const { form, pointer, text } of narratives(input.case)) {
    for (const { what, pattern, count } of COUNTED) {
      for (const match of text.matchAll(pattern)) {
        const found = parseChineseNumber(match[1] ?? '');
        const counted = count(input);
        if (found !== undefined && found !== counted) yield hit('COUNT_DIFFERS', { what, found, counted }, form, pointer);
      }
    }
  }
}

export const COUNT_RULES: readonly Rule[] = [
  {
    id: 'K-03',
    severity: 'error',
    basis: basis('国务院令第310号', '第六条'),
    asks: '文字里写的人数、物品项数、证据项数与清单一致。',
    why: '数目不符，接收方清点时会退回补正。',
    right: '报告写“证据 39 项”，证据清单也是 39 项。',
    wrong: '增加了一项证据，报告里的数目没有改。',
    codes: ['COUNT_DIFFERS'],
    check: counts,
  },
];
