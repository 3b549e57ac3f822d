/** The rules on the case: scenarios, thresholds, rule sets, the board of periods, reasons, rows kept elsewhere. */
import { describe, expect, test } from 'vitest';
import {
  amountsByCrime,
  type Deadline,
  deadlinesOf,
  ROWS_ELSEWHERE,
  RULE_SETS,
  RULES,
  ruleSetOf,
  standing,
  thresholdOf,
} from '../../src/law/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import {
  approvalSubstance,
  type Case,
  canonicalJson,
  formatInstant,
  PERIOD_IDS,
  parseYuan,
  substanceDigest,
} from '../../src/model/index.ts';
import { goodCase } from './fixture.ts';
import { CASE_QUIET, CASE_SCENARIOS, DIGEST, NATIONAL, SUBSTANCE } from './scenarios-case.ts';
import { CORRESPONDENCE_SCENARIOS } from './scenarios-correspondence.ts';
import { COURSE_SCENARIOS } from './scenarios-course.ts';
import { OFFENCE_SCENARIOS } from './scenarios-offences.ts';
import { REPORT_SCENARIOS } from './scenarios-report.ts';
import { brief, type C, findingsOf } from './world.ts';

test.each(CASE_SCENARIOS.map((s) => [s[0], s[1], s] as const))('%s %s', (rule, _, [, , change, expected, world]) => {
  const found = findingsOf(change, world);
  expect(found.map(brief)).toContain(expected);
  expect(found.filter((f) => brief(f) === expected).map((f) => f.rule)).toContain(rule);
});

test.each(CASE_QUIET.map((q) => [q[0], q[2], q] as const))('quiet: %s, %s', (_, code, [, change, , world]) => {
  expect(findingsOf((c) => void change(c), world).map((f) => f.code)).not.toContain(code);
});

const MINE = ['P-08', 'P-11', 'P-12', 'P-13', 'P-14', 'F-', 'A-', 'G-', 'C-01', 'C-02'];
const mine = RULES.filter((r) => MINE.some((id) => r.id.startsWith(id)));

test('every code of these rules is made by a scenario, and by no other rule’s', async () => {
  const { readFile } = await import('node:fs/promises');
  const other = await readFile('test/law/scenarios.test.ts', 'utf8');
  const lines = [...CASE_SCENARIOS, ...CORRESPONDENCE_SCENARIOS, ...COURSE_SCENARIOS, ...OFFENCE_SCENARIOS, ...REPORT_SCENARIOS]
    .map((s) => s[3])
    .join('\n');
  const unmade = mine.flatMap((r) => r.codes).filter((code) => !new RegExp(` ${code}\\b`, 'u').test(`${lines}\n${other}`));
  expect(unmade).toEqual([]);
});

