/** Widths of a table's columns, worked out in points, so that nothing can run off the page. */
import { LayoutError } from './layout-error.ts';
import { MM } from './style.ts';

/** Room beside a cell's text, and the width of a table's lines. */
export const PADDING = 3;
export const LINE = 0.5;

/** Widest table in columns; more cannot be read on A4. */
const MAX_COLUMNS = 24;
/** Narrowest text of a column. */
const MIN_WIDTH = 6;

export interface Columns {
  /** Outer edges in points from the table's left edge; one more than there are columns. */
  readonly edges: readonly number[];
}

/** `12 30 *`: millimetres, and `*` for equal shares of what is left. */
export function columnsOf(text: string, available: number): Columns {
  const columns = text.split(' ');
  const fixed = columns.reduce((sum, c) => sum + (c === '*' ? 0 : Number(c) * MM), 0);
  const stars = columns.filter((c) => c === '*').length;
  const star = stars === 0 ? 0 : (available - LINE - fixed) / stars;
  const widths = columns.map((c) => (c === '*' ? star : Number(c) * MM));
  const narrow = widths.some((w) => w - 2 * PADDING - LINE < MIN_WIDTH);
  const problem = columns.length > MAX_COLUMNS ? 'many' : fixed > available + 1 ? 'wide' : narrow ? 'narrow' : undefined;
  if (problem) {
    const [millimetres, room] = [Math.round(fixed / MM), Math.round(available / MM)];
    throw new LayoutError({ kind: 'width', problem, widths: text, millimetres, available: room });
  }
  const edges = [LINE / 2];
  for (const width of widths) edges.push((edges.at(-1) as number) + width);
  return { edges };
}

/** Where the text of a cell over columns `from` to `to` begins, and its width. */
export function cellBox({ edges }: Columns, from: number, to: number): { readonly x: number; readonly width: number } {
  const left = edges[from] as number;
  return { x: left + PADDING, width: (edges[to] as number) - left - 2 * PADDING };
}
