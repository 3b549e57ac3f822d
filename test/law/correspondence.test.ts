/** Guards: the letters feed the clocks and are held against the other forms. */
import { expect, test } from 'vitest';
import { RULES } from '../../src/law/index.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { CORRESPONDENCE_QUIET, CORRESPONDENCE_SCENARIOS } from './scenarios-correspondence.ts';
import { brief, findingsOf } from './world.ts';

test.each(CORRESPONDENCE_SCENARIOS.map((s) => [s[0], s[1], s] as const))('%s %s', (rule, _, [, , change, expected, world]) => {
  const found = findingsOf(change, world);
  expect(found.map(brief)).toContain(expected);
  expect(found.filter((f) => brief(f) === expected).map((f) => f.rule)).toContain(rule);
});

test.each(CORRESPONDENCE_QUIET.map((q) => [q[0], q[2], q] as const))('quiet: %s, %s', (_, code, [, change, , world]) => {
  expect(findingsOf((c) => void change(c), world).map((f) => f.code)).not.toContain(code);
});

test('every code of C-06 and C-07 is made by a scenario, and can be said in both languages', () => {
  const made = CORRESPONDENCE_SCENARIOS.map((s) => s[3]).join('\n');
  const codes = RULES.filter(({ id }) => id === 'C-06' || id === 'C-07').flatMap((r) => r.codes);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !made.includes(` ${code} `))).toEqual([]);
  for (const [, , change, , world] of CORRESPONDENCE_SCENARIOS)
    for (const f of findingsOf(change, world))
      for (const language of ['zh-CN', 'en'] as const) expect(sentenceOf(f, language).text).not.toMatch(/^$|undefined|NaN|\[object/u);
});
