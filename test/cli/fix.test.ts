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
      'REF_UNKNOWN',
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
      'FIELD_IN_QUOTES',
      '/facts/0/familyAccount',
      '否',
    ],
    [
      'Chinese commas between numbers',
      'case.yaml',
      'evidence: [Z-01, Z-02, Z-03, Z-04, Z-05, Z-06]',
      'evidence: [Z-01，Z-02、Z-03, Z-04, Z-05, Z-06]',
      'FIELD_CHINESE_COMMA',
      '/facts/0/evidence',
      ['Z-01', 'Z-02', 'Z-03', 'Z-04', 'Z-05', 'Z-06'],
    ],
  ])('%s', async (_, form, from, to, code, pointer, value) => {
    const { dir, path, after } = edited(from, to, form);
    const { told: checked } = await json('check', dir);
    expect(checked.findings.find((f) => f.code === code)?.fix).toEqual({ form: form.replace('.yaml', ''), pointer, value });
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
  ['an amount with a comma that may be either', 'case.yaml', "completed: '28640.35'", "completed: '28,640'"],
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
  expect([...forms]).toEqual(['case']);
  // What the case form kept from being read is told now.
  const again = await json('fix', dir, '--apply');
  expect(again.told.fixes?.map(({ form }) => form)).toEqual(expect.arrayContaining(['investigation']));
  expect((await json('check', dir)).told.findings.filter(({ code }) => code === 'REF_UNKNOWN')).toEqual([]);
});

test('a form that is open in another program is not written', async () => {
  const { dir, path, after } = edited("familyAccount: '否'", 'familyAccount: “否”');
  writeFileSync(join(dir, '.~lock.case.yaml#'), '');
  const { exit, told } = await json('fix', dir, '--apply');
  expect([exit, told.findings.map(({ code }) => code)]).toEqual([1, ['EDIT_NOT_WRITTEN']]);
  expect(readFileSync(path, 'utf8')).toBe(after);
});
