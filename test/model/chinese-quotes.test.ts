// Straight quotation marks around Chinese words become Chinese ones; code, inches and paths stay as they are.
import { expect, test } from 'vitest';
import { chineseQuotes, hasStraightQuotes } from '../../src/model/index.ts';

test.each([
  ['以"免费体检"为名', '以“免费体检”为名'],
  ['"免费体检"、"送米油"', '“免费体检”、“送米油”'],
  ['称"住院"。\n"挂床"是指', '称“住院”。\n“挂床”是指'],
  ["所谓'代刷'行为", '所谓‘代刷’行为'],
  [`他说："院长讲'先登记'，再说。"`, '他说：“院长讲‘先登记’，再说。”'],
  ['型号"X-1"的主机', '型号“X-1”的主机'],
  ['𬸪说"好"', '𬸪说“好”'],
])('%s', (text, expected) => {
  expect(chineseQuotes(text)).toBe(expected);
});

test.each([
  'SELECT * FROM "住院" WHERE diag = \'挂床\'',
  '{"姓名":"甲"}',
  '屏幕14"的显示器',
  "it's 好",
  '"C:\\数据"',
  '未完的"引文',
  '两行"甲\n乙"之间',
  '空的""不动',
  '“已经是”中文',
  '',
])('%j stays', (text) => {
  expect([chineseQuotes(text), hasStraightQuotes(text)]).toEqual([text, false]);
});
