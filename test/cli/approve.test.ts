/** `mbpack approve`: the decision of the head of office under the code on the paper; what the case no longer is, is not approved. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { textOf } from '../pdf-text.ts';
import { AT, cleanUp, codes, copyOf, mbpack } from './run.ts';

afterAll(cleanUp);

const validate = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));
const read = (dir: string, name = 'internal.yaml'): string => readFileSync(join(dir, name), 'utf8');
const change = (dir: string, name: string, from: string | RegExp, to: string): void => {
  const before = read(dir, name);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(join(dir, name), after);
};

/** 挂床住院 before the head of office decided. */
function undecided(): string {
  const dir = copyOf();
  change(dir, 'internal.yaml', /^ {2}(?:approver|decision|decidedAt|approvedDigest):.*\n/gm, '');
  change(dir, 'internal.yaml', / {2}approved:\n(?: {4}.*\n)+/, '');
  return dir;
}

/** What is left to do in the good example. */
const open = ({ severity, code }: { severity: string; code: string }): boolean => severity !== 'info' && code !== 'RECORD_UNSIGNED_LATE';

const WHO = ['--by', '方秉公', '--title', '党组书记、局长', '--at', '2026-09-15 09:40'] as const;
const CODE = /approvedDigest: (\S+)/.exec(read('examples/挂床住院'))?.[1] ?? '';

async function approve(dir: string, ...args: string[]) {
  const { exit, out } = await mbpack('--json', 'approve', dir, ...args);
  const value = JSON.parse(out);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  const findings = value.findings as { code: string; severity: string; args: Record<string, unknown> }[];
  return { exit, findings, codes: findings.map(({ code }) => code), approval: value.approval };
}

/** Refused: exit 1, and not a byte of the form is another. */
async function refused(dir: string, ...args: string[]) {
  const before = read(dir);
  const done = await approve(dir, ...args);
  expect(done.exit).toBe(1);
  expect(done.approval).toBeUndefined();
  expect(read(dir)).toBe(before);
  return done;
}

describe('the officer', () => {
  test('prints report and approval form, types the code that stands on both, and the case may be built', async () => {
    const dir = undecided();
    const drafts = join(dir, '..', '草稿');
    expect((await mbpack('build', dir, '--draft', '-o', drafts, '--at', AT)).exit).toBe(0);
    const papers = readdirSync(drafts).filter((name) => /书面报告|审批表/.test(name));
    expect(papers).toHaveLength(2);
    for (const name of papers) expect(await textOf(join(drafts, name))).toContain(CODE);
    const { exit, out, err } = await mbpack('approve', dir, '--code', CODE, ...WHO);
    expect(exit).toBe(0);
    expect(out).toContain(`  原来  （空）\n  现在  ${CODE}`);
    expect(err).toContain('TRANSFER_DUE');
    expect(read(dir)).toContain('  decidedAt: 2026-09-15T09:40+08:00\n');
    const checked = await codes('check', dir, '--at', AT);
    expect(checked.exit).toBe(0);
    expect(checked.findings.filter(open)).toEqual([]);
  });
  test('changes no other byte of the form', async () => {
    const dir = undecided();
    const before = read(dir).split('\n');
    expect((await approve(dir, '--code', CODE, ...WHO)).exit).toBe(0);
    const after = read(dir).split('\n');
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(after.filter((line) => !before.includes(line)).map((line) => line.trim().split(':')[0])).toEqual(
      expect.arrayContaining(['approver', 'decision', 'decidedAt', 'approvedDigest']),
    );
  });
  test('keeps the form as JSON', async () => {
    const dir = undecided();
    rmSync(join(dir, 'internal.yaml'));
    writeFileSync(join(dir, 'internal.json'), '{\n  "approval": { "reportedAt": "2026-09-14T09:30+08:00" }\n}\n');
    expect((await approve(dir, '--code', CODE, ...WHO)).exit).toBe(0);
    expect(JSON.parse(read(dir, 'internal.json')).approval).toEqual({
      reportedAt: '2026-09-14T09:30+08:00',
      approver: { name: '方秉公', title: '党组书记、局长', capacity: '正职负责人' },
      decision: '批准',
      decidedAt: '2026-09-15T09:40+08:00',
      approvedDigest: CODE,
    });
  });
  test('types it twice: nothing is written the second time', async () => {
    const dir = copyOf();
    const before = read(dir);
    const { exit, approval } = await approve(dir, '--code', CODE.toLowerCase(), ...WHO);
    expect([exit, approval.written]).toEqual([0, false]);
    expect(read(dir)).toBe(before);
  });
  test('types one character wrong: told as that, and where', async () => {
    const slip = CODE.replace(/^(v2:.{5}-)(.)/, (_, head, c) => `${head}${c === 'A' ? 'B' : 'A'}`);
    expect(await refused(undecided(), '--code', slip, ...WHO)).toMatchObject({
      codes: ['APPROVE_CODE_MISTYPED'],
      findings: [{ args: { because: 'check', groups: [2] } }],
    });
    const short = await refused(undecided(), '--code', CODE.slice(0, -1), ...WHO);
    expect(short.findings).toMatchObject([{ code: 'APPROVE_CODE_MISTYPED', args: { because: 'length', length: 24 } }]);
  });
  test('has two characters wrong that agree with the check character: still a slip, not another version', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const { readApprovalCode } = await import('../../dist/model/index.js');
    const bare = CODE.slice(3);
    const slips = [...alphabet].flatMap((a) => [...alphabet].map((b) => a + b + bare.slice(2)));
    const other = slips.find((typed) => typed !== bare && readApprovalCode(typed).kind === 'code') ?? '';
    expect(await refused(undecided(), '--code', other, ...WHO)).toMatchObject({
      codes: ['APPROVE_CODE_MISTYPED'],
      findings: [{ args: { groups: [1] } }],
    });
  });
});

