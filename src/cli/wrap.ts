/** Lines broken into rows of a terminal by us, not by it: a row that goes on a line is indented deeper than any that begins one. */
import { displayWidth } from './width.ts';

const INDENT = ' '.repeat(10);
/** As wide: a row that goes on inside «…» begins with a sign, never with what stands there. */
const INSIDE = `${' '.repeat(8)}| `;
/** Narrower than this nothing is readable. */
const LEAST = 40;
const ESCAPE = '\u001b';
/** A colour of ours, or one character. */
const WORD = /^[!-~]$/;
/** What is longer is cut where the row ends: a digest. */
const LONGEST_WORD = 24;
const STEP = new RegExp(`${ESCAPE}\\[[0-9;]*m|.`, 'gsu');

export function wrapped(text: string, columns: number): string {
  // One column is left free: some terminals go on to the next row when the last is filled.
  const most = Math.max(LEAST, columns || 80) - 1;
  return text
    .split('\n')
    .map((line) => rowsOf(line, most))
    .join('\n');
}

function rowsOf(line: string, most: number): string {
  if (displayWidth(line) <= most) return line;
  const rows: string[] = [];
  let row = '';
  let width = 0;
  /** Behind the last space, where the row may end so that no word of letters is cut. */
  let space = -1;
  let inside = false;
  for (const [step] of line.matchAll(STEP)) {
    const wide = step.length > 1 && step.startsWith(ESCAPE) ? 0 : displayWidth(step);
    if (width + wide > most) {
      const at = WORD.test(step) && WORD.test(row.at(-1) ?? '') && space > row.length - LONGEST_WORD ? space : row.length;
      rows.push(row.slice(0, at).trimEnd());
      const rest = row.slice(at);
      row = (goesOn(inside, rest) ? INSIDE : INDENT) + rest.trimStart();
      width = displayWidth(row);
      space = -1;
    }
    if (step === '«' || step === '»') inside = step === '«';
    row += step;
    width += wide;
    if (step === ' ' && row.length > INDENT.length) space = row.length;
  }
  return [...rows, row].join('\n');
}

/** Was a quotation open where this rest of a row begins? `inside`: it is open at its end. */
function goesOn(inside: boolean, rest: string): boolean {
  const first = /[«»]/.exec(rest)?.[0];
  return first === undefined ? inside : first === '»';
}
