// Lines: what may begin and end them, what fits them, and that nothing is lost between them.

import { expect, test } from 'vitest';
import { fontSet } from '../../src/fonts/index.ts';
import { newPdf } from '../../src/pdf/index.ts';
import { breaksOf, cutLines, fitAmounts, mendLastLine, squeezeRoom } from '../../src/typeset/line-breaks.ts';
import { newPalette } from '../../src/typeset/palette.ts';
import { textOf } from '../../src/typeset/text.ts';
import { titleLines } from '../../src/typeset/title-lines.ts';
import { fc, runs } from '../property.ts';

const fonts = fontSet();
const SIZE = 10;
const set = (text: string, role: 'Fang' | 'Biao' = 'Fang') =>
  textOf([text], { palette: newPalette(fonts, newPdf({ title: '', createdAt: 0, compress: false })), role, size: SIZE });
const cut = (string: string, width: number, mend = false): string[] => {
  const text = set(string);
  const lines = cutLines(text, width);
  return (mend ? mendLastLine(text, lines) : lines).map(({ from, to }) =>
    text.glyphs
      .slice(from, to)
      .map((g) => g.char)
      .join(''),
  );
};

test.each([
  ['plain hanzi fill the line', '一二三四五六七八', 50, ['一二三四五', '六七八']],
  ['a comma is squeezed in', '一二三四五六七八九十一二三四五六七八九，二三', 190, ['一二三四五六七八九十一二三四五六七八九，', '二三']],
  ['a comma that cannot be squeezed takes a character along', '一二三四五六七，八九', 70, ['一二三四五六', '七，八九']],
  ['an opening bracket goes over', '一二三四（五六）', 50, ['一二三四', '（五六）']],
  ['an opening bracket goes over, and the space behind it', '医医《 医', 40, ['医医', '《 医']],
  ['a sign of money goes over, and the spaces behind it', '合计￥  100元', 40, ['合计', '￥  100', '元']],
  ['a quotation is not torn from its mark', '他说“是”吗', 30, ['他说', '“是”', '吗']],
  ['a dash of two is one', '一二三——四', 40, ['一二', '三——四']],
  ['an ellipsis of two is one', '一二三……四', 40, ['一二', '三……四']],
  ['words stay whole', '见 evidence 表', 60, ['见 evidence', '表']],
  ['a number stays whole', '合计基金支付1,234,567.89元', 100, ['合计基金支付', '1,234,567.89元']],
  ['a full-width number stays whole', '共计１２３，４５６．７８元', 100, ['共计', '１２３，４５６．７８', '元']],
  ['percent stays with its number', '比例达到百分之50％者', 80, ['比例达到百分之', '50％者']],
  ['a long digest is cut where the line is full', 'abcdef0123456789abcdef0123456789', 60, undefined],
  ['a line feed ends a line', '一\n二', 50, ['一', '二']],
  ['an empty text is one empty line', '', 50, ['']],
  ['spaces at a cut are dropped', '一二三四五     六', 50, ['一二三四五', '六']],
  ['a column narrower than a character', '一二', 5, ['一', '二']],
] as const)('%s', (_name, text, width, expected) => {
  const lines = cut(text, width);
  if (expected) expect(lines).toEqual(expected);
  else expect(lines.join('')).toBe(text);
});

test('white space at the end of a line, which is dropped, is no gap that could be squeezed', () => {
  const text = set('医医。。〕)医医 ');
  for (const { from, to, width, available } of cutLines(text, 62, 20))
    expect(width - squeezeRoom(text, from, to)).toBeLessThan(available + 0.02);
});

test.each([
  ['one character is given company', '一二三四五六七八九', 80, ['一二三四五六七', '八九']],
  [
    'one character and its stop are taken back when there is room',
    '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一。',
    308,
    ['一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一。'],
  ],
  ['two characters stay', '一二三四五六七八九十', 80, ['一二三四五六七八', '九十']],
] as const)('the last line: %s', (_name, text, width, expected) => expect(cut(text, width, true)).toEqual(expected));

/** What GB/T 15834 and this house keep off a line's edges. */
const NEVER_FIRST = /^[，。、；：？！”’）》〉】〕」』·—…～％]/u;
const NEVER_LAST = /[“‘（《〈【〔「『]$/u;
const CHARS = [...'医保基金案件移送书，。、；：？！“”‘’（）《》〔〕·—…～％，。 12345.67abcDEF-/,()￥\n王䶮'];
const texts = fc.array(fc.constantFrom(...CHARS), { maxLength: 120 }).map((chars) => chars.join(''));

test('nothing is lost, everything fits, no mark stands where it may not', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 60, max: 300 }), fc.boolean(), (string, width, mend) => {
      const text = set(string);
      const breaks = [...breaksOf(text.glyphs)];
      const plain = cutLines(text, width, 20);
      const lines = mend ? mendLastLine(text, plain) : plain;
      const shown = lines.map(({ from, to }) =>
        text.glyphs
          .slice(from, to)
          .map((g) => g.char)
          .join(''),
      );
      expect(shown.join('').replace(/[ \n]/g, '')).toBe(string.replace(/[ \n]/g, ''));
      for (const line of lines) expect(line.width - squeezeRoom(text, line.from, line.to)).toBeLessThanOrEqual(line.available + 0.02);
      lines.forEach((line, i) => {
        const before = lines[i - 1];
        // A paragraph may begin with anything.
        if (!before || before.last) return;
        expect(line.from).toBeGreaterThanOrEqual(before.to);
        if (breaks[line.from] === 1) {
          expect(shown[i]).not.toMatch(NEVER_FIRST);
          expect(shown[i - 1]).not.toMatch(NEVER_LAST);
          return;
        }
        // What may be cut nowhere and is longer than a line must be cut somewhere.
        expect(breaks.slice(before.from + 1, line.from)).not.toContain(1);
      });
    }),
    runs(400),
  );
});

test.each([
  ['示例市示例区医疗保障局关于商请就某某康复医院有限公司涉嫌骗取医疗保障基金案件证据收集提出意见的函', 3],
  ['示例市医疗保障局关于涉嫌骗取医疗保障基金案件的移送函', 2],
  ['电子数据提取笔录', 1],
] as const)('a title in %#: words whole, no waist', (title, count) => {
  const text = set(title, 'Biao');
  const lines = titleLines(text, 200);
  expect(lines).toHaveLength(count);
  const shown = lines.map(({ from, to }) => title.slice(from, to));
  expect(shown.join('')).toBe(title);
  for (const word of ['医疗保障', '有限公司', '涉嫌', '骗取', '案件', '康复医院']) {
    if (title.includes(word)) expect(shown.some((line) => line.includes(word))).toBe(true);
  }
  const widths = lines.map((line) => line.width);
  expect(Math.max(...widths)).toBeLessThanOrEqual(200);
  for (let i = 1; i + 1 < widths.length; i++) {
    expect((widths[i] as number) >= Math.min(widths[i - 1] as number, widths[i + 1] as number)).toBe(true);
  }
});

test('a title of ten thousand characters is cut at once', () => {
  const text = set('案'.repeat(10_000), 'Biao');
  expect(titleLines(text, 200)).toHaveLength(500);
});

test('an amount wider than its column is set smaller, not torn', () => {
  const text = set('1,234,567.89');
  fitAmounts(text, 40);
  expect(cutLines(text, 40)).toHaveLength(1);
  expect(text.sizes[0]).toBeLessThan(SIZE);
});
