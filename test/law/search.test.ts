/** The search for a number and a name: in whatever way it is written, and never in what is something else. */
import { describe, expect, test } from 'vitest';
import { ID, NAME, PHONE, search, searched } from '../exhibit/words/searched.ts';
import { fc, runs } from '../property.ts';

const BY = search();
const fields = (text: string, by = BY): string[] =>
  by.leaks(text).map((leak) => (leak.kind === 'number' ? `${leak.field}${leak.rounded ? '?' : ''}` : leak.kind));

describe('a telephone', () => {
  test.each([
    PHONE,
    '139 0000 0009',
    '139-0000-0009',
    '139.0000.0009',
    '(139)00000009',
    'Tel13900000009',
    'wx13900000009',
    'NO13900000009机主',
    '13900000009ext2',
    '①13900000009',
    '13900000009¹',
    '139 0000 0009 2026年4月20日',
    '301 139 0000 0009',
    '电话：13900000009.3月5日',
    '139/0000/0009',
    '13,900,000,009',
    '１３９０００００００９',
    '+8613900000009',
    '86-13900000009',
    '0086 139 0000 0009',
    '(+86)13900000009',
    '(086)139-0000-0009',
    '013900000009',
    '一三九〇〇〇〇〇〇〇九',
    '幺三九零零零零零零零九',
    '壹叁玖零零零零零零零玖',
    '13900000009.0',
    '1.3900000009E10',
    '1.3900000009e+10',
    '139\u200b0000\u200d0009',
    '139\u00ad00000009',
    '1390000\n0009',
    '2026-04-20 13900000009',
    '2026\t13900000009\t7',
    '139 00000 009（本人）',
    '电话：13900000009，',
    '1 139 0000 0009 2',
    '\u202e13900000009',
  ])('found: %s', (text) => expect(fields(text)).toEqual(['举报人电话']));
  test.each([
    '113900000009',
    '139000000091',
    '139000.00009',
    '13900000009.55',
    '13,900,000,009.55',
    '1390000000',
    '6222 1390 0000 0091',
    '6222 139 0000 0009',
    '13.900.000.010',
    '139,000,000,09元',
  ])('another number: %s', (text) => expect(fields(text)).toEqual([]));
  test('rounded by a spreadsheet, it may be the number', () => {
    expect(['1.39E+10', '1.3900E+10', '1.38E+10', '1.39E+11', '1E+10', '1.4E+10'].map((text) => fields(text))).toEqual([
      ['举报人电话?'],
      ['举报人电话?'],
      [],
      [],
      [],
      [],
    ]);
    expect(BY.leaks('1.39E+10')).toMatchObject([{ certain: false, rounded: true }]);
  });
  test('as it was given with a country code; a landline', () => {
    expect(fields('电话 13900000009', search({ informantPhone: '+86 139-0000-0009' }))).toEqual(['举报人电话']);
    const landline = search({ informantPhone: '0000-7777009' });
    expect(['0000 7777009', '(0000)7777009', '+86 000 7777009', '0000-7777009-801'].map((text) => fields(text, landline))).toEqual(
      Array(4).fill(['举报人电话']),
    );
  });
});

test.each(['999999 19900101 0016', '９９９９９９１９９００１０１００１６', '999999900101001', '9.99999199001010016E17'])(
  'the ID number: %s',
  (text) => {
    expect(fields(text)).toEqual(['举报人证件号码']);
  },
);
test('an ID number of 15 digits, and X', () => {
  expect(fields('999999199001010016', search({ informantIdNo: '999999900101001' }))).toEqual(['举报人证件号码']);
  expect(['99999919850505005x', '999999850505005'].map((text) => fields(text, search({ informantIdNo: '99999919850505005X' })))).toEqual([
    ['举报人证件号码'],
    ['举报人证件号码'],
  ]);
});

test.each([
  '诸葛试举',
  '诸 葛 试 举',
  '诸\u200b葛\u200d试\ufe0f举',
  '诸葛\n试举',
  '诸\u0301葛试\u0336举',
  '诸葛·试举',
  '\u202e诸葛试举\u202c',
  '诸\u00ad葛试举',
  '诸\u2060葛\ufeff试举',
  '诸葛\r\n    试举',
])('the name: %j', (text) => expect(fields(text)).toEqual(['elsewhere']));
test('radicals and compatibility characters', () => {
  expect(fields('⾼⻓⻅', search({ informant: '高长见' }))).toEqual(['elsewhere']);
});

const digits = fc.integer({ min: 0, max: 99_999_999_999 });
test('ordinary amounts, dates and numbers are no leak', () => {
  const amount = fc
    .tuple(digits, fc.integer({ min: 0, max: 99 }))
    .map(([yuan, fen]) => `${yuan.toLocaleString('en-US')}.${String(fen).padStart(2, '0')}`);
  const plainAmount = fc
    .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }))
    .map(([yuan, fen]) => `${yuan}.${String(fen).padStart(2, '0')}`);
  const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((day) => day.toISOString());
  const id = fc.stringMatching(/^\d{17}[\dX]$/).filter((number) => number !== ID);
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/).filter((number) => number !== PHONE);
  const word = fc.oneof(
    amount,
    plainAmount,
    date,
    id,
    phone,
    fc.constantFrom('139000000.09', '1390000000.9', '13900000.009', NAME.slice(0, 3)),
  );
  const separator = fc.constantFrom(',', '\t', '\n', '，', ' | ');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, separator), { maxLength: 40 }), (row) => {
      expect(fields(row.flat().join(''))).toEqual([]);
    }),
    runs(400),
  );
});

test('the number is found between any others', () => {
  const around = fc.stringMatching(/^(?:[^0-9A-Za-z.·•_\-‐-―−+()[\]{}<>〔〕【】〈〉《》\s\p{M}]|[0-9]{1,20}[,，;；：:])*$/u);
  fc.assert(
    fc.property(around, around, (before, behind) => {
      fc.pre(!/[\dA-Z.]$/iu.test(before.normalize('NFKC')) && !/^[\dA-Z.]/iu.test(behind.normalize('NFKC')));
      expect(fields(`${before}、${PHONE}、${behind}`)).toContain('举报人电话');
    }),
    runs(200),
  );
});

test('a file with such numbers', async () => {
  expect((await searched(`电话,金额\n1.3900000009E10,5\n`, BY)).found).toEqual(['举报人电话']);
});
