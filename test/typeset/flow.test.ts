// Pages: what stays together, what goes over, what is repeated. Heights are whole numbers; a page holds 10.
import { expect, test } from 'vitest';
import { type Heads, type Item, newFlow } from '../../src/typeset/flow.ts';
import { cell, rowItem } from '../../src/typeset/row.ts';

interface Drawn {
  readonly name: string;
  readonly top: number;
}

/** Lays items out; each page as `name@top`. */
function pagesOf(
  run: (flow: ReturnType<typeof newFlow>, item: (name: string, height: number, more?: Partial<Item>) => Item) => void,
  grid?: number,
) {
  const pages: Drawn[][] = [];
  const flow = newFlow({
    top: 0,
    left: 0,
    height: 10,
    grid,
    open: () => {
      pages.push([]);
      return {} as never;
    },
    close: () => undefined,
    repeated: () => undefined,
  });
  const item = (name: string, height: number, more: Partial<Item> = {}): Item => ({
    height,
    draw: (_, { top }) => void pages.at(-1)?.push({ name, top }),
    ...more,
  });
  run(flow, item);
  flow.end();
  return pages.map((page) => page.map(({ name, top }) => `${name}@${top}`).join(' '));
}

test.each<[string, Parameters<typeof pagesOf>[0], readonly string[], number?]>([
  ['lines follow one another', (flow, i) => flow.add([i('a', 4), i('b', 4), i('c', 4)]), ['a@0 b@4', 'c@0']],
  ['a heading goes over with its text', (flow, i) => flow.add([i('a', 7), i('h', 2, { keep: true }), i('b', 2)]), ['a@0', 'h@0 b@2']],
  ['a chain longer than a page is cut', (flow, i) => flow.add([i('a', 6, { keep: true }), i('b', 6)]), ['a@0', 'b@0']],
  ['room below is kept', (flow, i) => flow.add([i('a', 5), i('s', 3, { room: 3 })]), ['a@0', 's@0']],
  ['empty room is dropped at the head of a page', (flow, i) => flow.add([i('a', 9), { height: 2, glue: true }, i('b', 2)]), ['a@0', 'b@0']],
  ['empty room at the end makes no page', (flow, i) => flow.add([i('a', 10), { height: 2, glue: true }]), ['a@0']],
  ['a page break', (flow, i) => flow.add([i('a', 1), i('b', 1, { pageBreak: 'page' })]), ['a@0', 'b@0']],
  ['a page break on an empty page makes none', (flow, i) => flow.add([i('a', 1, { pageBreak: 'page' })]), ['a@0']],
  [
    'the foot lies on the lower edge',
    (flow, i) => {
      flow.add([i('a', 3)]);
      flow.pin([i('f', 2)]);
    },
    ['a@0 f@8'],
  ],
  [
    'a foot without room has a page',
    (flow, i) => {
      flow.add([i('a', 9)]);
      flow.pin([i('f', 2)]);
    },
    ['a@0', 'f@8'],
  ],
  ['the grid is found again', (flow, i) => flow.add([i('a', 3.5), { height: 0, snap: true }, i('b', 2)]), ['a@0 b@4'], 2],
  ['what is taller than a page is drawn all the same', (flow, i) => flow.add([i('a', 1), i('b', 12), i('c', 1)]), ['a@0', 'b@0', 'c@0']],
])('%s', (_name, run, expected, grid) => expect(pagesOf(run, grid)).toEqual(expected));

test('heads stand on every page of their table, and only there', () => {
  const pages = pagesOf((flow, item) => {
    const items: Item[] = [];
    const heads: Heads = { items, height: 2, glyphs: [] };
    items.push(item('H', 2, { heads, keep: true }));
    flow.add([...items, ...['a', 'b', 'c', 'd', 'e'].map((name) => item(name, 3, { heads })), item('z', 1)]);
  });
  expect(pages).toEqual(['H@0 a@2 b@5', 'H@0 c@2 d@5', 'H@0 e@2 z@5']);
});

test('a row taller than a page is cut between its lines, under repeated heads', () => {
  const pages = pagesOf((flow, item) => {
    const items: Item[] = [];
    const heads: Heads = { items, height: 2, glyphs: [] };
    items.push(item('H', 2, { heads, keep: true }));
    const lines = Array.from({ length: 12 }, (_, i) => item(`l${i}`, 1));
    const row = rowItem({ columns: { edges: [0, 10] }, cells: [cell(0, 1, lines)], minHeight: 0, lines: false, keep: false, heads });
    flow.add([...items, row]);
  });
  expect(pages.map((page) => page.match(/l\d+/g)?.length)).toEqual([3, 3, 3, 3]);
  expect(pages.every((page) => page.startsWith('H@0'))).toBe(true);
  expect(pages.join(' ').match(/l\d+/g)).toEqual(Array.from({ length: 12 }, (_, i) => `l${i}`));
});
