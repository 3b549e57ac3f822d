// Texts that look like a day, an hour or an amount and are another thing, or two.
import { expect, test } from 'vitest';
import { chineseQuotes, dayReadings, halfWidthText, instantReadings, moneyReadings, periodReading } from '../../src/model/index.ts';

test.each(['2026.11.9 9:00-11:00', '2026年11月9日9:00-10:30', '2026.11.9 9:30-10:00'])('%s is no hour in another zone', (text) => {
  expect(instantReadings(text)).toEqual([]);
});

test.each([
  ['2026.11.9 9:00+08:00', '2026-11-09T09:00+08:00'],
  ['2026.11.9 1:00Z', '2026-11-09T01:00Z'],
])('%s has its zone', (text, expected) => {
  expect(instantReadings(text)).toEqual([expected]);
});

test.each(['二〇二六年一二月三日', '二〇二六年十一月二三日', '二〇二六年十十月三日', '二〇二六年十一月十二十日'])(
  '%s is no day',
  (text) => {
    expect(dayReadings(text)).toEqual([]);
  },
);

test.each([
  ['二〇二六年十二月三十一日', '2026-12-31'],
  ['二〇二六年十月二十日', '2026-10-20'],
  ['二〇二六年一月十日', '2026-01-10'],
])('%s is a day', (text, expected) => {
  expect(dayReadings(text)).toEqual([expected]);
});

test.each(['2800①', '100²', '28640.3⁵', '5₂', '2800⑴', '1½'])('the sign in %s is no figure of the amount', (text) => {
  expect(moneyReadings(text)).toEqual([]);
});

test.each(['2026-11-2①', '2026-11-1²', '2026.11.2㏠'])('the sign in %s is no figure of the day', (text) => {
  expect(dayReadings(text)).toEqual([]);
});

test('full width is folded, signs that hold a figure are not', () => {
  expect(halfWidthText('　Ａ１２．５０①² ')).toBe('A12.50①²');
});

test.each(['2025.3.1、2025.8.31', '2025.3.1，2025.8.31', '2025.3.1\n2025.8.31', '2025.3.1；2025.8.31'])(
  '%j is two days and no period',
  (text) => {
    expect(periodReading(text)).toBeUndefined();
  },
);

test('marks that span lines are never turned round', () => {
  const text = '他说"一。\n二"，又说"三\n四"。';
  expect(chineseQuotes(text)).toBe(text);
});
