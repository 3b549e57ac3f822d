// The grid of GB/T 9704-2012, measured on the finished PDF as with a ruler on paper.
import { beforeAll, describe, expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { MM } from '../judges/geometry.ts';
import {
  BLOCK,
  CHARACTER_PITCH,
  CHARACTERS_A_LINE,
  LINE_PITCH,
  LINES_A_PAGE,
  linesOf,
  pageNumberOf,
  steps,
  textLines,
  worst,
} from '../judges/lines.ts';
import { type PageMarks, readMarks } from '../judges/positions.ts';
import { forbiddenLines, outside } from '../judges/rules.ts';
import { HEADING_TEXTS, headedLetter, plainLetter, prose } from './measured.ts';

/** Points. What the eye and the printer cannot tell apart. */
const NEAR = 0.02;
const measure = async (template: string): Promise<readonly PageMarks[]> => readMarks(await renderTemplate(template));

describe.each(['letter', 'redhead'])('a %s of plain text', (layout) => {
  let pages: readonly PageMarks[];
  let full: readonly PageMarks[];
  beforeAll(async () => {
    pages = await measure(plainLetter(3 * LINES_A_PAGE + 4, layout));
    full = pages.slice(0, 3);
  });

  test('holds 22 lines a page', () => expect(pages.map((page) => textLines(page).length)).toEqual([22, 22, 22, 4]));

  test('sets its lines 225 mm / 22 apart, each page from the same height', () => {
    for (const page of pages) expect(worst(steps(textLines(page).map((line) => line.baseline)), LINE_PITCH)).toBeLessThan(NEAR);
    const [first = 0, ...others] = pages.map((page) => textLines(page)[0]?.baseline ?? Number.NaN);
    expect(worst(others, first)).toBeLessThan(NEAR);
  });

  // 22 lines 225 mm / 22 apart fill the block; where in its line a character stands the standard does not say.
  test('begins 37 mm and ends 262 mm below the upper edge of the paper', () => {
    for (const page of full) {
      const lines = textLines(page);
      const [first, last] = [lines[0], lines.at(-1)];
      if (!first || !last) throw new Error('no lines');
      expect(first.top).toBeGreaterThan(BLOCK.top - NEAR);
      expect(last.bottom).toBeLessThan(BLOCK.bottom + NEAR);
    }
  });

  test('sets 28 characters a line 156 mm / 28 apart, from 28 mm to 184 mm', () => {
    const whole = pages.flatMap(textLines).slice(1);
    expect(new Set(whole.map((line) => [...line.text].length))).toEqual(new Set([CHARACTERS_A_LINE]));
    expect(
      worst(
        whole.flatMap((line) => steps(line.glyphs.map((glyph) => glyph.x))),
        CHARACTER_PITCH,
      ),
    ).toBeLessThan(NEAR);
    expect(
      worst(
        whole.map((line) => line.left),
        BLOCK.left,
      ),
    ).toBeLessThan(NEAR);
    const ends = whole.map((line) => (line.glyphs.at(-1)?.x ?? 0) + CHARACTER_PITCH);
    expect(worst(ends, BLOCK.right)).toBeLessThan(5 * NEAR);
  });

  test('leaves two characters before a paragraph', () => {
    expect(worst([textLines(pages[0] as PageMarks)[0]?.left ?? 0], BLOCK.left + 2 * CHARACTER_PITCH)).toBeLessThan(NEAR);
  });

  test('numbers its pages in 4号 宋体, 7 mm below the text, one character from the outer edge', () => {
    for (const page of pages) {
      const line = pageNumberOf(page);
      if (!line) throw new Error(`page ${page.number} has no number`);
      expect(line.text.replaceAll(' ', '')).toBe(`—${page.number}—`);
      expect(
        worst(
          line.glyphs.map((glyph) => glyph.size),
          14,
        ),
      ).toBeLessThan(NEAR);
      expect(new Set(line.glyphs.map((glyph) => glyph.font))).toEqual(new Set(['NotoSerifSC-Regular']));
      const dash = line.glyphs[0]?.ink;
      // 7.5: the upper edge of 一字线. A quarter of a millimetre is a pen's breadth.
      expect(Math.abs((dash?.top ?? 0) - BLOCK.bottom - 7 * MM)).toBeLessThan(0.25 * MM);
      const free = page.number % 2 === 1 ? BLOCK.right - line.right : line.left - BLOCK.left;
      // 「空一字」: the standard does not say of which size, so 4号 and 3号 will do.
      expect(free).toBeGreaterThan(14 - NEAR);
      expect(free).toBeLessThan(16 + NEAR);
    }
  });
});

test('a title is 22 points high and centred', async () => {
  const [page] = await measure('<document layout="letter"><title>涉嫌犯罪案件移送书</title><p>正文</p></document>');
  const title = page && textLines(page)[0];
  if (!title) throw new Error('no title');
  expect(title.text).toBe('涉嫌犯罪案件移送书');
  expect(
    worst(
      title.glyphs.map((glyph) => glyph.size),
      22,
    ),
  ).toBeLessThan(NEAR);
  expect(Math.abs((title.left + title.right) / 2 - (BLOCK.left + BLOCK.right) / 2)).toBeLessThan(0.5);
});

test('fonts of headings are 黑体, 楷体, 仿宋, 仿宋 (7.3.3)', async () => {
  const lines = (await measure(headedLetter(0))).flatMap(linesOf);
  const fonts = HEADING_TEXTS.map((text) => lines.find((line) => line.text === text)?.glyphs.find(({ text: one }) => one === '标')?.font);
  expect(fonts).toEqual(['NotoSansSC-Bold', 'LXGWWenKai-Regular', 'FandolFang-Regular', 'FandolFang-Regular']);
});

test('no mark begins or ends a line that may not, and nothing stands outside of the text block', async () => {
  for (let seed = 0; seed < 12; seed++) {
    const body = Array.from({ length: 10 }, (_, i) => `<p>${prose(6, seed * 10 + i)}</p>`).join('');
    const pages = await measure(`<document layout="letter">${body}</document>`);
    expect(pages.flatMap(forbiddenLines)).toEqual([]);
    expect(pages.flatMap((page) => outside(page, BLOCK))).toEqual([]);
    const lines = pages.flatMap(textLines).map((line) => line.text);
    expect(lines.filter((text, i) => text.endsWith('—') && lines[i + 1]?.startsWith('—'))).toEqual([]);
  }
});

/** First lines of paragraphs, and headings, stand two characters in. */
const begins = (left: number): boolean => left > BLOCK.left + CHARACTER_PITCH;

test('whatever stands before them, headings are never the last line of a page, no paragraph leaves one line to the next, and the grid holds', async () => {
  for (let before = 0; before < LINES_A_PAGE; before++) {
    const pages = (await measure(headedLetter(before))).map((page) => textLines(page));
    const feet = pages.slice(0, -1).map((lines) => lines.at(-1)?.text ?? '');
    expect(feet.filter((text) => HEADING_TEXTS.includes(text))).toEqual([]);
    // The standard is silent on single lines at the head of a page; a careful typesetter leaves none.
    const alone = pages.slice(1).filter(([first, second]) => first && !begins(first.left) && (!second || begins(second.left)));
    expect(alone.map(([first]) => `${before}: ${first?.text}`)).toEqual([]);
    // No page gives up more than a heading of every level and a line.
    expect(pages.slice(0, -1).filter((lines) => lines.length < LINES_A_PAGE - 5)).toEqual([]);
    for (const lines of pages) expect(worst(steps(lines.map((line) => line.baseline)), LINE_PITCH)).toBeLessThan(NEAR);
  }
});
