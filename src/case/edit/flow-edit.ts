/** Lists and groups in brackets: JSON, and YAML that is written like it. What stands between two entries (commas, lines) stays as it is. */
import { refuse } from './edit.ts';
import type { Splice } from './splice.ts';
import type { TextContext } from './text-context.ts';
import { lineStart, type TextEntry, type TextNode } from './text-tree.ts';
import { inlineText, jsonText, keyText } from './text-values.ts';

type Context = TextContext;

/** Of an entry in brackets: its name, or its value, up to behind its value. */
function rangeOf({ start, after, value }: TextEntry): { readonly start: number; readonly end: number } {
  return { start, end: Math.max(after, value.end) };
}

function refuseComments(start: number, end: number, { comments }: Context): void {
  if (comments.some((at) => at >= start && at < end)) refuse('comments');
}

/** Entries on lines of their own are followed by others like them. */
function valueText(value: unknown, indent: string, { style }: Context): string {
  return style.json ? jsonText(value, indent, style) : inlineText(value, style);
}

function entryText(key: string | undefined, value: unknown, indent: string, context: Context): string {
  const name = key === undefined ? '' : `${keyText(key, context.style, true)}: `;
  return name + valueText(value, indent, context);
}

/** What stands before an entry: behind the bracket or the comma. */
function gapBefore(node: TextNode, index: number, { text }: Context): string {
  const entry = node.entries[index] as TextEntry;
  const previous = node.entries[index - 1];
  const from = previous ? rangeOf(previous).end : node.start + 1;
  const gap = text.slice(from, entry.start);
  return gap.slice(gap.indexOf(',') + 1);
}

export function flowInsert(node: TextNode, index: number, values: readonly unknown[], context: Context): readonly Splice[] {
  return added(node, index, undefined, values, context);
}

export function flowMember(node: TextNode, after: TextEntry | undefined, key: string, value: unknown, context: Context): readonly Splice[] {
  return added(node, after ? node.entries.indexOf(after) + 1 : 0, key, [value], context);
}

function added(node: TextNode, index: number, key: string | undefined, values: readonly unknown[], context: Context): readonly Splice[] {
  const { text, style } = context;
  if (node.entries.some(({ odd }) => odd)) refuse('style');
  refuseComments(node.start, node.end, {
    ...context,
    comments: context.comments.filter((at) => !node.entries.some(({ start, value: v }) => at >= start && at < v.end)),
  });
  const { entries } = node;
  if (entries.length === 0) {
    const outer = /^[ \t]*/.exec(text.slice(lineStart(text, node.start)))?.[0] ?? '';
    const lines = style.json && /\n/.test(text.trimEnd());
    const inner = outer + style.unit;
    const made = values.map((value) => entryText(key, value, inner, context)).join(lines ? `,${style.lineEnd}${inner}` : ', ');
    const put = lines ? `${style.lineEnd}${inner}${made}${style.lineEnd}${outer}` : made;
    return [{ start: node.start + 1, end: node.end - 1, text: put }];
  }
  const like = gapBefore(node, Math.min(index, entries.length - 1), context);
  const gap = /\n/.test(like) || entries.length === 1 || index > 0 ? like : gapBefore(node, 1, context);
  const between = gap === '' && !/\n/.test(like) ? ' ' : gap;
  const indent = between.slice(between.lastIndexOf('\n') + 1);
  const made = values.map((value) => entryText(key, value, indent, context)).join(`,${between}`);
  const next = entries[index];
  if (next) return [{ start: next.start, end: next.start, text: `${made},${between}` }];
  const { end } = rangeOf(entries.at(-1) as TextEntry);
  return [{ start: end, end, text: `,${between}${made}` }];
}

export function flowRemove(node: TextNode, index: number, context: Context): readonly Splice[] {
  const { entries } = node;
  const { start, end } = rangeOf(entries[index] as TextEntry);
  const next = entries[index + 1];
  const previous = entries[index - 1];
  const cut = next
    ? { start, end: next.start }
    : previous
      ? { start: rangeOf(previous).end, end }
      : { start: node.start + 1, end: node.end - 1 };
  refuseComments(cut.start, cut.end, context);
  return [{ ...cut, text: '' }];
}

/** The entries change places, the commas and lines between them stay. */
export function flowMove(node: TextNode, from: number, to: number, context: Context): readonly Splice[] {
  refuseComments(node.start, node.end, context);
  const ranges = node.entries.map(rangeOf);
  const texts = ranges.map(({ start, end }) => context.text.slice(start, end));
  const order = texts.toSpliced(from, 1).toSpliced(to, 0, texts[from] as string);
  return ranges.map(({ start, end }, i) => ({ start, end, text: order[i] ?? '' }));
}
