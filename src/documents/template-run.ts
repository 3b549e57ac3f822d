/** What a template's program calls while it is filled. Every value passes one of these helpers, which tells what is missing and where. */
import { nearest } from '../model/index.ts';
import { HELPER_NAMES, HelperError, isPresent, VALUE_HELPERS } from './helpers.ts';
import { GLOBALS, PRINT, sliceOf, WALK } from './template-check.ts';
import { type Location, TemplateError, type TemplateFault } from './template-fault.ts';
import { MAX_MARKUP, MAX_STEPS } from './template-limits.ts';
import type { SourcePlace } from './template-source.ts';

interface Options {
  readonly fn: (context: unknown, options?: unknown) => string;
  readonly inverse: (context: unknown) => string;
  readonly data: { readonly root?: unknown };
  readonly loc?: Location;
}

export interface RunContext {
  readonly text: string;
  readonly placeOf: (line: number, column: number) => SourcePlace;
  /** Called with every value before it is escaped; it may change it. */
  readonly printed: (value: string) => string;
  /** Takes the rounds of a long list, to be made when they are laid out; gives what stands for them in the markup. */
  readonly later?: (make: () => string) => string;
  /** Told of every missing field in place of ending at the first. */
  readonly missed?: (fault: TemplateFault) => void;
}

/** The names that stand where a path failed: `local.case.arCode` → the fields of `local.case`. */
function namesBeside(path: string, context: unknown, root: unknown): readonly string[] {
  const steps = path.split('.').slice(0, -1);
  let here = GLOBALS.includes(steps[0] ?? '') ? root : context;
  for (const step of steps) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return [];
    here = (here as Record<string, unknown>)[step];
  }
  return typeof here === 'object' && here !== null && !Array.isArray(here) ? Object.keys(here) : [];
}

/** Faults of fields and helpers are told and nothing is printed there; limits end it. */
function told(run: () => unknown, missed: (fault: TemplateFault) => void): unknown {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TemplateError) || error.fault.kind === 'limit') throw error;
    missed(error.fault);
    return '';
  }
}

type Guarded = (...args: unknown[]) => unknown;

/** Stands, while a template is probed, for a value that was missing and has been told of. */
const MISSED = Symbol('missed');

interface Walked {
  readonly value?: unknown;
  /** Names that stand where the path ended. */
  readonly known: readonly string[];
}

/** By own members only; what is null on the way is null to its end, so that `or` and `if` can ask behind it. */
function walked(from: unknown, steps: readonly unknown[]): Walked {
  let here = from;
  for (const step of steps) {
    if (here === null) return { value: null, known: [] };
    if (typeof here !== 'object') return { known: [] };
    const own = here as Record<string, unknown>;
    if (!Object.hasOwn(own, String(step)) || own[String(step)] === undefined)
      return { known: Array.isArray(here) ? [] : Object.keys(here) };
    here = own[String(step)];
  }
  return { value: here, known: [] };
}

/** Rounds of a list that are made at a time: of a longer one neither markup nor tree ever stands in memory whole. */
const SEGMENT_ROUNDS = 500;

