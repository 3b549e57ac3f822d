/** Tables and grids of labelled fields. */
import type { Role } from '../fonts/index.ts';
import { type Columns, cellBox, columnsOf, PADDING } from './columns.ts';
import { type Element, elementsOf, SEGMENT } from './element.ts';
import type { Heads, Item } from './flow.ts';
import { LayoutError } from './layout-error.ts';
import type { Glyph, Palette } from './palette.ts';
import { paragraph, type Setting } from './paragraph.ts';
import { type Cell, cell, rowItem } from './row.ts';
import type { Align } from './set-line.ts';
import { MM, type PageStyle, type TextStyle, tableStyle } from './style.ts';

/** Sets a block that stands in a cell: its items, `width` points wide. */
export type InnerBlock = (
  setting: Setting,
  element: Element,
  box: { readonly width: number; readonly shift: number; readonly style: TextStyle },
) => Item[];

/** Rows one by one, each forgotten once it is laid out: of a long table neither tree nor lines stand in memory whole. */
export function* tableItems(setting: Setting, element: Element, inner: InnerBlock): Generator<Item> {
  const { attributes } = element;
  const columns = columnsOf(attributes.widths ?? '*', setting.page.width);
  const style = tableStyle(setting.page, attributes.size);
  const lines = attributes.lines !== 'none';
  const make = (on: Setting, row: Element, keep: boolean, heads: Heads | undefined): Item =>
    rowItem({
      columns,
      cells: cellsOf(on, row, columns, style, inner),
      minHeight: Math.min(Number(row.attributes.height ?? 0) * MM, MOST_ROW * setting.page.height),
      lines,
      keep,
      heads,
    });
  const rows = takeRows(element);
  const { palette, glyphs } = recorded(setting.palette);
  const headItems: Item[] = [];
  const heads = { items: headItems, height: 0, glyphs };
  for (const row of rows) {
    if (row.name !== 'head') continue;
    const item = make({ ...setting, palette }, row, true, heads);
    headItems.push(item);
    heads.height += item.height;
  }
  if (heads.height > MOST_REPEATED * setting.page.height) {
    // Such heads would leave their rows no room: they are printed once, and may be cut like rows.
    yield* headItems.splice(0).map((item) => ({ ...item, keep: false }));
    glyphs.length = 0;
    heads.height = 0;
  } else yield* headItems;
  const made = function* (): Generator<Item> {
    for (const row of bodyRows(rows)) yield make(setting, row, row.attributes.keep === 'yes', heads);
  };
  yield* keepRows(made(), setting.page);
}

/** Share of a page from which a row may stand alone: kept with its neighbour it would leave a hole. */
const ALONE = 0.2;

/** No row is left alone at either end of a table that goes over a page. */
function* keepRows(rows: Iterable<Item>, { edition, height: page }: PageStyle): Generator<Item> {
  if (edition === 1) {
    yield* rows;
    return;
  }
  const small = (item: Item | undefined): boolean => item !== undefined && item.height < ALONE * page;
  let first = true;
  let before: Item | undefined;
  let waiting: Item | undefined;
  for (const row of rows) {
    if (before) {
      yield first && small(before) && small(waiting) ? { ...before, keep: true } : before;
      first = false;
    }
    before = waiting;
    waiting = row;
  }
  if (before) yield small(before) && small(waiting) ? { ...before, keep: true } : before;
  if (waiting) yield waiting;
}

/** Share of a page that a row may ask for. */
const MOST_ROW = 0.35;
/** Share of a page that repeated heads may take. */
const MOST_REPEATED = 0.6;

/** The rows, out of the tree: it was made for this one layout. */
function takeRows(element: Element): Element[] {
  return (element.children as (Element | string)[]).splice(0).filter((child): child is Element => typeof child === 'object');
}

/** Rows in their order, forgotten one by one. A segment of a long list makes its own when it is reached. */
function* bodyRows(rows: Element[]): Generator<Element> {
  rows.reverse();
  for (let row = rows.pop(); row; row = rows.pop()) {
    if (row.name === 'row') yield row;
    else if (row.name === SEGMENT) yield* bodyRows(elementsOf(row).slice());
  }
}

/** A palette that remembers what it set: heads are printed again on each page. */
function recorded(palette: Palette): { readonly palette: Palette; readonly glyphs: Glyph[] } {
  const glyphs: Glyph[] = [];
  const set: Palette['set'] = (text, role) => {
    const made = palette.set(text, role);
    glyphs.push(...made);
    return made;
  };
  return { palette: { ...palette, set }, glyphs };
}

