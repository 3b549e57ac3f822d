/** A row of a table: cells side by side, their lines, and its cutting in two where it is taller than a page. */
import type { Canvas } from './canvas.ts';
import { type Columns, LINE } from './columns.ts';
import type { Heads, Item, Place } from './flow.ts';

export interface Cell {
  /** Columns from and to, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly items: readonly Item[];
  readonly height: number;
}

export interface RowOptions {
  readonly columns: Columns;
  readonly cells: readonly Cell[];
  readonly minHeight: number;
  readonly lines: boolean;
  readonly keep: boolean;
  readonly heads: Heads | undefined;
}

/** Room above and below the text of a row. */
const ABOVE = 2.5;

export function cell(from: number, to: number, items: readonly Item[]): Cell {
  let height = 0;
  for (const item of items) height += item.height;
  return { from, to, items, height };
}

export function rowItem(row: RowOptions): Item {
  let tallest = 0;
  for (const { height } of row.cells) tallest = Math.max(tallest, height);
  const height = Math.max(tallest + 2 * ABOVE, row.minHeight);
  return {
    height,
    keep: row.keep,
    ...(row.heads ? { heads: row.heads } : {}),
    draw: (canvas, place) => drawRow(canvas, row, height, place),
    split: (room) => splitRow(row, room),
  };
}

function drawRow(canvas: Canvas, { columns: { edges }, cells, lines }: RowOptions, height: number, { x, top, first }: Place): void {
  for (const { from, items, height: own } of cells) {
    let y = top + Math.max(ABOVE, (height - own) / 2);
    for (const item of items) {
      item.draw?.(canvas, { x: x + (edges[from] as number), top: y, first: false });
      y += item.height;
    }
  }
  if (!lines) return;
  const left = x + (edges[0] as number);
  const right = x + (edges.at(-1) as number);
  if (first) canvas.rule([left - LINE / 2, top], [right + LINE / 2, top], LINE);
  canvas.rule([left - LINE / 2, top + height], [right + LINE / 2, top + height], LINE);
  canvas.rule([left, top], [left, top + height], LINE);
  for (const { to } of cells) canvas.rule([x + (edges[to] as number), top], [x + (edges[to] as number), top + height], LINE);
}

/** As many lines of each cell as fit; undefined when of some cell not even the first does. */
function splitRow(row: RowOptions, room: number): readonly [Item, Item] | undefined {
  const inner = room - 2 * ABOVE;
  const taken = row.cells.map(({ items }) => {
    let height = 0;
    let count = 0;
    for (const item of items) {
      if (height + item.height > inner) break;
      height += item.height;
      count += 1;
    }
    return count;
  });
  if (row.cells.some(({ items }, i) => items.length > 0 && taken[i] === 0)) return undefined;
  if (row.cells.every(({ items }, i) => taken[i] === items.length)) return undefined;
  const part = (pick: (items: readonly Item[], count: number) => readonly Item[]): readonly Cell[] =>
    row.cells.map(({ from, to, items }, i) => cell(from, to, pick(items, taken[i] as number)));
  return [
    rowItem({ ...row, cells: part((items, count) => items.slice(0, count)), minHeight: 0, keep: false }),
    rowItem({ ...row, cells: part((items, count) => items.slice(count)), minHeight: 0 }),
  ];
}