describe('what was printed before a change', () => {
  test.each([
    ['a suspect', 'case.yaml', 'name: 罗㛃', 'name: 罗某'],
    ['an offence', 'case.yaml', '- { name: 诈骗罪', '- { name: 合同诈骗罪'],
    ['the amount', 'case.yaml', "fundLoss: '2529445.50'", "fundLoss: '2529445.51'"],
    ['the recipient', 'case.yaml', /(recipient:\n {2}name: )示例市公安局示例区分局/, '$1示例市公安局'],
    ['a fact', 'case.yaml', '实到5人', '实到6人'],
    ['the part of a suspect', 'case.yaml', /participation: 组织/, 'participation: 协助'],
    ['the article', 'case.yaml', '第二百六十六条', '第二百二十四条'],
    ['the amount of one person', 'case.yaml', "'2203980.10'", "'2203980.11'"],
    ['what was not yet paid', 'case.yaml', "attempted: '0.00'", "attempted: '0.01'"],
  ])('%s: not entered; where it was, an error until it is approved again', async (_, name, from, to) => {
    const dir = undecided();
    change(dir, name, from, to);
    expect((await refused(dir, '--code', CODE, ...WHO)).codes).toEqual(['APPROVE_CODE_OTHER']);
    const approved = copyOf();
    change(approved, name, from, to);
    const { findings } = await codes('check', approved, '--at', AT);
    expect(findings.filter(({ rule }) => rule === 'P-14').map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error APPROVED_SUBSTANCE_CHANGED',
    ]);
  });
  test('a case that did not change what was approved is approved still', async () => {
    const dir = copyOf();
    change(dir, 'case.yaml', 'address: 示例市示例区滨河路3号', 'address: 示例市示例区滨河路5号');
    expect((await codes('check', dir, '--at', AT)).codes).not.toContain('APPROVED_SUBSTANCE_CHANGED');
  });
  test('a code of an older paper, of 64 digits, is not one', async () => {
    expect((await refused(undecided(), '--code', 'a'.repeat(64), ...WHO)).codes).toEqual(['APPROVE_CODE_OLD']);
  });
  test('approved again: the old values are shown, and only --again replaces them', async () => {
    const dir = copyOf();
    change(dir, 'case.yaml', '实到5人', '实到6人');
    const drafts = join(dir, '..', '草稿');
    await mbpack('build', dir, '--only', 'approval', '-o', `${drafts}.pdf`, '--at', AT);
    const now = /v2:[A-Z2-7]{5}(?:-[A-Z2-7]{5}){4}/.exec(await textOf(`${drafts}.pdf`))?.[0] ?? '';
    expect(now).not.toBe(CODE);
    // A form for a new decision: the old one is not on it.
    expect(await textOf(`${drafts}.pdf`)).not.toMatch(/方秉公|9时40分/);
    // And papers of what nobody approved are drafts.
    await mbpack('build', dir, '--only', 'transfer', '-o', `${drafts}-2.pdf`, '--at', AT);
    expect(await textOf(`${drafts}-2.pdf`)).toContain('草稿');
    const again = ['--code', now, '--by', '方秉公', '--title', '党组书记、局长', '--at', '2026-09-15 13:00'];
    const { codes: told, findings } = await refused(dir, ...again);
    expect(told).toEqual(['APPROVE_OVER_ANOTHER']);
    expect(findings[0]?.args).toEqual({
      fields: [
        { field: '决定时间', value: '2026-09-15T09:40+08:00' },
        { field: '审批要素校验码', value: CODE },
      ],
    });
    const { exit, approval } = await approve(dir, ...again, '--again');
    expect(exit).toBe(0);
    expect(
      approval.fields.filter((f: { before: unknown; after: unknown }) => f.before !== f.after && !Array.isArray(f.before)),
    ).toMatchObject([
      { pointer: '/approval/decidedAt', before: '2026-09-15T09:40+08:00', after: '2026-09-15T13:00+08:00' },
      { pointer: '/approval/approvedDigest', before: CODE, after: now },
    ]);
    const { findings: left } = await codes('check', dir, '--at', AT);
    expect(left.filter((f) => open(f) && f.rule?.startsWith('P-'))).toEqual([]);
  });
  test('what the form repeats of the approval is brought up to date', async () => {
    const dir = copyOf();
    change(dir, 'case.yaml', "fundLoss: '2529445.50'", "fundLoss: '2529445.51'");
    const pdf = join(dir, '..', '审批表.pdf');
    await mbpack('build', dir, '--only', 'approval', '-o', pdf, '--at', AT);
    const now = /v2:[A-Z2-7-]+/.exec(await textOf(pdf))?.[0] ?? '';
    expect((await approve(dir, '--code', now, ...WHO, '--again')).exit).toBe(0);
    expect(read(dir)).toContain("fundLoss: '2529445.51'");
    expect((await codes('check', dir, '--at', AT)).codes).not.toContain('APPROVED_CHANGED');
  });
});

