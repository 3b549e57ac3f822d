/** A value in the place of another, or of a blank. */
import { isMembers, refuse } from './edit.ts';
import type { Splice } from './splice.ts';
import { below, type Context, linesBelow, refuseComments, type Spot } from './text-context.ts';
import { columnOf, lineEnd, lineStart, ownEnd, type TextEntry, type TextNode } from './text-tree.ts';
import { type BlockText, blockText, inlineText, itemLines, jsonText, literalLines, memberLines, scalarText } from './text-values.ts';

/** @throws EditRefused style, comments */
export function replaced(spot: Spot, value: unknown, context: Context): readonly Splice[] {
  const { node, entry } = spot;
  const { text, style } = context;
  if (!entry) {
    // A form that holds nothing but comments.
    if (node.kind !== 'blank' || !isMembers(value) || style.json) return refuse('style');
    const gap = text === '' || text.endsWith('\n') ? '' : style.lineEnd;
    const lines = memberLines(value, 0, style).map((line) => line + style.lineEnd);
    return [{ start: text.length, end: text.length, text: gap + lines.join('') }];
  }
  if (spot.flow) {
    if (node.kind === 'blank') return [{ start: entry.after, end: entry.after, text: ` ${inlineText(value, style)}` }];
    refuseComments(node, context);
    const made = style.json
      ? jsonText(value, indentOf(text, node.start), style)
      : typeof value === 'object'
        ? inlineText(value, style)
        : scalarText(value, style, true, node.style);
    return [{ start: node.start, end: node.end, text: made }];
  }
  const made = madeFor(entry, value, context);
  if (node.kind === 'blank') return below(entry, made, context);
  if (node.style === 'literal') return literalReplaced(node, value, made, context);
  if (node.style === 'block') {
    const first = lineEnd(text, entry.after);
    refuseComments({ start: Math.min(first, node.start), end: node.end }, context);
    // Nothing but a comment stands behind the colon of a block; an item's first member stands behind its dash.
    if (node.start < first) return [{ start: entry.after, end: node.end, text: [made.head, ...made.lines].join(style.lineEnd) }];
    return [...below(entry, made, context), { start: first, end: node.end, text: '' }];
  }
  refuseComments(node, context);
  const inline =
    typeof value !== 'object' && made.lines.length === 0 ? scalarText(value, style, false, node.style) : inlineText(value, style);
  // What stood in brackets stays in brackets.
  const bracketed = node.style === 'flow' && node.entries.length > 0 && typeof value === 'object';
  if (made.lines.length === 0 || bracketed) return [{ start: node.start, end: node.end, text: inline }];
  return [{ start: entry.after, end: node.end, text: made.head }, ...linesBelow(lineEnd(text, node.end), made.lines, style)];
}

/** A value behind a colon or dash. What would stand above comments that are further in is no text below `|`: they would become part of it. */
function madeFor(entry: TextEntry, value: unknown, { text, style }: Context): BlockText {
  const column = columnOf(text, entry.start);
  if (typeof value === 'string') {
    const end = lineEnd(text, Math.max(entry.after, entry.value.end));
    return ownEnd(text, entry) === end ? blockText(value, column, style) : { head: ` ${scalarText(value, style, false)}`, lines: [] };
  }
  if (entry.key !== undefined) return blockText(value, column, style);
  const [first = '', ...lines] = itemLines(value, column, style);
  return { head: first.slice(column + 1), lines };
}

/** Text below `|`: header and lines one by one, so that a comment behind the header stays. */
function literalReplaced(node: TextNode, value: unknown, made: BlockText, context: Context): readonly Splice[] {
  const { text, style } = context;
  const { head = node.end, body = node.end } = node;
  const literal = literalLines(value);
  const old = text.slice(body, node.end);
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(old)?.[1] || ' '.repeat(made.lines[0]?.search(/\S/) ?? 2);
  const lines = literal?.lines.map((line) => (line === '' ? '' : indent + line));
  const at = body > node.end || old === '' ? { start: lineEnd(text, head), end: lineEnd(text, head) } : { start: body, end: node.end };
  if (literal && lines)
    return [
      { start: node.start, end: head, text: literal.head },
      { ...at, text: (at.start === body && old !== '' ? '' : style.lineEnd) + lines.join(style.lineEnd) },
    ];
  const from = lineEnd(text, head);
  return [
    { start: node.start, end: head, text: made.head.slice(1) },
    { start: from, end: Math.max(from, node.end), text: made.lines.map((line) => style.lineEnd + line).join('') },
  ];
}

function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}
