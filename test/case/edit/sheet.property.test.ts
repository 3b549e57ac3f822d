/**
 * Any edit of any workbook: the value is there, all others are as they were, every other cell too, and every other part of the file byte for byte.
 * By hand: MBPACK_RUNS=30 npx vitest run test/case/edit/sheet.property.test.ts
 */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { applied, type Edit, EditRefused } from '../../../src/case/edit/edit.ts';
import { withDefaults } from '../../../src/case/edit/sheet-cells.ts';
import { sheetEdited } from '../../../src/case/edit/sheet-edited.ts';
import { splicedBytes } from '../../../src/case/edit/splice.ts';
import { child } from '../../../src/case/pointer.ts';
import { readSheetForm } from '../../../src/case/sheet-form.ts';
import { fc, runs } from '../../property.ts';
import { testBooks } from './workbooks.ts';

const BOOKS = await Promise.all(
  (await testBooks()).map(async (book) => ({ ...book, read: await readSheetForm(book.form, book.bytes, `${book.form}.xlsx`) })),
);

const TEXTS = [
  '甲',
  '张某一',
  'a<b>&"c"',
  "'",
  ' 前',
  '后 ',
  '一\n二',
  '_x0041_',
  '_x005F_',
  '2026-09-05',
  '=1+1',
  '12',
  '0.50',
  '1e5',
  '😀𠮷',
  '#N/A',
  'TRUE',
  '\u200b',
  '很长的文字'.repeat(50),
  ']]>',
  '<!--',
  '&amp;',
];
const KEYS = {
  evidence: ['title', 'author', 'source', 'place', 'proves', 'collectors', 'copies', 'docDate', 'facts', 'files'],
  items: ['name', 'quantity', 'features', 'storagePlace', 'unit', 'value', 'local'],
} as const;
const valueFor = (key: string, text: string, number: number): unknown => {
  if (key === 'collectors' || key === 'facts') return number % 4 === 0 ? [] : ['甲', '乙', 'F1'].slice(0, number % 3);
  if (key === 'copies' || key === 'pages') return number;
  if (key === 'quantity' || key === 'value') return String(number);
  if (key === 'files') return [{ path: text.trim() || 'a' }, { path: 'evidence/b.pdf', pages: number }];
  return text;
};

interface Choice {
  readonly b: number;
  readonly item: number;
  readonly key: number;
  readonly what: number;
  readonly text: string;
  readonly number: number;
}

function editOf({ b, item, key, what, text, number }: Choice): Edit {
  const { form, read } = BOOKS[b] as (typeof BOOKS)[number];
  const list = form === 'evidence' ? 'evidence' : 'items';
  const items = ((read.value as Record<string, unknown>)[list] ?? []) as Record<string, unknown>[];
  const name = KEYS[form][key % KEYS[form].length] as string;
  const id = form === 'evidence' ? 'evidenceNo' : 'itemNo';
  const fresh = { [id]: `N${number}`, [name]: valueFor(name, text, number) };
  if (items.length === 0 || what % 8 === 0)
    return {
      op: 'insert',
      pointer: `/${list}/${what % 2 === 0 ? '-' : items.length}`,
      value: fresh,
      ...(number % 3 === 0 ? { more: [{ [id]: `M${number}`, [name]: valueFor(name, text, number + 1) }] } : {}),
    };
  const i = item % items.length;
  const pointer = child(`/${list}`, i);
  const files = (items[i]?.files ?? []) as Record<string, unknown>[];
  if (what % 8 === 1) return { op: 'remove', pointer };
  if (what % 8 === 2 && items[i]?.[name] !== undefined) return { op: 'remove', pointer: child(pointer, name) };
  if (what % 8 === 3 && files.length > 0) {
    const file = child(child(pointer, 'files'), number % files.length);
    return number % 3 === 0 ? { op: 'remove', pointer: file } : { op: 'set', pointer: child(file, 'pages'), value: number };
  }
  if (what % 8 === 4 && form === 'evidence')
    return { op: 'insert', pointer: `${pointer}/files/-`, value: { path: `evidence/${number}.pdf`, pages: number } };
  if (what % 8 === 5)
    return form === 'items'
      ? { op: 'set', pointer: '/statement', value: text }
      : { op: 'set', pointer, value: { ...items[i], [name]: valueFor(name, text, number) } };
  return { op: 'set', pointer: child(pointer, name), value: valueFor(name, text, number) };
}

