/** Lines of a page and the measures of GB/T 9704-2012 in points, as a ruler would find them on paper. */
import { type Box, MM } from './geometry.ts';
import type { Glyph, PageMarks } from './positions.ts';

/** 5.2.1 and 5.2.2 of the standard: the text block on A4, from the paper's upper left corner. */
export const BLOCK = { left: 28 * MM, top: 37 * MM, right: (210 - 26) * MM, bottom: (297 - 35) * MM } as const;
/** 5.2.3: 22 lines a page, 28 characters a line, the block being filled. */
export const LINE_PITCH = (225 * MM) / 22;
export const CHARACTER_PITCH = (156 * MM) / 28;
export const LINES_A_PAGE = 22;
export const CHARACTERS_A_LINE = 28;

/** How a Chinese font's em box stands about the baseline (OpenType ideographic metrics). */
const ABOVE = 0.88;
const BELOW = 0.12;

/** A character that another font stands in for may be set a little lower, points. */
const SAME_LINE = 1.2;

export interface Line {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly baseline: number;
  /** Ends of the advances; spaces at the ends are left out. */
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** Upper and lower edge of the em boxes. */
  readonly top: number;
  readonly bottom: number;
}

/** Glyphs on one baseline, from left to right; lines from top to bottom. Cells of a table that stand side by side are one line. */
export function linesOf(page: PageMarks): readonly Line[] {
  const rows: { baseline: number; glyphs: Glyph[] }[] = [];
  const inked = page.glyphs.filter((glyph) => glyph.text.trim() !== '' && !glyph.turned);
  for (const glyph of [...inked].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1);
    if (last && Math.abs(last.baseline - glyph.y) < SAME_LINE) last.glyphs.push(glyph);
    else rows.push({ baseline: glyph.y, glyphs: [glyph] });
  }
  return rows.map(({ baseline, glyphs }) => lineOf(baseline, glyphs));
}

export function lineOf(baseline: number, unsorted: readonly Glyph[]): Line {
  const glyphs = [...unsorted].sort((a, b) => a.x - b.x);
  const size = Math.max(...glyphs.map((glyph) => glyph.size));
  return {
    text: glyphs.map((glyph) => glyph.text).join(''),
    glyphs,
    baseline,
    left: Math.min(...glyphs.map((glyph) => glyph.x)),
    right: Math.max(...glyphs.map((glyph) => glyph.x + glyph.advance)),
    size,
    top: baseline - ABOVE * size,
    bottom: baseline + BELOW * size,
  };
}

const PAGE_NUMBER = /^—\s*\d+\s*—$/;

/** The page number's line (7.5), if there is one. */
export function pageNumberOf(page: PageMarks): Line | undefined {
  return linesOf(page).findLast((line) => PAGE_NUMBER.test(line.text));
}

/** What is read from top to bottom at the left edge of a page that lies on its side, with its middle from the page's upper edge. */
export function turnedNumberOf(page: PageMarks): { readonly text: string; readonly x: number; readonly middle: number } | undefined {
  const glyphs = page.glyphs.filter((glyph) => glyph.turned && glyph.text.trim() !== '').sort((a, b) => a.y - b.y);
  const [first] = glyphs;
  const last = glyphs.at(-1);
  if (!first || !last) return undefined;
  return { text: glyphs.map((glyph) => glyph.text).join(''), x: first.x, middle: (first.y + last.y + last.advance) / 2 };
}

const CHECK_CODE = /^(?:核对码|[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4})$/;

/** The check code at the foot: its letters and its squares, and the page without them. */
export function partedFromCode(page: PageMarks): { readonly rest: PageMarks; readonly code: readonly Box[] } {
  const letters = linesOf(page)
    .filter((line) => CHECK_CODE.test(line.text))
    .flatMap((line) => line.glyphs);
  const top = Math.min(...letters.map(({ y }) => y)) - 30;
  const squares = letters.length === 0 ? [] : page.rules.filter(({ painted, box }) => painted === 'fill' && box.top > top);
  return {
    rest: {
      ...page,
      glyphs: page.glyphs.filter((glyph) => !letters.includes(glyph)),
      rules: page.rules.filter((rule) => !squares.includes(rule)),
    },
    code: [...letters.flatMap(({ ink }) => ink ?? []), ...squares.map(({ box }) => box)],
  };
}

/** All lines but the page number. */
export function textLines(page: PageMarks): readonly Line[] {
  const number = pageNumberOf(page);
  return linesOf(page).filter((line) => line.baseline !== number?.baseline);
}

/** Distances between neighbours. */
export function steps(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, i) => value - (values[i] ?? Number.NaN));
}

/** The largest distance of any value from `wanted`. */
export function worst(values: readonly number[], wanted: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  return Math.max(...values.map((value) => Math.abs(value - wanted)));
}
