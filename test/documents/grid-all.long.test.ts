// What holds for every document of every pack, measured on the finished PDF.
import { beforeAll, describe, expect, test } from 'vitest';
import { marksOf, renderSample, samples } from '../judges/documents.ts';
import { type Box, MM } from '../judges/geometry.ts';
import { BLOCK, pageNumberOf, partedFromCode, turnedNumberOf } from '../judges/lines.ts';
import type { PageMarks } from '../judges/positions.ts';
import { forbiddenLines, headingsAtFoot, outside } from '../judges/rules.ts';

/** Forms and sheets may use more of the paper than a letter; nearer to its edge than this a hole puncher or a printer reaches. */
const EDGE = 20 * MM;
const isLetter = (layout: string): boolean => layout === 'letter' || layout === 'redhead';

describe.each(samples)('$name', (sample) => {
  let pages: readonly PageMarks[];
  let codes: readonly (readonly Box[])[];
  beforeAll(async () => {
    const parted = (await marksOf((await renderSample(sample)).bytes)).map(partedFromCode);
    pages = parted.map(({ rest }) => rest);
    codes = parted.map(({ code }) => code);
  });

  test('a check code is on every page or on none, and touches neither text, page number nor the edge of the sheet', () => {
    expect(new Set(codes.map((code) => code.length > 0)).size).toBe(1);
    for (const [i, code] of codes.entries()) {
      const page = pages[i] as PageMarks;
      const others = [...page.glyphs.flatMap(({ ink }) => ink ?? []), ...page.rules.map(({ box }) => box)];
      // White of four modules around the squares (GB/T 18284), and what printers leave of a sheet.
      const [quiet, edge] = [4 * 0.6 * MM, 4.5 * MM];
      const near = ({ left, top, right, bottom }: Box) =>
        others.filter((o) => o.right > left - quiet && o.left < right + quiet && o.bottom > top - quiet && o.top < bottom + quiet);
      expect(code.flatMap(near)).toEqual([]);
      expect(code.every(({ left, right, bottom }) => left > edge && right < page.width - edge && bottom < page.height - edge)).toBe(true);
    }
  });

  test('no mark begins or ends a line that may not', () => {
    expect(pages.flatMap(forbiddenLines)).toEqual([]);
  });

  test('nothing stands outside of its text block', () => {
    const areaOf = ({ width, height }: { readonly width: number; readonly height: number }) =>
      isLetter(sample.layout) && !sample.landscape ? BLOCK : { left: EDGE, top: EDGE, right: width - EDGE, bottom: height - EDGE };
    expect(pages.flatMap((page) => outside(page, areaOf(page)))).toEqual([]);
    expect(new Set(pages.map(({ width, height }) => (width > height ? 'landscape' : 'portrait')))).toEqual(
      new Set([sample.landscape ? 'landscape' : 'portrait']),
    );
  });

  test('every page has its number on the outer side', () => {
    let before = 0;
    for (const page of pages) {
      const printed = Number((sample.landscape ? turnedNumberOf(page) : pageNumberOf(page))?.text.replace(/[^0-9]/g, ''));
      // A paper of its own within the file is counted from 1.
      expect([1, before + 1]).toContain(printed);
      before = printed;
      const odd = printed % 2 === 1;
      if (sample.landscape) {
        // A table lying on its side keeps the number where upright pages have it: at their foot, which is the left edge here.
        const number = turnedNumberOf(page);
        expect(number?.text).toBe(`—${printed}—`);
        expect(number && number.x < EDGE + 8 * MM && (odd ? number.middle > page.height / 2 : number.middle < page.height / 2)).toBe(true);
        continue;
      }
      const line = pageNumberOf(page);
      expect(line?.text.replaceAll(' ', '')).toBe(`—${printed}—`);
      expect(line && (odd ? line.left > page.width / 2 : line.right < page.width / 2)).toBe(true);
    }
  });

  test('no heading is the last line of its page', () => {
    expect(headingsAtFoot(pages)).toEqual([]);
  });
});