const choices = fc.record({
  b: fc.nat(BOOKS.length - 1),
  item: fc.nat(200),
  key: fc.nat(50),
  what: fc.nat(1000),
  text: fc.oneof(
    fc.constantFrom(...TEXTS),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 10 }).filter((t) => t.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(t)),
  ),
  number: fc.integer({ min: 1, max: 99999 }),
});

const told = new Map<string, number>();
const count = (what: string): void => void told.set(what, (told.get(what) ?? 0) + 1);

test('any edit of any workbook', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(choices, async (choice) => {
      const { form, bytes, hand, read } = BOOKS[choice.b] as (typeof BOOKS)[number];
      const edit = editOf(choice);
      const kept = Buffer.from(bytes);
      const file = `${form}.xlsx`;
      try {
        const { bytes: made, splices } = await sheetEdited(bytes, { form, name: file, file }, read, edit);
        if (!read.layout) throw new Error('it was edited');
        expect((await readSheetForm(form, made, file)).value).toEqual(
          withDefaults(applied(read.value, edit) as Record<string, unknown>, read.layout),
        );
        expect(kept.equals(bytes)).toBe(true);
        const [before, after] = [unzipSync(bytes), unzipSync(made)];
        expect(Object.keys(after)).toEqual(Object.keys(before));
        const changed = Object.keys(before).filter(
          (name) => Buffer.compare(before[name] ?? new Uint8Array(), after[name] ?? new Uint8Array()) !== 0,
        );
        expect(changed.filter((name) => !/worksheets\/sheet[12]\.xml$/.test(name))).toEqual([]);
        expect(changed.length).toBeLessThanOrEqual(1);
        // And of the sheet every byte outside what was replaced.
        const [part, fresh] =
          changed.map((name) => [before[name] ?? new Uint8Array(), after[name] ?? new Uint8Array()] as const).at(0) ?? [];
        if (part && fresh) expect(Buffer.from(fresh).equals(Buffer.from(splicedBytes(part, splices)))).toBe(true);
        // Cells by another reader than ours: every cell that is not on a row of the edit stays as it is written.
        const [old = '', now = ''] = changed.map((name) => [text(before[name]), text(after[name])]).at(0) ?? [];
        const cells = (xml: string): Map<string, string> =>
          new Map(
            [...xml.matchAll(/<(?:x:)?c\s[^>]*?r="([A-Z]+\d+)"[^>]*?(?:\/>|>[\s\S]*?<\/(?:x:)?c>)/g)].map(([whole, ref = '']) => [
              ref,
              whole,
            ]),
          );
        const [was, is] = [cells(old), cells(now)];
        const touched = new Set([...was].filter(([ref, xml]) => is.get(ref) !== xml).map(([ref]) => ref.replace(/\D+/, '')));
        for (const ref of is.keys()) if (!was.has(ref)) touched.add(ref.replace(/\D+/, ''));
        expect(touched.size).toBeLessThanOrEqual(2);
        // What is written stays behind what stood there: attributes of rows and cells, what is around the rows.
        expect(now.slice(now.indexOf('</', now.lastIndexOf('row')))).toBe(old.slice(old.indexOf('</', old.lastIndexOf('row'))));
        count(`${edit.op} ${hand.split(' ')[0]}`);
      } catch (error) {
        if (!(error instanceof EditRefused)) throw error;
        expect(error.problem, `${hand} ${JSON.stringify(edit)}`).toMatch(/^(?:column|proof)$/);
        if (error.problem === 'proof') expect('value' in edit && unsayable(edit), `${hand} ${JSON.stringify(edit)}`).toBe(true);
        count(`refused: ${error.problem}`);
      }
    }),
    runs(150),
  );
  console.info(Object.fromEntries([...told].sort()));
});

const text = (part: Uint8Array | undefined): string => new TextDecoder().decode(part);

/** What a cell cannot say: a list that is empty is a blank, and a line of a list of files is a file. */
function unsayable(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some(unsayable);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => (key === 'path' && String(member).includes('\n')) || unsayable(member));
}