test('what is found can be said in both languages, and shows no key without its title', () => {
  for (const [, , change, , world] of CASE_SCENARIOS) {
    for (const f of findingsOf(change, world)) {
      for (const language of ['zh-CN', 'en'] as const) {
        const { text, hint } = sentenceOf(f, language);
        expect(`${text}${hint ?? ''}`).not.toMatch(/undefined|NaN|\[object/u);
        expect(text).not.toBe('');
      }
    }
  }
});

describe('thresholds', () => {
  const at = (region: string | undefined, crime: string, yuan: string, share?: string): string => {
    const row = thresholdOf(NATIONAL, region, crime);
    if (!row) return 'unknown';
    const found = standing(parseYuan(yuan) ?? 0n, row, share);
    return `${row.region} ${found.level}${'tier' in found ? ` ${found.tier}` : ''}`;
  };
  test.each([
    [undefined, '诈骗罪', '2999.99', '全国 below'],
    [undefined, '诈骗罪', '3000', '全国 within 数额较大'],
    [undefined, '诈骗罪', '9999.99', '全国 within 数额较大'],
    [undefined, '诈骗罪', '10000', '全国 above 数额较大'],
    [undefined, '诈骗罪', '30000', '全国 within 数额巨大'],
    [undefined, '诈骗罪', '100000', '全国 above 数额巨大'],
    [undefined, '诈骗罪', '500000', '全国 above 数额特别巨大'],
    ['重庆', '诈骗罪', '4999.99', '重庆 below'],
    ['重庆', '诈骗罪', '5000', '重庆 above 数额较大'],
    ['重庆', '诈骗罪', '70000', '重庆 above 数额巨大'],
    ['江苏', '诈骗罪', '60000', '江苏 above 数额巨大'],
    ['广东一类', '诈骗罪', '99999.99', '广东一类 above 数额较大'],
    ['广东二类', '诈骗罪', '60000', '广东二类 above 数额巨大'],
    ['某省', '诈骗罪', '60000', '全国 within 数额巨大'],
    ['江苏', '盗窃罪', '300000', '全国 within 数额特别巨大'],
    [undefined, '贪污罪', '200000', '全国 above 数额巨大'],
    [undefined, '掩饰、隐瞒犯罪所得罪', '9000000', '全国 noFigure'],
    [undefined, '掩饰、隐瞒犯罪所得、犯罪所得收益罪', '1', '全国 noFigure'],
    [undefined, '洗钱罪', '1', 'unknown'],
  ])('%s %s %s: %s', (region, crime, yuan, expected) => expect(at(region, crime, yuan)).toBe(expected));

  test('near only by a share that a pack gives', () => {
    expect(at('江苏', '诈骗罪', '5999.99')).toBe('江苏 below');
    expect(at('江苏', '诈骗罪', '4800', '0.80')).toBe('江苏 near');
    expect(at('江苏', '诈骗罪', '4799.99', '0.8')).toBe('江苏 below');
  });

  test('no row is silent on its source, and guilt is never said', () => {
    for (const row of NATIONAL.thresholds ?? []) expect(row.source.length).toBeGreaterThan(5);
    expect(NATIONAL.nearShare).toBeUndefined();
    const change = (c: C) => {
      Object.assign(c.case, { region: '江苏' });
      Object.assign(c.case.amount, { bySuspect: [{ suspect: '一', amount: '5999.99' }] });
    };
    const said = findingsOf(change, { pack: NATIONAL }).filter((f) => f.code === 'THRESHOLD_COMPARED');
    expect(said).toHaveLength(1);
    for (const f of said) {
      expect(f.severity).toBe('info');
      const { text } = sentenceOf(f, 'zh-CN');
      expect(text).toMatch(/江苏.*达到数额巨大.*«王䶮» 5,999.99 元，低于.*370号.*转引.*100,000/u);
      expect(text).not.toMatch(/构成|应当移送|犯罪$/u);
    }
  });

  test('of several offences each has its own facts', () => {
    const c = goodCase();
    c.case.crimes.push({ name: '盗窃罪', law: '中华人民共和国刑法', article: '第二百六十四条' });
    Object.assign(c.case.facts[1] ?? {}, { behaviour: 'YS-C7' });
    const found = amountsByCrime(c.case as Case['case']).map((x) => [x.crime, x.fen]);
    expect(found).toEqual([
      ['诈骗罪', 12000050n],
      ['盗窃罪', 1999950n],
    ]);
  });
});

test.each([
  ['2011-07-01', ''],
  ['2021-04-30', ''],
  ['2021-05-01', '2021-05-01'],
  ['2026-03-31', '2021-05-01'],
  ['2026-04-01', '2026-04-01'],
  ['2099-01-01', '2026-04-01'],
])('rules of %s are those since “%s”', (day, since) => expect(ruleSetOf(day).since).toBe(since));
test('rule sets follow one another', () => {
  for (const [i, set] of RULE_SETS.entries()) {
    const next = RULE_SETS[i + 1];
    if (next) expect(Date.parse(next.since) - Date.parse(set.until)).toBe(86_400_000);
    else expect(set.until).toBe('');
  }
});

test('the substance of an approval', () => {
  const c = goodCase() as Case;
  expect(canonicalJson(approvalSubstance(c.case))).toBe(SUBSTANCE);
  expect(substanceDigest(c.case)).toBe(DIGEST);
  const more = structuredClone(c.case) as C['case'];
  more.suspects.unshift({ ...(more.suspects[0] as C['case']['suspects'][0]), name: '李某' });
  expect(substanceDigest(more as Case['case'])).not.toBe(DIGEST);
});

describe('the board of periods', () => {
  const board = (change: (c: C) => unknown, now: string): Record<string, string> => {
    const c = goodCase();
    change(c);
    const rows = deadlinesOf(c as Case, NATIONAL, Date.parse(now));
    return Object.fromEntries(rows.map((d: Deadline) => [d.id, `${d.state}${d.due === undefined ? '' : ` ${formatInstant(d.due)}`}`]));
  };
  const received = (at: string) => (c: C) => Object.assign(c.receipt, { receivedAt: at });

  test('before the hand-over', () => {
    expect(board(() => undefined, '2026-11-20T17:00:00+08:00')).toEqual({
      D1: 'met 2026-11-22T23:59:59+08:00',
      D2: 'running 2026-11-21T10:00:00+08:00',
      // Filed on 11 May; the 90th day is a Sunday.
      D17: 'late 2026-08-10T23:59:59+08:00',
      ...Object.fromEntries(['D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11'].map((id) => [id, 'notBegun'])),
    });
  });
  test.each([
    ['on a Friday, due on Monday', '2026-11-20T16:40+08:00', '2026-11-23T23:59:59+08:00'],
    ['one minute before midnight', '2026-11-17T23:59+08:00', '2026-11-20T23:59:59+08:00'],
    ['at midnight', '2026-11-18T00:00+08:00', '2026-11-23T23:59:59+08:00'],
    ['before 国庆', '2026-09-30T09:00+08:00', '2026-10-08T23:59:59+08:00'],
  ])('D6 %s', (_, at, due) => expect(board(received(at), '2026-09-30T10:00:00+08:00').D6).toBe(`running ${due}`));
  test('D6 over the end of the year is not computed', () => {
    expect(board(received('2026-12-30T09:00+08:00'), '2026-12-30T10:00:00+08:00').D6).toBe('unknownYear');
  });
  test('D8 of the bureau over the end of the year is', () => {
    const change = (c: C) => Object.assign(c.receipt, { outcome: '不予立案', outcomeNoticedAt: '2026-12-30T09:00+08:00' });
    expect(board(change, '2027-01-02T23:59:59+08:00').D8).toBe('running 2027-01-02T23:59:59+08:00');
    expect(board(change, '2027-01-03T00:00:00+08:00').D8).toBe('closed 2027-01-02T23:59:59+08:00');
  });
  test('D8 over 国庆: both days, and it is not over before the later', () => {
    const c = goodCase();
    Object.assign(c.receipt, { outcome: '不予立案', outcomeNoticedAt: '2026-09-29T09:00+08:00' });
    const d8 = (now: string) => deadlinesOf(c as Case, NATIONAL, Date.parse(now)).find(({ id }) => id === 'D8');
    const told = (now: string) => [d8(now)?.state, formatInstant(d8(now)?.due ?? 0), formatInstant(d8(now)?.rolled ?? 0)];
    const both = ['2026-10-02T23:59:59+08:00', '2026-10-08T23:59:59+08:00'];
    expect(told('2026-10-01T10:00:00+08:00')).toEqual(['running', ...both]);
    expect(told('2026-10-05T10:00:00+08:00')).toEqual(['running', ...both]);
    expect(told('2026-10-09T00:00:00+08:00')).toEqual(['closed', ...both]);
    Object.assign(c.receipt, { outcomeNoticedAt: '2026-11-20T09:00+08:00' });
    // Due on a Monday: one day, and nothing to choose.
    expect(d8('2026-11-21T10:00:00+08:00')).toMatchObject({ state: 'running', due: Date.parse('2026-11-23T23:59:59+08:00') });
    expect(d8('2026-11-21T10:00:00+08:00')?.rolled).toBeUndefined();
  });
  test('measures: of records, extended, and of the case alone', () => {
    const preservation = {
      recordNo: 'R9',
      startedAt: '2026-09-30T09:00+08:00',
      place: '某',
      officers: ['甲', '乙'],
      legalGround: '某',
      holder: { name: '某', signed: '已签名' },
      list: [],
      storagePlace: '某',
    };
    const states = board((c) => {
      const { preservations } = c.records;
      const add = (more: object) => preservations.push({ ...structuredClone(preservation), ...more } as never);
      add({ measure: '先行登记保存', urgent: '是', approvedAt: '2026-10-01T09:00+08:00' });
      add({ recordNo: 'R10', measure: '封存' });
      add({ recordNo: 'R11', measure: '封存', extendedTo: '2026-11-20' });
      add({ recordNo: 'R12', measure: '封存', extendedTo: '2027-12-31' });
    }, '2026-11-21T00:00:00+08:00');
    expect(states).toMatchObject({
      'D12 R9': 'missed 2026-10-15T23:59:59+08:00',
      'D14 R9': 'met 2026-10-01T09:00:00+08:00',
      'D13 R10': 'missed 2026-10-30T23:59:59+08:00',
      'D13 R11': 'missed 2026-11-20T23:59:59+08:00',
      'D13 R12': 'running 2026-11-29T23:59:59+08:00',
    });
    const alone = (c: C) => Object.assign(c.case, { measures: [{ type: '封存', from: '2026-10-21', to: '2026-11-20', object: '某' }] });
    expect(board(alone, '2026-12-01T00:00:00+08:00').D13).toBe('met 2026-11-20T23:59:59+08:00');
  });
  test('the national pack has every period', () => {
    expect(Object.keys(NATIONAL.periods).sort()).toEqual([...PERIOD_IDS].sort());
  });
});

describe('reasons on evidence', () => {
  const reason = (rule: string, defect?: string) => (c: C) => {
    Object.assign(c.internal, { reasons: [{ rule, reason: '无法补正', by: '郑某', at: '2026-11-20T09:00+08:00' }] });
    if (defect)
      c.records.defects.push({
        evidence: ['E01'],
        rule: defect,
        defect: '某',
        cure: '合理解释',
        explanation: '某',
        on: '2026-11-19',
        by: ['甲'],
      });
  };
  test.each([
    ['E-03', undefined, true],
    ['E-03', 'E-04', true],
    ['E-03', 'E-03', false],
    ['G-03', undefined, true],
    ['G-01', undefined, false],
    ['P-01', undefined, false],
  ])('%s, stated for %s', (rule, defect, asked) => {
    expect(findingsOf(reason(rule, defect)).some((f) => f.code === 'REASON_NEEDS_STATEMENT')).toBe(asked);
  });
});

/** The rows of the table of checks from which this table was made. */
const ROWS =
  'P-01 P-02 P-03 P-04 P-05 P-06 P-07 P-08 P-09 P-10 M-01 M-02 M-03 M-04 M-05 M-06 M-07 M-08 F-01 F-02 F-03 F-04 A-01 A-02 A-03 A-04 A-05 ' +
  'E-01 E-02 E-03 E-04 E-05 E-06 E-07 E-08 E-09 E-10 E-11 D-01 D-02 D-03 D-04 D-05 T-01 T-02 T-03 X-01 X-02 W-01 G-01 G-02 G-03 ' +
  'S-01 S-02 S-03 L-01 L-02 C-01 C-02';

test('every row is a rule with a check, or has its reason', () => {
  const checked = new Set(RULES.filter((r) => r.check).map((r) => r.id));
  const elsewhere = new Set(ROWS_ELSEWHERE.map((r) => r.id));
  expect(ROWS.split(' ').filter((id) => !checked.has(id) && !elsewhere.has(id))).toEqual([]);
  expect([...elsewhere].filter((id) => checked.has(id))).toEqual([]);
});

test('each of these rules has a right and a wrong example', () => {
  const added = [
    'P-08',
    'P-11',
    'P-12',
    'P-13',
    'F-01',
    'F-03',
    'F-04',
    'F-05',
    'F-06',
    'F-07',
    'F-08',
    'A-02',
    'A-03',
    'A-04',
    'A-05',
    'A-06',
    'A-07',
    'G-02',
    'G-03',
    'G-04',
    'C-01',
    'C-02',
  ];
  expect(added.filter((id) => !RULES.some((r) => r.id === id && r.right && r.wrong && r.basis.length > 0))).toEqual([]);
});
