/** The chain of custody against C-03 to C-05, C-08 and C-09. */
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/law/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { CORRECTION_SCENARIOS, CORRECTIONS_IN_ORDER } from './scenarios-corrections.ts';
import { CUSTODY_IN_ORDER, CUSTODY_SCENARIOS, WHOLE } from './scenarios-custody.ts';
import { brief, findingsOf } from './world.ts';

const ROWS = new Set(['C-03', 'C-04', 'C-05', 'C-08', 'C-09']);
const ALL = [...CUSTODY_SCENARIOS, ...CORRECTION_SCENARIOS];

describe.each(ALL.map((s) => ({ rule: s[0], name: s[1], change: s[2], expected: s[3], world: s[4] })))(
  '$rule: $name',
  ({ rule, change, expected, world }) => {
    test('gives its finding and no other row of these', () => {
      // That a line was corrected is told beside what the corrected log says.
      const found = findingsOf(change, { custody: WHOLE, ...world }).filter(
        (f) => ROWS.has(f.rule ?? '') && (rule === 'C-09' || f.code !== 'CUSTODY_CORRECTED'),
      );
      expect(found.map(brief)).toContain(expected);
      expect(found.find((f) => brief(f) === expected)?.rule).toBe(rule);
      expect(found.map((f) => f.rule)).toEqual(found.map(() => rule));
    });
  },
);

test.each([...CUSTODY_IN_ORDER, ...CORRECTIONS_IN_ORDER])('in order: %s', (_, change, custody) =>
  expect(
    findingsOf(change, { custody })
      .filter((f) => ROWS.has(f.rule ?? '') && f.code !== 'CUSTODY_CORRECTED')
      .map(brief),
  ).toEqual([]),
);

test('each tampering is called by its name', () => {
  const faults = CUSTODY_SCENARIOS.flatMap(([rule, , change, , world]) =>
    rule === 'C-03' ? findingsOf(change, world).flatMap((f) => (f.code === 'CUSTODY_CHAIN_BROKEN' ? [f.args.fault] : [])) : [],
  );
  expect(faults).toEqual(['changed', 'removed', 'reordered', 'inserted']);
});

test('every code of these rows has a scenario, and every row its examples', () => {
  const given = new Set(ALL.map(([, , , expected]) => expected.split(' ')[1]));
  const elsewhere = ['CUSTODY_ITEM_UNKNOWN', 'DATE_IN_FUTURE'];
  for (const rule of RULES.filter((r) => ROWS.has(r.id))) {
    expect(rule.codes.filter((code) => !given.has(code) && !elsewhere.includes(code))).toEqual([]);
    expect([rule.right, rule.wrong].every((text) => text !== undefined && text !== '')).toBe(true);
  }
});

test('each has its sentence in both languages, with no hole in it', () => {
  for (const [, name, change, , world] of ALL)
    for (const f of findingsOf(change, { custody: WHOLE, ...world }).filter(({ rule }) => ROWS.has(rule ?? '')))
      for (const language of ['zh-CN', 'en'] as const) {
        const { text, hint = '' } = sentenceOf(f, language);
        expect(`${text}${hint}`, name).not.toMatch(/undefined|NaN|\[object|（）/);
      }
});
