/** `mbpack set`: one value of one form changed, every other byte as it was; or nothing at all, with the reason. */
import {
  chmodSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { cleanUp, copyOf, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const validate = new Ajv2020.default({ allErrors: true }).compile(JSON.parse(readFileSync('schemas/output.schema.json', 'utf8')));

interface Edited {
  readonly file: string;
  readonly pointer: string;
  readonly field: string;
  readonly written: boolean;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly at: object;
}

async function set(dir: string, ...args: string[]): Promise<{ exit: number; codes: string[]; reason?: string; edited?: Edited }> {
  const { exit, out } = await mbpack('--json', 'set', dir, ...args);
  const value = JSON.parse(out);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  const findings = value.findings as { code: string; args: { reason?: string } }[];
  const reason = findings.find(({ code }) => code.startsWith('EDIT_'))?.args.reason;
  return { exit, codes: findings.map(({ code }) => code), ...(reason === undefined ? {} : { reason }), edited: value.edited };
}

/** Every file of a case but evidence. */
const state = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => statSync(join(dir, name)).isFile())
      .map((name) => [name, readFileSync(join(dir, name), 'latin1')]),
  );

/** Lines that are gone, and lines that are new. */
function changedLines(before: string, after: string): { gone: string[]; fresh: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), fresh: now.filter((line) => !old.includes(line)) };
}

describe('the officer', () => {
  test('mends a telephone number: the screen says what was and what is, and one line of one file is another', async () => {
    const dir = copyOf();
    const before = state(dir);
    const { exit, out, err } = await mbpack('set', dir, 'case:/sender/phone', '0571-12345678');
    expect(exit).toBe(0);
    expect(out).toBe(`${dir}/case.yaml:21:10  移送机关 / 联系电话（/sender/phone）\n  原来  0000-0000000\n  现在  0571-12345678\n`);
    expect(err).toContain('一个字节也没有改动');
    const after = state(dir);
    expect(changedLines(before['case.yaml'] ?? '', after['case.yaml'] ?? '')).toEqual({
      gone: ['  phone: 0000-0000000'],
      fresh: ['  phone: 0571-12345678'],
    });
    expect({ ...after, 'case.yaml': '' }).toEqual({ ...before, 'case.yaml': '' });
  });
  test('names the field as check does', async () => {
    const dir = copyOf();
    expect(await set(dir, 'case:移送机关 / 联系电话', '0571-1')).toMatchObject({ exit: 0, edited: { pointer: '/sender/phone' } });
    expect(await set(dir, 'case：办案人员 2 / 姓名', '某甲')).toMatchObject({
      exit: 0,
      edited: { pointer: '/officers/1/name', after: '某甲' },
    });
    expect(await set(dir, '案件基本情况:案件名称', '某案')).toMatchObject({ exit: 0, edited: { pointer: '/name' } });
  });
  test('fills in a new case, in YAML and in Excel', async () => {
    const dir = join(scratch(), '新案');
    await mbpack('init', dir);
    for (const args of [
      ['case:/name', '某某案'],
      ['case:/caseNo', '示医保立〔2026〕0012号'],
      ['--insert', 'case:/officers/-', '{"id":"丙","name":"王某三","certNo":"0012"}'],
      ['--insert', 'evidence:/evidence/-', '{"evidenceNo":"E001","title":"病历"}'],
      ['evidence:/evidence/0/collectors', '甲、乙'],
      ['evidence:/evidence/0/collectedAt', '2026-09-05 9:30'],
      ['items:/statement', '经清点没有涉案物品'],
      ['internal:/approval/approver/name', '某局长'],
    ])
      expect([args.join(' '), await set(dir, ...args)]).toMatchObject([
        args.join(' '),
        { exit: 0, codes: args.includes('2026-09-05 9:30') ? ['VALUE_AS_MEANT'] : [], edited: { written: true } },
      ]);
    expect(readFileSync(join(dir, 'case.yaml'), 'utf8')).toContain('certNo: "0012"');
    expect(await set(dir, 'evidence:/evidence/0/title', '病历')).toMatchObject({
      exit: 0,
      edited: { written: false, before: '病历', after: '病历' },
    });
    expect(await set(dir, 'evidence:/evidence/0/collectedAt', '2026-09-06T10:00+08:00')).toMatchObject({
      edited: { before: '2026-09-05T09:30+08:00', after: '2026-09-06T10:00+08:00', at: { cell: 'I4' } },
    });
  });
  test('puts officers in another order, and takes one out', async () => {
    const dir = copyOf();
    expect(await set(dir, '--insert', 'case:/officers/-', '{"id":"丁","name":"赵某四"}')).toMatchObject({
      exit: 0,
      edited: { pointer: '/officers/3' },
    });
    expect(await set(dir, '--move', 'case:/officers/3', '--to', '0')).toMatchObject({ exit: 0, edited: { pointer: '/officers/0' } });
    const { edited } = await set(dir, '--remove', 'case:/officers/0');
    expect(edited).toMatchObject({ written: true, before: { id: '丁', name: '赵某四' } });
    expect(state(dir)).toEqual(state(copyOf()));
  });
  test('a list of texts and a text of several lines', async () => {
    const dir = copyOf();
    expect(await set(dir, 'case:/cc', '["某院","某局: 二科"]')).toMatchObject({
      edited: { after: ['某院', '某局: 二科'] },
    });
    expect(await set(dir, 'transfer:/factSummary', '第一段。\n第二段。')).toMatchObject({
      exit: 0,
      edited: { after: '第一段。\n第二段。' },
    });
    const { err } = await mbpack('check', dir, '--at', '2026-09-15T14:00:00+08:00');
    expect(err).not.toMatch(/FORM_|FIELD_/);
  });
});

