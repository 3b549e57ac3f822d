/** Guards: every way in which a form can be wrong has a code and a place, and none is a crash. */
import { describe, expect, test } from 'vitest';
import { fixtureText, found, load } from './memory-case.ts';

/** The fixture's file with one text replaced. */
function edited(file: string, from: string, to: string): Record<string, string> {
  const text = fixtureText(file);
  if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
  return { [file]: text.replace(from, () => to) };
}

const gbk = Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0x31, 0x0a, 0x6e, 0x61, 0x3a, 0x20, 0xd5, 0xc5, 0xc4, 0xb3, 0x0a]);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('files', () => {
  test.each<[string, Record<string, string | Uint8Array | undefined>, string[]]>([
    ['form missing', { 'transfer.yaml': undefined }, ['FORM_MISSING case/transfer.yaml']],
    ['called case.yaml.txt', { 'transfer.yaml': undefined, 'transfer.yaml.txt': 'x' }, ['FORM_MISSING case/transfer.yaml']],
    ['both yaml and json', { 'transfer.json': '{}' }, ['FORM_TWICE case/transfer.json']],
    ['both yaml and xlsx', { 'evidence.xlsx': 'PK' }, ['FORM_TWICE case/evidence.xlsx']],
    ['empty', { 'transfer.yaml': '' }, ['FORM_EMPTY case/transfer.yaml']],
    ['only white space', { 'transfer.yaml': ' \n\n' }, ['FORM_EMPTY case/transfer.yaml']],
    ['only a BOM', { 'transfer.yaml': bytes(0xef, 0xbb, 0xbf) }, ['FORM_EMPTY case/transfer.yaml']],
    ['GBK', { 'transfer.yaml': gbk }, ['FORM_NOT_UTF8 case/transfer.yaml:2:1']],
    ['UTF-16', { 'transfer.yaml': bytes(0xff, 0xfe, 0x61, 0) }, ['FORM_NOT_UTF8 case/transfer.yaml:1:1']],
    ['binary', { 'transfer.yaml': bytes(0x61, 0xff, 0xff, 0x80) }, ['FORM_NOT_UTF8 case/transfer.yaml:1:1']],
    ['NUL', { 'transfer.yaml': 'docNo: a\u0000b\n' }, ['FORM_CONTROL_CHARACTER case/transfer.yaml:1:9']],
    ['the parser’s own control unit', { 'transfer.yaml': 'a: 1\n\u001fb: 1\n' }, ['FORM_CONTROL_CHARACTER case/transfer.yaml:2:1']],
    ['lone CR', { 'transfer.yaml': 'a: 1\rb: 2\n' }, ['FORM_CONTROL_CHARACTER case/transfer.yaml:1:5']],
    [
      'saved in a wrong encoding',
      { 'transfer.yaml': 'docNo: a\nnote: 张\ufffd\ufffd\nx: \ufffd\n' },
      ['FORM_CHARACTERS_LOST case/transfer.yaml:2:8'],
    ],
    ['too large', { 'transfer.yaml': `a: ${'x'.repeat(6 * 1024 * 1024)}` }, ['FORM_TOO_LARGE case/transfer.yaml']],
    ['a list', { 'transfer.yaml': '- 1\n' }, ['FORM_NOT_A_MAP case/transfer.yaml:1:1']],
    ['a text', { 'transfer.yaml': '移送书\n' }, ['FORM_NOT_A_MAP case/transfer.yaml:1:1']],
    ['YAML called JSON', { 'receipt.yaml': undefined, 'receipt.json': 'note: x\n' }, ['FORM_NOT_JSON case/receipt.json']],
  ])('%s', async (_, changes, expected) => {
    expect(await found(changes)).toEqual(expected);
  });

  test('a dossier with 内卷 in it', async () => {
    expect(await found({}, { internal: 'absent' })).toEqual(['INTERNAL_PRESENT case/internal.yaml']);
  });
});

