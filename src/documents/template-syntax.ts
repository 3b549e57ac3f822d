/** What Handlebars' parser says is wrong, taken apart: its sentences are English and name its own tokens. */

export interface SyntaxProblem {
  /** Characters that it does not know; a token in a wrong place; a block left open, ended too often or by another name. */
  readonly problem: 'text' | 'token' | 'unclosed' | 'surplus' | 'block' | 'other';
  readonly found: string;
  /** With spaces between. */
  readonly expected: string;
  /** The parser's own words, without its drawing of the place. */
  readonly message: string;
  /** Of a block left open: its name, and where it begins (line and column from 1). */
  readonly block?: string;
  readonly openedAt?: string;
}

const TOKENS = /Expecting (.*), got '([^']*)'$/;
const BLOCKS = /^(.*) doesn't match (.*?)(?: - \d+:\d+)?$/;
/** Of the message and of each name in it: a name may be as long as the template. */
const MAX_SAID = 400;

export function syntaxProblem(message: string): SyntaxProblem {
  const lines = message.split('\n');
  const said = (lines.findLast((line) => /^Expecting |^Parse |^Lexical /.test(line)) ?? lines[0] ?? '').slice(0, MAX_SAID);
  if (message.startsWith('Lexical error')) return { problem: 'text', found: '', expected: '', message: 'Unrecognized text' };
  const [, opened, ended] = BLOCKS.exec(lines[0]?.slice(0, MAX_SAID) ?? '') ?? [];
  if (opened !== undefined && ended !== undefined) return { problem: 'block', found: ended, expected: opened, message: said };
  const [, list, found] = TOKENS.exec(lines.at(-1) ?? '') ?? [];
  if (list === undefined || found === undefined) return { problem: 'other', found: '', expected: '', message: said };
  if (found === 'INVALID') return { problem: 'text', found: '', expected: '', message: said };
  const expected = [...list.matchAll(/'([^']*)'/g)].map(([, token]) => token ?? '');
  const problem = found === 'EOF' && expected.includes('OPEN_ENDBLOCK') ? 'unclosed' : expected.includes('EOF') ? 'surplus' : 'token';
  return { problem, found, expected: expected.join(' '), message: said };
}
