/** What a person means is taken, said once a kind and form, and packed in its normal form; what can mean two things is refused with both. */
import { expect, test } from 'vitest';
import { exportForms } from '../../src/case/index.ts';
import { answerTo } from '../../src/case/slips.ts';
import { sentenceOf } from '../../src/messages/index.ts';
import { fixtureText, load } from './memory-case.ts';

async function changed(file: string, from: string, to: string) {
  const text = fixtureText(file);
  expect(text).toContain(from);
  return load({ [file]: text.replace(from, () => to) });
}

type Said = readonly [kind: string, reading: string];

async function taken(file: string, from: string, to: string): Promise<{ said: Said[]; others: string[]; same: boolean }> {
  const plain = await load();
  const loaded = await changed(file, from, to);
  const said = loaded.findings.flatMap((f) => (f.code === 'VALUE_AS_MEANT' ? f.args.taken.map((t): Said => [f.args.kind, t.reading]) : []));
  const texts = (of: typeof plain) => of.case && [...exportForms(of.case)];
  const others = loaded.findings.filter(({ code }) => code !== 'VALUE_AS_MEANT').map(({ code }) => code);
  return { said, others, same: JSON.stringify(texts(loaded)) === JSON.stringify(texts(plain)) };
}

/** Each stands for the value of the fixture, so that the same is packed. */
test.each<[string, string, string, string, string]>([
  ['a day with points', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 2026.11.19', 'day'],
  ['a day with slashes', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 2026/11/19', 'day'],
  ['a day in Chinese', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 2026年11月19日', 'day'],
  ['a day in Chinese figures', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 二〇二六年十一月十九日', 'day'],
  ['a day without signs', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 20261119', 'day'],
  ['a day that can only be one', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 19/11/2026', 'day'],
  ['a full-width day', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: ２０２６－１１－１９', 'day'],
  ['a day in Chinese quotation marks', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: “2026-11-19”', 'quotes'],
  ['a time without a zone', 'evidence.yaml', '2026-07-15T09:30+08:00', '2026-07-15 09:30', 'instant'],
  ['a time with points', 'evidence.yaml', '2026-07-15T09:30+08:00', '2026.7.15 9:30', 'instant'],
  ['a time in Chinese', 'evidence.yaml', '2026-07-15T09:30+08:00', '2026年7月15日9时30分', 'instant'],
  ['a time of the morning', 'evidence.yaml', '2026-07-15T09:30+08:00', '2026年7月15日上午9点半', 'instant'],
  ['an amount with commas', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: 12,345.60', 'amount'],
  ['an amount with 元', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: 12,345.60元', 'amount'],
  ['an amount with ¥', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: ￥12345.60', 'amount'],
  ['a full-width amount', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: １２３４５．６０', 'amount'],
  ['an amount without quotes', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: 12345.60', 'number'],
  ['a number without quotes', 'case.yaml', '"99010001"', '99010001', 'number'],
  ['the version without quotes', 'case.yaml', 'mbpack: "1.0"', 'mbpack: 1.0', 'number'],
  ['an identity number in full width', 'case.yaml', '"999999198001010011"', '９９９９９９１９８００１０１００１１', 'characters'],
  ['an identity number with spaces', 'case.yaml', '"999999198001010011"', '999999 19800101 0011', 'characters'],
  ['a code in full width and lower case', 'case.yaml', 'YS-B3', 'ｙｓ－b3', 'characters'],
  ['a word with a space inside', 'evidence.yaml', 'kind: 书证', 'kind: 书 证', 'characters'],
  ['copies with their unit', 'transfer.yaml', 'copies: 4', 'copies: 4份', 'number'],
  ['copies in quotes', 'transfer.yaml', 'copies: 4', "copies: '4'", 'number'],
  ['否 for false', 'case.yaml', 'decided: false', 'decided: 否', 'yes-no'],
  ['true for 是', 'records.yaml', 'verified: 是', 'verified: true', 'yes-no'],
  ['a quoted yes for 是', 'records.yaml', 'verified: 是', 'verified: "yes"', 'yes-no'],
  ['Chinese quotation marks', 'records.yaml', 'verified: 是', 'verified: “是”', 'yes-no'],
  ['one text for a list of texts', 'case.yaml', 'cc: [示例市人民检察院]', 'cc: 示例市人民检察院', 'list'],
  ['one text for a list of numbers', 'evidence.yaml', 'facts: [F1]', 'facts: F1', 'list'],
  ['several in one text', 'records.yaml', 'officers: [甲, 乙]', 'officers: 甲、乙', 'list'],
  ['a Chinese comma in a list', 'records.yaml', 'officers: [甲, 乙]', 'officers: [甲，乙]', 'list'],
  ['a Chinese enumeration comma in a list', 'records.yaml', 'officers: [甲, 乙]', 'officers: [甲、乙]', 'list'],
  ['backslashes', 'evidence.yaml', '书证/住院病历-2.txt', '书证\\住院病历-2.txt', 'path'],
  ['evidence and backslashes', 'evidence.yaml', '书证/住院病历-2.txt', 'evidence\\书证\\住院病历-2.txt', 'path'],
  ['a scan by its name', 'transfer.yaml', 'signed/移送书.pdf', '移送书.pdf', 'path'],
  ['a scan with a backslash', 'transfer.yaml', 'signed/移送书.pdf', 'signed\\移送书.pdf', 'path'],
  ['a number in lower case', 'case.yaml', 'evidence: [E001]', 'evidence: [e001]', 'reference'],
  ['a number in full width', 'case.yaml', 'evidence: [E001]', 'evidence: [Ｅ００１]', 'reference'],
  ['a name for its id', 'evidence.yaml', 'collectors: [甲, 乙]', 'collectors: [甲, 李某二]', 'reference'],
  ['two days in one text', 'case.yaml', '\nperiod: { from: 2025-01-01, to: 2025-06-30 }', '\nperiod: 2025.1.1至2025.6.30', 'period'],
  ['a word with an idle ending', 'case.yaml', 'role: 主办', 'role: 主办人', 'word'],
  ['the beginning of a word', 'case.yaml', 'type: 公安机关', 'type: 公安', 'word'],
  ['a word by its characters in order', 'case.yaml', 'fund: 职工基本医疗保险统筹基金', 'fund: 职工统筹基金', 'word'],
  ['one line written as a block', 'case.yaml', 'cause: 骗取医疗保障基金支出', 'cause: |\n  骗取医疗保障基金支出', 'line'],
])('%s', async (_, file, from, to, kind) => {
  const { said, others, same } = await taken(file, from, to);
  expect(said.map(([k]) => k)).toEqual([kind]);
  expect(others).toEqual([]);
  expect(same).toBe(true);
});

test.each<[string, string, string, string, string, string[]]>([
  ['day or month first', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 03/04/2026', 'DAY_INVALID', ['2026-03-04', '2026-04-03']],
  [
    'two days in one field',
    'transfer.yaml',
    'issuedOn: 2026-11-19',
    'issuedOn: 2026.11.2、2026.11.5',
    'DAY_INVALID',
    ['2026-11-02', '2026-11-05'],
  ],
  [
    'two times in one field',
    'evidence.yaml',
    '2026-07-15T09:30+08:00',
    '2026-07-15 09:30至2026-07-15 10:30',
    'INSTANT_INVALID',
    ['2026-07-15T09:30+08:00', '2026-07-15T10:30+08:00'],
  ],
  ['points for thousands', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: "1.234,50"', 'MONEY_INVALID', ['1234.50', '123450']],
])('refused with both readings: %s', async (_, file, from, to, code, readings) => {
  const loaded = await changed(file, from, to);
  const told = loaded.findings.filter((f) => f.code === code);
  expect(told).toMatchObject([{ severity: 'stop', args: { problem: 'several', readings } }]);
  for (const reading of readings) expect(told[0] && sentenceOf(told[0], 'zh-CN').hint).toContain(reading);
  expect(loaded.case).toBeUndefined();
});

test.each<[string, string, string, string]>([
  ['a day of two figures for the year', 'transfer.yaml', 'issuedOn: 2026-11-19', 'issuedOn: 26.11.19'],
  ['a day alone for a time', 'evidence.yaml', '2026-07-15T09:30+08:00', '2026-07-15'],
  ['ten thousands', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: 1.2万元'],
  ['a comma for the decimals', 'case.yaml', 'fundLoss: "12345.60"', 'fundLoss: "12345,60"'],
  ['the unit of another field', 'transfer.yaml', 'copies: 4', 'copies: 4页'],
  ['about', 'transfer.yaml', 'copies: 4', 'copies: 约4份'],
  ['a truth value for a name', 'case.yaml', 'cause: 骗取医疗保障基金支出', 'cause: true'],
  ['a drive', 'evidence.yaml', '书证/住院病历-2.txt', "'D:\\案件\\evidence\\书证\\住院病历-2.txt'"],
  ['a number that is nobody’s', 'case.yaml', 'evidence: [E001]', 'evidence: [e009]'],
  ['texts that hold separators', 'case.yaml', 'cc: [示例市人民检察院]', 'cc: 示例市人民检察院、示例市纪委'],
])('refused: %s', async (_, file, from, to) => {
  const loaded = await changed(file, from, to);
  expect(loaded.findings.some(({ severity }) => severity === 'stop')).toBe(true);
  expect(loaded.findings.filter(({ code }) => code === 'VALUE_AS_MEANT')).toEqual([]);
});

test('one line says all values of a kind in a form, and counts what it does not name', async () => {
  const text = fixtureText('transfer.yaml').replace('copies: 4', 'copies: 4份').replace('2026-11-19', '2026.11.19');
  const { findings } = await load({ 'transfer.yaml': text });
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(Array(2).fill('info VALUE_AS_MEANT'));
  const days = findings.find((f) => f.code === 'VALUE_AS_MEANT' && f.args.kind === 'day');
  expect(days && sentenceOf(days, 'zh-CN').text).toContain('按 2026-11-19 理解');
});

test('quantities: the unit may stand behind the figures, where it is the unit of the field or there is none', async () => {
  const items = (quantity: string, unit: string) =>
    load({
      'items.yaml': `none: false\nitems:\n  - itemNo: "1"\n    category: 现金\n    name: 电脑\n    quantity: ${quantity}\n    ${unit}\n    features: 无\n    source: 病案室\n    storagePlace: 物证室\n    handover: 立案后移交\n`,
    });
  const first = async (quantity: string, unit: string) => (await items(quantity, unit)).forms.items?.items[0];
  expect(await first('1台', 'unit: 台')).toMatchObject({ quantity: '1', unit: '台' });
  expect(await first('1台', 'unit:')).toMatchObject({ quantity: '1', unit: '台' });
  expect(await first('46', 'unit: 盒')).toMatchObject({ quantity: '46' });
  expect(await first('\'"46"\'', 'unit: 盒')).toMatchObject({ quantity: '46' });
  expect(await first('1,200盒', 'unit: 盒')).toMatchObject({ quantity: '1200' });
  // Two quantities beside each other are not one.
  expect(await first('"1 5"', 'unit: 盒')).toBeUndefined();
  expect(await first('1台', 'unit: 盒')).toBeUndefined();
  expect(await first('3万盒', 'unit: 盒')).toBeUndefined();
});

test('the last sign of an identity number may be a small x', async () => {
  const loaded = await changed('case.yaml', '"999999198001010011"', '99999919800101006x');
  expect(loaded.forms.case?.parties[0]?.idNo ?? loaded.forms.case?.suspects[0]?.idNo).toBe('99999919800101006X');
});

test('what is packed is not read by halves: a dossier is taken at its word', async () => {
  const { findings } = await load(
    {
      'internal.yaml': undefined,
      'transfer.yaml': fixtureText('transfer.yaml').replace('2026-11-19', '2026.11.19'),
    },
    { internal: 'absent' },
  );
  expect(findings.map(({ code }) => code)).toEqual(['DAY_INVALID']);
});

test.each([
  ['是否出示执法证件', '出示', true],
  ['是否出示执法证件', '已出示', true],
  ['是否出示执法证件', '出示了', true],
  ['是否出示执法证件', '没有出示', false],
  ['是否出示执法证件', '未出示执法证件', false],
  ['是否告知当事人', '已告知', true],
  ['是否告知权利义务', '告知权利', undefined],
  ['是否告知理由、依据和权利', '已告知理由', undefined],
  ['是否告知权利义务', '已告知权利义务', true],
  ['是否出示执法证件', '不清楚', undefined],
  ['是否出示执法证件', '出', undefined],
  ['是否没有涉案物品', '没有涉案物品', undefined],
  ['措施', '封存', undefined],
])('to %s the answer %s', (title, text, expected) => {
  expect(answerTo(title, text)).toBe(expected);
});

test.each([
  ['d-03', 'D-03'],
  ['D3', 'D-03'],
  ['Ｄ－０３', 'D-03'],
  ['D-03', undefined],
  ['第三条', undefined],
])('the number of a rule: %s', async (rule, expected) => {
  const reason = `\nreasons: [{ rule: ${rule}, reason: 理由, by: 王某三, at: 2026-11-20T09:30+08:00 }]\n`;
  const { findings } = await load({ 'internal.yaml': fixtureText('internal.yaml') + reason });
  const taken = findings.flatMap((f) => (f.code === 'VALUE_AS_MEANT' ? f.args.taken.map(({ reading }) => reading) : []));
  expect(taken).toEqual(expected === undefined ? [] : [expected]);
});
