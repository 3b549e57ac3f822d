// Which row of amounts a place falls under: 广东 has two classes of cities.
import { expect, test } from 'vitest';
import { regionOf, thresholdOf } from '../../src/law/index.ts';
import type { CaseForm } from '../../src/model/index.ts';
import { loadPack } from '../../src/pack/index.ts';

const national = loadPack('national').pack;
const guangdong = loadPack('guangdong').pack;

test.each([
  ['江苏', '江苏'],
  ['江苏省示例市', '江苏'],
  ['重庆市示例区', '重庆'],
  ['广东省广州市', '广东一类'],
  ['广东广州', '广东一类'],
  ['深圳市', '广东一类'],
  ['中山', '广东一类'],
  ['中山区', '全国'],
  ['某省中山路', '全国'],
  ['广东省示例市', '广东二类'],
  ['广东一类', '广东一类'],
  ['广东', '广东二类'],
  ['示例省', '全国'],
  [undefined, '全国'],
])('%s: %s', (region, row) => {
  expect(thresholdOf(national, region, '诈骗罪')?.region).toBe(row);
});

test.each([
  [undefined, '广州市医疗保障局', '广东一类'],
  [undefined, '示例市医疗保障局', '广东二类'],
  ['重庆', '广州市医疗保障局', '重庆'],
])('within the pack of Guangdong, %s %s: %s', (region, name, row) => {
  const form = { sender: { name, level: '市' }, ...(region === undefined ? {} : { region }) } as Pick<CaseForm, 'region' | 'sender'>;
  expect(thresholdOf(guangdong, regionOf(guangdong, form), '诈骗罪')?.region).toBe(row);
});
