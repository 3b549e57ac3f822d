// Whatever stands in a field is printed as it is, or named. Nothing of it becomes markup, nothing is lost.
import { expect, test } from 'vitest';
import { documentText, renderDocument } from '../../src/documents/index.ts';
import { type Case, normaliseText } from '../../src/model/index.ts';
import { input, sampleCase } from './fixture.ts';

const withSummary = (factSummary: string): Case => ({ ...sampleCase, transfer: { ...sampleCase.transfer, factSummary } });
const withFeatures = (features: string): Case => ({
  ...sampleCase,
  items: { none: false, items: sampleCase.items.items.map((item) => ({ ...item, features })) },
});
const flat = (text: string) => text.replace(/\s/g, '');

test.each([
  ['markup', '<b>甲</b><table widths="*"><row></row></table>&amp;&lt;'],
  ['template', '{{x}}{{{y}}}{{#if z}}{{/if}}'],
  ['JSON', '甲"},{"image":"/etc/passwd","qr":"x'],
  ['quotes', '他说“‘甲’乙”——是的……·～《丙》'],
  ['rare hanzi', '䶮㛃𬸪𠮷㐂龘餘幹'],
  ['signs and ligatures', '￥3,000.00 ㎡ ℃ ①⑳ × ÷ ½ Ω µ ﬁ ﬀ fi ff office ——……'],
  ['dots that look alike', '·•‧・—―－-～〜…⋯'],
  ['one token of 10,000 characters', 'a1'.repeat(5000)],
  ['hanzi without punctuation', '一二三四五六七八九十'.repeat(300)],
  ['punctuation alone', '。'.repeat(500)],
  ['line breaks', '第一行\r\n第二行\n\n第三行\r第四行'],
  ['words of fact', 'constructor __proto__ toString hasOwnProperty'],
])('%s: printed character for character', async (_, hostile) => {
  for (const [id, forms] of [
    ['transfer', withSummary(hostile)],
    ['items', withFeatures(hostile)],
  ] as const) {
    const { bytes, findings } = await renderDocument(id, input(forms));
    expect(findings).toEqual([]);
    expect(flat(await documentText(bytes)).length).toBeGreaterThan(flat(hostile).length);
    if (id === 'transfer')
      expect(flat(await documentText(bytes)).replace(/—\d+—|核对码(?:[A-Z2-7]{4}-){2}[A-Z2-7]{4}/g, '')).toContain(flat(hostile));
  }
});

test('a cell longer than several pages loses nothing', async () => {
  const { bytes, pages } = await renderDocument('items', input(withFeatures('特征叙述，'.repeat(700))));
  expect(pages).toBeGreaterThan(3);
  expect((await documentText(bytes)).match(/特/g)?.length).toBeGreaterThanOrEqual(1400);
});

test.each([
  ['bidi', '甲\u202e乙', [['U+202E', '∅']]],
  [
    'zero width',
    '甲\u200b乙\ufeff丙',
    [
      ['U+200B', '∅'],
      ['U+FEFF', '∅'],
    ],
  ],
  [
    'Kangxi radical',
    '⼀二⾦',
    [
      ['U+2F00', 'U+4E00'],
      ['U+2FA6', 'U+91D1'],
    ],
  ],
  ['compatibility hanzi', '\uf90a', [['U+F90A', 'U+91D1']]],
  ['variation selector', '邉\u{e0100}', [['U+E0100', '∅']]],
  ['control', '甲\u0007乙', [['U+0007', '∅']]],
])('%s: changed, and said so with both code points', async (_, hostile, changes) => {
  const { findings } = await renderDocument('transfer', input(withSummary(hostile)));
  expect(findings.map((f) => (f.code === 'TEXT_NORMALISED' ? [f.args.from, f.args.to, f.args.form, f.args.pointer] : f))).toEqual(
    changes.map((change) => [...change, 'transfer', '/factSummary']),
  );
});

test.each([
  ['emoji', '甲😀乙', 'U+1F600'],
  ['private use', '甲\ue000乙', 'U+E000'],
  ['unpaired surrogate', '甲\ud800乙', 'U+FFFD'],
])('%s: no font draws it, and it is named with its field', async (_, hostile, codePoint) => {
  const { bytes, findings } = await renderDocument('items', input(withFeatures(hostile)));
  const missing = findings.filter((f) => f.code === 'MISSING_GLYPH');
  expect(missing.map((f) => [f.severity, f.args.codePoint, f.args.form, f.args.pointer])).toEqual([
    ['stop', codePoint, 'items', '/items/0/features'],
    ['stop', codePoint, 'items', '/items/1/features'],
  ]);
  expect(flat(await documentText(bytes))).toContain(`甲〔${codePoint}〕乙`);
});

test('a name in the title of a field set keeps its characters in every font', async () => {
  const forms: Case = { ...sampleCase, case: { ...sampleCase.case, sender: { ...sampleCase.case.sender, name: '䶮㛃𬸪餘市医疗保障局' } } };
  const { bytes, findings } = await renderDocument('transfer', input(forms));
  expect(findings).toEqual([]);
  expect((await documentText(bytes)).match(/䶮㛃𬸪餘市医疗保障局/g)).toHaveLength(2);
});

test('normaliseText leaves ordinary text alone', () => {
  expect(normaliseText('王䶮 A·B　“是”\n')).toEqual({ text: '王䶮 A·B　“是”\n', changes: [] });
});
