/** GB/T 15834-2011, 5.1: which marks may not begin or end a line of Chinese. */

import { type Line, lineOf, textLines } from './lines.ts';
import type { PageMarks } from './positions.ts';

/** 点号, the closing half of a pair, 连接号, 间隔号. An ellipsis and a dash may not be torn in two; the house also never begins a line with one's half. */
export const FORBIDDEN_FIRST: ReadonlySet<string> = new Set([...'，。、；：？！”’）》〉】〕」』％～·…']);
/** The opening half of a pair. */
export const FORBIDDEN_LAST: ReadonlySet<string> = new Set([...'“‘（《〈【〔「『']);

/** A line of a table, not a box. */
const THIN = 1.5;

/** Lines as they are read: what stands in another cell is a line of its own, if the table is ruled. */
export function readLines(page: PageMarks): readonly Line[] {
  const uprights = page.rules.filter(({ box }) => box.right - box.left < THIN && box.bottom - box.top > THIN);
  return textLines(page).flatMap((line) => {
    const walls = uprights
      .filter(({ box }) => box.top < line.baseline && box.bottom > line.baseline - line.size / 2)
      .map(({ box }) => box.left);
    const parts: Line['glyphs'][number][][] = [];
    for (const glyph of line.glyphs) {
      const before = parts.at(-1)?.at(-1);
      if (!before || walls.some((x) => x > before.x && x <= glyph.x + THIN)) parts.push([glyph]);
      else parts.at(-1)?.push(glyph);
    }
    return parts.map((glyphs) => lineOf(line.baseline, glyphs));
  });
}

/** Lines that begin or end as they may not. */
export function forbiddenLines(page: PageMarks): readonly string[] {
  return readLines(page)
    .filter(({ text }) => FORBIDDEN_FIRST.has([...text][0] ?? '') || FORBIDDEN_LAST.has([...text].at(-1) ?? ''))
    .map(({ text }) => `page ${page.number}: ${text}`);
}

/** What is inked outside of an area, the page number aside. */
export function outside(
  page: PageMarks,
  area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): readonly string[] {
  // Half of a table's border stands outside of the table.
  const slack = 0.5;
  const beyond = ({ left, right, top, bottom }: typeof area): boolean =>
    left < area.left - slack || right > area.right + slack || top < area.top - slack || bottom > area.bottom + slack;
  const glyphs = textLines(page).flatMap((line) =>
    line.glyphs.filter(({ ink }) => ink && beyond(ink)).map(({ text }) => `${text} of ${line.text}`),
  );
  const rules = page.rules.filter(({ box }) => beyond(box)).map(({ box }) => `rule ${Object.values(box).map(Math.round).join(' ')}`);
  return [...glyphs, ...rules].map((what) => `page ${page.number}: ${what}`);
}

const HEADING_FONTS = ['NotoSansSC-Bold', 'LXGWWenKai-Regular'];
const HEADING_MARK = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;

/** Pages of a letter whose last line is a heading of the first or second level (7.3.3), seen by its font and its number. */
export function headingsAtFoot(pages: readonly PageMarks[]): readonly string[] {
  return pages.flatMap((page) => {
    const last = textLines(page).at(-1);
    const heads =
      last &&
      HEADING_MARK.test(last.text) &&
      last.glyphs.every(({ font, text }) => HEADING_FONTS.includes(font) || !/\p{Script=Han}/u.test(text));
    return heads ? [`page ${page.number}: ${last.text}`] : [];
  });
}
