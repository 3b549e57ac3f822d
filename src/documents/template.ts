/** Door to Handlebars: a template and plain data in, markup out. Data can never become markup or code. */

import { nearest } from '../model/index.ts';
import { BLOCK_HELPERS, HELPER_NAMES, isPresent, VALUE_HELPERS } from './helpers.ts';
import { type MarkupFault, parseMarkup } from './markup.ts';

/** What is wrong with a template, with its place in it (lines and columns from 1). */
export type TemplateFault = { readonly line: number; readonly column: number } & (
  | DistributiveOmit<MarkupFault, 'offset'>
  | { readonly kind: 'syntax'; readonly message: string }
  | { readonly kind: 'helper'; readonly name: string; readonly nearest: string }
  | { readonly kind: 'unescaped'; readonly text: string }
  | { readonly kind: 'forbidden'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly nearest: string }
);
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A fault met while a template was filled. */
export class TemplateError extends Error {
  readonly fault: TemplateFault;
  constructor(fault: TemplateFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

type Hb = typeof import('handlebars');
let library: Promise<Hb> | undefined;

/** Loads Handlebars ahead of need. */
export function loadTemplates(): Promise<Hb> {
  library ??= import('handlebars').then((module) => module.default.create() as Hb);
  return library;
}

interface Location {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}
/** The parts of Handlebars' tree that are read here. */
interface Ast {
  type: string;
  loc: Location;
  escaped?: boolean;
  path?: Ast & { original?: unknown };
  params?: Ast[];
  hash?: { pairs: unknown[] };
  program?: Ast;
  inverse?: Ast;
  body?: Ast[];
  original?: unknown;
  [key: string]: unknown;
}

const EXPRESSION = /\{\{!--[\s\S]*?--\}\}|\{\{[\s\S]*?\}\}/g;
const PRINT = '$print';

export interface CompiledTemplate {
  readonly faults: readonly TemplateFault[];
  /** Markup for `view`; `printed` is called with every value before it is escaped and may change it. Throws TemplateError. */
  render(view: object, printed: (value: string) => string): string;
}

/** Reads a template and finds all that is wrong with it before any data is seen. */
export async function compileTemplate(source: string): Promise<CompiledTemplate> {
  const hb = await loadTemplates();
  const faults: TemplateFault[] = [];
  let ast: Ast;
  try {
    ast = hb.parse(source) as unknown as Ast;
  } catch (error) {
    faults.push(syntaxFault(error));
    return { faults, render: () => '' };
  }
  checkMarkup(source, faults);
  for (const statement of ast.body ?? []) visit(statement, source, faults);
  if (faults.length > 0) return { faults, render: () => '' };
  const template = hb.compile(ast, {
    knownHelpers: Object.fromEntries([PRINT, ...HELPER_NAMES].map((name) => [name, true])) as never,
    knownHelpersOnly: true,
    strict: true,
  });
  return {
    faults,
    render: (view, printed) =>
      template(view, { helpers: helpersFor(source, printed), allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false }),
  };
}

function checkMarkup(source: string, faults: TemplateFault[]): void {
  const spans: { from: number; to: number }[] = [];
  const blanked = source.replace(EXPRESSION, (match, offset: number) => {
    spans.push({ from: offset, to: offset + match.length });
    return match.replace(/[^\n]/g, ' ');
  });
  const { faults: found } = parseMarkup(blanked, (from, to) => spans.some((s) => s.from < to && s.to > from));
  for (const { offset, ...fault } of found) faults.push({ ...fault, ...placeOf(source, offset) });
}

/** Line and column, from 1, of an offset. */
export function placeOf(source: string, offset: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: [...before.slice(before.lastIndexOf('\n') + 1)].length + 1 };
}

function syntaxFault(error: unknown): TemplateFault {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  return { kind: 'syntax', line, column: (column ?? 0) + 1, message: message.split('\n')[0] ?? '' };
}

const place = (node: Ast) => ({ line: node.loc.start.line, column: node.loc.start.column + 1 });

function visit(node: Ast, source: string, faults: TemplateFault[]): void {
  switch (node.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      if (!node.escaped) faults.push({ kind: 'unescaped', ...place(node), text: sliceOf(source, node.loc) });
      call(node, source, faults, true);
      return;
    case 'BlockStatement': {
      const name = String(node.path?.original);
      if (!(BLOCK_HELPERS as readonly string[]).includes(name)) {
        faults.push({ kind: 'helper', ...place(node), name, nearest: nearest(name, BLOCK_HELPERS) ?? '' });
      }
      for (const param of node.params ?? []) call(param, source, faults, false);
      for (const part of [...(node.program?.body ?? []), ...(node.inverse?.body ?? [])]) visit(part, source, faults);
      return;
    }
    default:
      faults.push({ kind: 'forbidden', ...place(node), text: sliceOf(source, node.loc) });
  }
}

/** Checks a call and turns `{{field}}` and `{{helper …}}` into `{{$print …}}`, the one way to print. */
function call(node: Ast, source: string, faults: TemplateFault[], printed: boolean): void {
  if (node.type !== 'MustacheStatement' && node.type !== 'SubExpression') {
    if (!node.type.endsWith('Literal') && node.type !== 'PathExpression') {
      faults.push({ kind: 'forbidden', ...place(node), text: sliceOf(source, node.loc) });
    }
    return;
  }
  const params = node.params ?? [];
  if ((node.hash?.pairs.length ?? 0) > 0) faults.push({ kind: 'forbidden', ...place(node), text: sliceOf(source, node.loc) });
  for (const param of params) call(param, source, faults, false);
  const isCall = params.length > 0 || node.type === 'SubExpression';
  if (isCall) {
    const name = String(node.path?.original);
    if (!Object.hasOwn(VALUE_HELPERS, name))
      faults.push({ kind: 'helper', ...place(node), name, nearest: nearest(name, HELPER_NAMES) ?? '' });
  }
  if (!printed || !node.path) return;
  const inner = isCall ? { type: 'SubExpression', path: node.path, params, hash: undefined, loc: node.loc } : node.path;
  node.params = [inner as Ast];
  node.path = { type: 'PathExpression', original: PRINT, parts: [PRINT], data: false, depth: 0, loc: node.loc };
}

function sliceOf(source: string, loc: Location): string {
  const lines = source.split('\n');
  const line = lines[loc.start.line - 1] ?? '';
  return line.slice(loc.start.column, loc.end.line === loc.start.line ? loc.end.column : undefined);
}

interface Options {
  readonly fn: (context: unknown, options?: unknown) => string;
  readonly inverse: (context: unknown) => string;
  readonly data: object;
  readonly loc?: Location;
}

/** Strict mode does not see what is passed to a helper, `{{#if missing}}` for one: every helper here does. */
function helpersFor(source: string, printed: (value: string) => string): Record<string, (...args: unknown[]) => unknown> {
  const missing = (context: unknown, loc: Location | undefined): TemplateError => {
    const text = loc ? sliceOf(source, loc) : '';
    const names = text.replace(/^\{\{[#~]*|\}\}.*$/g, '').match(/[\w.@/]+/g) ?? [''];
    const name = names.find((n) => !HELPER_NAMES.includes(n)) ?? text;
    const known = typeof context === 'object' && context !== null ? Object.keys(context) : [];
    return new TemplateError({
      kind: 'field',
      line: loc?.start.line ?? 1,
      column: (loc?.start.column ?? 0) + 1,
      name,
      nearest: nearest(name.split('.').at(-1) ?? name, known) ?? '',
    });
  };
  const guarded = (fn: (args: readonly unknown[], options: Options, context: unknown) => unknown) =>
    function (this: unknown, ...all: unknown[]) {
      const options = all.pop() as Options;
      if (all.includes(undefined)) throw missing(this, options.loc);
      return fn(all, options, this);
    };
  const helpers: Record<string, (...args: unknown[]) => unknown> = {
    [PRINT]: guarded(([value], options, context) => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') throw missing(context, options.loc);
      return printed(String(value)).replaceAll('\n', '\u2028');
    }),
    if: guarded(([value], options, context) => (isPresent(value) ? options.fn(context) : options.inverse(context))),
    unless: guarded(([value], options, context) => (isPresent(value) ? options.inverse(context) : options.fn(context))),
    each: guarded(([list], options, context) => {
      if (list === null || (Array.isArray(list) && list.length === 0)) return options.inverse(context);
      if (!Array.isArray(list)) throw missing(context, options.loc);
      // Not joined from an array: of 50,000 rows all texts would stand in memory twice.
      let out = '';
      for (const [index, item] of list.entries()) {
        const data = { ...options.data, _parent: options.data, index, first: index === 0, last: index === list.length - 1 };
        out += options.fn(item, { data });
      }
      return out;
    }),
  };
  for (const [name, fn] of Object.entries(VALUE_HELPERS)) helpers[name] = guarded((args) => fn(...args));
  return helpers;
}
