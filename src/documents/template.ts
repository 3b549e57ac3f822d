/** Door to Handlebars: a template and plain data in, markup out. Data can never become markup or code. */
import type { PackTemplate } from '../pack/index.ts';
import { HELPER_NAMES } from './helpers.ts';
import { parseMarkup } from './markup.ts';
import { type Ast, checkProgram, PRINT, WALK } from './template-check.ts';
import { TemplateError, type TemplateFault } from './template-fault.ts';
import { MAX_FAULTS } from './template-limits.ts';
import { helpersFor, type RunContext } from './template-run.ts';
import { type Expanded, expandParts, expressionsOf, openBlock, type Parts, type SourcePlace } from './template-source.ts';
import { syntaxProblem } from './template-syntax.ts';

type Hb = typeof import('handlebars');
let library: Promise<Hb> | undefined;

/** Loads Handlebars ahead of need. */
export function loadTemplates(): Promise<Hb> {
  library ??= import('handlebars').then((module) => module.default.create() as Hb);
  return library;
}

type Places = Pick<Expanded, 'placeAt' | 'placeOf'>;

export interface CompiledTemplate {
  readonly faults: readonly TemplateFault[];
  /** Names of the wording and the parts that it uses. */
  readonly words: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  /** Does it print fields that a pack adds? */
  readonly local: boolean;
  /**
   * Markup for `view`; `printed` is called with every value before it is escaped and may change it. `later` takes the rounds of
   * a long list as a function and gives what stands for them. Throws TemplateError, and so do the functions.
   */
  render(view: object, printed: (value: string) => string, later?: (make: () => string) => string): string;
  /** Where a value of the attribute is first made of data. */
  placeOfValue(element: string, attribute: string): SourcePlace | undefined;
  /** All that the template asks of `view` in vain. */
  probe(view: object): readonly TemplateFault[];
}

export interface TemplateSurroundings extends Parts {
  /** Names of the pack's wording. */
  readonly words: readonly string[];
}

/** Reads a template and finds all that is wrong with it before any data is seen. */
export async function compileTemplate(template: PackTemplate, around: TemplateSurroundings): Promise<CompiledTemplate> {
  const hb = await loadTemplates();
  const faults: TemplateFault[] = [];
  const usedWords = new Set<string>();
  const parsed = (text: string, places: Places): Ast | undefined => {
    try {
      return hb.parse(text) as unknown as Ast;
    } catch (error) {
      faults.push(syntaxFault(error, text, places));
      return undefined;
    }
  };
  // A part is a whole: what it opens, it closes.
  const parts = new Map<string, PackTemplate | undefined>();
  const partial = (name: string): PackTemplate | undefined => {
    if (!parts.has(name)) {
      const part = around.partial(name);
      if (part) parseAlone(part, parsed);
      parts.set(name, part);
    }
    return parts.get(name);
  };
  const expanded = expandParts(template, { partial, partialNames: around.partialNames });
  const local = /\blocal\./.test(expanded.text);
  const placeOfValue: CompiledTemplate['placeOfValue'] = (element, attribute) => {
    const found = new RegExp(`<${element}\\s(?:[^<]*?\\s)?(?=${attribute}\\s*=\\s*["'][^"']*\\{\\{)`).exec(expanded.text);
    return found ? expanded.placeAt(found.index + found[0].length) : undefined;
  };
  const refused = (): CompiledTemplate => ({
    faults,
    words: usedWords,
    parts: expanded.parts,
    local,
    render: () => '',
    probe: () => [],
    placeOfValue,
  });
  faults.push(...expanded.faults);
  // What is not there was left out of the text: the rest can still be read.
  if (faults.some(({ kind }) => kind !== 'partial' && kind !== 'loop')) return refused();
  const ast = parsed(expanded.text, expanded);
  if (!ast) return refused();
  checkMarkup(expanded, faults);
  const { text, placeOf } = expanded;
  checkProgram(ast.body ?? [], { text, placeOf, words: around.words, usedWords, faults, lists: 0 });
  if (faults.length > 0) return refused();
  // Not strict: a path through a field that is not there would end in a TypeError without a place. Every value passes a helper that sees to it.
  const program = hb.compile(ast, {
    knownHelpers: Object.fromEntries([PRINT, WALK, ...HELPER_NAMES].map((name) => [name, true])) as never,
    knownHelpersOnly: true,
  });
  const run = (view: object, context: Pick<RunContext, 'printed' | 'missed' | 'later'>): string =>
    program(view, {
      helpers: helpersFor({ text, placeOf, ...context }),
      allowProtoMethodsByDefault: false,
      allowProtoPropertiesByDefault: false,
    });
  const probe = (view: object): readonly TemplateFault[] => {
    const found = new Map<string, TemplateFault>();
    const missed = (fault: TemplateFault): void => {
      if (found.size < MAX_FAULTS) found.set(JSON.stringify(fault), fault);
    };
    try {
      run(view, { printed: (value) => value, missed });
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      missed(error.fault);
    }
    return [...found.values()];
  };
  const render: CompiledTemplate['render'] = (view, printed, later) => run(view, { printed, ...(later ? { later } : {}) });
  return { faults, words: usedWords, parts: expanded.parts, local, render, probe, placeOfValue };
}

/** A part by itself. One that nests too deeply is told where it is put in place: the parser would recurse into it. */
function parseAlone(part: PackTemplate, parsed: (text: string, places: Places) => unknown): void {
  const { text, faults, ...places } = expandParts(part, { partial: () => ({ text: '', file: part.file }), partialNames: [] });
  if (faults.length === 0) parsed(text, places);
}

function checkMarkup({ text, placeAt }: Expanded, faults: TemplateFault[]): void {
  const spans = [...expressionsOf(text)];
  let [blanked, done] = ['', 0];
  for (const { token, from, to } of spans) {
    // Handlebars would print what follows a backslash as it stands, and nothing here would have looked at it.
    if (text[from - 1] === '\\') faults.push({ kind: 'forbidden', text: `\\${token}`.slice(0, 40), ...placeAt(from - 1) });
    blanked += text.slice(done, from) + token.replace(/[^\n]/g, ' ');
    done = to;
  }
  blanked += text.slice(done);
  const dynamic = (from: number, to: number): boolean => {
    // The first expression that ends behind `from`: they stand in order.
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle] as { to: number }).to > from) high = middle;
      else low = middle + 1;
    }
    return (spans[low]?.from ?? Number.POSITIVE_INFINITY) < to;
  };
  const { faults: found } = parseMarkup(blanked, { dynamic });
  for (const { offset, ...fault } of found.slice(0, MAX_FAULTS)) faults.push({ ...fault, ...placeAt(offset) });
}

function syntaxFault(error: unknown, text: string, { placeAt, placeOf }: Places): TemplateFault {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const problem = syntaxProblem(message);
  const open = problem.problem === 'unclosed' ? openBlock(text) : undefined;
  // The parser is at the end of the text then; what has to be mended is where the block begins, or behind it.
  if (open) {
    const place = placeAt(open.from);
    return { kind: 'syntax', ...problem, block: open.name, openedAt: `${place.line}:${place.column}`, ...place };
  }
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  return { kind: 'syntax', ...problem, ...placeOf(line, column ?? 0) };
}
