/** All that is wrong with a template's program before any data is seen; and the one way to print, put where something is printed. */
import { nearest } from '../model/index.ts';
import { BLOCK_HELPERS, HELPER_NAMES, VALUE_HELPERS } from './helpers.ts';
import type { Location, TemplateFault } from './template-fault.ts';
import { MAX_FAULTS } from './template-limits.ts';
import type { SourcePlace } from './template-source.ts';

/** The parts of Handlebars' tree that are read here. */
export interface Ast {
  type: string;
  loc: Location;
  escaped?: boolean;
  data?: boolean;
  depth?: number;
  parts?: string[];
  path?: Ast;
  params?: Ast[];
  hash?: { pairs: unknown[] } | undefined;
  program?: Ast;
  inverse?: Ast;
  body?: Ast[];
  original?: unknown;
  value?: unknown;
}

export const PRINT = '$print';
/** Walks a path of several steps: Handlebars' own walk stumbles over what is null on the way. */
export const WALK = '$walk';
/** What every document may print at any depth beside its own fields. */
export const GLOBALS: readonly string[] = ['words', 'local', 'forms', 'pack'];
const DATA_NAMES: readonly string[] = ['index', 'first', 'last'];
/** Members that every object has and no view. */
const NEVER = /^(?:constructor|__proto__|prototype|__\w+__|hasOwnProperty|toString|valueOf)$/;

/** A tag whose name would come from data: it could open what no template may. */
const OPEN_TAG = /<[/!-]*$/;
/** In a text or a name, they would part what Handlebars takes for a template's own words from what was checked as such. */
const BRACES = /\{\{|\}\}/;

export interface CheckContext {
  readonly text: string;
  readonly placeOf: (line: number, column: number) => SourcePlace;
  readonly words: readonly string[];
  readonly usedWords: Set<string>;
  readonly faults: TemplateFault[];
  /** Lists around the place that is read: how often `../` leads somewhere. */
  lists: number;
}

export function checkProgram(body: readonly Ast[], context: CheckContext): void {
  for (const statement of body) visit(statement, context);
}

const at = (node: Ast, { placeOf }: CheckContext): SourcePlace => placeOf(node.loc.start.line, node.loc.start.column);
const forbid = (node: Ast, context: CheckContext): void =>
  void context.faults.push({ kind: 'forbidden', ...at(node, context), text: sliceOf(context.text, node.loc) });

function visit(node: Ast, context: CheckContext): void {
  if (context.faults.length >= MAX_FAULTS) return;
  switch (node.type) {
    case 'ContentStatement': {
      const [tag] = OPEN_TAG.exec(String(node.value)) ?? [];
      const { line, column } = node.loc.end;
      if (tag !== undefined)
        context.faults.push({ kind: 'forbidden', ...context.placeOf(line, Math.max(0, column - 1)), text: `${tag}{{` });
      return;
    }
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      if (!node.escaped) context.faults.push({ kind: 'unescaped', ...at(node, context), text: sliceOf(context.text, node.loc) });
      call(node, context, true);
      return;
    case 'BlockStatement': {
      const name = String(node.path?.original);
      if (!(BLOCK_HELPERS as readonly string[]).includes(name))
        context.faults.push({ kind: 'helper', ...at(node, context), name, nearest: nearest(name, BLOCK_HELPERS) ?? '' });
      else if (node.params?.length !== 1 || (node.hash?.pairs.length ?? 0) > 0) forbid(node, context);
      for (const param of node.params ?? []) call(param, context, false);
      if (name === 'each') context.lists++;
      for (const part of node.program?.body ?? []) visit(part, context);
      if (name === 'each') context.lists--;
      for (const part of node.inverse?.body ?? []) visit(part, context);
      return;
    }
    default:
      forbid(node, context);
  }
}

/** Checks a call and turns `{{field}}` and `{{helper …}}` into `{{$print …}}`, the one way to print. */
function call(node: Ast, context: CheckContext, printed: boolean): void {
  if (node.type === 'PathExpression') {
    checkPath(node, context);
    return;
  }
  if (node.type !== 'MustacheStatement' && node.type !== 'SubExpression') {
    if (!node.type.endsWith('Literal') || BRACES.test(String(node.value))) forbid(node, context);
    return;
  }
  const params = node.params ?? [];
  if ((node.hash?.pairs.length ?? 0) > 0) forbid(node, context);
  for (const param of params) call(param, context, false);
  const isCall = params.length > 0 || node.type === 'SubExpression';
  if (isCall) checkHelper(node, params.length, context);
  else if (node.path) call(node.path, context, false);
  if (!printed || !node.path) return;
  const inner: Ast = isCall ? { type: 'SubExpression', path: node.path, params, hash: undefined, loc: node.loc } : node.path;
  node.params = [inner];
  node.path = { type: 'PathExpression', original: PRINT, parts: [PRINT], data: false, depth: 0, loc: node.loc };
}

function checkHelper(node: Ast, given: number, context: CheckContext): void {
  const name = String(node.path?.original);
  const helper = Object.hasOwn(VALUE_HELPERS, name) ? VALUE_HELPERS[name] : undefined;
  if (!helper) {
    context.faults.push({ kind: 'helper', ...at(node, context), name, nearest: nearest(name, HELPER_NAMES) ?? '' });
    return;
  }
  const [least, most] = helper.takes;
  if (given < least || given > most)
    context.faults.push({ kind: 'helperValue', ...at(node, context), helper: name, expected: helper.example[0] });
}

/** `{{words.copiesLine}}` means the pack's wording at every depth; of what Handlebars offers beside the data, the place in a list alone. */
function checkPath(node: Ast, context: CheckContext): void {
  const { parts = [], data = false, depth = 0 } = node;
  const [first = ''] = parts;
  if (data) {
    if (parts.length !== 1 || !DATA_NAMES.includes(first)) forbid(node, context);
    return;
  }
  const never = parts.find((part) => NEVER.test(String(part)) || BRACES.test(String(part)));
  if (never !== undefined || depth > context.lists) {
    context.faults.push({ kind: 'field', ...at(node, context), name: String(node.original), nearest: '' });
    return;
  }
  // By itself it is a field of the document: an item of 合法性说明 has `words` of its own.
  const global = depth === 0 && parts.length > 1 && GLOBALS.includes(first);
  if (global && first === 'words') checkWord(node, parts, context);
  if (parts.length > 1 || (depth > 0 && parts.length > 0)) walk(node, parts, global);
}

/** `{{a.b}}` becomes `{{$walk this "a.b" "a" "b"}}`. */
function walk(node: Ast, steps: readonly string[], global: boolean): void {
  const { loc, depth = 0, original } = node;
  const text = (value: string): Ast => ({ type: 'StringLiteral', value, original: value, loc });
  const from: Ast = { type: 'PathExpression', original: 'this', data: global, depth, parts: global ? ['root'] : [], loc };
  node.type = 'SubExpression';
  node.path = { type: 'PathExpression', original: WALK, parts: [WALK], data: false, depth: 0, loc };
  node.params = [from, text(String(original)), ...steps.map(text)];
}

function checkWord(node: Ast, parts: readonly string[], context: CheckContext): void {
  const name = parts.slice(1).join('.');
  context.usedWords.add(name);
  if (!context.words.includes(name))
    context.faults.push({ kind: 'word', ...at(node, context), name, nearest: nearest(name, context.words) ?? '' });
}

export function sliceOf(text: string, loc: Location): string {
  const line = text.split('\n')[loc.start.line - 1] ?? '';
  return line.slice(loc.start.column, loc.end.line === loc.start.line ? loc.end.column : undefined);
}