test.each([
  ['in the future', '2026-09-15 14:01', 'APPROVE_IN_FUTURE'],
  ['before the report was received', '2026-09-14 10:04', 'APPROVE_BEFORE_REPORT'],
  ['before the report', '2026-09-13 10:04', 'APPROVE_BEFORE_REPORT'],
])('a decision %s is not entered', async (_, at, code) => {
  expect((await refused(undecided(), '--code', CODE, '--by', '方秉公', '--title', '局长', '--at', at)).codes).toEqual([code]);
});

describe('a referral that had been refused', () => {
  const REASON = `证据不足：${'尚未核对住院记录。'.repeat(60)}`;
  function refusedOnce(): string {
    const dir = undecided();
    change(
      dir,
      'internal.yaml',
      /^approval:\n/m,
      `approval:\n  decision: 不批准\n  decidedAt: 2026-09-14T16:00+08:00\n  # 见第一次的审批表\n  refusalReason: ${REASON}\n`,
    );
    return dir;
  }
  test('is not approved without --again, and what stands there is told', async () => {
    const { codes: told, findings } = await refused(refusedOnce(), '--code', CODE, ...WHO);
    expect(told).toEqual(['APPROVE_OVER_ANOTHER']);
    expect(findings[0]?.args).toEqual({
      fields: [
        { field: '决定', value: '不批准' },
        { field: '决定时间', value: '2026-09-14T16:00+08:00' },
        { field: '不批准的理由', value: REASON },
      ],
    });
  });
  test('--again leaves no reason for refusing beside an approval, tells that, and shows its words whole', async () => {
    const dir = refusedOnce();
    const { exit, out, err } = await mbpack('approve', dir, '--code', CODE, ...WHO, '--again');
    expect(exit).toBe(0);
    expect(out).toContain(REASON);
    expect(err).toContain('APPROVE_REFUSAL_REMOVED');
    expect(read(dir)).not.toContain('refusalReason');
    expect(read(dir)).toContain('decision: 批准');
    const second = await approve(dir, '--code', CODE, ...WHO);
    expect([second.exit, second.approval.written]).toEqual([0, false]);
  });
  test('in --json the reason is the value before', async () => {
    const { approval, codes: told } = await approve(refusedOnce(), '--code', CODE, ...WHO, '--again');
    expect(told).toContain('APPROVE_REFUSAL_REMOVED');
    const removed = approval.fields.find(({ pointer }: { pointer: string }) => pointer === '/approval/refusalReason');
    expect(removed.before).toBe(REASON);
    expect(removed).not.toHaveProperty('after');
  });
  test('a reason for refusing beside an approval is not overlooked', async () => {
    const dir = copyOf();
    change(dir, 'internal.yaml', /^approval:\n/m, 'approval:\n  refusalReason: 证据不足\n');
    expect((await refused(dir, '--code', CODE, ...WHO)).codes).toEqual(['APPROVE_OVER_ANOTHER']);
  });
});

