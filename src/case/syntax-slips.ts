/** Why a text does not read as YAML, in terms of the slip that was made: parsers name what they met, often a line later and as something else. */
import type { LineMap } from './line-map.ts';

export interface SyntaxSlip {
  readonly problem: string;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  /** Of an indent: how many spaces there are, and how many there should be. */
  readonly spaces?: number;
  readonly wanted?: number;
}

type Text = (line: number) => string;

/** A field by its key, perhaps behind the dash of an entry. */
const KEY = /^( *)((?:- +)*)["']?[A-Za-z][\w]*["']?:(?:\s+(.*))?$/;
const DASH = /^( *)- /;
const IGNORED = /^\s*(?:#.*)?$/;
/** Lines above the one where the parser stopped in which the slip may stand, and how far above one looks for what is open. */
const MOST_ABOVE = 400;

/** The slip at a line where a parser stopped, or beside it; undefined where none is known. */
export function syntaxSlip(lines: LineMap, stopped: number, { json }: { readonly json: boolean }): SyntaxSlip | undefined {
  const text: Text = (line) => (line < 1 ? '' : (lines.line(line) ?? '').replace(/\r$/, ''));
  const near = [stopped, stopped + 1, stopped - 1].filter((line) => line > 0);
  // In JSON lines and what stands before them mean nothing.
  const looks = json
    ? [wideComma, wideBracket]
    : [tab, wideColon, tightColon, wideComma, wideBracket, openQuote, indent, broken, openBracket];
  for (const look of looks)
    for (const line of near) {
      const slip = look(text, line);
      if (slip) return slip;
    }
  // What was left open swallows what is below it.
  for (let line = stopped - 2; line > 0 && stopped - line < MOST_ABOVE; line--) {
    const slip = openQuote(text, line) ?? openBracket(text, line);
    if (slip) return slip;
  }
  return undefined;
}

function at(problem: string, line: number, index: number): SyntaxSlip {
  return { problem, line, column: index + 1 };
}

function tab(text: Text, line: number): SyntaxSlip | undefined {
  return /^ *\t/.test(text(line)) ? at('TAB_AS_INDENT', line, 0) : undefined;
}

function wideColon(text: Text, line: number): SyntaxSlip | undefined {
  const ascii = /^[ -]*[A-Za-z]\w*：/.exec(text(line));
  const other = isRest(text, line) ? undefined : /^[ -]*[^\s:#"']+：/.exec(text(line));
  return ascii || other ? at('FULL_WIDTH_COLON', line, 0) : undefined;
}

function tightColon(text: Text, line: number): SyntaxSlip | undefined {
  return /^[ -]*[A-Za-z]\w*:[^\s/]/.test(text(line)) ? at('NO_SPACE_AFTER_COLON', line, 0) : undefined;
}

/** `["E001"，"E002"]`, `"甲"，` */
function wideComma(text: Text, line: number): SyntaxSlip | undefined {
  const found = /["']\s*[，、；]\s*(?=["']|$)/.exec(text(line));
  return found ? at('CHINESE_COMMA', line, found.index + found[0].search(/[，、；]/)) : undefined;
}

/** `{` and `[` have to be the half-width ones where they are closed or opened by such. */
function wideBracket(text: Text, line: number): SyntaxSlip | undefined {
  const value = KEY.exec(text(line))?.[3] ?? '';
  const index = text(line).search(/[｛｝［］【】]/);
  return index >= 0 && /^[[{｛［]/.test(value) ? at('WIDE_BRACKET', line, index) : undefined;
}

/** A value that begins with a quotation mark and does not end with one. */
function openQuote(text: Text, line: number): SyntaxSlip | undefined {
  const value = KEY.exec(text(line))?.[3] ?? '';
  const mark = value[0];
  if (mark !== '"' && mark !== "'") return undefined;
  const marks = value.split(mark).length - 1;
  if (marks % 2 === 0) return undefined;
  const goesOn = isRest(text, line + 1) || (!KEY.test(text(line + 1)) && text(line + 1).includes(mark));
  return goesOn ? at('LINE_BROKEN', line + 1, 0) : at('QUOTE_OPEN', line, text(line).indexOf(value));
}

/** A text that goes on at the margin of its field, which Enter was pressed in. */
function broken(text: Text, line: number): SyntaxSlip | undefined {
  return isRest(text, line) ? at('LINE_BROKEN', line, text(line).search(/\S/)) : undefined;
}

/** Is a line neither a field nor an entry nor a comment, behind a field that has a value and no deeper than it? */
function isRest(text: Text, line: number): boolean {
  const here = text(line);
  if (IGNORED.test(here) || KEY.test(here) || DASH.test(here) || /^\s*[}\]]/.test(here)) return false;
  for (let above = line - 1; above > 0 && line - above < MOST_ABOVE; above--) {
    if (text(above).trim() === '') continue;
    const [, spaces = '', dashes = '', value = ''] = KEY.exec(text(above)) ?? [];
    if (value !== '') return here.search(/\S/) <= spaces.length + dashes.length && !/^[[{]/.test(value);
    // A line of the same text, which had been broken before, or of a block.
    if (KEY.test(text(above)) || DASH.test(text(above)) || IGNORED.test(text(above))) return false;
  }
  return false;
}

/** A field that stands between the columns that are open. */
function indent(text: Text, line: number): SyntaxSlip | undefined {
  const own = columnsOf(text(line));
  if (!own) return undefined;
  const open: number[] = [];
  const dashed = new Set<number>();
  let last = '';
  for (let above = Math.max(1, line - MOST_ABOVE); above < line; above++) {
    const columns = columnsOf(text(above));
    if (!columns) continue;
    while (open.length > 0 && (open.at(-1) as number) >= (columns[0] as number)) open.pop();
    open.push(...columns);
    dashed.delete(columns[0] as number);
    if (DASH.test(text(above))) dashed.add(columns[0] as number);
    last = text(above);
  }
  const [column = 0] = own;
  const value = KEY.exec(last)?.[3] ?? '';
  const below = open.at(-1) ?? 0;
  // Behind a field without a value anything deeper begins what belongs to it.
  if (open.length === 0 || open.includes(column) || (column > below && (value === '' || /^(?:#|[|>])/.test(value)))) return undefined;
  // Fields stand in line with fields, dashes with dashes; where it is as far to both sides, a space was left out.
  const alike = open.filter((other) => dashed.has(other) === DASH.test(text(line)));
  const distance = (other: number): number => Math.abs(other - column);
  const wanted = (alike.length > 0 ? alike : open).reduce((best, other) => (distance(other) <= distance(best) ? other : best));
  return { ...at('INDENT', line, column), spaces: column, wanted };
}

/** Where a line opens: of an entry its dash, and what stands behind it. */
function columnsOf(line: string): readonly number[] | undefined {
  if (IGNORED.test(line)) return undefined;
  const key = KEY.exec(line);
  const dash = DASH.exec(line);
  if (!key && !dash) return undefined;
  const start = (key?.[1] ?? dash?.[1] ?? '').length;
  const dashes = key?.[2] ?? '- ';
  return dashes === '' ? [start] : key ? [start, start + dashes.length] : [start];
}

function openBracket(text: Text, line: number): SyntaxSlip | undefined {
  const value = KEY.exec(text(line))?.[3] ?? '';
  const open = value[0];
  const close = open === '[' ? ']' : open === '{' ? '}' : undefined;
  if (close === undefined || value.includes(close)) return undefined;
  // A list may go on below, deeper than its field.
  return KEY.test(text(line + 1)) || text(line + 1).trim() === '' ? at('BRACKET_OPEN', line, text(line).indexOf(value)) : undefined;
}
