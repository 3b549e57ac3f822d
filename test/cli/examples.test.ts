/** The wrong example gives what it says it gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AT, codes, WRONG } from './run.ts';

interface Expected {
  readonly rule: string;
  readonly code: string;
  readonly where: { readonly file: string; readonly pointer?: string };
}

/** Depends on the day of reading, not on the case. */
const CLOCK = new Set(['TRANSFER_OVERDUE']);

test('wrong in at least 12 ways: these findings, each at its place, and no others', async () => {
  const expected = JSON.parse(readFileSync(join(WRONG, '应报问题.json'), 'utf8')) as Expected[];
  const { exit, findings } = await codes('check', WRONG, '--at', AT);
  const line = (rule: string | undefined, code: string, file = '', pointer = '') => `${rule} ${code} ${file} ${pointer}`;
  const found = findings
    .filter((f) => !CLOCK.has(f.code))
    .map((f) => line(f.rule, f.code, f.at?.file?.slice(WRONG.length + 1), f.at?.pointer));
  expect(exit).toBe(1);
  expect(expected.length).toBeGreaterThanOrEqual(12);
  expect(found.sort()).toEqual(expected.map((e) => line(e.rule, e.code, e.where.file, e.where.pointer)).sort());
});