describe('syntax', () => {
  test.each<[string, string, string[]]>([
    ['full-width colon', 'note：齐全\nx: 1\n', ['FORM_SYNTAX 1:1']],
    ['no space after colon', 'note:齐全\nx: 1\n', ['FORM_SYNTAX 1:1']],
    ['tab', 'receiver:\n\torg: x\n', ['FORM_SYNTAX 2:1']],
    ['open quote', 'note: "齐全\n', ['FORM_SYNTAX 1:7']],
    ['bad indent', 'receiver:\n    org: a\n  name: b\n', ['FORM_SYNTAX 3:3']],
    ['duplicate key', 'note: a\nnote: b\n', ['KEY_DUPLICATE 2:1']],
    ['two documents', 'note: a\n---\nnote: b\n', ['YAML_MULTIPLE_DOCUMENTS 2:1']],
    ['alias', 'note: &a x\nmissing: [*a]\n', ['YAML_FEATURE_REFUSED 1:7', 'YAML_FEATURE_REFUSED 2:11']],
    ['tag', 'note: !!js/function x\n', ['YAML_FEATURE_REFUSED 1:7']],
    ['directive', '%YAML 1.1\n---\nnote: a\n', ['YAML_FEATURE_REFUSED 1:1']],
    ['a list as key', '? [a, b]\n: 1\n', ['FORM_SYNTAX 1:3']],
    ['__proto__', '__proto__: { note: x }\n', ['FIELD_UNKNOWN 1:1']],
    ['merge key', '<<: { note: x }\n', ['FIELD_UNKNOWN 1:1']],
    ['number as key', '123: x\n', ['FIELD_UNKNOWN 1:1']],
  ])('%s', async (_, text, expected) => {
    expect(await found({ 'receipt.yaml': text })).toEqual(expected.map((line) => line.replace(' ', ' case/receipt.yaml:')));
  });

  /** A hundred times what it takes; what grows with the square takes longer. */
  test.each([
    ['flow lists', '['.repeat(2_500_000)],
    ['flow maps', '{"a":'.repeat(900_000)],
    ['block lists', '- '.repeat(2_000_000)],
    ['block maps', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('nesting of %s is refused before anything recurses', async (_, text) => {
    const codes = (await load({ 'receipt.yaml': text })).findings.map(({ code }) => code);
    expect(codes).toEqual(['FORM_TOO_DEEP']);
  });

  test('50 MB are refused by their size, and a million members are read in linear time', async () => {
    expect((await load({ 'receipt.yaml': '['.repeat(50_000_000) })).findings.map(({ code }) => code)).toEqual(['FORM_TOO_LARGE']);
    const many = `{${Array.from({ length: 200_000 }, (_, i) => `"k${i}":1`).join(',')}}`;
    expect((await load({ 'receipt.yaml': many })).findings.at(-1)?.code).toBe('FIELD_UNKNOWN');
  });
});

describe('fields', () => {
  test.each<[string, string, string, string, string[]]>([
    ['missing', 'transfer.yaml', 'issuedOn: 2026-11-19\n', '', ['FIELD_MISSING case/transfer.yaml:1:1']],
    ['left blank', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn:', ['FIELD_MISSING case/transfer.yaml:2:1']],
    ['nested and missing', 'case.yaml', '  type: 监督检查\n', '', ['FIELD_MISSING case/case.yaml:7:1']],
    ['unknown', 'transfer.yaml', 'copies: 4', 'copys: 4', ['FIELD_UNKNOWN case/transfer.yaml:6:1']],
    ['Chinese title as key', 'transfer.yaml', 'copies: 4', '份数: 4', ['FIELD_UNKNOWN case/transfer.yaml:6:1']],
    ['empty quotes', 'case.yaml', 'cause: 骗取医疗保障基金支出', 'cause: ""', ['FIELD_BLANK case/case.yaml:6:8']],
    ['only spaces', 'case.yaml', 'cause: 骗取医疗保障基金支出', 'cause: "  "', ['FIELD_BLANK case/case.yaml:6:8']],
    ['text for a number', 'transfer.yaml', 'copies: 4', 'copies: 四', ['FIELD_TYPE case/transfer.yaml:6:9']],
    ['fraction for a whole', 'transfer.yaml', 'copies: 4', 'copies: 4.5', ['FIELD_TYPE case/transfer.yaml:6:9']],
    ['blank list item', 'case.yaml', 'cc: [示例市人民检察院]', 'cc:\n  -', ['FIELD_TYPE case/case.yaml:21:4']],
    ['wrong word', 'case.yaml', 'role: 主办', 'role: 承办', ['FIELD_ENUM case/case.yaml:25:11']],
    ['wrong behaviour', 'case.yaml', 'YS-B3', 'YS-B9', ['FIELD_ENUM case/case.yaml:46:16']],
    ['wrong version', 'case.yaml', 'mbpack: "1.0"', 'mbpack: "2.0"', ['FIELD_ENUM case/case.yaml:2:9']],
    ['no such day', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 2026-02-30', ['DAY_INVALID case/transfer.yaml:2:11']],
    ['instant without time', 'evidence.yaml', '2026-07-15T09:30+08:00', '2026-07-15', ['INSTANT_INVALID case/evidence.yaml:9:18']],
    [
      'instant of no clock',
      'evidence.yaml',
      '2026-07-15T09:30+08:00',
      '2026-07-15T25:30+08:00',
      ['INSTANT_INVALID case/evidence.yaml:9:18'],
    ],
    ['money with three decimals', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: "12345.601"', ['MONEY_INVALID case/case.yaml:57:13']],
    ['negative money', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: "-1.00"', ['MONEY_INVALID case/case.yaml:57:13']],
    ['id number of 15 digits', 'case.yaml', '"999999198001010011"', '"999999800101001"', ['FIELD_PATTERN case/case.yaml:35:11']],
    [
      'two lines in one',
      'case.yaml',
      'name: 示例市某某医院涉嫌骗取医疗保障基金案',
      'name: |\n  某案\n  又一行',
      ['FIELD_ONE_LINE case/case.yaml:5:7'],
    ],
    ['too long', 'case.yaml', 'cause: 骗取医疗保障基金支出', `cause: ${'长'.repeat(201)}`, ['FIELD_TOO_LONG case/case.yaml:6:8']],
    ['out of range', 'transfer.yaml', 'copies: 4', 'copies: 0', ['FIELD_RANGE case/transfer.yaml:6:9']],
    [
      'too few',
      'transfer.yaml',
      '\n  - { document: 行政执法机关移送涉嫌犯罪案件的规定, article: 第三条第一款 }',
      ' []',
      ['LIST_TOO_SHORT case/transfer.yaml:4:13'],
    ],
    ['repeated reference', 'evidence.yaml', 'collectors: [甲, 乙]', 'collectors: [甲, 甲]', ['LIST_REPEATED case/evidence.yaml:11:21']],
    [
      'penalty without its papers',
      'case.yaml',
      '{ decided: false }',
      '{ decided: true }',
      ['FIELD_MISSING case/case.yaml:64:1', 'FIELD_MISSING case/case.yaml:64:1'],
    ],
    [
      'no suspect and no reason',
      'case.yaml',
      /suspects:[\s\S]*?(?=crimes:)/.exec(fixtureText('case.yaml'))?.[0] ?? '',
      'suspects: []\n',
      ['FIELD_MISSING case/case.yaml:2:1'],
    ],
    ['none, yet items', 'items.yaml', 'none: false', 'none: true\nstatement: 无', ['LIST_TOO_LONG case/items.yaml:4:3']],
    ['none, no statement', 'items.yaml', fixtureText('items.yaml'), 'none: true\nitems: []\n', ['FIELD_MISSING case/items.yaml:1:1']],
    ['items expected', 'items.yaml', fixtureText('items.yaml'), 'none: false\nitems: []\n', ['LIST_TOO_SHORT case/items.yaml:2:8']],
    ['incomplete, nothing named', 'receipt.yaml', '#', 'completeness: 不全 #', ['FIELD_MISSING case/receipt.yaml:1:1']],
  ])('%s', async (_, file, from, to, expected) => {
    const lines = await found(edited(file, from, to));
    expect(lines.filter((line) => !/^(?:REF_UNKNOWN)/.test(line))).toEqual(expected);
  });

  test('one file tells at most fifty, and how many more', async () => {
    const text = Array.from({ length: 80 }, (_, i) => `x${i}: 1`).join('\n');
    const { findings } = await load({ 'receipt.yaml': text });
    expect(findings).toHaveLength(51);
    expect(findings.find(({ code }) => code === 'MORE_FINDINGS')?.args).toEqual({ count: 30 });
  });
});

describe('what messages say', () => {
  test.each<[string, string, string, string, object]>([
    ['the right name', 'transfer.yaml', 'copies: 4', 'copys: 4', { nearest: 'copies', nearestTitle: '份数' }],
    ['the name of a title', 'transfer.yaml', 'copies: 4', '份数: 4', { nearest: 'copies' }],
    ['the right word', 'case.yaml', 'role: 主办', 'role: 主瓣', { nearest: '主办' }],
    ['the word that is a part of it', 'evidence.yaml', 'kind: 书证', 'kind: 书证材料', { nearest: '书证' }],
    ['that there is no such day', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 2026-02-30', { problem: 'calendar' }],
    [
      'the condition',
      'case.yaml',
      '{ decided: false }',
      '{ decided: true, docNo: x }',
      { field: '行政处罚情况 / 处罚决定日期', because: expect.stringContaining('decided: true') },
    ],
    ['the ids there are', 'evidence.yaml', 'collectors: [甲, 乙]', 'collectors: [甲, 丙]', { known: ['甲', '乙'], knownCount: 2 }],
    ['the id meant', 'case.yaml', 'evidence: [E001]', 'evidence: [E0O1]', { nearest: 'E001' }],
    ['the id without its zeros', 'case.yaml', 'evidence: [E001]', 'evidence: [E-1]', { nearest: 'E001' }],
    ['no other id', 'case.yaml', 'evidence: [E001]', 'evidence: [E010]', { known: ['E001', 'E002'] }],
    [
      'the path below evidence',
      'evidence.yaml',
      '书证/住院病历-2.txt',
      "'D:\\案件\\evidence\\书证\\住院病历-2.txt'",
      { problem: 'absolute', proposal: '书证/住院病历-2.txt' },
    ],
    ['where to say there are no items', 'items.yaml', fixtureText('items.yaml'), 'none: false\nitems: []\n', { statementAt: 'text' }],
    [
      'the behaviour by its words',
      'case.yaml',
      'YS-B3',
      '虚构医药服务项目',
      { nearest: 'YS-B3', nearestText: '虚构医药服务项目、虚开医疗服务费用' },
    ],
    ['the amount in yuan', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: "3.6万元"', { proposal: '36000' }],
    [
      'what a digest is made of',
      'evidence.yaml',
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'E3B0',
      { expected: expect.stringContaining('0-9、a-f') },
    ],
    ['full-width colons', 'receipt.yaml', '#', 'note：齐全\nx: 1 #', { problem: 'FULL_WIDTH_COLON' }],
    ['tabs', 'receipt.yaml', '#', 'receiver:\n\torg: x #', { problem: 'TAB_AS_INDENT' }],
    ['a space short', 'receipt.yaml', '#', 'receiver:\n  org: x\n name: y #', { problem: 'INDENT', spaces: 1, wanted: 2 }],
    ['a space too many', 'receipt.yaml', '#', 'receiver:\n  org: x\n   name: y #', { problem: 'INDENT', spaces: 3, wanted: 2 }],
    ['a space short in a list', 'receipt.yaml', '#', 'missing:\n  - a: x\n   b: y #', { problem: 'INDENT', spaces: 3, wanted: 4 }],
    ['a Chinese comma between quotes', 'receipt.yaml', '#', 'missing: ["x"，"y"] #', { problem: 'CHINESE_COMMA' }],
    ['Enter inside a text', 'receipt.yaml', '#', 'note: 第一行\n第二行\nx: 1 #', { problem: 'LINE_BROKEN' }],
    ['Enter inside a text with a colon', 'receipt.yaml', '#', 'note: 第一行\n第二行：继续\nx: 1 #', { problem: 'LINE_BROKEN' }],
    ['Enter inside quotes', 'receipt.yaml', '#', 'note: "第一行\n第二行"\nx: 1 #', { problem: 'LINE_BROKEN' }],
    ['an open quote', 'receipt.yaml', '#', 'note: "齐全\nx: 1 #', { problem: 'QUOTE_OPEN' }],
    ['an open bracket', 'receipt.yaml', '#', 'missing: [x, y\nnote: z #', { problem: 'BRACKET_OPEN' }],
    ['Chinese brackets', 'receipt.yaml', '#', 'missing: [x, y】\nnote: z #', { problem: 'WIDE_BRACKET' }],
    ['tight colons', 'receipt.yaml', '#', 'note:齐全\nx: 1 #', { problem: 'NO_SPACE_AFTER_COLON' }],
  ])('%s', async (_, file, from, to, args) => {
    const { findings } = await load(edited(file, from, to));
    expect(findings[0]?.args).toMatchObject(args);
  });
  test('GBK by name', async () => {
    expect((await load({ 'transfer.yaml': gbk })).findings[0]?.args).toEqual({ looksLike: 'GBK' });
  });
  test.each([
    ['evidence.xls', 'evidence.yaml', 'evidence.xlsx'],
    ['证据清单.xlsx', 'evidence.yaml', 'evidence.xlsx'],
    ['涉案物品清单.et', 'items.yaml', 'items.xlsx'],
    ['物品清单.xlsx', 'items.yaml', 'items.xlsx'],
    ['evidence.ods', 'evidence.yaml', 'evidence.xlsx', 'workbook'],
    ['evidence.xlsm', 'evidence.yaml', 'evidence.xlsx', 'workbook'],
    ['证据清单（定稿）.ods', 'evidence.yaml', 'evidence.xlsx', 'workbook'],
    ['items.csv', 'items.yaml', 'items.xlsx', 'text'],
    ['case.csv', 'case.yaml', 'case.yaml'],
  ] as [string, string, string, string?][])('%s is called', async (similar, form, expected, save) => {
    const args = (await load({ [form]: undefined, [similar]: 'x' })).findings.find(({ code }) => code === 'FORM_MISSING')?.args;
    expect(args).toMatchObject({ similar, expected, ...(save === undefined ? {} : { save }) });
    if (/\.(?:xlsx|yaml)$/.test(similar)) expect(args).not.toHaveProperty('save');
  });
  test('no amount is proposed for another grouping of figures', async () => {
    const { findings } = await load(edited('case.yaml', 'fundLoss: "12345.60"', 'fundLoss: "36,8000"'));
    expect(findings[0]?.args).toEqual({ field: expect.any(String), value: '36,8000', problem: 'separator' });
  });
  test('what a misnamed file is called', async () => {
    expect((await load({ 'transfer.yaml': undefined, 'Transfer.yaml': 'x' })).findings[0]?.args).toMatchObject({
      similar: 'Transfer.yaml',
    });
  });
});

describe('characters', () => {
  test.each<[string, string, 'stop' | 'warning', object]>([
    ['Kangxi radical', '张某⼈', 'warning', { kind: 'radical', codePoint: '2F08', usual: '人', usualCodePoint: '4EBA', position: 3 }],
    ['compatibility ideograph', '\uf900某', 'warning', { kind: 'compatibility', codePoint: 'F900', usualCodePoint: '8C48' }],
    ['NFD', 'e\u0301某', 'warning', { kind: 'not-nfc', usual: 'é' }],
    ['zero-width', '张\u200b某', 'warning', { kind: 'zero-width', codePoint: '200B' }],
    ['variation selector', '葛\u{e0100}某', 'warning', { kind: 'variation', codePoint: 'E0100' }],
    ['private use', '张\ue863', 'warning', { kind: 'private', codePoint: 'E863' }],
    ['no-break space', '张\u00a0某', 'warning', { kind: 'space' }],
    ['bidi override', '张\\u202e某', 'stop', { kind: 'bidi', codePoint: '202E' }],
    ['escaped control', '张\\u0007某', 'stop', { kind: 'control', codePoint: '0007' }],
    ['replacement character', '张\\ufffd', 'stop', { kind: 'replacement' }],
    ['lone surrogate', '张\\ud842', 'stop', { kind: 'unpaired' }],
  ])('%s', async (_, name, severity, character) => {
    const { findings, forms } = await load(edited('case.yaml', 'name: 李某二', `name: "${name}"`));
    expect(findings.map((f) => [f.code, f.severity])).toEqual([['TEXT_UNUSUAL_CHARACTER', severity]]);
    expect(findings[0]?.at).toMatchObject({ line: 27, column: 20 });
    expect(findings[0]?.args).toMatchObject({ field: '办案人员 2 / 姓名', characters: [character] });
    expect(forms.case?.officers[1]?.name).toBe(JSON.parse(`"${name}"`));
  });

  test.each(['𠮷某', '㐂某', '﨑某', '张·某', 'É某', '〇', '，。（）《》〔〕“”——……'])('%s is usual', async (name) => {
    expect(await found(edited('case.yaml', 'name: 李某二', `name: "${name}"`))).toEqual([]);
  });

  test('a space at the edge of a name', async () => {
    expect(await found(edited('case.yaml', 'name: 李某二', 'name: "李某二 "'))).toEqual(['TEXT_EDGE_SPACE case/case.yaml:27:20']);
  });
});

describe('references and paths', () => {
  test.each<[string, string, string, string, string[]]>([
    [
      'officer twice',
      'case.yaml',
      'id: 乙',
      'id: 甲',
      [
        'ID_DUPLICATE case/case.yaml:27:11',
        'REF_UNKNOWN case/evidence.yaml:11:21',
        'REF_UNKNOWN case/evidence.yaml:30:21',
        'REF_UNKNOWN case/investigation.yaml:3:51',
        'REF_UNKNOWN case/records.yaml:5:19',
        'REF_UNKNOWN case/records.yaml:15:19',
        'REF_UNKNOWN case/records.yaml:32:13',
      ],
    ],
    [
      'suspect called as a party',
      'case.yaml',
      'id: D1',
      'id: S1',
      ['ID_DUPLICATE case/case.yaml:31:9', 'REF_UNKNOWN case/case.yaml:49:18'],
    ],
    [
      'evidence twice',
      'evidence.yaml',
      'evidenceNo: E002',
      'evidenceNo: E001',
      [
        'ID_DUPLICATE case/evidence.yaml:22:17',
        'REF_UNKNOWN case/investigation.yaml:6:49',
        'REF_UNKNOWN case/items.yaml:13:14',
        'REF_UNKNOWN case/records.yaml:24:12',
      ],
    ],
    [
      'record twice',
      'records.yaml',
      'recordNo: R2',
      'recordNo: R1',
      ['REF_UNKNOWN case/evidence.yaml:36:15', 'ID_DUPLICATE case/records.yaml:2:15'],
    ],
    ['no such record', 'evidence.yaml', 'records: [R1]', 'records: [R9]', ['REF_UNKNOWN case/evidence.yaml:21:15']],
    ['a record of no such sample', 'records.yaml', 'samples: [E001]', 'samples: [E009]', ['REF_UNKNOWN case/records.yaml:22:15']],
    ['a defect by nobody', 'records.yaml', 'by: [甲, 乙]', 'by: [甲, 丙]', ['REF_UNKNOWN case/records.yaml:32:13']],
    [
      'a field of another list of records',
      'records.yaml',
      'method: 复印',
      'query: 复印',
      ['FIELD_MISSING case/records.yaml:2:5', 'FIELD_UNKNOWN case/records.yaml:7:5'],
    ],
    [
      'a field of another kind of evidence',
      'evidence.yaml',
      'records: [R1]',
      'dataCategory: 数据库',
      ['FIELD_NOT_OF_KIND case/evidence.yaml:21:5'],
    ],
    ['no such evidence', 'case.yaml', 'evidence: [E001]', 'evidence: [E0O1]', ['REF_UNKNOWN case/case.yaml:55:16']],
    ['no such fact', 'investigation.yaml', 'fact: F1', 'fact: F9', ['REF_UNKNOWN case/investigation.yaml:6:13']],
    ['no such officer', 'investigation.yaml', '[甲, 乙]', '[甲, 丙]', ['REF_UNKNOWN case/investigation.yaml:3:51']],
    ['penalty paper', 'case.yaml', '{ decided: false }', '{ decided: false, evidence: E9 }', ['REF_UNKNOWN case/case.yaml:64:38']],
    [
      'suspect of an amount',
      'case.yaml',
      '  method: 逐笔核算',
      '  bySuspect: [{ suspect: D1, amount: "1" }]\n  method: 逐笔核算',
      ['REF_UNKNOWN case/case.yaml:60:26'],
    ],
    ['path outside', 'evidence.yaml', '书证/住院病历-2.txt', '../住院病历-2.txt', ['EVIDENCE_PATH_BAD case/evidence.yaml:18:17']],
    ['absolute path', 'evidence.yaml', '书证/住院病历-2.txt', 'C:/住院病历-2.txt', ['EVIDENCE_PATH_BAD case/evidence.yaml:18:17']],
    [
      'scan with a drive',
      'transfer.yaml',
      'signed/移送书.pdf',
      'C:\\案件\\signed\\移送书.pdf',
      ['EVIDENCE_PATH_BAD case/transfer.yaml:7:21'],
    ],
    [
      'backslashes above evidence',
      'evidence.yaml',
      '书证/住院病历-2.txt',
      '..\\住院病历-2.txt',
      ['EVIDENCE_PATH_BAD case/evidence.yaml:18:17'],
    ],
    ['Windows name', 'evidence.yaml', '书证/住院病历-2.txt', '书证/CON.txt', ['EVIDENCE_PATH_BAD case/evidence.yaml:18:17']],
    ['same file twice', 'evidence.yaml', '书证/住院病历-2.txt', '书证/住院病历.txt', ['EVIDENCE_PATH_TWICE case/evidence.yaml:18:17']],
    [
      'only case differs',
      'evidence.yaml',
      '书证/住院病历-2.txt',
      '书证/住院病历.TXT',
      ['EVIDENCE_PATH_COLLISION case/evidence.yaml:18:17'],
    ],
    ['scan outside signed/', 'transfer.yaml', 'signed/移送书.pdf', 'evidence/移送书.pdf', ['SIGNED_PATH_OUTSIDE case/transfer.yaml:7:21']],
  ])('%s', async (_, file, from, to, expected) => {
    expect(await found(edited(file, from, to))).toEqual(expected);
  });
});

describe('custody', () => {
  const line = fixtureText('custody.jsonl').trimEnd();
  test.each<[string, string, string[]]>([
    ['truncated', `${line}\n${line.slice(0, 40)}`, ['CUSTODY_LINE_BAD 2:1']],
    ['blank line', `${line}\n\n${line}\n`, ['CUSTODY_LINE_BAD 2:1']],
    ['no object', `${line}\n[]\n`, ['CUSTODY_LINE_BAD 2:1']],
    ['CRLF', `${line}\r\n`, ['CUSTODY_LINE_BAD 1:1']],
    ['BOM', `\ufeff${line}\n`, ['CUSTODY_LINE_BAD 1:1']],
    ['unknown action', `${line.replace('collect', 'steal')}\n`, ['FIELD_ENUM 1:1']],
    ['deep', `${'['.repeat(1_000_000)}\n`, ['CUSTODY_LINE_BAD 1:1']],
  ])('%s', async (_, text, expected) => {
    expect(await found({ 'custody.jsonl': text })).toEqual(expected.map((l) => l.replace(' ', ' case/custody.jsonl:')));
  });
});
