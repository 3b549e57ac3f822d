/** Blanks of a text that was begun from a narrative: marked until filled. */
import { expect, test } from 'vitest';
import { beginText, blanksOf, fillIn, piecesOf, toFillIn } from '../../src/model/index.ts';

test('what is known is put in, the rest stays marked, and nothing else is changed', () => {
  const known = (name: string): string | undefined => ({ 起日: '2025年1月6日', 金额: '' })[name];
  expect(beginText('经查，{起日}起结算{笔数}笔、{金额}元。', known)).toBe('经查，2025年1月6日起结算【待填：笔数】笔、【待填：金额】元。');
});

test.each([
  ['经查，结算【待填：笔数】笔、【待填：笔数】张。', ['笔数', '笔数']],
  ['【 待填: 金额 】', ['金额']],
  ['【待填】', ['']],
  ['【待填表】、【附件】、待填：甲', []],
  ['【待填：甲\n乙】', []],
])('%s', (text, names) => {
  expect(toFillIn(text)).toEqual(names);
});

test('one blank is filled, the others stay; a filling is taken as it is', () => {
  const text = '甲【待填：一】乙【待填：一】丙';
  expect(fillIn(text, 1, "$&$1'")).toBe("甲【待填：一】乙$&$1'丙");
  expect(
    piecesOf(text)
      .map((piece) => ('text' in piece ? piece.text : `(${piece.blank})`))
      .join(''),
  ).toBe('甲(一)乙(一)丙');
  expect(blanksOf('{起日}至{止日}')).toEqual(['起日', '止日']);
});