/** Fresh for every document: what it may still do is counted in here. */
export function helpersFor({ text, placeOf, printed, missed, later }: RunContext): Record<string, Guarded> {
  /** In a segment's own rounds a list is made at once, however long. */
  let within = false;
  const left = { steps: MAX_STEPS, characters: MAX_MARKUP };
  const place = (loc: Location | undefined): SourcePlace => placeOf(loc?.start.line ?? 1, loc?.start.column ?? 0);
  const missing = (context: unknown, { loc, data: { root } }: Options): TemplateError => {
    const written = loc ? sliceOf(text, loc) : '';
    const names = written.replace(/"[^"]*"|^\{\{[#~]*|\}\}.*$/g, '').match(/[\w.@/]+/g) ?? [''];
    const fields = names.filter((n) => !HELPER_NAMES.includes(n) && !/^[@\d]/.test(n));
    const name = fields.find((n) => !namesBeside(n, context, root).includes(n.split('.').at(-1) ?? '')) ?? fields[0] ?? written;
    const known = namesBeside(name, context, root);
    return new TemplateError({ kind: 'field', ...place(loc), name, nearest: nearest(name.split('.').at(-1) ?? name, known) ?? '' });
  };
  const spend = (what: 'steps' | 'characters', amount: number, loc: Location | undefined): void => {
    left[what] -= amount;
    if (left[what] < 0) throw new TemplateError({ kind: 'limit', ...place(loc), what, limit: what === 'steps' ? MAX_STEPS : MAX_MARKUP });
  };
  // Handlebars takes a list's item that is the same text as what is around it for that: `../` then leads to nothing.
  const inside = (run: () => string, loc: Location | undefined): string => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new TemplateError({ kind: 'field', ...place(loc), name: '../', nearest: '' });
    }
  };
  const guarded = (fn: (args: readonly unknown[], options: Options, context: unknown) => unknown): Guarded =>
    function (this: unknown, ...all: unknown[]) {
      const options = all.pop() as Options;
      if (!missed) {
        if (all.includes(undefined)) throw missing(this, options);
        return fn(all, options, this);
      }
      if (all.includes(MISSED)) return '';
      if (!all.includes(undefined)) return told(() => fn(all, options, this), missed);
      missed(missing(this, options).fault);
      return '';
    };
  const helpers: Record<string, Guarded> = {
    [WALK]: (...all) => {
      const { loc } = all.pop() as Options;
      const [from, written, ...steps] = all;
      const { value, known } = walked(from, steps);
      if (value !== undefined) return value;
      const near = nearest(String(steps.at(-1)), known) ?? '';
      const fault: TemplateFault = { kind: 'field', ...place(loc), name: String(written), nearest: near };
      if (!missed) throw new TemplateError(fault);
      missed(fault);
      return MISSED;
    },
    [PRINT]: guarded(([value], options, context) => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') throw missing(context, options);
      const out = printed(String(value)).replaceAll('\n', '\u2028');
      spend('characters', out.length, options.loc);
      return out;
    }),
    if: guarded(([value], options, context) => (isPresent(value) ? options.fn(context) : options.inverse(context))),
    unless: guarded(([value], options, context) => (isPresent(value) ? options.inverse(context) : options.fn(context))),
    each: guarded(([list], options, context) => {
      if (list === null || (Array.isArray(list) && list.length === 0)) return options.inverse(context);
      if (!Array.isArray(list)) throw missing(context, options);
      const rounds = (from: number, to: number): string => {
        let out = '';
        for (let index = from; index < to; index++) {
          spend('steps', 1, options.loc);
          const data = { ...options.data, _parent: options.data, index, first: index === 0, last: index === list.length - 1 };
          const round = inside(() => options.fn(list[index], { data }), options.loc);
          spend('characters', round.length, options.loc);
          out += round;
        }
        return out;
      };
      if (!later || within || list.length <= SEGMENT_ROUNDS) return rounds(0, list.length);
      const segment = (from: number, to: number): string => {
        within = true;
        try {
          return rounds(from, to);
        } finally {
          within = false;
        }
      };
      let marks = '';
      for (let from = 0; from < list.length; from += SEGMENT_ROUNDS) {
        const to = Math.min(list.length, from + SEGMENT_ROUNDS);
        marks += later(() => segment(from, to));
      }
      return marks;
    }),
  };
  for (const [name, { run, example }] of Object.entries(VALUE_HELPERS))
    helpers[name] = guarded((args, { loc }) => {
      try {
        return run(...args);
      } catch (error) {
        if (!(error instanceof HelperError)) throw error;
        throw new TemplateError({ kind: 'helperValue', ...place(loc), helper: name, expected: example[0] });
      }
    });
  return helpers;
}
