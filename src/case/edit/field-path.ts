/** `case:/sender/phone` or, as `check` names fields, `case:移送机关 / 电话`; entries of lists by place or by number, `evidence:E001/title`: which form, and where in it. */
import { FORM_NAMES, type FormName, nearest } from '../../model/index.ts';
import { headingKey, LISTS } from '../columns.ts';
import { child } from '../pointer.ts';
import { type FieldSchema, fieldAt, resolve, schemaTree } from '../schemas.ts';

export type FieldPath =
  | { readonly form: FormName; readonly pointer: string }
  /** No such form, or no colon; `near`: the form that was meant. */
  | { readonly problem: 'form'; readonly near?: string }
  /** A pointer that does not begin with /, and no title of a field either: `at` is the part that is none. */
  | { readonly problem: 'path'; readonly at: string; readonly near?: string };

const COLON = /^([^:：]*)[:：](.*)$/su;

export function fieldPath(text: string): FieldPath {
  const [, name = text, path = ''] = COLON.exec(text.trim()) ?? [];
  const word = name.trim();
  const titled = (form: FormName): string => headingKey(resolve(schemaTree(form)).title ?? form);
  const form = FORM_NAMES.find((known) => known === word || titled(known) === headingKey(word));
  if (form === undefined) {
    const near = nearest(word, FORM_NAMES);
    return { problem: 'form', ...(near === undefined ? {} : { near }) };
  }
  if (path === '') return { problem: 'path', at: '' };
  return path.startsWith('/') ? { form, pointer: path } : byTitles(form, path);
}

/** Titles from the form down, parted by / or `.`, items of a list by their number from 1: `办案人员 2 / 姓名`. */
function byTitles(form: FormName, path: string): FieldPath {
  let pointer = '';
  for (const part of path.split(/[/.．]/).map((piece) => piece.trim())) {
    const [, title = part, number] = /^(.*?)\s*(\d+)?$/.exec(part) ?? [];
    const fields = Object.entries(resolve(fieldAt(form, pointer) ?? {}).properties ?? {}).map(([key, field]): [string, FieldSchema] => [
      key,
      resolve(field),
    ]);
    const named = (wanted: string): string | undefined =>
      fields.find(([key, { title: own = key }]) => headingKey(own) === headingKey(wanted) || key === wanted)?.[0];
    const whole = named(part);
    const key = whole ?? named(title);
    const entry = key === undefined ? entryAt(form, pointer, part, named) : undefined;
    if (entry !== undefined) {
      pointer = entry;
      continue;
    }
    if (key === undefined) {
      const near = nearest(
        title,
        fields.map(([name, { title: own = name }]) => own),
      );
      return { problem: 'path', at: part, ...(near === undefined ? {} : { near }) };
    }
    pointer = child(pointer, key);
    if (whole === undefined && number !== undefined) pointer = child(pointer, Number(number) - 1);
  }
  return { form, pointer };
}

/** An entry of a list by its number: `证据 E001`, or `E001` alone in a form that is one list. */
function entryAt(form: FormName, pointer: string, part: string, named: (title: string) => string | undefined): string | undefined {
  const [, title = '', number = ''] = /^(.+?)\s+(\S+)$/.exec(part) ?? [];
  const list = title === '' ? undefined : named(title);
  if (list !== undefined && fieldAt(form, child(pointer, list))?.type === 'array') return child(child(pointer, list), number);
  const only = pointer === '' && (form === 'evidence' || form === 'items') ? LISTS[form].member : undefined;
  return only !== undefined && /\d/.test(part) ? child(child('', only), part) : undefined;
}
