/** What is said after a step: what it means for the approval, what follows, and of a corrected line only what this correction says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cleanUp, codes, copyOf, mbpack } from './run.ts';

afterAll(cleanUp);

const CARD = 'examples/冒名就医';
const BY = ['--by', '甲', '--by', '乙', '--reason', '误写，以笔录为准'];

describe('set', () => {
  test.each<[string, string, readonly string[], boolean]>([
    ['the amount', 'case:/amount/fundLoss', ['28640.36'], true],
    ['the recipient', 'case:/recipient/name', ['示例市公安局'], true],
    ['a telephone number', 'case:/sender/phone', ['0000-0000999'], false],
    ['another form', 'transfer:/docNo', ['范县医保移〔2026〕9号'], false],
  ])('%s: told where the approval falls', async (_, field, value, falls) => {
    const dir = copyOf(CARD);
    const done = await codes('set', dir, field, ...value);
    expect([done.exit, done.codes]).toEqual([0, falls ? ['EDIT_APPROVAL_FALLS'] : []]);
    if (falls) expect((await codes('set', dir, field, ...value)).codes).toEqual([]);
  });
});

test('approve tells what follows, and of papers that were signed before only where there was another approval', async () => {
  const dir = copyOf('examples/挂床住院');
  const path = join(dir, 'internal.yaml');
  const form = readFileSync(path, 'utf8');
  const code = /approvedDigest: (\S+)/.exec(form)?.[1] ?? '';
  const who = ['--code', code, '--by', '方秉公', '--title', '党组书记、局长', '--at', '2026-09-15 09:45'];
  const again = await mbpack('approve', dir, ...who, '--again');
  expect(again.exit).toBe(0);
  expect(again.err).toContain(`mbpack check ${dir}`);
  expect(again.err).toMatch(/换下 signed 里的旧扫描件/);
  writeFileSync(
    path,
    form.replace(/^ {2}(?:approver|decision|decidedAt|approvedDigest):.*\n/gm, '').replace(/ {2}approved:\n(?: {4}.*\n)+/, ''),
  );
  const first = await mbpack('approve', dir, ...who);
  expect([first.exit, first.err.includes('下一步')]).toEqual([0, true]);
  expect(first.err).not.toMatch(/旧扫描件/);
});

test('a second correction of a line says its own, not the first one over again, and its times as people read them', async () => {
  const dir = copyOf(CARD);
  const correct = (...argv: string[]) => mbpack('custody', dir, '--add', '更正', '--line', '1', ...BY, ...argv);
  expect((await correct('--place', '某处')).exit).toBeLessThan(2);
  const second = (await correct('--at', '2026-04-20 09:00')).out;
  expect(second).toContain('2026-04-20 10:20 → 2026-04-20 09:00');
  expect(second).not.toContain('«某处»；理由');
  expect(second.match(/地点 «/g)).toBeNull();
  expect((await mbpack('custody', dir)).err).not.toMatch(/2026-04-20T/);
});

test('a file that is gone from the list: the items of the line that have theirs are not named', async () => {
  const dir = copyOf(CARD);
  const path = join(dir, 'evidence.yaml');
  const list = readFileSync(path, 'utf8');
  // Z-06 was fixed by the same line as Z-02 and Z-03.
  const file = /evidenceNo: Z-06[\s\S]*?path: (.+)/.exec(list)?.[1] ?? '';
  writeFileSync(path, list.replace(`path: ${file}`, `path: 另一个${file}`));
  const gone = (await codes('check', dir)).findings.find(({ code }) => code === 'FIXED_FILE_GONE');
  expect(gone?.args).toMatchObject({ evidence: ['Z-06'] });
});
