/** Slips of the hand: named for what they are, and mended in one step. */
import { expect, test } from 'vitest';
import { sentenceOf } from '../../src/messages/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { fixtureText, load } from './memory-case.ts';

async function told(file: string, from: string, to: string): Promise<readonly Finding[]> {
  const text = fixtureText(file);
  expect(text).toContain(from);
  return (await load({ [file]: text.replace(from, () => to) })).findings;
}

test.each<[string, string, string[]]>([
  ['a text that goes on behind #', 'narrative: 日常监督检查 #301室', ['warning #301室']],
  ['a comment', 'narrative: 日常监督检查 # 证人', []],
  ['a # without a space before it', 'narrative: 日常监督检查#301室', []],
  ['quoted', 'narrative: "日常监督检查 #301室"', []],
])('%s', async (_, to, expected) => {
  const found = await told('case.yaml', 'narrative: 日常监督检查中发现。', to);
  const lost = found.flatMap((f) => (f.code === 'TEXT_BEHIND_HASH' ? [`${f.severity} ${f.args.lost}`] : []));
  expect(lost).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ['a value behind a #', '# officers: 甲\n#   phone: 13900000009\n', ['phone', 'officers']],
  ['an entry behind a #', '  # - name: 张某一\n', ['name']],
  ['a blank field behind a #', '# phone:\n# list: []\n', []],
  ['what explains', '# 联系电话（选填）：如 0571-00000000\n# see: docs\n', []],
  ['a # inside a text', 'reviewNote: |\n  # name: 甲\n', []],
])('filled in, and still a comment: %s', async (_, more, expected) => {
  const { findings } = await load({ 'case.yaml': `${fixtureText('case.yaml')}${more}` });
  const keys = findings.flatMap((f) => (f.code === 'FIELD_COMMENTED_OUT' ? f.args.keys : []));
  expect([...keys].sort()).toEqual([...expected].sort());
});

test('a value that begins with # is told', async () => {
  const found = await told('case.yaml', 'narrative: 日常监督检查中发现。', 'narrative: #301室');
  expect(found.flatMap((f) => (f.code === 'TEXT_BEHIND_HASH' ? [f.args.lost] : []))).toEqual(['#301室']);
});

test('a name between Chinese quotes is told, once', async () => {
  const found = await told('records.yaml', 'name: 孙某六', 'name: “孙某六”');
  expect(found.filter(({ code }) => code === 'FIELD_IN_QUOTES').map(({ severity }) => severity)).toEqual(['warning']);
});

test('an amount in braces that a comma cuts is told as that', async () => {
  const { findings } = await load({ 'records.yaml': 'datasets:\n  - { sum: 28,640.35 }\n' });
  expect(findings.find(({ code }) => code === 'MONEY_INVALID')?.args).toMatchObject({ proposal: '28640.35' });
});

test.each([
  ['2529445,50', 'decimal-comma', '2529445.50'],
  ['2529445,5', 'decimal-comma', '2529445.5'],
  ['2529445，50', 'decimal-comma', '2529445.50'],
  ['2,529,445,50', 'decimal-comma', '2529445.50'],
  ['0,50元', 'decimal-comma', '0.50'],
  ['2529445,505', 'either-comma', undefined],
  ['252,9445.50', 'separator', undefined],
  ['12.5万元', 'unit', '125000'],
  ['1.2345678亿', 'unit', '123456780'],
  ['12345.601', 'decimals', undefined],
])('an amount %s is mended by %s', async (value, problem, proposal) => {
  const found = await told('case.yaml', 'fundLoss: "12345.60"', `fundLoss: '${value}'`);
  expect(found.filter(({ code }) => code === 'MONEY_INVALID').map(({ args }) => args)).toEqual([
    { field: expect.any(String), value: expect.any(String), problem, ...(proposal === undefined ? {} : { proposal }) },
  ]);
});

test('what stands behind a comma in braces is never dropped', async () => {
  const { findings, unread } = await load({ 'records.yaml': 'datasets:\n  - { rows: 1,234 }\n' });
  expect(findings.find(({ code }) => code === 'FORM_SYNTAX')?.args).toEqual({ problem: 'FLOW_COMMA' });
  expect(unread).toContain('records');
});

test.each([
  ['提供人', 'provider'],
  ['提供 人：', 'provider'],
  ['制作方法', 'method'],
  ['核对曰期', 'verifiedOn'],
])('%s as a key is %s', async (key, nearest) => {
  const found = await told('records.yaml', '    method: 复印', `    "${key}": 复印`);
  expect(found.find(({ code }) => code === 'FIELD_UNKNOWN')?.args).toMatchObject({ nearest });
});

test.each([
  ['提供人', 'name'],
  ['姓名', 'name'],
  ['签名情况', 'signed'],
])('%s as a key of a signer is %s', async (key, nearest) => {
  const found = await told('records.yaml', '{ name: 孙某六, signed: 已签名 }', `{ ${key}: 孙某六, signed: 已签名 }`);
  expect(found.find(({ code }) => code === 'FIELD_UNKNOWN')?.args).toMatchObject({ nearest });
});

test('an id of another kind is named as such', async () => {
  const found = await told('records.yaml', 'paper: E002', 'paper: R1');
  const wrong = found.find(({ code }) => code === 'REF_UNKNOWN');
  expect(wrong && sentenceOf(wrong, 'zh-CN').text).toContain('«R1» 是取证记录编号，不是证据编号');
});

test('each choice stands between marks of its own, for some hold commas', async () => {
  const found = await told('evidence.yaml', 'kind: 书证', 'kind: 书面');
  const wrong = found.find(({ code }) => code === 'FIELD_ENUM');
  expect(wrong && sentenceOf(wrong, 'zh-CN').hint).toContain('「勘验笔录、现场笔录」');
});
