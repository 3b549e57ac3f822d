/**
 * Every character of 通用规范汉字表, in every role, as poppler reads it; and every outline as the font's file has it.
 * @module-tag poppler
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { HAN, ROLES } from '../judges/every-character.ts';
import { outlineFault } from '../judges/outlines.ts';
import { readMarks } from '../judges/positions.ts';
import { judge } from '../judges/start.ts';
import { TGH } from '../judges/tgh.ts';

describe.each(ROLES)('%s', (_, body) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await renderTemplate(`<document layout="letter">${body}</document>`);
  });

  test('poppler reads each once, in order, and each is drawn as its font draws it', async () => {
    const text = judge('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: bytes });
    expect([...text].filter((char) => HAN.test(char)).join('')).toBe(TGH.join(''));

    const drawn = (await readMarks(bytes)).flatMap((page) => page.glyphs).filter((glyph) => HAN.test(glyph.text));
    expect(drawn).toHaveLength(TGH.length);
    expect(drawn.flatMap((glyph) => outlineFault(glyph.font, glyph.text, glyph.outline) ?? [])).toEqual([]);
  });
});