test.each([
  ['evidence:/evidence/Z-02/title', '/evidence/1/title'],
  ['evidence:Z-02/title', '/evidence/1/title'],
  ['evidence:z-02 / 证据名称', '/evidence/1/title'],
  ['case:办案人员 乙 / 执法证号', '/officers/1/certNo'],
])('an entry by its number: %s', async (place, pointer) => {
  expect(await set(copyOf(), place, '改过的 1')).toMatchObject({ exit: 0, edited: { written: true, pointer } });
});

test.each<[string, string, unknown]>([
  ['transfer:/issuedOn', '2026年9月5日', '2026-09-05'],
  ['case:/facts/0/amount', '12,300元', '12300'],
  ['transfer:/copies', '5份', 5],
  ['evidence:/evidence/0/collectedAt', '2026年9月5日9时30分', '2026-09-05T09:30+08:00'],
  [
    'transfer:/signedScan',
    '{"path":"signed\\\\移送书.pdf","pages":"3页","signedOn":"2026.9.5"}',
    { path: 'signed/移送书.pdf', pages: 3, signedOn: '2026-09-05' },
  ],
])('%s as people write it: %s', async (place, text, after) => {
  expect(await set(copyOf(), place, text)).toMatchObject({ exit: 0, edited: { written: true, after } });
});

