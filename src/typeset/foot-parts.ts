/** 版记 (GB/T 9704-2012, 7.4): 抄送机关, 印发机关和印发日期, between lines as wide as the text block; its last line lies on the block's lower edge. */
import { type Element, elementsOf } from './element.ts';
import type { Item } from './flow.ts';
import { widthOf } from './line-breaks.ts';
import { beside, lineItem, type Setting, textItems } from './paragraph.ts';
import { FOURTH, MM } from './style.ts';
import { partOf, type Text, textOf } from './text.ts';

/** 7.4.1. */
const OUTER_LINE = 0.35 * MM;
const INNER_LINE = 0.25 * MM;
/** Room between a line and the text. */
const ROOM = 1;

/** `<cc>` alone, or `<imprint>` with any number of them. */
export function imprintItems(setting: Setting, element: Element): Item[] {
  const size = Math.min(FOURTH.size, setting.page.body.size);
  const style = { size, pitch: (FOURTH.pitch / FOURTH.size) * size };
  const column = setting.page.width - 2 * size;
  const set = (children: readonly (Element | string)[]): Text => textOf(children, { palette: setting.palette, role: 'Fang', size });
  const copies = element.name === 'cc' ? [element] : elementsOf(element);
  const parts: Item[][] = copies.map((cc) => hanging(set(cc.children), style, column, size));
  if (element.name === 'imprint') {
    const office = set([element.attributes.office ?? '']);
    const date = set([`${element.attributes.date ?? ''}印发`]);
    const right = widthOf(date, 0, date.glyphs.length);
    if (right > column / 2) {
      parts.push([...textItems(office, { style, width: column, shift: size }), ...textItems(date, { style, width: column, shift: size })]);
    } else {
      const [dated] = textItems(date, { style, width: right + 1, shift: setting.page.width - size - right });
      const [first, ...rest] = textItems(office, { style, width: column - right - size, shift: size });
      if (first && dated) parts.push([beside(first, dated), ...rest]);
    }
  }
  const items: Item[] = [];
  for (const [i, part] of parts.entries()) {
    items.push(line(setting, i === 0 ? OUTER_LINE : INNER_LINE), ...part);
  }
  if (items.length > 0) items.push(line(setting, OUTER_LINE));
  return items.map((item, i) => (i < items.length - 1 ? { ...item, keep: true } : item));
}

/** Its thickness lies within its height, so that the last one ends on the text block's edge. */
function line({ page: { width } }: Setting, thickness: number): Item {
  return {
    height: thickness + ROOM,
    draw: (canvas, { x, top }) => {
      const y = top + ROOM + thickness / 2;
      canvas.rule([x, y], [x + width, y], thickness);
    },
  };
}

/** `抄送：` one character in; further lines begin below the first name (7.4.2). */
function hanging(text: Text, style: { size: number; pitch: number }, column: number, shift: number): Item[] {
  const colon = text.glyphs.findIndex(({ char }) => char === '：') + 1;
  if (colon === 0) return textItems(text, { style, width: column, shift });
  const label = partOf(text, 0, colon);
  const lead = widthOf(label, 0, colon);
  if (lead > column / 2) return textItems(text, { style, width: column, shift });
  const head = lineItem(label, { from: 0, to: colon, width: lead, available: lead, last: true }, { style, align: 'left', x: shift });
  const [first, ...rest] = textItems(partOf(text, colon), { style, width: column - lead, shift: shift + lead });
  return first ? [beside(head, first), ...rest] : [head];
}
