/** K-08: a field that says no more than “as above”. Each form is printed, and each row read, by itself. */
import { FORM_NAMES } from '../../model/index.ts';
import { basis, type Hit, hit, type Rule, type RuleInput } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** The whole of a text, its brackets and full stop aside. */
const REFERENCE =
  /^[（(〔[]?(?:(?:住址|地址|住所|电话|职务|单位)?(?:同|与)?(?:同[上前左右下]|上同|见[上前]|如[上前])(?:[一行项栏格条址述]*)?|同(?:人|单位|证据)?第?(?:[A-Z]{0,3}-?[0-9０-９]+|[一二三四五六七八九十]+)[行项条人号件]?|[〃″々]|["”“'’‘]{1,2}|''|——?[″〃"”]——?)[）)〕\]]?[。.]?$/u;

function* references({ case: c }: RuleInput): Iterable<Hit> {
  for (const form of FORM_NAMES)
    for (const { pointer, text } of textsOf(c[form]))
      if (REFERENCE.test(text.trim())) yield hit('ROW_REFERENCE', { text: text.trim() }, form, pointer);
}

export const ROW_REFERENCE_RULES: readonly Rule[] = [
  {
    id: 'K-08',
    severity: 'warning',
    since: '0.2.0',
    basis: basis('医保发〔2021〕49号', '三（二）'),
    asks: '每一格写它自己的内容，不写“同上”“同前”“〃”。',
    why: '文书把各人、各件分开打印，清单会重新排序：读的人不知道“上”是哪一个。',
    right: '两名涉嫌人员住在一处，两人的 address 都写全。',
    wrong: '第二名涉嫌人员的 address 写“同上”。',
    codes: ['ROW_REFERENCE'],
    check: references,
  },
];
