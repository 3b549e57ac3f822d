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

test.each<[string, string, string, string, string, string | undefined]>([
  ['true for 是', 'records.yaml', 'verified: 是', 'verified: true', 'FIELD_NEEDS_QUOTES', '是'],
  ['false for 否', 'records.yaml', 'verified: 是', 'verified: false', 'FIELD_NEEDS_QUOTES', '否'],
  ['a quoted true', 'records.yaml', 'verified: 是', 'verified: "true"', 'FIELD_ENUM', undefined],
  ['Chinese quotes', 'records.yaml', 'verified: 是', 'verified: “是”', 'FIELD_IN_QUOTES', '是'],
  ['Chinese quotes around a day', 'records.yaml', 'verifiedOn: 2026-07-15', 'verifiedOn: “2026-07-15”', 'FIELD_IN_QUOTES', '2026-07-15'],
  ['a Chinese comma', 'records.yaml', 'officers: [甲, 乙]', 'officers: [甲，乙]', 'FIELD_CHINESE_COMMA', '["甲", "乙"]'],
  ['a Chinese enumeration comma', 'records.yaml', 'officers: [甲, 乙]', 'officers: [甲、乙]', 'FIELD_CHINESE_COMMA', '["甲", "乙"]'],
])('%s', async (_, file, from, to, code, proposal) => {
  const findings = (await told(file, from, to)).filter((f) => f.code === code);
  expect(findings).toMatchObject([{ severity: 'stop', args: proposal === undefined ? {} : { proposal } }]);
});

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

test('a name between Chinese quotes is told, once', async () => {
  const found = await told('records.yaml', 'name: 孙某六', 'name: “孙某六”');
  expect(found.filter(({ code }) => code === 'FIELD_IN_QUOTES').map(({ severity }) => severity)).toEqual(['warning']);
});

test.each([
  ['an amount', 'sum: 28,640.35', 'MONEY_INVALID', '28640.35'],
  ['an amount in braces', '{ sum: 28,640.35 }', 'MONEY_INVALID', '28640.35'],
  ['a count', 'rows: 1,234', 'FIELD_TYPE', '1234'],
])('a comma for thousands: %s', async (_, said, code, proposal) => {
  const { findings } = await load({ 'records.yaml': `datasets:\n  - ${said}\n` });
  expect(findings.find((f) => f.code === code)?.args).toMatchObject({ proposal });
});

test.each([
  ['2529445,50', 'decimal-comma', '2529445.50'],
  ['2529445,5', 'decimal-comma', '2529445.5'],
  ['2529445，50', 'decimal-comma', '2529445.50'],
  ['2,529,445,50', 'decimal-comma', '2529445.50'],
  ['0,50元', 'decimal-comma', '0.50'],
  ['2,529,445.50', 'separator', '2529445.50'],
  ['2,529,445', 'separator', '2529445'],
  ['1,234', 'either-comma', '1234'],
  ['１，２３４', 'either-comma', '1234'],
  ['2529445,505', 'either-comma', undefined],
  ['252,9445.50', 'separator', undefined],
  ['１２．５０', 'full-width', '12.50'],
  ['12元', 'unit', '12'],
])('an amount %s is mended by %s', async (value, problem, proposal) => {
  const found = await told('case.yaml', 'fundLoss: "12345.60"', `fundLoss: '${value}'`);
  expect(found.filter(({ code }) => code === 'MONEY_INVALID').map(({ args }) => args)).toEqual([
    { field: expect.any(String), value: expect.any(String), problem, ...(proposal === undefined ? {} : { proposal }) },
  ]);
});

test.each([
  ['a number of identity', 'case.yaml', '"999999198001010011"', '"９９９９９９198001010011"', 'FIELD_PATTERN', '999999198001010011'],
  ['a day', 'records.yaml', 'verifiedOn: 2026-07-15', 'verifiedOn: ２０２６－０７－１５', 'DAY_INVALID', '2026-07-15'],
  ['a time', 'internal.yaml', '2026-11-18T09:00+08:00', '２０２６-11-18T09：00＋08：00', 'INSTANT_INVALID', '2026-11-18T09:00+08:00'],
  ['a code', 'case.yaml', 'YS-B3', 'ＹＳ－Ｂ３', 'FIELD_ENUM', 'YS-B3'],
])('full-width characters: %s', async (_, file, from, to, code, proposal) => {
  const found = (await told(file, from, to)).filter((f) => f.code === code);
  expect(found.map(({ args }) => ('nearest' in args ? args.nearest : 'proposal' in args && args.proposal))).toEqual([proposal]);
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
