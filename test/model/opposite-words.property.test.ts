// Over every choice of every form: what is negated, undone, only planned, of the other sense or without its deciding part is never the word.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nearestWord, plainWord } from '../../src/model/index.ts';

const SCHEMAS = new URL('../../schemas/', import.meta.url);

function choices(node: unknown, into: Map<string, readonly string[]>): Map<string, readonly string[]> {
  if (typeof node !== 'object' || node === null) return into;
  const { enum: words } = node as { enum?: unknown };
  if (Array.isArray(words) && words.some((word) => typeof word === 'string' && /\p{Script=Han}/u.test(word)))
    into.set(
      words.join(' '),
      words.filter((word): word is string => typeof word === 'string'),
    );
  for (const inside of Object.values(node)) choices(inside, into);
  return into;
}

const all = new Map<string, readonly string[]>();
for (const file of readdirSync(SCHEMAS).filter((name) => name.endsWith('.schema.json')))
  choices(JSON.parse(readFileSync(new URL(file, SCHEMAS), 'utf8')), all);
const CHOICES = [...all.values()];

/** Before a word these say that it is not so, no longer so, or not yet so. */
const TURNED = [
  '不',
  '未',
  '没有',
  '非',
  '无',
  '并非',
  '拒绝',
  '撤销',
  '解除',
  '取消',
  '终止',
  '恢复',
  '拟',
  '待',
  '应',
  '暂缓',
  '申请',
  '副',
  '基本',
  '欠',
];
/** Each of a row may stand where another stands, and is another thing. */
const INSTEAD = [
  ['合法', '违法', '非法'],
  ['前', '后'],
  ['正职', '副职', '分管'],
  ['轻微', '严重'],
  ['轻微', '较重'],
  ['暂停', '恢复'],
  ['监察', '检察'],
  ['十五', '十八'],
  ['已', '应', '待', '拟', '未'],
  ['有', '无'],
  ['30', '3', '20', '100', '15'],
  ['主办', '承办', '协办'],
  ['立案', '撤案', '退案'],
];
/** Without these the word says something else, or less. */
const DECIDING = [
  '合理',
  '合法',
  '违法',
  '非法',
  '永久',
  '永久居留',
  '居民来往内地',
  '居民来往大陆',
  '统筹',
  '转卖获利',
  '获利',
  '加抽样',
  '轻微',
  '严重',
  '明显',
];
const DECIDED = [
  '异于',
  '需要',
  '公安机关',
  '公安',
  '法',
  '有',
  '已',
  '的医务人员、患者',
  '明显异于市场价格',
  '结算',
  '、指挥犯罪团伙',
  '认罪认罚的医务人员、',
];

test('the schemas have choices', () => {
  expect(CHOICES.length).toBeGreaterThan(50);
});

test.each(TURNED)('%s before a word is not the word', (turned) => {
  const wrong = CHOICES.flatMap((words) =>
    words.flatMap((word) => {
      const text = turned + word;
      if (words.includes(text)) return [];
      return [plainWord(text, words), nearestWord(text, words)].filter((found) => found === word).map(() => text);
    }),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test.each(INSTEAD)('%s is not %s', (...row) => {
  const wrong = CHOICES.flatMap((words) =>
    words.flatMap((word) =>
      row.flatMap((from) =>
        row.flatMap((to) => {
          const text = word.replace(from, to);
          if (from === to || text === word || words.includes(text)) return [];
          return [plainWord(text, words), nearestWord(text, words)].filter((found) => found === word).map(() => `${text} ${word}`);
        }),
      ),
    ),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test.each([...DECIDING, ...DECIDED])('a word without %s is not taken as the word', (part) => {
  const wrong = CHOICES.flatMap((words) =>
    words.flatMap((word) => {
      const text = word.replace(part, '');
      return text === word || words.includes(text) || plainWord(text, words) !== word ? [] : [`${text} ${word}`];
    }),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test.each(['人', '者', '人员', '方'])('%s of a body are not the body', (people) => {
  const bodies = CHOICES.flatMap((words) =>
    words.filter((word) => /(?:单位|机关|机构|所)$/u.test(word)).filter((word) => plainWord(word + people, words) === word),
  );
  expect(bodies).toEqual([]);
});

test.each([
  ['分管负责人', ['正职负责人', '主持工作负责人']],
  ['身份证', ['护照', '外国人永久居留身份证', '十五位居民身份证', '其他']],
  ['居民身份证', ['护照', '十五位居民身份证', '其他']],
  ['未拒绝签名', ['已签名', '拒绝签名', '无法签名', '待签名']],
  ['30个月', ['永久', '30年', '10年']],
  ['抽样推算', ['逐笔核算', '比例推算', '审计']],
])('%s has no advice', (text, words) => {
  expect(nearestWord(text, words)).toBeUndefined();
});
