/** Members of groups and items of lists added, taken out and moved, with the comments that belong to them. */
import { refuse } from './edit.ts';
import { flowInsert, flowMember, flowMove, flowRemove } from './flow-edit.ts';
import type { Splice } from './splice.ts';
import { type Context, linesBelow, type Spot } from './text-context.ts';
import { columnOf, lineEnd, lineStart, nextLine, ownEnd, ownStart, type TextEntry, type TextNode } from './text-tree.ts';
import { itemLines, keyText, literalLines, memberLines, STEP } from './text-values.ts';

export function memberAdded(spot: Spot, key: string, value: unknown, context: Context): readonly Splice[] {
  const { node, entry, pointer } = spot;
  const { text, style, lines } = context;
  const made = (indent: number): readonly string[] =>
    lines ? [`${' '.repeat(indent)}${keyText(key, style, false)}:`, ...lines(indent + STEP)] : memberLines({ [key]: value }, indent, style);
  if (node.entries.some(({ odd }) => odd)) return refuse('style');
  const order = context.order(pointer);
  const rank = order.indexOf(key);
  const before = node.entries.findLast(({ key: name = '' }) => rank >= 0 && order.includes(name) && order.indexOf(name) < rank);
  const after = before ?? node.entries.at(-1);
  if (node.style === 'flow') {
    if (entry && after === undefined && !spot.flow) return opened(entry, node, made(columnOf(text, entry.start) + STEP), context);
    return flowMember(node, after, key, value, context);
  }
  if (!after) return refuse('style');
  return linesBelow(ownEnd(text, after), made(columnOf(text, after.start)), style);
}

/** Empty brackets make room for lines. */
function opened(entry: TextEntry, node: TextNode, lines: readonly string[], { text, style, comments }: Context): readonly Splice[] {
  if (comments.some((at) => at > node.start && at < node.end)) return refuse('comments');
  return [{ start: entry.after, end: node.end, text: '' }, ...linesBelow(lineEnd(text, node.end), lines, style)];
}

export function itemsAdded(spot: Spot, index: number, values: readonly unknown[], context: Context): readonly Splice[] {
  const { node, entry } = spot;
  const { text, style, lines } = context;
  const made = (indent: number): readonly string[] => lines?.(indent) ?? values.flatMap((value) => itemLines(value, indent, style));
  if (node.style === 'flow') {
    const empty = node.entries.length === 0 && entry !== undefined && !spot.flow;
    const inside = values.every((value) => (typeof value === 'string' ? !literalLines(value)?.lines[1] : typeof value !== 'object'));
    if (empty && !inside) return opened(entry, node, made(columnOf(text, entry.start) + STEP), context);
    return flowInsert(node, index, values, context);
  }
  const first = node.entries[0];
  if (!first || !startsLine(text, first.start)) return refuse('style');
  const column = columnOf(text, first.start);
  const next = node.entries[index];
  if (!next) return linesBelow(listEnd(text, node, entry), made(column), style);
  const at = itemStarts(text, node)(index);
  return [
    {
      start: at,
      end: at,
      text: made(column)
        .map((line) => line + style.lineEnd)
        .join(''),
    },
  ];
}

/** Behind the last item, and behind the comments that stand where its dash does, unless the next field begins there as well. */
function listEnd(text: string, { entries }: TextNode, holder: TextEntry | undefined): number {
  const last = entries.at(-1) as TextEntry;
  const column = columnOf(text, last.start);
  const deeper = holder && columnOf(text, holder.start) < column;
  return ownEnd(text, last, deeper ? column - 1 : column);
}

/** Where items begin with the comments above them. Above the first one they may speak of the whole list: they are taken for its own where other items have some, too. */
function itemStarts(text: string, { entries }: TextNode): (index: number) => number {
  const own = entries.some((other, i) => i > 0 && ownStart(text, other) < lineStart(text, other.start));
  return (index) => {
    const entry = entries[index] as TextEntry;
    return index > 0 || own ? ownStart(text, entry) : lineStart(text, entry.start);
  };
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** An entry with its line, what belongs to it and the comment behind it; comments above it go with an item, and stay above a member. */
export function removed(spot: Spot, entry: TextEntry, context: Context): readonly Splice[] {
  const { node, entry: holder } = spot;
  const { text } = context;
  if (node.style === 'flow') return flowRemove(node, node.entries.indexOf(entry), context);
  const end = ownEnd(text, entry);
  const whole = startsLine(text, entry.start);
  if (node.entries.length === 1) return emptied(node, holder, entry, end, context);
  if (!whole) {
    // The first member of an item shares its line with the dash: what follows moves up to it.
    if (node.kind === 'seq') return refuse('style');
    const following = nextLine(text, end);
    return [{ start: entry.start, end: following + (/^[ \t]*/.exec(text.slice(following))?.[0].length ?? 0), text: '' }];
  }
  const start = node.kind === 'seq' ? itemStarts(text, node)(node.entries.indexOf(entry)) : lineStart(text, entry.start);
  return [{ start, end: nextLine(text, end), text: '' }];
}

/** A group or list of which the last entry goes is written as empty. */
function emptied(node: TextNode, holder: TextEntry | undefined, entry: TextEntry, end: number, { text }: Context): readonly Splice[] {
  const empty = node.kind === 'seq' ? '[]' : '{}';
  if (!holder || !startsLine(text, entry.start)) return [{ start: entry.start, end, text: empty }];
  return [
    { start: holder.after, end: holder.after, text: ` ${empty}` },
    { start: lineStart(text, entry.start), end: nextLine(text, end), text: '' },
  ];
}

/** Items of a block change places with the comments that belong to them; what stands between them stays where it is. */
export function moved(node: TextNode, from: number, to: number, context: Context): readonly Splice[] {
  const { text, style } = context;
  if (node.style === 'flow') return flowMove(node, from, to, context);
  const { entries } = node;
  if (!startsLine(text, entries[0]?.start ?? 0)) return refuse('style');
  const begin = itemStarts(text, node);
  const blocks = entries.map((entry, i) => ({
    start: begin(i),
    end: nextLine(text, ownEnd(text, entry)),
  }));
  const ended = (block: string): string => (block.endsWith('\n') ? block : block + style.lineEnd);
  const texts = blocks.map(({ start, end }) => ended(text.slice(start, end)));
  const order = texts.toSpliced(from, 1).toSpliced(to, 0, texts[from] as string);
  const open = !text.slice(0, blocks.at(-1)?.end).endsWith('\n');
  return blocks.map(({ start, end }, i) => {
    const put = order[i] ?? '';
    return { start, end, text: open && i === blocks.length - 1 ? put.replace(/\r?\n$/, '') : put };
  });
}
