/** Tables and field grids. Column widths are worked out here in points, so that nothing can run off the page. */
import { LayoutError } from './layout-error.ts';
import { leaf, type Node, type Page } from './leaf.ts';
import type { Element } from './markup.ts';
import { MM, TABLE_SIZES, type TextStyle } from './style.ts';

/** Lays out a block that stands in a cell. */
type Block = (page: Page, element: Element) => Node;

/** A line's leading stands below it: what follows a table would touch it. */
const gapBelow = ({ style: { body } }: Page): number => Math.max(4, (body.pitch - body.size) / 1.5);

const PADDING = 3;
const LINE = 0.5;

/** The pitch's leading stands below each line: paddings put the text in the middle of its cell. */
function tableLayout({ size, pitch }: TextStyle, line: number): Node {
  const lead = (pitch - size) / 2;
  return {
    hLineWidth: () => line,
    vLineWidth: () => line,
    paddingLeft: () => PADDING,
    paddingRight: () => PADDING,
    paddingTop: () => 1 + lead,
    paddingBottom: () => Math.max(0, 1.5 - lead),
  };
}

/** Widest table in columns; more cannot be read on A4. */
const MAX_COLUMNS = 24;

/** Content widths in points of `12 30 *` (millimetres, paddings and lines included). */
function columnWidths(page: Page, text: string): number[] {
  const columns = text.split(' ');
  const frame = 2 * PADDING + LINE;
  const available = page.style.width - LINE;
  const fixed = columns.reduce((sum, c) => sum + (c === '*' ? 0 : Number(c) * MM), 0);
  const stars = columns.filter((c) => c === '*').length;
  const star = stars === 0 ? 0 : (available - fixed) / stars;
  const widths = columns.map((c) => (c === '*' ? star : Number(c) * MM) - frame);
  if (columns.length > MAX_COLUMNS || fixed > available + 1.5 || widths.some((w) => w < 6)) {
    throw new LayoutError({ kind: 'width', widths: text, millimetres: Math.round(fixed / MM), available: Math.round(available / MM) });
  }
  return widths;
}

export function tableNode(page: Page, element: Element, block: Block): Node {
  const widths = columnWidths(page, element.attributes.widths ?? '*');
  const style = TABLE_SIZES[(element.attributes.size ?? 'normal') as keyof typeof TABLE_SIZES] ?? page.style.table;
  const rows = element.children.filter((c) => typeof c === 'object');
  const heads = rows.filter((row) => row.name === 'head');
  const ordered = [...heads, ...rows.filter((row) => row.name === 'row')];
  const body = ordered.map((row) => rowCells(page, row, widths.length, style, block));
  if (body.length === 0) return { text: '' };
  const heights = ordered.map((row) => Number(row.attributes.height ?? 0) * MM || 'auto');
  const keepNext = ordered.map((row) => row.attributes.keep === 'yes');
  return {
    table: { widths, body, headerRows: heads.length, heights, keepNext },
    layout: tableLayout(style, element.attributes.lines === 'none' ? 0 : LINE),
    margin: [0, 2, 0, gapBelow(page)],
    needHeight: style.pitch * 4,
  };
}

function rowCells(page: Page, row: Element, columns: number, style: TextStyle, block: Block): Node[] {
  const head = row.name === 'head';
  const cells: Node[] = [];
  for (const cell of row.children) {
    if (typeof cell === 'string') continue;
    const span = Number(cell.attributes.span ?? 1);
    const node = cellNode(page, cell, style, head ? 'Hei' : 'Song', cell.attributes.align ?? (head ? 'center' : 'left'), block);
    cells.push(span > 1 ? { ...node, colSpan: span } : node);
    for (let i = 1; i < span; i++) cells.push({});
  }
  if (cells.length !== columns) throw new LayoutError({ kind: 'cells', expected: columns, found: cells.length });
  return cells;
}

/** Text and inline elements of a cell make paragraphs between its blocks. */
function cellNode(page: Page, cell: Element, style: TextStyle, role: 'Hei' | 'Song', align: string, block: Block): Node {
  const parts: Node[] = [];
  let pending: (Element | string)[] = [];
  const flush = () => {
    if (pending.length > 0) parts.push(leaf(page, pending, { role, style, align, extra: { preserveLeadingSpaces: true } }));
    pending = [];
  };
  for (const child of cell.children) {
    if (typeof child === 'string' || ['b', 'br', 'digest', 'check', 'blank'].includes(child.name)) pending.push(child);
    else {
      flush();
      if (child.name === 'p')
        parts.push(
          leaf(page, child.children, { role, style, align: child.attributes.align ?? align, indent: child.attributes.indent === 'yes' }),
        );
      else parts.push(block({ ...page, style: { ...page.style, body: style } }, child));
    }
  }
  flush();
  if (parts.length === 0) return leaf(page, [], { style });
  return parts.length === 1 ? (parts[0] as Node) : { stack: parts };
}

/** Label and value, one or two pairs a row. */
export function fieldsNode(page: Page, element: Element, block: Block): Node {
  const pairs = Number(element.attributes.columns ?? 1);
  const label = element.attributes.label ?? '32';
  const widths = columnWidths(page, Array.from({ length: pairs }, () => `${label} *`).join(' '));
  const style = page.style.table;
  const body: Node[][] = [];
  const heights: (number | 'auto')[] = [];
  let row: Node[] = [];
  let height = 0;
  const finish = () => {
    if (row.length === 0) return;
    const missing = widths.length - row.length;
    if (missing > 0) {
      // A lone value takes the rest of its row.
      const value = row.at(-1) as Node;
      row[row.length - 1] = { ...value, colSpan: missing + 1 };
      for (let i = 0; i < missing; i++) row.push({});
    }
    body.push(row);
    heights.push(height * MM || 'auto');
    row = [];
    height = 0;
  };
  for (const field of element.children) {
    if (typeof field === 'string') continue;
    const alone = field.attributes.span === 'yes';
    if (alone) finish();
    row.push(leaf(page, [field.attributes.label ?? ''], { role: 'Hei', style }), cellNode(page, field, style, 'Song', 'left', block));
    height = Math.max(height, Number(field.attributes.height ?? 0));
    if (alone || row.length === widths.length) finish();
  }
  finish();
  if (body.length === 0) return { text: '' };
  return {
    table: { widths, body, heights, keepNext: [] },
    layout: tableLayout(style, LINE),
    margin: [0, 2, 0, gapBelow(page)],
    needHeight: style.pitch * 2,
  };
}
