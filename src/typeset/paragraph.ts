/** Paragraphs and headings as lines of a flow. */
import type { Role } from '../fonts/index.ts';
import type { Element } from './element.ts';
import type { Item } from './flow.ts';
import { cutLines, fitAmounts, type LineRange, mendLastLine } from './line-breaks.ts';
import type { Palette } from './palette.ts';
import { type Align, drawLine } from './set-line.ts';
import type { PageStyle, TextStyle } from './style.ts';
import { type Text, textOf } from './text.ts';

export interface Setting {
  readonly page: PageStyle;
  readonly palette: Palette;
}

export interface ParagraphOptions {
  readonly role?: Role;
  readonly style?: TextStyle;
  readonly align?: Align;
  /** The first line begins two characters in. */
  readonly indent?: boolean;
  /** Points of the column; the text block's by default. */
  readonly width?: number;
  /** Points that the column begins further in. */
  readonly shift?: number;
  /** Lines are mended as a typesetter would; not worth it in narrow cells. */
  readonly mend?: boolean;
}

/** The lines of a paragraph, at least one. */
export function paragraph(setting: Setting, children: readonly (Element | string)[], options: ParagraphOptions = {}): Item[] {
  const style = options.style ?? setting.page.body;
  const text = { palette: setting.palette, role: options.role ?? 'Fang', size: style.size, whole: setting.page.edition > 1 };
  return textItems(textOf(children, text), {
    ...options,
    style,
    width: options.width ?? setting.page.width,
  });
}

type TextItemOptions = ParagraphOptions & { readonly style: TextStyle; readonly width: number };

/** The lines of a text that is set already. */
export function textItems(text: Text, options: TextItemOptions): Item[] {
  const { style, width, shift = 0, align = 'left', indent = false } = options;
  const inset = indent ? 2 * style.size : 0;
  fitAmounts(text, width - inset);
  const cut = cutLines(text, width, inset);
  const lines = options.mend === false ? cut : mendLastLine(text, cut);
  return lines.map((line, i) => lineItem(text, line, { style, align, x: shift + (i === 0 ? inset : 0) }));
}

/** One line as an item; a large digest makes it higher. */
export function lineItem(text: Text, line: LineRange, { style, align, x }: { style: TextStyle; align: Align; x: number }): Item {
  let size = style.size;
  for (let i = line.from; i < line.to; i++) size = Math.max(size, text.sizes[i] as number);
  const pitch = size === style.size ? style.pitch : Math.max(style.pitch, size * 1.5);
  return {
    height: pitch,
    draw: (canvas, place) => drawLine(canvas, text, line, { x: place.x + x, top: place.top, pitch, align }),
  };
}

/** `lines` of the last ones are never parted from what follows, nor all of a short paragraph. */
export function keepLast(items: readonly Item[], lines: number): Item[] {
  const from = items.length <= lines + 1 ? 0 : items.length - lines;
  return items.map((item, i) => (i >= from ? { ...item, keep: true } : item));
}

/** The first lines stay together. */
export function keepFirst(items: readonly Item[], lines: number): Item[] {
  return items.map((item, i) => (i < lines - 1 && i + 1 < items.length ? { ...item, keep: true } : item));
}

/** Fewest lines of a paragraph of which the first is not left alone. */
const LONG = 4;

/** No single line at the head of a page, and of a longer paragraph none at the foot: a typesetter would send it back, though the standard is silent. */
export function keepEnds(items: readonly Item[]): Item[] {
  const count = items.length;
  return items.map((item, i) => ((i === 0 && count >= LONG) || (i === count - 2 && count > 1) ? { ...item, keep: true } : item));
}

/** Empty room between blocks, dropped at the head of a page. */
export function gap(height: number): Item {
  return { height, glue: true };
}

/** Two lines in one row. */
export function beside(left: Item, right: Item): Item {
  return {
    height: Math.max(left.height, right.height),
    draw: (canvas, place) => {
      left.draw?.(canvas, place);
      right.draw?.(canvas, place);
    },
  };
}
