/** What an edit of a text needs to know of it, and lines that are put below what is there. */
import { refuse } from './edit.ts';
import type { Splice } from './splice.ts';
import { lineEnd, type TextEntry, type TextNode } from './text-tree.ts';
import type { BlockText, FileStyle } from './text-values.ts';

export interface TextContext {
  readonly text: string;
  readonly style: FileStyle;
  readonly comments: readonly number[];
  /** Names of the members of a group in the order of its schema. */
  readonly order: (pointer: string) => readonly string[];
}

export interface TextOptions {
  readonly json: boolean;
  readonly order: TextContext['order'];
  /** Lines of YAML for an entry that is inserted into a block list, by the columns of its dash; they say more than its value (what is still blank). */
  readonly lines?: ((indent: number) => readonly string[]) | undefined;
}

export type Context = TextContext & Pick<TextOptions, 'lines'>;

/** A value with the entry that holds it; the form itself is held by none. */
export interface Spot {
  readonly node: TextNode;
  readonly entry?: TextEntry;
  readonly pointer: string;
  /** Is it written in brackets, because what holds it is? */
  readonly flow: boolean;
}

/** Behind a colon or dash, in front of a comment there, and on the lines below. */
export function below({ after }: TextEntry, { head, lines }: BlockText, { text, style }: Context): readonly Splice[] {
  const rest = text.slice(after, lineEnd(text, after));
  const blank = rest.trim() === '' ? rest.length : 0;
  return [{ start: after, end: after + blank, text: head }, ...linesBelow(lineEnd(text, after), lines, style)];
}

export function linesBelow(at: number, lines: readonly string[], { lineEnd: end }: FileStyle): readonly Splice[] {
  return lines.length === 0 ? [] : [{ start: at, end: at, text: lines.map((line) => end + line).join('') }];
}

/** What is replaced takes no comment with it. @throws EditRefused comments */
export function refuseComments({ start, end }: Pick<TextNode, 'start' | 'end'>, { comments }: Context): void {
  if (comments.some((at) => at >= start && at < end)) refuse('comments');
}