describe('nothing is written', () => {
  const refusals: [string, readonly string[], number, readonly string[], string?][] = [
    ['a place that is not there', ['case:/officers/9/name', '甲'], 1, ['EDIT_NOT_MADE'], 'index'],
    ['a place below a text', ['case:/name/x', '甲'], 1, ['EDIT_NOT_MADE'], 'absent'],
    ['a field that no form has', ['case:/officers/0/nme', '甲'], 1, ['FIELD_UNKNOWN']],
    ['a group that no form has', ['case:/sendr/phone', '1'], 1, ['FIELD_UNKNOWN']],
    ['an amount with a comma for the decimals', ['case:/facts/0/amount', '12300,00'], 1, ['MONEY_INVALID']],
    ['one slip for another of the same kind', ['case:/facts/0/amount', '1.230,00'], 1, ['MONEY_INVALID']],
    ['a day that may be two', ['transfer:/issuedOn', '03/04/2026'], 1, ['DAY_INVALID']],
    ['a text for a number', ['transfer:/copies', '五'], 1, ['FIELD_TYPE']],
    ['a word that is not offered', ['evidence:/evidence/0/kind', '书正'], 1, ['FIELD_ENUM']],
    ['a group that is no JSON', ['case:/sender', '甲局'], 1, ['FIELD_TYPE']],
    ['a list that is no JSON', ['transfer:/legalBasis', '依据'], 1, ['FIELD_TYPE']],
    ['a control character', ['case:/name', '甲\u0007乙'], 1, ['TEXT_UNUSUAL_CHARACTER']],
    ['a character that turns the text around', ['case:/name', '甲\u202e乙'], 1, ['TEXT_UNUSUAL_CHARACTER']],
    ['100,000 characters', ['case:/name', '长'.repeat(100_000)], 1, ['FIELD_TOO_LONG']],
    ['a blank', ['case:/name', ' '], 1, ['FIELD_BLANK']],
    ['what is required is taken out', ['--remove', 'case:/name'], 1, ['FIELD_MISSING']],
    ['what is not there is taken out', ['--remove', 'case:/noReportReason'], 1, ['EDIT_NOT_MADE'], 'absent'],
    ['no list', ['--insert', 'case:/name', '甲'], 1, ['EDIT_NOT_MADE'], 'list'],
    ['beyond the list', ['--move', 'case:/officers/0', '--to', '9'], 1, ['EDIT_NOT_MADE'], 'index'],
    ['a name that objects inherit', ['case:/constructor/name', '甲'], 1, ['FIELD_UNKNOWN']],
    ['the prototype', ['case:/__proto__/x', '甲'], 1, ['FIELD_UNKNOWN']],
    ['the custody log', ['custody:/0/by', '甲'], 1, ['EDIT_NOT_A_FORM']],
    ['the custody log by its file', ['custody.jsonl:/0/by', '甲'], 1, ['EDIT_NOT_A_FORM']],
    ['a form that is not there', ['supervision:/docNo', '甲'], 1, ['FORM_MISSING']],
  ];
  test.each(refusals)('%s', async (_, args, exit, codes, reason) => {
    const dir = copyOf();
    const before = state(dir);
    expect(await set(dir, ...args)).toMatchObject({ exit, codes, ...(reason === undefined ? {} : { reason }) });
    expect(state(dir)).toEqual(before);
  });

  test.each<[string, readonly string[]]>([
    ['no place', []],
    ['no value', ['case:/name']],
    ['a value too many', ['case:/name', '甲', '乙']],
    ['a value behind --remove', ['--remove', 'case:/name', '甲']],
    ['two things at once', ['--remove', '--insert', 'case:/name', '甲']],
    ['--move without --to', ['--move', 'case:/officers/0']],
    ['--to that is no number', ['--move', 'case:/officers/0', '--to', '前']],
    ['--to without --move', ['case:/name', '甲', '--to', '0']],
    ['an unknown form', ['cas:/name', '甲']],
    ['no colon', ['/name', '甲']],
    ['no path', ['case:', '甲']],
    ['a title that no field has', ['case:移送机光/联系电话', '甲']],
  ])('a call that cannot be understood: %s', async (_, args) => {
    const dir = copyOf();
    const before = state(dir);
    const { exit, out, err } = await mbpack('set', dir, ...args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(/[\u4e00-\u9fff]/);
    expect(state(dir)).toEqual(before);
  });

  const files: [string, (dir: string) => void, readonly string[], string?][] = [
    ['a form that does not parse', (d) => writeFileSync(join(d, 'case.yaml'), 'name: "甲\n'), ['FORM_SYNTAX', 'EDIT_NOT_MADE'], 'unread'],
    [
      'a name that stands twice',
      (d) => writeFileSync(join(d, 'case.yaml'), 'name: 甲\nname: 乙\n'),
      ['KEY_DUPLICATE', 'EDIT_NOT_MADE'],
      'unread',
    ],
    [
      'an anchor',
      (d) => writeFileSync(join(d, 'case.yaml'), 'name: &a 甲\nother: *a\n'),
      ['YAML_FEATURE_REFUSED', 'YAML_FEATURE_REFUSED', 'EDIT_NOT_MADE'],
      'unread',
    ],
    [
      'two documents',
      (d) => writeFileSync(join(d, 'case.yaml'), 'name: 甲\n---\nname: 乙\n'),
      ['YAML_MULTIPLE_DOCUMENTS', 'EDIT_NOT_MADE'],
      'unread',
    ],
    [
      'another encoding',
      (d) => writeFileSync(join(d, 'case.yaml'), Buffer.from([0x6e, 0x3a, 0x20, 0xbc, 0xd7])),
      ['FORM_NOT_UTF8', 'EDIT_NOT_MADE'],
      'unread',
    ],
    ['two forms of one name', (d) => writeFileSync(join(d, 'case.json'), '{}'), ['FORM_TWICE']],
    [
      'a link',
      (d) => {
        renameSync(join(d, 'case.yaml'), join(d, '原.yaml'));
        symlinkSync('原.yaml', join(d, 'case.yaml'));
      },
      ['FORM_IS_LINK'],
    ],
    ['a read-only file', (d) => chmodSync(join(d, 'case.yaml'), 0o444), ['EDIT_NOT_WRITTEN'], 'readonly'],
    ['one of two names of a file', (d) => linkSync(join(d, 'case.yaml'), join(d, '另一个.yaml')), ['EDIT_NOT_WRITTEN'], 'linked'],
    ['open in Excel or WPS', (d) => writeFileSync(join(d, '~$case.yaml'), ''), ['EDIT_NOT_WRITTEN'], 'open'],
    ['open in LibreOffice', (d) => writeFileSync(join(d, '.~lock.case.yaml#'), ''), ['EDIT_NOT_WRITTEN'], 'open'],
  ];
  test.each(files)('%s', async (_, spoil, codes, reason) => {
    const dir = copyOf();
    spoil(dir);
    const before = state(dir);
    const done = await set(dir, 'case:/name', '新名称');
    expect({ ...done, codes: done.codes.toSorted() }).toMatchObject({
      exit: 1,
      codes: codes.toSorted(),
      ...(reason === undefined ? {} : { reason }),
    });
    expect(state(dir)).toEqual(before);
  });
  test('no case folder', async () => {
    expect(await set(join(scratch(), '没有'), 'case:/name', '甲')).toMatchObject({ exit: 2, codes: ['NOT_A_CASE_FOLDER'] });
    expect(await set(scratch(), 'case:/name', '甲')).toMatchObject({ exit: 1, codes: ['CASE_FORM_ABSENT'] });
  });
  test('in English', async () => {
    const { exit, err } = await mbpack('set', copyOf(), 'case:/officers/9/name', '甲', '--lang', 'en');
    expect([exit, err.includes('the list has no such number')]).toEqual([1, true]);
  });
});

test('other faults of a form do not matter, and rights of the file stay', async () => {
  const dir = copyOf();
  const path = join(dir, 'case.yaml');
  writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replace('caseNo:', '# caseNo:').replaceAll('\n', '\r\n')}`);
  chmodSync(path, 0o640);
  const before = readFileSync(path, 'utf8');
  expect(await set(dir, 'case:/name', '新名称')).toMatchObject({ exit: 0, codes: [], edited: { written: true } });
  const after = readFileSync(path, 'utf8');
  expect(changedLines(before, after)).toMatchObject({ gone: [expect.stringMatching(/^name: /)], fresh: ['name: 新名称\r'] });
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('JSON stays JSON, and one form of each kind is written by its own hand', async () => {
  const dir = copyOf();
  rmSync(join(dir, 'receipt.yaml'));
  const text = '{\n    "receivedAt": "2026-09-20T10:00+08:00",\n    "note": "旧"\n}\n';
  writeFileSync(join(dir, 'receipt.json'), text);
  expect(await set(dir, 'receipt:/note', '新 "引号"')).toMatchObject({ exit: 0 });
  expect(readFileSync(join(dir, 'receipt.json'), 'utf8')).toBe(text.replace('"旧"', '"新 \\"引号\\""'));
  expect(await set(dir, 'receipt:/receiver/name', '某乙')).toMatchObject({ exit: 0 });
  expect(JSON.parse(readFileSync(join(dir, 'receipt.json'), 'utf8'))).toMatchObject({ receiver: { name: '某乙' } });
  expect(existsSync(join(dir, 'receipt.yaml'))).toBe(false);
});
