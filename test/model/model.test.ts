/** The shared language, by its published examples and by properties. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { proseAmounts } from '../../src/law/agreement/amounts.ts';
import { nearMiss } from '../../src/law/agreement/names.ts';
import {
  articleNumber,
  BEHAVIOURS,
  canonicalJson,
  chainFaults,
  chineseInstant,
  chineseNumber,
  custodyLine,
  custodyLink,
  editDistance,
  formatFen,
  formatInstant,
  isCreditCode,
  isDay,
  isIdNumber,
  nearest,
  parseChineseNumber,
  parseInstant,
  parseYuan,
  pathFault,
  sha256Hex,
  upperYuan,
} from '../../src/model/index.ts';
import { fc } from '../property.ts';

describe('money', () => {
  test.each([
    ['0', 0n],
    ['0.05', 5n],
    ['12.5', 1250n],
    ['9999999999999.99', 999999999999999n],
  ])('%s yuan', (text, fen) => expect(parseYuan(text)).toBe(fen));
  test.each(['', '01', '-1', '1,000', '1.234', '1e3', '１', '10000000000000', '1.', ' 1'])('refuses %j', (text) =>
    expect(parseYuan(text)).toBeUndefined(),
  );
  test('print and parse again', () => {
    fc.assert(fc.property(fc.bigInt(0n, 999999999999999n), (fen) => parseYuan(formatFen(fen).replaceAll(',', '')) === fen));
  });
  test.each([
    [0n, '零元整'],
    [5n, '伍分'],
    [10n, '壹角整'],
    [150n, '壹元伍角整'],
    [105n, '壹元零伍分'],
    [1050000n, '壹万零伍佰元整'],
    [1000000n, '壹万元整'],
    [10000000000n, '壹亿元整'],
    [10001000000n, '壹亿零壹万元整'],
    [100050000n, '壹佰万零伍佰元整'],
    [1409000n, '壹万肆仟零玖拾元整'],
    [32560050n, '叁拾贰万伍仟陆佰元伍角整'],
    [10750053n, '壹拾万柒仟伍佰元伍角叁分'],
    [200000000000000n, '贰万亿元整'],
    [120000000000000n, '壹万贰仟亿元整'],
    [123456789012345n, '壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分'],
    [100000000000100n, '壹万亿零壹元整'],
    [100500000000000n, '壹万零伍拾亿元整'],
    [10000100000000n, '壹仟亿零壹佰万元整'],
  ])('%s fen in capitals', (fen, text) => expect(upperYuan(fen)).toBe(text));
});

describe('days and instants', () => {
  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '26-01-01', '2026-1-5', '2026-01-05T00:00'])('no day: %s', (text) =>
    expect(isDay(text)).toBe(false),
  );
  test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('a day: %s', (text) => expect(isDay(text)).toBe(true));
  test.each([
    '2026-11-20T09:30',
    '2026-11-20 09:30+08:00',
    '2026-11-20T24:00+08:00',
    '2026-11-31T09:30+08:00',
    '2026-11-20T09:30+0800',
    '2026-11-20T09:30+19:00',
  ])('no instant: %s', (text) => expect(parseInstant(text)).toBeUndefined());
  test('China, whatever the zone', () => {
    expect(chineseInstant('2026-11-19T23:05Z')).toBe('2026年11月20日7时05分');
    expect(formatInstant(Date.parse('2026-11-19T16:00:00Z'))).toBe('2026-11-20T00:00:00+08:00');
  });
});

describe('national numbers', () => {
  test.each(['11010519491231002X', '440524188001010014'])('GB 11643 sample %s', (id) =>
    expect(isIdNumber(id)).toBe(id !== '440524188001010014'),
  );
  test('any one changed digit shows', () => {
    const id = '999999197503120013';
    for (let i = 0; i < 17; i++)
      for (let d = 0; d < 10; d++) if (String(d) !== id[i]) expect(isIdNumber(id.slice(0, i) + d + id.slice(i + 1))).toBe(false);
  });
  test('any one changed character of a credit code shows', () => {
    const code = '91990000MA0000001B';
    expect(isCreditCode(code)).toBe(true);
    for (let i = 0; i < 18; i++)
      for (const c of '0123456789ABCDEFGHJKLMNPQRTUWXY')
        if (c !== code[i]) expect(isCreditCode(code.slice(0, i) + c + code.slice(i + 1))).toBe(false);
  });
});

describe('article numbers', () => {
  test('there and back', () => {
    for (let n = 1; n < 1000; n++) expect(parseChineseNumber(chineseNumber(n))).toBe(n);
  });
  test.each([
    ['第二百六十六条', 266],
    ['第二百六十六条第一款', 266],
    ['266', 266],
    ['第266条', 266],
    ['第三百八十二条、第三百八十三条', 382],
    ['第一百二十条之一', 120],
    ['附则', undefined],
  ])('%s', (text, n) => expect(articleNumber(text)).toBe(n));
});

test('RFC 8785: members in UTF-16 order, minimal escapes', () => {
  expect(
    canonicalJson({ '€': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'x', '1': 'One', '😀': 'Smiley', '\u0080': 'Control', ö: 'ö' }),
  ).toBe('{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"ö","€":"Euro Sign","😀":"Smiley","\ufb33":"x"}');
  expect(() => canonicalJson(1.5)).toThrow();
  expect(() => canonicalJson('\ud800')).toThrow();
});

test('digests agree with node:crypto', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256Hex(bytes) === createHash('sha256').update(bytes).digest('hex')),
  );
});

test.each([
  ['', 'empty'],
  ['/etc/passwd', 'absolute'],
  ['C:/x', 'absolute'],
  ['a/../b', 'segment'],
  ['./a', 'segment'],
  ['a//b', 'segment'],
  ['a\\b', 'character'],
  ['ab:c', 'character'],
  ['a:b', 'absolute'],
  ['50%', 'percent'],
  ['a\u202eb', 'invisible'],
  ['a\u200bb', 'invisible'],
  ['a\nb', 'invisible'],
  ['cafe\u0301', 'not-nfc'],
  ['a/CON.txt', 'reserved'],
  ['nul', 'reserved'],
  ['a.', 'edge'],
  ['a ', 'edge'],
  ['x'.repeat(241), 'too-long'],
  ['检查/现场照片 1（东侧）.jpg', undefined],
  ['𬸪某.pdf', undefined],
])('path %j: %s', (path, expected) => expect(pathFault(path)).toBe(expected));

describe('custody', () => {
  const event = { at: '2026-05-13T10:00+08:00', action: 'collect', items: ['E01'], by: [{ name: '周某甲' }] } as const;
  test('a chain of any length holds, and any cut or swap in it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.nat(), (length, where) => {
        const lines: string[] = [];
        for (let seq = 1; seq <= length; seq++)
          lines.push(custodyLine({ ...event, seq, prev: seq === 1 ? null : custodyLink(lines[seq - 2] as string) }));
        const cut = where % (length - 1);
        return (
          chainFaults(lines).length === 0 &&
          chainFaults([...lines.slice(0, cut), ...lines.slice(cut + 1)]).length > 0 &&
          chainFaults([...lines].reverse()).length > 0
        );
      }),
    );
  });
});

describe('near names', () => {
  test.each([
    ['abc', 'abd', 1],
    ['ab', 'ba', 1],
    ['𠮷野', '吉野', 1],
    ['', 'abc', 3],
  ])('%s → %s', (a, b, n) => expect(editDistance(a, b)).toBe(n));
  test('did you mean', () => {
    expect(nearest('evidense', ['evidence', 'items'])).toBe('evidence');
    expect(nearest('zzzz', ['evidence', 'items'])).toBeUndefined();
  });
  test.each([
    ['查示例市某某康夏医院有限公司', '示例市某某康复医院有限公司', '示例市某某康夏医院有限公司'],
    ['查示例市某某康复医院有限公司', '示例市某某康复医院有限公司', undefined],
    ['示例市公安局示例区分局、示例市公安局', '示例市公安局示例区分局', undefined],
  ])('%s', (text, name, found) => expect(nearMiss(text, name)).toBe(found));
});

test('amounts in prose', () => {
  expect(proseAmounts('共计1,234,567.89元，其中12.5万元已追回，3000元未追回，0.3亿元').map((a) => a.fen)).toEqual([
    123456789n,
    12500000n,
    300000n,
    3000000000n,
  ]);
});

test('behaviours are told apart by code', () => {
  expect(new Set(BEHAVIOURS.map((b) => b.code)).size).toBe(BEHAVIOURS.length);
});
