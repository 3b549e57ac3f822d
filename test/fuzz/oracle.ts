/** What must hold of every finding, whatever the input: a place that is there, and a sentence in both languages. */
import { sentenceOf } from '../../src/messages/index.ts';
import { Fault, type Finding } from '../../src/model/index.ts';

export class Violation extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Violation';
  }
}

export function holds(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Violation(what);
}

/** Name of a file as findings call it → its bytes; undefined for files that are not there. */
export type Inside = (file: string) => Uint8Array | undefined;

/** Checks every finding and gives what was reached. */
export function judged(findings: readonly Finding[], inside?: Inside): readonly string[] {
  for (const one of findings) {
    if (inside) placed(one, inside);
    told(one);
  }
  return [...new Set(findings.map(({ code, severity }) => `${severity} ${code}`))];
}

/** A fault is an answer too: code and exit as documented. Anything else is thrown on. */
export function answered(error: unknown): readonly Finding[] {
  if (!(error instanceof Fault)) throw error;
  holds(error.exit === 1 || error.exit === 2, `exit ${error.exit}`);
  return [error.finding];
}

function told(finding: Finding): void {
  // `undefined` is a literal of Handlebars as well, whose token is UNDEFINED.
  const given = JSON.stringify(finding.args).replaceAll('UNDEFINED', 'undefined');
  for (const language of ['zh-CN', 'en'] as const) {
    const { text, hint = '', caret = '' } = sentenceOf(finding, language);
    holds(text !== '', `${finding.code}: no sentence in ${language}`);
    const broken = /undefined|\[object |NaN/.exec(`${text}${hint}${caret}`)?.[0];
    holds(broken === undefined || given.includes(broken), `${finding.code}: ${broken} in ${language}`);
  }
}

const decoded = new WeakMap<Uint8Array, readonly string[]>();

function linesOf(bytes: Uint8Array): readonly string[] {
  let lines = decoded.get(bytes);
  if (!lines) {
    lines = new TextDecoder().decode(bytes).split('\n');
    decoded.set(bytes, lines);
  }
  return lines;
}

function placed({ code, at }: Finding, inside: Inside): void {
  if (!at || 'entry' in at) return;
  const bytes = inside(at.file);
  if ('line' in at) {
    const lines = linesOf(bytes ?? new Uint8Array());
    const line = lines[at.line - 1];
    holds(line !== undefined, `${code}: line ${at.line} of ${lines.length}`);
    holds(at.column >= 1 && at.column <= [...line].length + 1, `${code}: column ${at.column} of ${[...line].length}`);
  } else if ('cell' in at) {
    holds(/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(at.cell), `${code}: cell ${at.cell}`);
    holds(typeof at.sheet === 'string', `${code}: no sheet`);
  }
}
