/** The shipped examples give what they say they give: three are in order and build, one is wrong in thirty places. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cleanUp, codes, copyOf, type JsonFinding, mbpack, scratch, WRONG } from './run.ts';

afterAll(cleanUp);

/** The afternoon after each approval; the notes that a case in order gives all the same. */
const GOOD_ONES = [
  ['挂床住院', '2026-09-15T14:00:00+08:00'],
  ['冒名就医', '2026-06-09T15:00:00+08:00'],
  ['倒卖药品', '2026-06-24T15:00:00+08:00'],
] as const;
const WRONG_AT = '2026-08-17T15:00:00+08:00';

const place = (name: string): string => resolve('examples', name);
/** Their records are printed and still to be signed: whoever sends them is told, as the receiver is. */
const worse = (findings: readonly JsonFinding[]): readonly JsonFinding[] =>
  findings.filter((f) => f.severity !== 'info' && f.code !== 'RECORD_UNSIGNED_LATE');

describe.each(GOOD_ONES)('%s', (name, at) => {
  test('has nothing to mend', async () => {
    const { exit, findings } = await codes('check', place(name), '--at', at);
    expect(worse(findings)).toEqual([]);
    expect(exit).toBe(0);
  });
  test('builds, and the dossier verifies', async () => {
    const zip = join(scratch(), `${name}.zip`);
    expect((await mbpack('build', place(name), '-o', zip, '--at', at, '-q')).exit).toBe(0);
    const { exit, findings } = await codes('verify', zip);
    expect(worse(findings)).toEqual([]);
    expect(exit).toBe(0);
  });
});

interface Expected {
  readonly rule: string;
  readonly code: string;
  readonly where: { readonly file: string; readonly pointer?: string };
}

const line = (rule: string | undefined, code: string, file = '', pointer = ''): string => `${rule} ${code} ${file} ${pointer}`;
const lines = (findings: readonly JsonFinding[], folder: string): string[] =>
  worse(findings)
    .map((f) => line(f.rule, f.code, f.at?.file?.slice(folder.length + 1), f.at?.pointer))
    .sort();

test('错误示例: thirty findings, each at its place, and no others', async () => {
  const expected = JSON.parse(readFileSync(join(WRONG, '应报问题.json'), 'utf8')) as Expected[];
  const { exit, findings } = await codes('check', WRONG, '--at', WRONG_AT);
  expect(exit).toBe(1);
  expect(expected).toHaveLength(30);
  expect(lines(findings, WRONG)).toEqual(expected.map((e) => line(e.rule, e.code, e.where.file, e.where.pointer)).sort());
});

/** What is done to 冒名就医: form, words, what they become; then the finding. */
const FAULTS = [
  ['case', "familyAccount: '否'", 'familyAccount: 待查', 'F-06 FAMILY_ACCOUNT_OPEN', '/facts/0/familyAccount'],
  ['case', "amount: '26640.35'", "amount: '26640.30'", 'A-01 AMOUNT_BY_FUND_DIFFERS', '/amount/byFund'],
  ['case', "outstanding: '28640.35'", "outstanding: '18640.35'", 'G-04 OUTSTANDING_DIFFERS', '/amount/outstanding'],
  ['internal', 'crimes: [诈骗罪]', 'crimes: [盗窃罪]', 'P-11 APPROVED_CHANGED', '/approval/approved/crimes'],
  ['evidence', '    dataCategory: 结构化数据（数据库导出文件）\n', '', 'E-06 DATA_CATEGORY_MISSING', '/evidence/0'],
  ['evidence', '    madeBy: 示例市示范县某某医院住院处\n', '', 'V-01 AUDIOVISUAL_GAP', '/evidence/2'],
  ['evidence', 'collectors: [甲, 丙]', 'collectors: [甲]', 'R-02 COLLECTORS_TOO_FEW', '/evidence/4/collectors'],
  [
    'records',
    "idNo: '999902198803220193', signed: 已签名",
    "idNo: '999902198803220193', signed: 拒绝签名",
    'E-03 SIGNATURE_MISSING',
    '/extractions/0/provider',
  ],
  ['records', '    originalLocation: 国家医疗保障信息平台示范县结算库\n', '', 'E-04 ORIGINAL_MEDIUM_GAP', '/extractions/0/originalMedium'],
  ['records', "recorder: 丙\n    alone: '是'", "recorder: 丙\n    alone: '否'", 'T-01 INTERVIEW_NOT_ALONE', '/interviews/1/alone'],
  ['records', "verified: '是'", "verified: '否'", 'D-01 COPY_NOT_VERIFIED', '/copies/0'],
  ['records', 'rows: 11', 'rows: 12', 'E-12 DATASET_ROWS_DIFFER', '/datasets/0/rows'],
] as const;

/** And what was signed before the data changed. */
const SIGNED_BEFORE = 'M-09 SCAN_OF_OTHER_PAPER investigation.yaml /signedScan/path';

test('冒名就医 with twelve faults: twelve findings', async () => {
  const folder = copyOf(place('冒名就医'));
  for (const [form, from, to] of FAULTS) {
    const file = join(folder, `${form}.yaml`);
    const text = readFileSync(file, 'utf8');
    expect(text.split(from), `${form}: ${from}`).toHaveLength(2);
    writeFileSync(file, text.replace(from, to));
  }
  const { findings } = await codes('check', folder, '--at', '2026-06-09T15:00:00+08:00');
  expect(FAULTS).toHaveLength(12);
  expect(lines(findings, folder)).toEqual(
    [...FAULTS.map(([form, , , code, pointer]) => `${code} ${form}.yaml ${pointer}`), SIGNED_BEFORE].sort(),
  );
});
