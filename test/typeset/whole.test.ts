// Whole documents: whatever the elements and their texts, every character is found again in the file's own bytes.

import { expect, test } from 'vitest';
import { checkText } from '../../src/documents/read-back.ts';
import { fontSet } from '../../src/fonts/index.ts';
import { readBack } from '../../src/pdf/index.ts';
import { type Element, typeset } from '../../src/typeset/index.ts';
import { fc, runs } from '../property.ts';

const fonts = fontSet();
const setOf = (children: readonly (Element | string)[], attributes: Record<string, string> = {}, compress = true) =>
  typeset({ root: { name: 'document', attributes, children }, title: '试', createdAt: 0, draft: false, fonts, compress });
const el = (name: string, children: readonly (Element | string)[] = [], attributes: Record<string, string> = {}): Element => ({
  name,
  attributes,
  children: [...children],
});

const words = fc
  .array(fc.constantFrom(...'医保基金案件移送书，。、；：“”（）《》 12345.67abcDEF-/䶮㛃𬸪　\u2028', '\ud800', '😀', '⼀', '\u200b'), {
    maxLength: 60,
  })
  .map((chars) => chars.join(''));
const inline = fc.oneof(
  words,
  words.map((text) => el('b', [text])),
  words.map((text) => el('check', [text], { on: 'yes' })),
  fc.constant(el('blank', [], { width: '30' })),
  fc.constant(el('br')),
  fc.constant(el('digest', ['0123456789abcdef'.repeat(4)])),
);
const block = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('p', 'note', 'h1', 'h2', 'h3', 'title', 'docno', 'addressee', 'cc', 'annex', 'annotation', 'masthead', 'urgency'),
      fc.array(inline, { maxLength: 4 }),
    )
    .map(([name, children]) =>
      el(name, name === 'title' || name === 'masthead' ? children.filter((c) => typeof c === 'string') : children),
    ),
  fc.tuple(fc.array(fc.tuple(inline, inline, inline), { maxLength: 6 }), fc.integer({ min: 1, max: 60 })).map(([rows, height]) =>
    el(
      'table',
      [
        el('head', [el('cell', ['甲']), el('cell', ['乙']), el('cell', ['丙'])]),
        ...rows.map((cells, i) =>
          el(
            'row',
            cells.map((child) => el('cell', [child])),
            i % 2 === 0 ? { height: String(height) } : { keep: 'yes' },
          ),
        ),
      ],
      { widths: '20 * 40' },
    ),
  ),
  fc.array(fc.tuple(words, inline), { maxLength: 5 }).map((fields) =>
    el(
      'fields',
      fields.map(([label, child]) => el('field', [child], { label })),
      { columns: '2' },
    ),
  ),
  fc.array(words, { maxLength: 4 }).map((items) =>
    el(
      'attachments',
      items.map((text) => el('item', [text])),
    ),
  ),
  fc.tuple(words, words).map(([agency, date]) => el('sign', [], { agency, date })),
  fc.constant(el('pagebreak')),
  fc.constant(el('imprint', [el('cc', ['抄送：某某。'])], { office: '办公室', date: '2026年1月5日' })),
  fc.constant(el('qr', [], { text: 'a'.repeat(64), size: '30' })),
  fc.constant(el('gap', [], { lines: '3' })),
);

test('nothing is lost and nothing leaves the page', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 12 }),
      fc.constantFrom('letter', 'redhead', 'form', 'sheet'),
      fc.constantFrom('portrait', 'landscape'),
      (children, layout, orientation) => {
        expect(checkText(setOf(children, { layout, orientation }))).toBeUndefined();
      },
    ),
    runs(150),
  );
});

const LONG = '某某市某某局查明有关人员以虚构医药服务的方式骗取医疗保障基金，'.repeat(400);

test.each([
  ['a paragraph over many pages', [el('p', [LONG])]],
  ['a cell taller than a page', [el('table', [el('row', [el('cell', [LONG]), el('cell', ['短'])])], { widths: '30 *' })]],
  ['a field taller than a page', [el('fields', [el('field', [LONG], { label: '说明' })])]],
  ['a heading longer than a page', [el('h1', [LONG])]],
  [
    'a head of a table taller than a page',
    [el('table', [el('head', [el('cell', [LONG])]), el('row', [el('cell', ['一'])])], { widths: '*' })],
  ],
  ['a title longer than a page', [el('title', [LONG])]],
  ['a name longer than a line in a signature', [el('sign', [], { agency: LONG.slice(0, 200), date: '2026年1月5日' })]],
  ['ten thousand characters without a break', [el('p', ['a'.repeat(10_000)])]],
  [
    'a row that is kept with the next, for ever',
    [
      el(
        'table',
        Array.from({ length: 80 }, (_, i) => el('row', [el('cell', [String(i)])], { keep: 'yes' })),
        { widths: '*' },
      ),
    ],
  ],
] as const)('%s is printed whole', (_name, children) => {
  expect(checkText(setOf(children))).toBeUndefined();
});

