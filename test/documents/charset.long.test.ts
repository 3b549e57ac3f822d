// Every character of 通用规范汉字表 is printed in every role, comes back once, and is drawn as its font draws it.
import { beforeAll, describe, expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { HAN, ROLES } from '../judges/every-character.ts';
import { outlineFault } from '../judges/outlines.ts';
import { type Glyph, readMarks } from '../judges/positions.ts';
import { TGH } from '../judges/tgh.ts';

/** Of so many characters one has its outline compared here, point by point; charset.judge.test.ts compares every one. */
const EVERY = 8;

test('the table is whole', () => {
  expect(TGH).toHaveLength(8105);
  expect(new Set(TGH).size).toBe(8105);
});

describe.each(ROLES)('%s', (_, body, fonts) => {
  let bytes: Uint8Array;
  let drawn: readonly Glyph[];
  beforeAll(async () => {
    bytes = await renderTemplate(`<document layout="letter">${body}</document>`);
  });

  test('each character once, in order, by a font for the role, with an outline', async () => {
    drawn = (await readMarks(bytes)).flatMap((page) => page.glyphs).filter((glyph) => HAN.test(glyph.text));
    expect(drawn.map((glyph) => glyph.text).join('')).toBe(TGH.join(''));
    expect(drawn.filter(({ code, outline }) => code === 0 || outline === '').map(({ text: char }) => char)).toEqual([]);
    expect([...new Set(drawn.map(({ font }) => font))].filter((font) => !fonts.some((name) => font.startsWith(name)))).toEqual([]);
  });

  test('the outlines are those of the font', () => {
    const some = drawn.filter((__, i) => i % EVERY === 0);
    expect(some.length).toBeGreaterThan(1000);
    expect(some.flatMap((glyph) => outlineFault(glyph.font, glyph.text, glyph.outline) ?? [])).toEqual([]);
  });
});
