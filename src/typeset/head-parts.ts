/** What stands above the text: 版头 of a letter (GB/T 9704-2012, 7.2), titles (7.3.1), document number. */
import type { Element } from './element.ts';
import type { Item } from './flow.ts';
import { widthOf } from './line-breaks.ts';
import { gap, lineItem, paragraph, type Setting } from './paragraph.ts';
import type { Align } from './set-line.ts';
import { MM } from './style.ts';
import { textOf } from './text.ts';
import { titleLines } from './title-lines.ts';

/** 7.2.4: upper edge of 发文机关标志 below the text block's. */
const MASTHEAD_TOP = 35 * MM;
/** Largest and smallest size of 发文机关标志, points; it never fills more than the line. */
const MASTHEAD_SIZES = [46, 22] as const;
/** Share of the line that it may fill. */
const WIDEST_MASTHEAD = 0.96;
/** 7.2.7: the red line stands 4 mm below the document number, as wide as the text block. */
const RED_LINE_BELOW = 4 * MM;
const RED_LINE_WIDTH = 1.2;

/** 份号、密级和保密期限、紧急程度 (7.2.1–7.2.3): at the left edge, one line each; the first in figures, the others in 黑体. */
export function topMark(setting: Setting, element: Element): Item[] {
  return paragraph(setting, element.children, { role: element.name === 'copyno' ? 'Song' : 'Hei' });
}

/** `above`: points that marks above have taken already. */
export function mastheadItems(setting: Setting, element: Element, above: number): Item[] {
  const { width, body } = setting.page;
  const [largest, smallest] = MASTHEAD_SIZES;
  const plain = textOf(element.children, { palette: setting.palette, role: 'Biao', size: 1 });
  const size = Math.max(smallest, Math.min(largest, (WIDEST_MASTHEAD * width) / Math.max(1, widthOf(plain, 0, plain.glyphs.length))));
  const text = { ...plain, sizes: plain.sizes.map(() => size) };
  const style = { size, pitch: size * 1.1 };
  const lines = titleLines(text, width).map((cut) => lineItem(text, cut, { style, align: 'center', x: 0 }));
  const red = lines.map(
    (item): Item => ({
      ...item,
      keep: true,
      draw: (canvas, place) => {
        canvas.color('red');
        item.draw?.(canvas, place);
        canvas.color('black');
      },
    }),
  );
  return [{ height: Math.max(0, MASTHEAD_TOP - above), keep: true }, ...red, { height: 2 * body.pitch, keep: true }, snap(body.pitch)];
}

/** 7.2.5. Below a masthead the red line follows it, and two free lines (7.3.1). */
export function docNoItems(setting: Setting, element: Element, below: 'masthead' | 'title'): Item[] {
  const { body } = setting.page;
  const align = (element.attributes.align ?? 'center') as Align;
  const lines = paragraph(setting, element.children, { align });
  if (below === 'title') return [...lines, gap(spaceBelow(setting))];
  const redLine: Item = {
    height: body.pitch,
    keep: true,
    draw: (canvas, { x, top }) => {
      const y = top - (body.pitch - body.size) / 2 + RED_LINE_BELOW;
      canvas.color('red');
      canvas.rule([x, y], [x + setting.page.width, y], RED_LINE_WIDTH);
      canvas.color('black');
    },
  };
  return [...lines.map((line) => ({ ...line, keep: true })), redLine, { height: 2 * body.pitch, keep: true }];
}

/** Titles and the agency above a title; `free`: a line is left below. */
export function titleItems(setting: Setting, element: Element, free: boolean): Item[] {
  const { title } = setting.page;
  const text = textOf(element.children, { palette: setting.palette, role: 'Biao', size: title.size });
  const lines = titleLines(text, setting.page.width).map((cut) => lineItem(text, cut, { style: title, align: 'center', x: 0 }));
  const [first, ...rest] = lines;
  const mark = element.name === 'title' ? { mark: { level: 1, title: text.glyphs.map(({ char }) => char).join('') } } : {};
  const kept = [...(first ? [{ ...first, ...mark }] : []), ...rest].map((line): Item => ({ ...line, keep: true }));
  return free ? [...kept, gap(spaceBelow(setting))] : kept;
}

function spaceBelow({ page: { body, grid } }: Setting): number {
  return grid === undefined ? body.pitch / 2 : body.pitch;
}

/** To the next line of the grid; forms have none. */
export function snap(height: number): Item {
  return { height, snap: true, keep: true };
}