test.each([
  ['a character is taken out of the file', (content: string) => content.replace(/\((..)(.+?)\) Tj/s, '($2) Tj')],
  ['a line is drawn beside the page', (content: string) => content.replace(/1 0 0 1 [\d.]+ /, '1 0 0 1 900 ')],
] as const)('the check sees when %s', (_name, change) => {
  const set = setOf([el('p', ['甲乙丙丁'])], {}, false);
  const text = Buffer.from(set.bytes).toString('latin1');
  const changed = change(text);
  // Offsets of objects must stay.
  const bytes = Buffer.from(
    changed.length < text.length ? changed.replace(') Tj', `) Tj${' '.repeat(text.length - changed.length)}`) : changed,
    'latin1',
  );
  expect(bytes.length).toBe(set.bytes.length);
  expect(checkText({ ...set, bytes })).toBeDefined();
});

test('each character copies out as itself, also where two share a drawing', () => {
  const chars = '·•‧—―－…⋯～〜';
  const { bytes } = setOf([el('p', [chars])], {}, true);
  let found = '';
  readBack(bytes, ({ char }) => {
    found += char;
  });
  for (const char of chars) expect(found).toContain(char);
});

test('each letter of a file has its head where a letter has it', () => {
  const letter = [
    el('urgency', ['特急']),
    el('masthead', ['某某局']),
    el('docno', ['某〔2026〕1号']),
    el('title', ['函']),
    el('p', ['文']),
  ];
  const { bytes } = setOf(
    [1, 2, 3, 4].flatMap((n) => (n === 1 ? letter : [el('pagebreak', [], { restart: 'yes' }), ...letter])),
    { layout: 'redhead' },
  );
  const tops = new Map<number, number>();
  readBack(bytes, ({ char, page, y }) => void (char === '局' && tops.set(page, y)));
  expect(tops.size).toBe(4);
  expect(new Set([...tops.values()].map((y) => y.toFixed(2))).size).toBe(1);
});

test('names for the foot of each page are all there, however many', () => {
  const everypage = Array.from({ length: 20 }, (_, i) => `见证人${i}`).join(' ');
  expect(checkText(setOf([el('p', ['文'])], { layout: 'form', everypage }))).toBeUndefined();
});

/** An element whose every read is counted. */
function counted(element: Element, count: () => void): Element {
  return new Proxy(element, {
    get(target, key, receiver) {
      count();
      return Reflect.get(target, key, receiver);
    },
  });
}

test.each<[string, (made: (element: Element) => Element, i: number) => Element]>([
  ['blocks', (made, i) => made(el(i % 2 ? 'p' : 'h2', ['某某某']))],
  ['rows', (made) => made(el('row', [made(el('cell', ['某'])), made(el('cell', ['某某某']))]))],
])('of ten thousand %s each is looked at as often as of a thousand, and takes as many bytes', (what, make) => {
  const of = (count: number): { readonly reads: number; readonly bytes: number } => {
    let reads = 0;
    const all = Array.from({ length: count }, (_, i) => make((element) => counted(element, () => void reads++), i));
    const { bytes } = setOf(what === 'rows' ? [el('table', all, { widths: '20 *' })] : all, {}, false);
    return { reads: reads / count, bytes: bytes.length / count };
  };
  const [few, many] = [of(1000), of(10_000)];
  expect(few.reads).toBeGreaterThan(2);
  expect(many.reads).toBeLessThan(1.1 * few.reads);
  expect(many.bytes).toBeLessThan(1.1 * few.bytes);
});

test("a blank name of a bureau is ruled in its letterhead, in the letterhead's size", () => {
  const rules = (children: readonly Element[]): readonly number[] => {
    const { bytes } = setOf(children, { layout: 'redhead' }, false);
    const content = Buffer.from(bytes).toString('latin1');
    return [...content.matchAll(/([\d.]+) [\d.]+ m ([\d.]+) [\d.]+ l S/g)].map(([, from, to]) => Number(to) - Number(from));
  };
  const body = [el('p', ['甲'])];
  const without = rules([el('masthead', ['甲']), ...body]);
  const ruled = rules([el('masthead', [el('blank', [], { width: '8' })]), ...body]);
  expect(ruled.length).toBe(without.length + 1);
  // Eight characters of 22 points at least.
  expect(Math.max(...ruled)).toBeGreaterThan(8 * 22);
});
