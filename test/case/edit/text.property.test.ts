/**
 * Any edit of any YAML or JSON form: the value is there, all others are as they were, every byte outside what was replaced is as it was.
 * By hand: MBPACK_RUNS=30 npx vitest run test/case/edit/text.property.test.ts
 */
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { applied, type Edit, EditRefused } from '../../../src/case/edit/edit.ts';
import { textEdited } from '../../../src/case/edit/text-edited.ts';
import { child } from '../../../src/case/pointer.ts';
import { readTextForm } from '../../../src/case/text-form.ts';
import { fc, runs } from '../../property.ts';
import { testForms } from './forms.ts';

const FORMS = testForms();

const TEXTS = [
  '甲',
  '张某一',
  '2026-09-05',
  '2026-09-05T09:30+08:00',
  '0012',
  '12',
  '1.50',
  '1e3',
  '0x1f',
  '12:30',
  'true',
  '否',
  'no',
  'null',
  '~',
  '.5',
  '-1',
  'a: b',
  'a:b',
  'a #b',
  '#甲',
  '- 甲',
  '? 甲',
  '[甲]',
  '{甲}',
  '甲, 乙',
  '甲，乙',
  '&a',
  '*a',
  '!t',
  '%d',
  '@a',
  '`a',
  '|',
  '>',
  '<<',
  '---',
  '...',
  "it's",
  '"引"',
  "'",
  '\\n',
  'a\\',
  ' 前',
  '后 ',
  '\t',
  '\u3000甲',
  '一\n二',
  '一\n\n二\n',
  '一\n  二',
  ' 一\n二',
  '一\n二\n\n',
  '# 一\n# 二',
  '一\n \n二',
  '一\r\n二',
  '😀𠮷',
  'e\u0301',
  '\u200b甲',
  '\ufeff',
  '\u0085',
  '\u2028',
  'x'.repeat(300),
  `${'很长的一段'.repeat(40)}: 完`,
] as const;
const scalar = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS),
  fc.constantFrom<unknown>(0, 7, -3, 1.5, true, false),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((t) => t.isWellFormed()),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: scalar, weight: 8 },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 },
    { arbitrary: fc.dictionary(fc.constantFrom('id', 'name', '名称', 'a b', 'true'), tie('value'), { maxKeys: 3 }), weight: 1 },
  ),
}));

interface Spot {
  readonly pointer: string;
  readonly value: unknown;
  readonly list: number;
}

/** Every value of a form, and behind each list and in each group a place for one more. */
function spotsOf(form: unknown): readonly Spot[] {
  const spots: Spot[] = [];
  const walk = (value: unknown, pointer: string, list: number): void => {
    if (pointer !== '') spots.push({ pointer, value, list });
    if (Array.isArray(value)) {
      spots.push({ pointer: `${pointer}/-`, value: undefined, list: value.length });
      for (const [i, item] of value.entries()) walk(item, child(pointer, i), value.length);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) walk(member, child(pointer, key), -1);
      spots.push({ pointer: child(pointer, 'phone'), value: undefined, list: -1 });
      spots.push({ pointer: child(child(pointer, 'newGroup'), 'member'), value: undefined, list: -1 });
    }
  };
  walk(form, '', -1);
  return spots;
}

const SPOTS = FORMS.map(({ value }) => spotsOf(value));

function editAt({ pointer, list }: Spot, choice: number, to: number, value: unknown): Edit {
  const several = to % 5 === 0 ? { more: [value, { id: value }] } : {};
  if (pointer.endsWith('/-')) return { op: 'insert', pointer, value, ...several };
  if (list > 0) {
    const op = (['set', 'insert', 'remove', 'move'] as const)[choice % 4] ?? 'set';
    if (op === 'move') return { op, pointer, to: to % list };
    if (op === 'insert') return { op, pointer, value, ...several };
    return op === 'remove' ? { op, pointer } : { op, pointer, value };
  }
  return choice % 4 === 2 ? { op: 'remove', pointer } : { op: 'set', pointer, value };
}

const generated = fc.tuple(fc.nat(FORMS.length - 1), fc.nat(), fc.nat(3), fc.nat(), anyValue).map(([f, s, choice, to, value]) => ({
  f,
  edit: editAt((SPOTS[f] as Spot[])[s % (SPOTS[f] as Spot[]).length] as Spot, choice, to, value),
}));

/** The library folds Chinese lines with a space between them, and our reader without (src/case/folded-lines.ts). */
const withoutGaps = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(withoutNulls(value)).replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, ''));

/** Comments by another reader than ours would be a second opinion; a line that is one is easy to see. */
const commentLines = (bytes: Uint8Array): string[] =>
  new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => /^\s*#/.test(line));

const told = new Map<string, number>();
const count = (what: string): void => void told.set(what, (told.get(what) ?? 0) + 1);

test('any edit of any form', { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(generated, ({ f, edit }) => {
      const form = FORMS[f] as (typeof FORMS)[number];
      const { bytes, name, value } = form;
      const before = readTextForm(bytes, name, name);
      const kept = Buffer.from(bytes);
      let expected: unknown;
      try {
        expected = applied(value, edit);
      } catch (error) {
        expect(error).toBeInstanceOf(EditRefused);
        count('nothing there');
        return;
      }
      try {
        const { bytes: made, splices } = textEdited(bytes, { form: form.form, name, file: name }, before, edit);
        // The value asked for, all else equal: by the room's reader, and by the library alone.
        expect(readTextForm(made, name, name).value).toEqual(expected);
        const alone = parseDocument(new TextDecoder().decode(made), { uniqueKeys: false }).toJS() as unknown;
        expect(withoutGaps(alone)).toEqual(withoutGaps(expected));
        if (name.endsWith('.json')) JSON.parse(new TextDecoder().decode(made));
        expect(kept.equals(bytes)).toBe(true);
        // Every byte outside the splices.
        let [old, now] = [0, 0];
        for (const { start, end, bytes: put } of splices) {
          expect(Buffer.compare(made.subarray(now, now + start - old), bytes.subarray(old, start))).toBe(0);
          now += start - old;
          expect(Buffer.compare(made.subarray(now, now + put.length), put)).toBe(0);
          now += put.length;
          old = end;
        }
        expect(Buffer.compare(made.subarray(now), bytes.subarray(old))).toBe(0);
        if (edit.op === 'insert' || edit.op === 'move')
          expect(
            commentLines(made)
              .filter((line) => !/^\s*# ?[一二]$/.test(line))
              .sort(),
          ).toEqual(commentLines(bytes).sort());
        count(`${edit.op} ${name.endsWith('.json') ? 'JSON' : 'YAML'}`);
      } catch (error) {
        if (!(error instanceof EditRefused)) throw error;
        // What is refused is refused for a reason that can be seen; a proof that fails is a fault of the editor.
        expect(error.problem, `${form.file} ${JSON.stringify(edit)}`).toMatch(/^(?:comments|style)$/);
        count(`refused: ${error.problem}`);
      }
    }),
    runs(200),
  );
  console.info(Object.fromEntries([...told].sort()));
  const all = [...told.values()].reduce((sum, n) => sum + n, 0);
  const refused = [...told].filter(([what]) => what.startsWith('refused')).reduce((sum, [, n]) => sum + n, 0);
  expect(refused / all).toBeLessThan(0.15);
});

/** A blank is no member. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, withoutNulls(member)]])));
}
