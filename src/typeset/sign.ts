/** 署名、成文日期和印章 (GB/T 9704-2012, 7.3.5); 附件说明 (7.3.4). */
import { type Element, elementsOf } from './element.ts';
import type { Item } from './flow.ts';
import { cutLines, widthOf } from './line-breaks.ts';
import { beside, gap, lineItem, type Setting, textItems } from './paragraph.ts';
import { MM, type TextStyle } from './style.ts';
import { type Text, textOf } from './text.ts';

/** Diameter of the round seal that bureaus of counties and cities use; a larger one still stays within a line of the text. */
const SEAL = 42 * MM;
/** The names stand a little below the seal's middle. */
const BELOW_MIDDLE = 0.15;
/** Empty lines above the name on forms. */
const FORM_ROWS = 2;
const BLANK_DATE = '　　　　年　　月　　日';

export function signItems(setting: Setting, element: Element): Item[] {
  const { body, width, grid } = setting.page;
  const sealed = element.attributes.seal !== 'no';
  // Letters carry no word where the stamp comes (7.3.5.1); forms name the place.
  const place = sealed && grid === undefined && !(element.attributes.agency ?? '').endsWith('（印章）') ? '（印章）' : '';
  const set = (text: string): Text => textOf([text], { palette: setting.palette, role: 'Fang', size: body.size });
  const agency = set(`${element.attributes.agency ?? ''}${place}`);
  const given = element.attributes.date ?? '';
  const date = set(given === '' ? BLANK_DATE : given);
  const [wide, narrow] = [agency, date].map((text) => Math.min(width, widthOf(text, 0, text.glyphs.length))) as [number, number];
  const [agencyX, dateX] = sealed ? underSeal(width, wide, narrow, body.size) : plain(width, wide, narrow, body.size);
  // On a form the stamp may touch what stands above and reach into the margin below.
  const rows = !sealed ? 1 : grid === undefined ? FORM_ROWS : blankRows(body);
  const line = (text: Text, x: number): Item[] => {
    // A name wider than the page is set over several lines.
    const lines = cutLines(text, width);
    return lines.map((cut) => lineItem(text, cut, { style: body, align: 'left', x }));
  };
  const names = [...line(agency, agencyX), ...line(date, dateX)];
  const below = sealed && grid !== undefined ? Math.max(0, sealTop(body, rows) + SEAL - (rows + 2) * body.pitch) : 0;
  return [
    { height: rows * body.pitch, keep: true },
    ...names.map((item, i) => (i < names.length - 1 ? { ...item, keep: true } : { ...item, room: below })),
  ];
}

/** Where the seal's upper edge comes below the text, in points. */
function sealTop({ pitch }: TextStyle, rows: number): number {
  return (rows + 1 - BELOW_MIDDLE) * pitch - SEAL / 2;
}

/** Fewest empty lines above the name that keep the seal off the text; its upper edge is then within one line of it. */
function blankRows(style: TextStyle): number {
  let rows = 1;
  while (sealTop(style, rows) < 0) rows++;
  return rows;
}

/** The date four characters from the right, the name centred on it, both within the text block. */
function underSeal(width: number, agency: number, date: number, size: number): readonly [number, number] {
  const dateX = width - 4 * size - date;
  const agencyX = dateX + date / 2 - agency / 2;
  const over = Math.max(0, agencyX + agency - width);
  return [Math.max(0, agencyX - over), Math.max(0, dateX - over)];
}

/** 7.3.5.2: the name two characters from the right, the date's first character two further than the name's; a longer date is what stands two from the right. */
function plain(width: number, agency: number, date: number, size: number): readonly [number, number] {
  const agencyX = width - 2 * size - agency;
  if (agencyX + 2 * size + date <= width - 2 * size) return [agencyX, agencyX + 2 * size];
  const dateX = width - 2 * size - date;
  return [Math.max(0, dateX - 2 * size), Math.max(0, dateX)];
}

/** One line free above, `附件：` two characters in, further lines below the name's first character; one attachment bears no number. */
export function attachmentItems(setting: Setting, element: Element): Item[] {
  const { body, width } = setting.page;
  const set = (children: readonly (Element | string)[]): Text =>
    textOf(children, { palette: setting.palette, role: 'Fang', size: body.size });
  const items = elementsOf(element);
  const rows = items.flatMap((item, i) => {
    const label = set([`${i === 0 ? '附件：' : ''}${items.length > 1 ? `${i + 1}.` : ''}`]);
    const lead = widthOf(label, 0, label.glyphs.length);
    const labelX = i === 0 ? 2 * body.size : 5 * body.size;
    const x = labelX + lead;
    const column = width - x;
    const lines = textItems(set(item.children), { style: body, width: column, shift: x, align: 'left' });
    const [head] = textItems(label, { style: body, width: lead + 1, shift: labelX, align: 'left' });
    const [first, ...rest] = lines;
    return first && head ? [beside(head, first), ...rest] : [];
  });
  return [gap(body.pitch), ...rows.map((row, i) => (i < rows.length - 1 ? { ...row, keep: true } : row))];
}

/** An item of a list: its mark, and its text beneath itself. */
export function listItems(setting: Setting, element: Element, box: { width: number; shift: number; style: TextStyle }): Item[] {
  const marks = element.attributes.marks ?? 'number';
  return elementsOf(element).flatMap((item, i) => {
    const mark = marks === 'none' ? '' : marks === 'paren' ? `（${i + 1}）` : `${i + 1}．`;
    const whole = textOf([mark, ...item.children], { palette: setting.palette, role: 'Fang', size: box.style.size });
    return textItems(whole, { style: box.style, width: box.width, shift: box.shift, align: 'justify', indent: true });
  });
}
