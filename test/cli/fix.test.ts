/** fix: values that are known exactly are shown, and entered on request; what only a person knows is left. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cleanUp, copyOf, mbpack } from './run.ts';

afterAll(cleanUp);

const AT = '2026-06-09 14:00';
interface Told {
  readonly findings: readonly {
    readonly code: string;
    readonly fix?: { readonly form: string; readonly pointer: string; readonly value: unknown };
  }[];
  readonly fixes?: readonly {
    readonly form: string;
    readonly pointer: string;
    readonly written: boolean;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}
const json = async (...argv: string[]) => {
  const { out, exit } = await mbpack(...argv, '--at', AT, '--json');
  return { exit, told: JSON.parse(out) as Told };
};
const edited = (from: string | RegExp, to: string, form = 'case.yaml') => {
  const dir = copyOf('examples/冒名就医');
  const path = join(dir, form);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return { dir, path, after };
};

test('nothing is to be mended in a good case', async () => {
  const { exit, told } = await json('fix', 'examples/冒名就医');
  expect([exit, told.fixes]).toEqual([0, []]);
});

describe('known exactly', () => {
  test.each<[string, string, string, string, string, string, unknown]>([
    [
      'the name of an officer for the id',
      'investigation.yaml',
      'officers: [甲, 乙] }',
      'officers: [陶书衡, 乙] }',
      'VALUE_AS_MEANT',
      '/steps/0/officers/0',
      '甲',
    ],
    [
      'a space behind a name',
      'case.yaml',
      'employer: 个体货运',
      "employer: '个体货运 '",
      'TEXT_EDGE_SPACE',
      '/suspects/0/employer',
      '个体货运',
    ],
    [
      'Chinese quotation marks around a word',
      'case.yaml',
      "familyAccount: '否'",
      'familyAccount: “否”',
      'VALUE_AS_MEANT',
      '/facts/0/familyAccount',
      '否',
    ],
  ])('%s', async (_, form, from, to, code, pointer, value) => {
    const { dir, path, after } = edited(from, to, form);
    const { told: checked } = await json('check', dir);
    // Values that were taken as they are meant are told together.
    const expected = code === 'VALUE_AS_MEANT' ? undefined : { form: form.replace('.yaml', ''), pointer, value };
    const found = checked.findings.find((f) => f.code === code);
    expect([found?.code, found?.fix]).toEqual([code, expected]);
    const { told: planned, exit } = await json('fix', dir);
    expect([exit, planned.fixes]).toEqual([0, [expect.objectContaining({ pointer, after: value, written: false })]]);
    expect(readFileSync(path, 'utf8')).toBe(after);
    const { told: applied } = await json('fix', dir, '--apply');
    expect(applied.fixes).toEqual([expect.objectContaining({ pointer, after: value, written: true })]);
    const mended = readFileSync(path, 'utf8');
    const was = after.split('\n');
    if (!Array.isArray(value)) expect(mended.split('\n').filter((line, i) => line !== was[i])).toHaveLength(1);
    expect((await json('check', dir)).told.findings.filter((f) => f.code === code)).toEqual([]);
    expect((await json('fix', dir)).told.fixes).toEqual([]);
  });
});

test.each([
  ['an amount with a comma that may be either', 'case.yaml', "completed: '28640.35'", "completed: '28.640,35'"],
  ['a word that is only near', 'case.yaml', 'role: 主办', 'role: 主力'],
  ['a number that is only near', 'case.yaml', 'evidence: [Z-01, Z-02', 'evidence: [Z-91, Z-02'],
])('%s is left to a person', async (_, form, from, to) => {
  const { dir, path, after } = edited(from, to, form);
  const { told } = await json('fix', dir, '--apply');
  expect(told.fixes).toEqual([]);
  expect(readFileSync(path, 'utf8')).toBe(after);
});

test('several values of several forms, each by itself', async () => {
  const { dir } = edited("familyAccount: '否'", 'familyAccount: “否”');
  const path = join(dir, 'investigation.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('officers: [甲, 乙]', 'officers: [陶书衡, 祝云舟]'));
  const { told } = await json('fix', dir, '--apply');
  const forms = new Set(told.fixes?.map(({ form }) => form));
  expect([...forms].sort()).toEqual(['case', 'investigation']);
  expect((await json('check', dir)).told.findings.filter(({ code }) => code === 'VALUE_AS_MEANT')).toEqual([]);
});

test('a form that is open in another program is not written', async () => {
  const { dir, path, after } = edited("familyAccount: '否'", 'familyAccount: “否”');
  writeFileSync(join(dir, '.~lock.case.yaml#'), '');
  const { exit, told } = await json('fix', dir, '--apply');
  expect([exit, told.findings.map(({ code }) => code)]).toEqual([1, ['EDIT_NOT_WRITTEN']]);
  expect(readFileSync(path, 'utf8')).toBe(after);
});

test('a path that was written with the folder of the evidence', async () => {
  const { dir, path } = edited('- path: ', '- path: evidence/', 'evidence.yaml');
  const checked = await json('check', dir);
  expect(checked.told.findings.filter(({ code }) => code === 'EVIDENCE_FILE_MISSING').map(({ fix }) => fix?.form)).toEqual(['evidence']);
  expect((await json('fix', dir, '--apply')).exit).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(readFileSync('examples/冒名就医/evidence.yaml', 'utf8'));
});
