// Every character of 通用规范汉字表 is printed in every role, comes back once, and is drawn as its font draws it.
import { expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { HAN, ROLES } from '../judges/every-character.ts';
import { outlineFault } from '../judges/outlines.ts';
import { readMarks } from '../judges/positions.ts';
import { TGH } from '../judges/tgh.ts';

test('the table is whole', () => {
  expect(TGH).toHaveLength(8105);
  expect(new Set(TGH).size).toBe(8105);
});

test.each(ROLES)('%s', async (_, body, fonts) => {
  const bytes = await renderTemplate(`<document layout="letter">${body}</document>`);
  const drawn = (await readMarks(bytes)).flatMap((page) => page.glyphs).filter((glyph) => HAN.test(glyph.text));
  expect(drawn.map((glyph) => glyph.text).join('')).toBe(TGH.join(''));
  expect(drawn.filter(({ code, outline }) => code === 0 || outline === '').map(({ text: char }) => char)).toEqual([]);
  expect(drawn.flatMap((glyph) => outlineFault(glyph.font, glyph.text, glyph.outline) ?? [])).toEqual([]);
  expect([...new Set(drawn.map(({ font }) => font))].filter((font) => !fonts.some((name) => font.startsWith(name)))).toEqual([]);
});
