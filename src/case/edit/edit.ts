/** What can be done to a form, and what the form must say afterwards. Pointers are JSON pointers (RFC 6901); the operations are those of RFC 6902. */
import type { EditReason } from '../../model/index.ts';
import { parent, tokens } from '../pointer.ts';

export type Edit =
  /** A value in the place of another, of a blank, or of none: groups on the way there are made. */
  | { readonly op: 'set'; readonly pointer: string; readonly value: unknown }
  /** An entry into a list, before the one of that number; `-` or the length of the list: at its end. `more`: those that follow it. */
  | { readonly op: 'insert'; readonly pointer: string; readonly value: unknown; readonly more?: readonly unknown[] }
  | { readonly op: 'remove'; readonly pointer: string }
  /** An entry of a list to another number in the same list, counted as the list is afterwards. */
  | { readonly op: 'move'; readonly pointer: string; readonly to: number };

/** Why an edit of a form that reads is not made; in none of these cases is anything written. */
export type EditProblem = Exclude<EditReason, 'unread'>;

export class EditRefused extends Error {
  readonly problem: EditProblem;
  constructor(problem: EditProblem) {
    super(problem);
    this.name = 'EditRefused';
    this.problem = problem;
  }
}

export function refuse(problem: EditProblem): never {
  throw new EditRefused(problem);
}

export interface Target {
  /** Pointer of what holds it. */
  readonly parent: string;
  /** Its name or number there. */
  readonly token: string;
}

export function targetOf(pointer: string): Target {
  return { parent: parent(pointer), token: tokens(pointer).at(-1) ?? '' };
}

/** A number in a list of so many; `-` is the one behind the last. @throws EditRefused index */
export function indexIn(token: string, length: number, most = length - 1): number {
  const index = token === '-' ? length : /^(?:0|[1-9]\d{0,8})$/.test(token) ? Number(token) : -1;
  return index < 0 || index > most ? refuse('index') : index;
}

type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nested(names: readonly string[], value: unknown): unknown {
  // A number asks for an entry of a list that is not there.
  if (names.some((name) => /^(?:-|\d+)$/.test(name))) refuse('absent');
  return names.reduceRight((inner, name) => ({ [name]: inner }), value);
}

/** The entries that are inserted. */
export function valuesOf({ value, more = [] }: Extract<Edit, { op: 'insert' }>): readonly unknown[] {
  return [value, ...more];
}

/** What a blank, or a member that is not there, becomes when something below it is set or inserted: `path` leads from it to that. @throws EditRefused absent, index */
export function grownValue(path: readonly string[], edit: Edit): unknown {
  if (edit.op === 'set') return nested(path, edit.value);
  if (edit.op !== 'insert' || path.length === 0) return refuse('absent');
  indexIn(path.at(-1) ?? '', 0, 0);
  return nested(path.slice(0, -1), valuesOf(edit));
}

/** The value of a form after an edit; the old one stays as it was. @throws EditRefused absent, index, list */
export function applied(form: unknown, edit: Edit): unknown {
  const path = tokens(edit.pointer);
  const change = (here: unknown, depth: number): unknown => {
    const token = path[depth];
    if (token === undefined) return edit.op === 'set' ? edit.value : refuse('absent');
    const last = depth === path.length - 1;
    if (Array.isArray(here))
      return last ? listAfter(here, token, edit) : here.with(indexIn(token, here.length), change(at(here, token), depth + 1));
    if (here === undefined || here === null) return grownValue(path.slice(depth), edit);
    if (!isMembers(here)) return refuse('absent');
    if (last && edit.op !== 'set' && edit.op !== 'remove') return refuse('list');
    const { [token]: inherited, ...rest } = here;
    const old = Object.hasOwn(here, token) ? inherited : undefined;
    if (last && edit.op === 'remove') return old === undefined ? refuse('absent') : rest;
    return { ...here, [token]: last && edit.op === 'set' ? edit.value : change(old, depth + 1) };
  };
  return change(form, 0);
}

function at(list: readonly unknown[], token: string): unknown {
  return list[indexIn(token, list.length)];
}

function listAfter(list: readonly unknown[], token: string, edit: Edit): readonly unknown[] {
  if (edit.op === 'insert') return list.toSpliced(indexIn(token, list.length, list.length), 0, ...valuesOf(edit));
  const index = indexIn(token, list.length);
  if (edit.op === 'set') return list.with(index, edit.value);
  if (edit.op === 'remove') return list.toSpliced(index, 1);
  return list.toSpliced(index, 1).toSpliced(indexIn(String(edit.to), list.length), 0, list[index]);
}

/** Where what stood at a pointer stands after the edit; undefined for what was taken out. */
export function movedTo(pointer: string, edit: Edit): string | undefined {
  if (edit.op === 'set') return pointer;
  const { parent: list, token } = targetOf(edit.pointer);
  const inside = pointer.startsWith(`${list}/`) ? pointer.slice(list.length + 1) : '';
  const [name = '', ...rest] = inside.split('/');
  if (edit.op === 'remove' && (pointer === edit.pointer || pointer.startsWith(`${edit.pointer}/`))) return undefined;
  if (!/^\d+$/.test(name) || !/^(?:\d+|-)$/.test(token)) return pointer;
  const number = Number(name);
  const from = token === '-' ? Number.POSITIVE_INFINITY : Number(token);
  const next = numberAfter(number, from, edit);
  return [list, String(next), ...rest].join('/');
}

function numberAfter(number: number, from: number, edit: Exclude<Edit, { op: 'set' }>): number {
  if (edit.op === 'insert') return number >= from ? number + valuesOf(edit).length : number;
  if (edit.op === 'remove') return number > from ? number - 1 : number;
  if (number === from) return edit.to;
  const without = number > from ? number - 1 : number;
  return without >= edit.to ? without + 1 : without;
}

/** Where the new value stands, or the first of several: the pointer of the edit with its number written out. */
export function placeAfter(edit: Edit, form: unknown): string {
  const { parent: list, token } = targetOf(edit.pointer);
  if (edit.op === 'move') return `${list}/${edit.to}`;
  if (token !== '-') return edit.pointer;
  const there = tokens(list).reduce<unknown>((here, name) => (here as Members | undefined)?.[name], form);
  const count = edit.op === 'insert' ? valuesOf(edit).length : 1;
  return `${list}/${Array.isArray(there) ? there.length - count : 0}`;
}

/** The same value: names of members in any order. */
export function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isMembers(a) || !isMembers(b)) return Object.is(a, b);
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]));
}
