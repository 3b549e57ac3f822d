/** What follows one another down a page, and the breaking into pages. Pages are finished as soon as nothing can change them. */
import type { Canvas } from './canvas.ts';
import type { Glyph } from './palette.ts';

/** The heads of a table, printed again on each of its pages. */
export interface Heads {
  readonly items: readonly Item[];
  readonly height: number;
  readonly glyphs: readonly Glyph[];
}

export interface Place {
  readonly x: number;
  readonly top: number;
  /** First of its table on this page. */
  readonly first: boolean;
}

/** A piece that is drawn whole: a line, a row, empty room. */
export interface Item {
  /** Points; for `snap` and `glue` what they take where they count. */
  readonly height: number;
  draw?(canvas: Canvas, place: Place): void;
  /** Never parted from the item behind it. */
  readonly keep?: boolean;
  /** Points that must be free below it on its page, e.g. for the lower edge of a seal. */
  readonly room?: number;
  /** Empty room that is dropped where a page begins. */
  readonly glue?: boolean;
  /** Takes what is missing to the next line of the grid. */
  readonly snap?: boolean;
  /** Begins a page; `restart`: the first of a paper of its own. */
  readonly pageBreak?: 'page' | 'restart';
  /** Row of a table. */
  readonly heads?: Heads;
  /** Parts that fit `room` and that are left; undefined when not even the first part fits. */
  split?(room: number): readonly [Item, Item] | undefined;
  /** Nothing by itself: what stands below the text from its page on, until another item says otherwise. */
  readonly foot?: string | undefined;
  /** Likewise what stands above the text of every page of its paper but the first. */
  readonly running?: string | undefined;
  /** Stands in the outline. */
  readonly mark?: { readonly level: number; readonly title: string };
}

export interface Paper {
  readonly top: number;
  readonly left: number;
  /** Of the text block. */
  readonly height: number;
  readonly grid: number | undefined;
  /** Begins a page, `number` from 1. */
  open(number: number): Canvas;
  /** `foot`, `running`: of the last item that said so. */
  close(canvas: Canvas, number: number, marks: readonly Mark[], around: { readonly foot: string; readonly running: string }): void;
  /** Heads were drawn once more. */
  repeated(glyphs: readonly Glyph[]): void;
}

export interface Mark {
  readonly level: number;
  readonly title: string;
  /** From the page's upper edge. */
  readonly top: number;
}

export interface Flow {
  add(items: Iterable<Item>): void;
  /** Draws items at the foot of the text block: of this page when they fit, else of a new one. */
  pin(items: readonly Item[]): void;
  end(): void;
}

/** Rounding must not cost a page its last line. */
const EPSILON = 0.05;

/** The page that is being filled. */
interface Page {
  readonly canvas: Canvas;
  readonly number: number;
  readonly marks: Mark[];
  /** From the text block's upper edge. */
  y: number;
  /** Table whose row was drawn last. */
  heads: Heads | undefined;
  /** Nothing on it yet but repeated heads. */
  fresh: boolean;
}

export function newFlow(paper: Paper): Flow {
  let page: Page | undefined;
  let pages = 0;
  let group: Item[] = [];
  let foot = '';
  let running = '';

  const open = (): Page => {
    if (!page) {
      pages += 1;
      page = { canvas: paper.open(pages), number: pages, marks: [], y: 0, heads: undefined, fresh: true };
    }
    return page;
  };
  const close = (): void => {
    if (page) paper.close(page.canvas, page.number, page.marks, { foot, running });
    page = undefined;
  };
  const draw = (item: Item): void => {
    const current = open();
    if (isAround(item)) {
      foot = item.foot ?? foot;
      running = item.running ?? running;
      return;
    }
    if (item.glue && current.fresh) return;
    const top = paper.top + current.y;
    if (item.mark) current.marks.push({ ...item.mark, top });
    item.draw?.(current.canvas, { x: paper.left, top, first: item.heads !== undefined && current.heads !== item.heads });
    current.y = below(paper, current.y, item);
    current.heads = item.heads;
    if (!item.glue && !item.snap) current.fresh = false;
  };
  /** A new page; a table that goes on has its heads there. */
  const turn = (next: Item): void => {
    const goesOn = next.heads !== undefined && next.heads === page?.heads;
    close();
    open();
    if (goesOn && next.heads && !next.heads.items.includes(next)) {
      for (const head of next.heads.items) draw(head);
      paper.repeated(next.heads.glyphs);
      open().fresh = true;
    }
  };
  /** Do these fit on the page as it stands? */
  const fitHere = (items: readonly Item[]): boolean => fitsOn(paper, items, open().y, open().fresh);
  /** Would they on a new one? */
  const fitAnew = (items: readonly Item[]): boolean => {
    const [first] = items;
    const heads = first?.heads && first.heads === page?.heads && !first.heads.items.includes(first) ? first.heads.height : 0;
    return fitsOn(paper, items, heads, true);
  };
  const put = (item: Item): void => {
    let rest = item;
    while (!fitHere([rest])) {
      const movable = !open().fresh;
      const parts = movable && fitAnew([rest]) ? undefined : rest.split?.(paper.height - open().y);
      if (parts) {
        draw(parts[0]);
        rest = parts[1];
      } else if (!movable) break;
      turn(rest);
    }
    // What can be neither moved nor cut is drawn all the same: the check of the file tells what left the page.
    draw(rest);
  };
  const flush = (): void => {
    const items = group;
    group = [];
    const [first] = items;
    if (!first) return;
    if (first.pageBreak && !open().fresh) {
      if (first.pageBreak === 'restart') pages = 0;
      turn(first);
    }
    if (!fitHere(items) && !open().fresh && fitAnew(items)) turn(items.find((item) => !item.glue) ?? first);
    for (const item of items) put(item);
  };
  return {
    add: (items) => {
      for (const item of items) {
        if (item.pageBreak) flush();
        group.push(item);
        if (!item.keep && !item.glue) flush();
      }
    },
    pin: (items) => {
      flush();
      const height = items.reduce((sum, item) => sum + item.height, 0);
      const [first] = items;
      if (first && open().y + height > paper.height + EPSILON && !open().fresh) turn(first);
      open().y = Math.max(open().y, paper.height - height);
      for (const item of items) draw(item);
    },
    end: () => {
      flush();
      open();
      close();
    },
  };
}

const isAround = ({ foot, running }: Item): boolean => foot !== undefined || running !== undefined;

/** Where the pen stands below an item. */
function below(paper: Paper, y: number, item: Item): number {
  if (!item.snap || paper.grid === undefined) return y + item.height;
  return Math.ceil((y - EPSILON) / paper.grid) * paper.grid;
}

function fitsOn(paper: Paper, items: readonly Item[], from: number, fresh: boolean): boolean {
  let y = from;
  let first = fresh;
  for (const item of items) {
    if ((item.glue && first) || isAround(item)) continue;
    y = below(paper, y, item);
    if (item.glue || item.snap) continue;
    first = false;
    if (y + (item.room ?? 0) > paper.height + EPSILON) return false;
  }
  return true;
}
