/** 固定清单 puts each file to its item in one go: with twice the items and twice the files it looks twice as often, not four times. */
import { expect, test } from 'vitest';
import { fixingView } from '../../src/documents/views/fixing.ts';
import { goodCase } from '../law/fixture.ts';

function looks(items: number): number {
  let count = 0;
  const files = Array.from({ length: items * 10 }, (_, i) => ({
    path: `${i}.txt`,
    title: '',
    sha256: 'a'.repeat(64),
    get evidenceNo() {
      count++;
      return `E-${i % items}`;
    },
  }));
  fixingView(goodCase(), { events: [], files, chainHead: 'a'.repeat(64) }, '固定清单');
  return count;
}

test('twice the items, twice the looks', () => {
  const few = looks(50);
  expect(few).toBeGreaterThan(0);
  expect(looks(100)).toBe(2 * few);
});
