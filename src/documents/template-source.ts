/**
 * A template with its parts (`{{> name}}`) put in their places, before anything reads it as a program; every place of the result
 * is known in the file it came from. How deep it nests is counted here, where nothing recurses yet.
 */
import { nearest } from '../model/index.ts';
import type { PackTemplate } from '../pack/index.ts';
import { MAX_DEPTH, MAX_FAULTS, MAX_PARTS, MAX_SOURCE } from './template-limits.ts';

export interface Expression {
  readonly token: string;
  readonly from: number;
  readonly to: number;
}

/** What stands in braces, in one pass; ends before the first that is never closed, which no parser reads beyond. */
export function* expressionsOf(text: string): Iterable<Expression> {
  let from = text.indexOf('{{');
  while (from !== -1) {
    const comment = text.startsWith('{{!--', from) || text.startsWith('{{~!--', from);
    const to = comment ? endOfComment(text, from) : text.indexOf('}}', from + 2);
    if (to === -1) return;
    yield { token: text.slice(from, to + 2), from, to: to + 2 };
    from = text.indexOf('{{', to + 2);
  }
}

/** The innermost block that nothing closes, of a text whose blocks are closed by their own names so far. */
export function openBlock(text: string): { readonly name: string; readonly from: number } | undefined {
  const open: { readonly name: string; readonly from: number }[] = [];
  for (const { token, from } of expressionsOf(text)) {
    const [, sign, name = ''] = /^\{\{~?([#^/])\s*([^\s~}]*)/.exec(token) ?? [];
    if (sign === '/') open.pop();
    // `{{^}}` is an else.
    else if (sign !== undefined && name !== '') open.push({ name, from });
  }
  return open.at(-1);
}

/** Of `}}` in the first `--}}` or `--~}}`, as Handlebars reads it. */
function endOfComment(text: string, from: number): number {
  const close = /--~?\}\}/g;
  close.lastIndex = text.indexOf('--', from);
  const found = close.exec(text);
  return found ? close.lastIndex - 2 : -1;
}

export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type SourceFault =
  | { readonly kind: 'partial'; readonly name: string; readonly nearest: string }
  | { readonly kind: 'loop'; readonly chain: string }
  | { readonly kind: 'forbidden'; readonly text: string }
  | { readonly kind: 'limit'; readonly what: 'depth' | 'parts' | 'source'; readonly limit: number };

export interface Expanded {
  readonly text: string;
  /** Of an offset in `text`, in UTF-16 units. */
  placeAt(offset: number): SourcePlace;
  /** Of a line from 1 and a column from 0, as Handlebars counts. */
  placeOf(line: number, column: number): SourcePlace;
  readonly faults: readonly (SourceFault & SourcePlace)[];
  /** Names of the parts that it uses, directly or not. */
  readonly parts: ReadonlySet<string>;
}

export interface Parts {
  partial(name: string): PackTemplate | undefined;
  readonly partialNames: readonly string[];
}

interface Segment {
  readonly from: number;
  readonly source: PackTemplate;
  readonly offset: number;
}

const PART = /^\{\{~?>\s*([^\s~}]+)\s*~?\}\}$/;
const NAME = /^[a-z][a-z0-9-]*$/;

export function expandParts(template: PackTemplate, parts: Parts): Expanded {
  const segments: Segment[] = [];
  const faults: (SourceFault & SourcePlace)[] = [];
  const used = new Set<string>();
  let text = '';
  let count = 0;
  const add = (source: PackTemplate, from: number, to: number): void => {
    segments.push({ from: text.length, source, offset: from });
    text += source.text.slice(from, to);
  };
  const copy = (source: PackTemplate, chain: readonly string[]): void => {
    let done = 0;
    let depth = 0;
    let elses = 0;
    for (const { token, from, to } of expressionsOf(source.text)) {
      const fault = (f: SourceFault): void => void faults.push({ ...f, ...placeIn(source, from) });
      const sign = /^\{\{+~?([#^/>!*]?>?)/.exec(token)?.[1] ?? '';
      if (sign === '!') continue;
      if (sign === '#' || sign === '^') depth += token.replace(/[{}~^\s]/g, '') === '' ? 0 : 1;
      if (sign === '/') depth--;
      // A chain of `{{else if}}` nests in the tree though not on the page.
      if (/^\{\{~?\s*else\s+\w/.test(token)) elses++;
      if (depth + chain.length > MAX_DEPTH || nesting(token) > MAX_DEPTH || elses > MAX_PARTS) {
        fault({ kind: 'limit', what: 'depth', limit: MAX_DEPTH });
        return;
      }
      if (!sign.endsWith('>')) continue;
      add(source, done, from);
      done = to;
      const name = PART.exec(token)?.[1];
      if (name === undefined) fault({ kind: 'forbidden', text: token });
      else if (chain.includes(name)) fault({ kind: 'loop', chain: [...chain, name].join(' → ') });
      else {
        const part = NAME.test(name) ? parts.partial(name) : undefined;
        used.add(name);
        if (!part) fault({ kind: 'partial', name, nearest: nearest(name, parts.partialNames) ?? '' });
        else if (++count > MAX_PARTS) fault({ kind: 'limit', what: 'parts', limit: MAX_PARTS });
        else copy(part, [...chain, name]);
      }
      if (faults.length >= MAX_FAULTS || faults.some((f) => f.kind === 'limit')) return;
    }
    add(source, done, source.text.length);
    if (text.length > MAX_SOURCE) faults.push({ kind: 'limit', what: 'source', limit: MAX_SOURCE, ...placeIn(source, 0) });
  };
  copy(template, []);
  const starts = lineStarts(text);
  const placeAt = (offset: number): SourcePlace => {
    const segment = segments.findLast((s) => s.from <= offset) ?? { from: 0, source: template, offset: 0 };
    return placeIn(segment.source, segment.offset + offset - segment.from);
  };
  return { text, placeAt, placeOf: (line, column) => placeAt((starts[line - 1] ?? 0) + column), faults, parts: used };
}

/** Brackets within brackets of one expression. */
function nesting(token: string): number {
  let [deepest, depth] = [0, 0];
  for (const char of token) {
    if (char === '(') deepest = Math.max(deepest, ++depth);
    if (char === ')') depth--;
  }
  return deepest;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((m) => m.index + 1)];
}

/** Line and column, from 1 and in characters, of an offset. */
function placeIn({ text, file }: PackTemplate, offset: number): SourcePlace {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: [...before.slice(before.lastIndexOf('\n') + 1)].length + 1 };
}
