/** The rules on digests go through the log and the list once for all files: with twice the files they look at twice as many digests, not four times. */
import { expect, test } from 'vitest';
import { FIXITY_RULES } from '../../src/law/evidence/fixity.ts';
import type { RuleInput } from '../../src/law/rule.ts';
import { goodCase, NOW, PACK } from './fixture.ts';

const HEX = 'a'.repeat(64);

/** How often the path of a digest in the log is asked for while the rules run over so many files. */
function looks(files: number): number {
  let count = 0;
  const paths = Array.from({ length: files }, (_, i) => `a/${i}.txt`);
  const digests = paths.map((path) => ({
    get path() {
      count++;
      return path;
    },
    sha256: HEX,
    sm3: HEX,
  }));
  const base = goodCase();
  const [item] = base.evidence.evidence;
  if (!item) throw new Error('the case has no evidence');
  const list = [{ ...item, files: paths.map((path) => ({ path, md5: 'b'.repeat(32) })) }];
  const event = { seq: 1, at: item.collectedAt, action: 'collect' as const, items: [item.evidenceNo], by: [], prev: null, digests };
  const input: RuleInput = {
    case: { ...base, evidence: { evidence: list } },
    pack: PACK,
    now: NOW,
    draft: false,
    custody: { lines: [], events: [event] },
    digests: new Map(paths.map((path) => [path, { sha256: HEX, sm3: HEX }])),
  };
  for (const { check } of FIXITY_RULES) expect([...(check?.(input) ?? [])]).toEqual([]);
  return count;
}

test('twice the files, twice the looks', () => {
  const few = looks(100);
  expect(few).toBeGreaterThan(0);
  expect(looks(200)).toBe(2 * few);
});
