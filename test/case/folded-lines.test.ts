// A text typed over several lines: no gap where Chinese is folded, and nothing else changes.
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/case/_yaml.ts';
import { lineMap } from '../../src/case/line-map.ts';

const read = (text: string): unknown => (parseYaml(text, 'case.yaml', lineMap(text)).value as { a: unknown }).a;

test.each([
  ['folded block', 'a: >-\n  住院登记，\n  患者离院。\n', '住院登记，患者离院。'],
  ['folded block with its line end', 'a: >\n  甲\n  乙\n', '甲乙\n'],
  ['plain', 'a: 住院\n  登记\n', '住院登记'],
  ['double quotes', 'a: "住院\n  登记"\n', '住院登记'],
  ['single quotes', "a: '住院\n  登记'\n", '住院登记'],
  ['beside a figure', 'a: >-\n  共计\n  412380.60元\n', '共计412380.60元'],
  ['a character of the second plane', 'a: >-\n  贺䶮\n  𬸪到场\n', '贺䶮𬸪到场'],
  ['CR LF', 'a: >-\r\n  甲方\r\n  乙方\r\n', '甲方乙方'],
  ['English', 'a: >-\n  Microsoft\n  Word\n', 'Microsoft Word'],
  ['a space within a line', 'a: >-\n  甲 乙\n  丙 丁\n', '甲 乙丙 丁'],
  ['the same words twice', 'a: >-\n  甲乙 甲乙\n  甲乙\n', '甲乙 甲乙甲乙'],
  ['paragraphs', 'a: >-\n  甲\n\n  乙\n  丙\n', '甲\n乙丙'],
  ['literal', 'a: |-\n  甲\n  乙\n', '甲\n乙'],
  ['escaped', 'a: "\\u4f4f\n  院"\n', '住 院'],
  ['the same words behind a paragraph', 'a: 甲丙 丁\n\n  丙\n  丁\n', '甲丙 丁\n丙丁'],
  ['the same words behind an escape', 'a: "\\x41甲 乙\n  甲\n  乙"\n', 'A甲 乙 甲 乙'],
  ['the same words in a literal block', 'a: |-\n  a | 丙 丁\n  丙\n  丁\n', 'a | 丙 丁\n丙\n丁'],
  ['the sign of a folded block in its text', 'a: >-\n  a > 丙 丁\n  丙\n  丁\n', 'a > 丙 丁丙丁'],
  ['a comment behind', 'a: 甲\n  乙 # 丙\n', '甲乙'],
])('%s', (_, text, expected) => {
  expect(read(text)).toBe(expected);
});
