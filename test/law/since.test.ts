/** A rule carries the version since which it runs. rules-0.1.0.json is what 0.1.0 had, rule by rule with its codes; it never grows. */
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { checkCase, RULES, type Rule } from '../../src/law/index.ts';
import { compareVersions, FIRST_VERSION, type Finding } from '../../src/model/index.ts';
import { mbpack } from '../cli/run.ts';
import { goodCase, NOW, PACK } from './fixture.ts';

const FIRST = JSON.parse(readFileSync('test/law/rules-0.1.0.json', 'utf8')) as Record<string, readonly string[]>;
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test('a rule that 0.1.0 had not says since when it runs; one that it had has no code more', () => {
  const later = RULES.filter(({ id, codes }) => codes.some((code) => !FIRST[id]?.includes(code)));
  expect(later.filter(({ since }) => since === undefined).map(({ id }) => id)).toEqual([]);
  for (const { id, since } of RULES.filter((rule) => rule.since !== undefined)) {
    expect([id, id in FIRST, compareVersions(since ?? '', FIRST_VERSION)]).toEqual([id, false, expect.any(Number)]);
    expect(compareVersions(since ?? '', FIRST_VERSION)).toBeGreaterThan(0);
    expect(compareVersions(since ?? '', version)).toBeLessThanOrEqual(0);
  }
});

const rule = RULES.find(({ id }) => id === 'P-01') as { -readonly [M in keyof Rule]: Rule[M] };
afterEach(() => {
  delete rule.since;
});

/** A task force of one, judged at verify of a dossier that says that `madeBy` made it. */
function found(since: string | undefined, madeBy: string | undefined): Finding | undefined {
  if (since !== undefined) rule.since = since;
  const c = goodCase();
  c.case.officers.pop();
  const about = madeBy === undefined ? {} : { madeBy };
  return checkCase({ case: c, pack: PACK, now: NOW, draft: false, ...about }, () => undefined).find(
    (f) => f.code === 'TASK_FORCE_TOO_SMALL',
  );
}

test.each([
  ['0.2.0', '0.1.0', 'info', '0.2.0'],
  ['0.10.0', '0.9.3', 'info', '0.10.0'],
  ['1.0.0', '0.99.0-dev', 'info', '1.0.0'],
  ['0.2.0', '0.2.0', 'error', undefined],
  ['0.2.0', '0.2.0-dev', 'error', undefined],
  ['0.2.0', '0.3.0', 'error', undefined],
  ['0.2.0', undefined, 'error', undefined],
  // A rule of the first version runs whatever a dossier says of itself; and what is no version excuses nothing.
  [undefined, '0.0.1', 'error', undefined],
  ['0.2.0', '', 'error', undefined],
  ['0.2.0', 'mbpack', 'error', undefined],
])('a rule since %s, a dossier of %s: %s', (since, madeBy, severity, told) => {
  expect(found(since, madeBy)).toMatchObject({ severity, rule: 'P-01' });
  expect(found(since, madeBy)?.since).toBe(told);
});

test('`rules` says since when a rule runs', async () => {
  expect((await mbpack('rules', 'P-01')).out).toMatch(/^始自 +0\.1\.0$/m);
  const rows = JSON.parse((await mbpack('rules', '--json')).out) as { since: string }[];
  expect(rows.every(({ since }) => /^\d+\.\d+\.\d+$/.test(since))).toBe(true);
});
