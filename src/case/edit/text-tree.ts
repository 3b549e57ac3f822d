/** The text of a YAML or JSON form as places: where every value, name, dash and bracket stands. Offsets in UTF-16 units. */

export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'block' | 'flow';

export interface TextNode {
  readonly kind: 'map' | 'seq' | 'scalar' | 'blank';
  /** Of a map or list `block` or `flow` (in brackets); of a text how it is quoted; `literal` is every text below `|` or `>`. */
  readonly style: TextStyle;
  readonly start: number;
  /** Behind its last character; of a literal text and of a block behind the last line that says something, before its line end. */
  readonly end: number;
  readonly entries: readonly TextEntry[];
  /** Of a literal text: behind its header (`|-`), and where its first line begins. */
  readonly head?: number;
  readonly body?: number;
}

export interface TextEntry {
  /** Name of a member. */
  readonly key?: string;
  /** Of its name or its dash; of an item in brackets its value. */
  readonly start: number;
  /** Behind its colon or dash. */
  readonly after: number;
  /** Written with `?`, or a member without braces: not for a machine to change. */
  readonly odd: boolean;
  readonly value: TextNode;
}

export interface TextTree {
  readonly root: TextNode;
  /** Where comments begin. */
  readonly comments: readonly number[];
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset of the end of the line that an offset stands on, before its line feed or CR LF. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text[feed - 1] === '\r' ? feed - 1 : feed;
}

/** Beginning of the next line, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/**
 * Where an entry of a block ends with what belongs to it: the rest of its last line, and below it comments that stand in deeper than the
 * entry (fields of it that are commented out). Before the line end.
 */
export function ownEnd(text: string, { start, after, value }: TextEntry, column = columnOf(text, start)): number {
  let end = lineEnd(text, Math.max(after, value.end));
  for (let line = nextLine(text, end); line < text.length; line = nextLine(text, line)) {
    const written = text.slice(line, lineEnd(text, line));
    const comment = /^( *)#/.exec(written);
    if (comment && (comment[1] ?? '').length > column) end = lineEnd(text, line);
    else if (written.trim() !== '') break;
  }
  return end;
}

/** Where an entry begins with the comments right above it that stand in as far as it does. */
export function ownStart(text: string, { start }: TextEntry): number {
  const column = columnOf(text, start);
  let begin = lineStart(text, start);
  while (begin > 0) {
    const above = lineStart(text, begin - 1);
    const comment = /^( *)#/.exec(text.slice(above, begin));
    if (!comment || (comment[1] ?? '').length !== column) break;
    begin = above;
  }
  return begin;
}
