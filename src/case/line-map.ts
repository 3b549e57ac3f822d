/** Offsets in a text as lines and columns for people. */

/** Longer lines are not shown under a message. */
const MAX_EXCERPT = 1_000_000;

export interface LineMap {
  /** Line and column from 1; the column counts code points. */
  at(offset: number): { readonly line: number; readonly column: number };
  /** Text of a line without its end, unless it is too long to show. */
  line(number: number): string | undefined;
}

export function lineMap(text: string): LineMap {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  // Faults come in the order of the text, so the next column is counted from the last one.
  let last = { start: 0, offset: 0, column: 1 };
  return {
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const start = starts[low] ?? 0;
      const known = last.start === start && last.offset <= offset ? last : { offset: start, column: 1 };
      let { column } = known;
      for (let i = known.offset; i < offset; i++) if (!isTrail(text.charCodeAt(i))) column++;
      last = { start, offset, column };
      return { line: low + 1, column };
    },
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) return undefined;
      const end = starts[number] ?? text.length + 1;
      if (end - start > MAX_EXCERPT) return undefined;
      return text.slice(start, end - 1).replace(/\r$/, '');
    },
  };
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
