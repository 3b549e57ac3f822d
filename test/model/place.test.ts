/** Names of places: which are one, which are two; and what holds of all of them. */
import { describe, expect, test } from 'vitest';
import { samePlace } from '../../src/model/index.ts';

const ONE = [
  ['示例市示范县某某医院', '某某医院病案室（东桥镇院区）'],
  ['某某医院病案室', '某某医院三病区'],
  ['某某医院', '某某医院'],
  ['示例市示范县医疗保障局', '示范县医保局询问室'],
  ['示例市样城区医疗保障局第一询问室', '示例市样城区医疗保障局证据保管室'],
  ['示例市样城区仓前街道社区服务中心一楼调解室', '示例市样城区仓前街道社区服务中心二楼调解室'],
  ['示例市示例区康复路9号，示例市某某康复医院有限公司信息机房', '示例市某某康复医院住院楼二至五病区'],
  ['示例市样城区样城路60号', '示例市样城区样城路60号，某某大药房有限公司'],
  ['示例省示例市示范县某某医院', '示范县某某医院'],
  ['示例市某某　医院', '示例市某某医院（住院部）'],
  ['询问室', '示例市示范县医疗保障局'],
  ['2号柜', '保管室'],
  ['示例市示范县', '示例市示范县某某医院'],
  ['本局询问室', '示例市示范县医疗保障局'],
  ['示例市某某超市', '某某超市收银台'],
] as const;
const TWO = [
  ['示例市示范县某某医院', '示例市示范县医疗保障局'],
  ['示例市示范县某某医院', '示例市示范县医疗保障局询问室'],
  ['示例市某某药店', '某某医院'],
  ['示例市样城区医疗保障局', '示例市示范区医疗保障局'],
  ['示例市样城区仓前路18号', '示例市样城区医疗保障局'],
  ['示例市样城区仓前路18号', '示例市样城区仓前路81号'],
  ['示例市样城区仓前街道社区服务中心', '示例市样城区医疗保障局证据保管室'],
  ['示例市示范县人民医院', '示例市示范县第二人民医院'],
  ['示例市示范县东桥镇卫生院', '示例市示范县西桥镇卫生院'],
  ['示例市示例区医疗保障局', '示例市示例区某某镇卫生院'],
  ['示例市样城区医疗保障局', '示例市样城区医疗保障服务中心'],
  ['示例市样城区某某大药房', '示例市样城区另一大药房'],
  ['示例市某某超市', '示例市城市管理局'],
] as const;

test.each(ONE)('one place: %s, %s', (a, b) => expect(samePlace(a, b)).toBe(true));
test.each(TWO)('two places: %s, %s', (a, b) => expect(samePlace(a, b)).toBe(false));

describe('whatever the names', () => {
  const names = [...new Set([...ONE, ...TWO].flat())];
  const pairs = names.flatMap((a) => names.map((b) => [a, b] as const));
  const full = names.filter((name) => name.startsWith('示例市'));
  test('each is where it is', () => expect(names.filter((a) => !samePlace(a, a))).toEqual([]));
  test('the order does not matter', () => expect(pairs.filter(([a, b]) => samePlace(a, b) !== samePlace(b, a))).toEqual([]));
  test('spaces and full-width signs do not matter', () =>
    expect(
      pairs.filter(([a, b]) => samePlace(a, b) !== samePlace(` ${a.replace('（', '(')}`, b.replace('市', '市 ').replace('）', ')'))),
    ).toEqual([]));
  test('the province before both does not matter', () => {
    const of = (a: string): string => `示范省${a}`;
    const both = full.flatMap((a) => full.map((b) => [a, b] as const));
    expect(both.filter(([a, b]) => samePlace(a, b) !== samePlace(of(a), of(b)))).toEqual([]);
  });
  test('a room of the house is in the house', () =>
    expect(full.filter((a) => /(?:医院|局|中心)$/u.test(a) && !samePlace(a, `${a}二楼询问室`))).toEqual([]));
  test('another county is another place', () =>
    expect(full.filter((a) => /^示例市[^，]{2}[县区]/u.test(a) && samePlace(a, a.replace(/(?<=^示例市)../u, '别的')))).toEqual([]));
});