describe('an officer of the case who approves', () => {
  test.each(['周执中', '周 执中', '甲', '周执中/99010126001', '周执中／99010126001'])('%s: told', async (by) => {
    const dir = undecided();
    const { exit, codes: told } = await approve(dir, '--code', CODE, '--by', by, '--title', '局长', '--at', '2026-09-15 09:40');
    expect(exit).toBe(0);
    expect(told.filter((code) => code === 'APPROVER_IS_OFFICER')).toHaveLength(1);
    expect(read(dir)).toMatch(/name: 周 ?执中/);
  });
  test('told where another form cannot be read yet', async () => {
    const dir = undecided();
    change(dir, 'transfer.yaml', 'docNo:', 'docNumber:');
    const { codes: told } = await approve(dir, '--code', CODE, '--by', '周执中', '--title', '局长', '--at', '2026-09-15 09:40');
    expect(told.filter((code) => code === 'APPROVER_IS_OFFICER')).toHaveLength(1);
  });
  test('the head of office, with a number: the name alone is entered, and nothing told', async () => {
    const dir = undecided();
    const { codes: told } = await approve(dir, '--code', CODE, '--by', '方秉公/99010126000', '--title', '局长', '--at', '2026-09-15 09:40');
    expect(told).not.toContain('APPROVER_IS_OFFICER');
    expect(read(dir)).toContain('name: 方秉公\n');
  });
});

test('the code of another case: not entered', async () => {
  const other = /approvedDigest: (\S+)/.exec(read('examples/冒名就医'))?.[1] ?? '';
  expect(other).not.toBe('');
  expect((await refused(undecided(), '--code', other, ...WHO)).codes).toEqual(['APPROVE_CODE_OTHER']);
});

test('an old value of 64 digits with a decision since papers print a code holds the case up, facts changed or not', async () => {
  const dir = copyOf();
  change(dir, 'internal.yaml', CODE, 'a'.repeat(64));
  change(dir, 'internal.yaml', /decidedAt: \S+/, 'decidedAt: 2026-12-01T00:00+08:00');
  change(dir, 'case.yaml', '实到5人', '实到6人');
  const { exit, findings } = await codes('check', dir, '--at', '2026-12-01T08:00:00+08:00');
  expect(exit).toBe(1);
  expect(findings.filter(({ rule }) => rule === 'P-14').map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error APPROVAL_CODE_OLD',
  ]);
});

test('a deputy says whether in charge', async () => {
  const dir = undecided();
  const deputy = ['--code', CODE, '--by', '方秉公', '--title', '副局长', '--at', '2026-09-15 09:40'];
  expect((await refused(dir, ...deputy)).codes).toEqual(['APPROVE_CAPACITY_NOT_SAID']);
  expect((await approve(dir, ...deputy, '--capacity', '主持工作')).exit).toBe(0);
  expect(read(dir)).toContain('主持工作负责人');
});

test.each([
  [[]],
  [['--code', CODE]],
  [['--code', CODE, '--by', '方秉公', '--title', '局长']],
  [['--code', CODE, ...WHO, '--by', '程循法']],
  [['--code', CODE, ...WHO, '--capacity', '分管']],
  [['--code', CODE, '--by', '方秉公', '--title', '局长', '--at', '昨天']],
])('a call that does not say who approved what and when: exit 2, nothing written (%#)', async (args) => {
  const dir = undecided();
  const before = read(dir);
  const { exit, err } = await mbpack('approve', dir, ...args);
  expect(exit).toBe(2);
  expect(err).not.toContain('undefined');
  expect(read(dir)).toBe(before);
});

test('a case that does not read is not approved: what is wrong is told', async () => {
  const dir = undecided();
  change(dir, 'case.yaml', 'caseNo:', 'caseNumber:');
  const { codes: told } = await refused(dir, '--code', CODE, ...WHO);
  expect(told.length).toBeGreaterThan(0);
});

test('one value that does not fit its field: none of them is written', async () => {
  const long = ['--code', CODE, '--by', '方秉公', '--title', '局\n长', '--at', '2026-09-15 09:40'];
  expect((await refused(undecided(), ...long)).codes.length).toBeGreaterThan(0);
});

test('no such pack: nothing is written', async () => {
  const dir = undecided();
  const before = read(dir);
  expect((await mbpack('approve', dir, '--code', CODE, ...WHO, '--template', 'nowhere')).exit).toBeGreaterThan(0);
  expect(read(dir)).toBe(before);
});

test('a form that is open in another program is not written', async () => {
  const dir = undecided();
  writeFileSync(join(dir, '~$internal.yaml'), '');
  const { exit, out } = await mbpack('--json', 'approve', dir, '--code', CODE, ...WHO);
  expect([exit, JSON.parse(out).findings[0].code]).toEqual([1, 'EDIT_NOT_WRITTEN']);
});
