/** When periods end: hours, days, days off, working days; around midnight, the year's end and a year without data. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Due, dueOf } from '../../src/law/index.ts';
import { type CalendarYear, formatInstant, type PackPeriod } from '../../src/model/index.ts';

const basis = { document: '某规定', article: '第一条' };
const period = (length: number, unit: 'hour' | 'day', count?: PackPeriod['count']): PackPeriod => ({
  length,
  unit,
  basis,
  ...(count ? { count } : {}),
});
const { calendar } = JSON.parse(readFileSync('templates/national/pack.json', 'utf8')) as { calendar: CalendarYear[] };
const text = (d: Due): string => ('due' in d ? formatInstant(d.due) : `? ${d.unknownYear}`);

test.each([
  ['hours never pause', period(24, 'hour'), '2026-09-30T17:30+08:00', '2026-10-01T17:30:00+08:00'],
  ['hours to the second', period(24, 'hour'), '2026-12-31T23:59:59+08:00', '2027-01-01T23:59:59+08:00'],
  ['another zone', period(24, 'hour'), '2026-11-20T02:00Z', '2026-11-21T10:00:00+08:00'],
  ['hours from a day run from its first moment', period(24, 'hour'), '2026-11-20', '2026-11-21T00:00:00+08:00'],
  ['the first day is not counted', period(3, 'day'), '2026-11-17T00:00+08:00', '2026-11-20T23:59:59+08:00'],
  ['one minute before midnight', period(3, 'day'), '2026-11-17T23:59+08:00', '2026-11-20T23:59:59+08:00'],
  ['one minute after midnight', period(3, 'day'), '2026-11-18T00:00+08:00', '2026-11-21T23:59:59+08:00'],
  ['a day in China, not in Greenwich', period(3, 'day'), '2026-11-17T16:30Z', '2026-11-21T23:59:59+08:00'],
  ['calendar days end on a holiday', period(3, 'day', 'calendar'), '2026-09-30', '2026-10-03T23:59:59+08:00'],
  ['calendar days need no calendar', period(3, 'day', 'calendar'), '2026-12-30', '2027-01-02T23:59:59+08:00'],
  ['rollover over 国庆', period(3, 'day', 'rollover'), '2026-09-30', '2026-10-08T23:59:59+08:00'],
  ['rollover over a weekend', period(3, 'day', 'rollover'), '2026-11-18T09:00+08:00', '2026-11-23T23:59:59+08:00'],
  ['rollover ends on a Saturday that is worked', period(3, 'day', 'rollover'), '2026-10-07', '2026-10-10T23:59:59+08:00'],
  ['rollover on a working day', period(3, 'day', 'rollover'), '2026-11-16', '2026-11-19T23:59:59+08:00'],
  ['rollover into 2027', period(3, 'day', 'rollover'), '2026-12-30', '? 2027'],
  ['rollover within 2026, days off before it', period(7, 'day', 'rollover'), '2026-12-24', '2026-12-31T23:59:59+08:00'],
  ['working days', period(7, 'day', 'workday'), '2026-11-13', '2026-11-24T23:59:59+08:00'],
  ['working days over 国庆', period(7, 'day', 'workday'), '2026-09-30', '2026-10-15T23:59:59+08:00'],
  ['working days over 春节', period(7, 'day', 'workday'), '2026-02-13', '2026-03-02T23:59:59+08:00'],
  ['working days across the year', period(7, 'day', 'workday'), '2026-12-29', '? 2027'],
  ['working days to the last of the year', period(2, 'day', 'workday'), '2026-12-29', '2026-12-31T23:59:59+08:00'],
  ['working days of 2025', period(7, 'day', 'workday'), '2025-11-03', '? 2025'],
])('%s', (_name, p, from, expected) => {
  expect(text(dueOf(p, from, calendar))).toBe(expected);
});

test.each(['workday', 'rollover'] as const)('no calendar, no %s', (count) => {
  expect(text(dueOf(period(7, 'day', count), '2026-11-13', undefined))).toBe('? 2026');
});

test.each(['', '2026-02-30', '2026-11-17T25:00+08:00', 'x'])('neither a day nor an instant: %s', (from) => {
  expect(() => dueOf(period(3, 'day'), from, calendar)).toThrow(RangeError);
});

describe('against a naive count of the year', () => {
  const year = calendar.find((c) => c.year === 2026) as CalendarYear;
  const worked: string[] = [];
  const all: string[] = [];
  for (const date = new Date('2026-01-01T00:00Z'); date.getUTCFullYear() === 2026; date.setUTCDate(date.getUTCDate() + 1)) {
    const day = date.toISOString().slice(0, 10);
    const weekend = [0, 6].includes(date.getUTCDay());
    all.push(day);
    if (year.workdays.includes(day) || (!weekend && !year.holidays.includes(day))) worked.push(day);
  }
  test('the year has the days of the notice', () => {
    expect(all).toHaveLength(365);
    expect(year.holidays).toHaveLength(33);
    expect(year.workdays).toHaveLength(6);
    expect(worked).toHaveLength(248);
  });
  test('every start, every length to 30', () => {
    for (const from of all) {
      for (let n = 1; n <= 30; n++) {
        const after = worked.filter((d) => d > from)[n - 1];
        expect(text(dueOf(period(n, 'day', 'workday'), from, calendar))).toBe(after ? `${after}T23:59:59+08:00` : '? 2027');
        const last = all[all.indexOf(from) + n];
        const rolled = last === undefined ? undefined : worked.find((d) => d >= last);
        expect(text(dueOf(period(n, 'day', 'rollover'), from, calendar))).toBe(rolled ? `${rolled}T23:59:59+08:00` : '? 2027');
        const plain = text(dueOf(period(n, 'day', 'calendar'), from, calendar));
        expect(plain.slice(11)).toBe('23:59:59+08:00');
        expect(Date.parse(plain.slice(0, 10)) - Date.parse(from)).toBe(n * 86_400_000);
      }
    }
  });
});
