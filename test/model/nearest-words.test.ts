// Words of a choice as people shorten and lengthen them; never the opposite.
import { expect, test } from 'vitest';
import { nearest, nearestWord, periodReading, plainWord } from '../../src/model/index.ts';

const OUTCOMES = ['立案', '不予立案', '转送', '退回'];
const FUNDS = ['职工基本医疗保险统筹基金', '城乡居民基本医疗保险基金', '职工大额医疗费用补助', '职工医保个人账户', '其他'];
const KINDS = ['书证', '物证', '证人证言', '当事人的陈述', '勘验笔录、现场笔录', '鉴定意见'];

test.each([
  ['主办人', ['主办', '协办', '记录', '其他'], '主办'],
  ['其他人员', ['主办', '协办', '记录', '其他'], '其他'],
  ['男性', ['男', '女', '不详'], '男'],
  ['市级', ['省', '市', '县'], '市'],
  ['公安', ['公安机关', '监察机关', '其他'], '公安机关'],
  ['职工统筹基金', FUNDS, '职工基本医疗保险统筹基金'],
  ['现场笔录', KINDS, '勘验笔录、现场笔录'],
  ['当事人陈述', KINDS, '当事人的陈述'],
  ['不立案', OUTCOMES, '不予立案'],
  ['没有封存', ['已封存', '未封存'], '未封存'],
  ['尚未封存', ['已封存', '未封存'], '未封存'],
])('%s is one word of %j', (text, words, expected) => {
  expect(plainWord(text, words)).toBe(expected);
});

test.each([
  ['予立案', OUTCOMES],
  ['未立案', OUTCOMES],
  ['签名', ['已签名', '拒绝签名', '无法签名']],
  ['职工医保', FUNDS],
  ['笔录', KINDS],
  ['询问笔录', KINDS],
  ['不是主办', ['主办', '协办']],
  ['企业', ['单位', '个人']],
  ['区', ['省', '市', '县']],
])('%s is none, or more than one, of %j', (text, words) => {
  expect(plainWord(text, words)).toBeUndefined();
});

test.each([
  ['没有封上', ['已封存', '未封存'], undefined],
  ['末封存', ['已封存', '未封存'], undefined],
  ['以封存', ['已封存', '未封存'], undefined],
  ['不立', ['立案', '不予立案'], '不予立案'],
  ['拒签', ['已签名', '拒绝签名', '无法签名'], '拒绝签名'],
])('%s is never advised into its opposite', (text, words, expected) => {
  expect(nearestWord(text, words)).toBe(expected);
});

test('nothing is near that has no character in common', () => {
  expect([nearest('区', ['省', '市', '县']), nearestWord('区', ['省', '市', '县']), nearest('主力', ['主办'])]).toEqual([
    undefined,
    undefined,
    '主办',
  ]);
});

test.each([
  ['2025.3.1至2026.8.31', '2025-03-01 2026-08-31'],
  ['2025年3月1日—2026年8月31日', '2025-03-01 2026-08-31'],
  ['2026.8.31至2025.3.1', ''],
  ['03/04/2026', ''],
  ['2025.3.1', ''],
  ['2025.3.1至今', ''],
])('%s is a period', (text, expected) => {
  const read = periodReading(text);
  expect(read ? `${read.from} ${read.to}` : '').toBe(expected);
});