function cellsOf(setting: Setting, row: Element, columns: Columns, style: TextStyle, inner: InnerBlock): Cell[] {
  const head = row.name === 'head';
  const count = columns.edges.length - 1;
  const cells: Cell[] = [];
  let at = 0;
  for (const element of elementsOf(row)) {
    const to = at + Number(element.attributes.span ?? 1);
    if (to <= count) {
      const align = (element.attributes.align ?? (head ? 'center' : 'left')) as Align;
      cells.push(
        cell(at, to, cellItems(setting, element, { role: head ? 'Hei' : 'Song', align, style, ...cellBox(columns, at, to) }, inner)),
      );
    }
    at = to;
  }
  if (at !== count) throw new LayoutError({ kind: 'cells', expected: count, found: at });
  return cells;
}

interface CellOptions {
  readonly role: Role;
  readonly align: Align;
  readonly style: TextStyle;
  readonly width: number;
}

const INLINE = new Set(['b', 'br', 'digest', 'check', 'blank']);

/** Text and inline elements of a cell make paragraphs between its blocks. */
function cellItems(setting: Setting, element: Element, { role, align, style, width }: CellOptions, inner: InnerBlock): Item[] {
  const items: Item[] = [];
  const common = { role, style, width, shift: PADDING, mend: false } as const;
  let pending: (Element | string)[] = [];
  const flush = (): void => {
    if (pending.length > 0) items.push(...paragraph(setting, pending, { ...common, align }));
    pending = [];
  };
  for (const child of element.children) {
    if (typeof child === 'string' || INLINE.has(child.name)) {
      pending.push(child);
      continue;
    }
    flush();
    if (child.name === 'p') {
      const own = (child.attributes.align ?? align) as Align;
      items.push(...paragraph(setting, child.children, { ...common, align: own, indent: child.attributes.indent === 'yes' }));
    } else items.push(...inner(setting, child, { width, shift: PADDING, style }));
  }
  flush();
  return items;
}

/** Label and value, one or two pairs a row. */
export function* fieldItems(setting: Setting, element: Element, inner: InnerBlock): Generator<Item> {
  yield* keepRows(fieldRows(setting, element, inner), setting.page);
}

/** Of fields that go over a page: whose they are, printed there alone. */
function continuedHead(setting: Setting, whose: string, columns: Columns, inner: InnerBlock): Heads {
  const items: Item[] = [];
  if (whose === '') return { items, height: 0, glyphs: [] };
  const { palette, glyphs } = recorded(setting.palette);
  const heads = { items, height: 0, glyphs };
  const count = columns.edges.length - 1;
  const named = { name: 'cell', attributes: {}, children: [whose] };
  const style = setting.page.table;
  const lines = cellItems({ ...setting, palette }, named, { role: 'Hei', align: 'left', style, ...cellBox(columns, 0, count) }, inner);
  items.push(rowItem({ columns, cells: [cell(0, count, lines)], minHeight: 0, lines: true, keep: true, heads }));
  for (const { height } of items) heads.height += height;
  palette.unused(glyphs);
  return heads;
}

function* fieldRows(setting: Setting, element: Element, inner: InnerBlock): Generator<Item> {
  const pairs = Number(element.attributes.columns ?? 1);
  const label = element.attributes.label ?? '32';
  const columns = columnsOf(Array.from({ length: pairs }, () => `${label} *`).join(' '), setting.page.width);
  const style = setting.page.table;
  const count = 2 * pairs;
  const heads = continuedHead(setting, element.attributes.continued ?? '', columns, inner);
  let row: Element[] = [];
  const finish = (): Item => {
    const cells = row.flatMap((field, i) => {
      const at = 2 * i;
      // A lone value takes the rest of its row.
      const to = i === row.length - 1 ? count : at + 2;
      const name = { name: 'cell', attributes: {}, children: [field.attributes.label ?? ''] };
      return [
        cell(at, at + 1, cellItems(setting, name, { role: 'Hei', align: 'left', style, ...cellBox(columns, at, at + 1) }, inner)),
        cell(at + 1, to, cellItems(setting, field, { role: 'Song', align: 'left', style, ...cellBox(columns, at + 1, to) }, inner)),
      ];
    });
    const asked = Math.max(...row.map((field) => Number(field.attributes.height ?? 0))) * MM;
    const minHeight = Math.min(asked, MOST_ROW * setting.page.height);
    row = [];
    return rowItem({ columns, cells, minHeight, lines: true, keep: false, heads });
  };
  for (const field of elementsOf(element)) {
    const alone = field.attributes.span === 'yes';
    if (alone && row.length > 0) yield finish();
    row.push(field);
    if (alone || row.length === pairs) yield finish();
  }
  if (row.length > 0) yield finish();
}
