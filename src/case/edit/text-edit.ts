/** An edit of a YAML or JSON form as stretches of its text that are replaced. What is not certain is refused; that the rest is right shows when it is read again. */
import { textTree } from '../_yaml.ts';
import { child, tokens } from '../pointer.ts';
import { type Edit, grownValue, indexIn, isMembers, refuse, valuesOf } from './edit.ts';
import { flowInsert, flowMember, flowMove, flowRemove } from './flow-edit.ts';
import { type Splice, tight } from './splice.ts';
import { columnOf, lineEnd, lineStart, nextLine, ownEnd, ownStart, type TextEntry, type TextNode } from './text-tree.ts';
import {
  type BlockText,
  blockText,
  type FileStyle,
  inlineText,
  itemLines,
  jsonText,
  literalLines,
  memberLines,
  STEP,
  scalarText,
  styleOf,
} from './text-values.ts';

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

/** @throws EditRefused */
export function textSplices(text: string, edit: Edit, { json, order, lines }: TextOptions): readonly Splice[] {
  const tree = textTree(text);
  const context: TextContext = { text, style: styleOf(text, json, tree), comments: tree.comments, order };
  const path = tokens(edit.pointer);
  return tight(text, change({ node: tree.root, pointer: '', flow: json }, path, edit, { ...context, lines }));
}

type Context = TextContext & Pick<TextOptions, 'lines'>;

/** A value with the entry that holds it; the form itself is held by none. */
interface Spot {
  readonly node: TextNode;
  readonly entry?: TextEntry;
  readonly pointer: string;
  /** Is it written in brackets, because what holds it is? */
  readonly flow: boolean;
}

function change(spot: Spot, [token, ...rest]: readonly string[], edit: Edit, context: Context): readonly Splice[] {
  const { node, pointer } = spot;
  const flow = spot.flow || node.style === 'flow';
  if (token === undefined) return edit.op === 'set' ? replaced(spot, edit.value, context) : refuse('absent');
  const last = rest.length === 0;
  if (node.kind === 'blank') return grown(spot, [token, ...rest], edit, context);
  if (node.kind === 'scalar') return refuse('absent');
  if (node.kind === 'map') {
    const entry = node.entries.find(({ key }) => key === token);
    if (last && (edit.op === 'insert' || edit.op === 'move')) return refuse('list');
    if (!entry) return memberAdded(spot, token, grownValue(rest, edit), context);
    if (entry.odd) return refuse('style');
    if (last && edit.op === 'remove') return entry.value.kind === 'blank' ? refuse('absent') : removed(spot, entry, context);
    return change({ node: entry.value, entry, pointer: child(pointer, token), flow }, rest, edit, context);
  }
  if (last && edit.op === 'insert')
    return itemsAdded(spot, indexIn(token, node.entries.length, node.entries.length), valuesOf(edit), context);
  const entry = node.entries[indexIn(token, node.entries.length)] as TextEntry;
  if (entry.odd) return refuse('style');
  if (last && edit.op === 'remove') return removed(spot, entry, context);
  if (last && edit.op === 'move') return moved(node, node.entries.indexOf(entry), indexIn(String(edit.to), node.entries.length), context);
  return change({ node: entry.value, entry, pointer: child(pointer, token), flow }, rest, edit, context);
}

function grown(spot: Spot, rest: readonly string[], edit: Edit, context: Context): readonly Splice[] {
  const value = grownValue(rest, edit);
  const { entry } = spot;
  if (context.lines && entry && edit.op === 'insert' && rest.length === 1 && !spot.flow)
    return below(entry, { head: '', lines: context.lines(columnOf(context.text, entry.start) + STEP) }, context);
  return replaced(spot, value, context);
}

function replaced(spot: Spot, value: unknown, context: Context): readonly Splice[] {
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

/** Behind a colon or dash, in front of a comment there, and on the lines below. */
function below({ after }: TextEntry, { head, lines }: BlockText, { text, style }: Context): readonly Splice[] {
  const rest = text.slice(after, lineEnd(text, after));
  const blank = rest.trim() === '' ? rest.length : 0;
  return [{ start: after, end: after + blank, text: head }, ...linesBelow(lineEnd(text, after), lines, style)];
}

function linesBelow(at: number, lines: readonly string[], { lineEnd: end }: FileStyle): readonly Splice[] {
  return lines.length === 0 ? [] : [{ start: at, end: at, text: lines.map((line) => end + line).join('') }];
}

function refuseComments({ start, end }: Pick<TextNode, 'start' | 'end'>, { comments }: Context): void {
  if (comments.some((at) => at >= start && at < end)) refuse('comments');
}

function indentOf(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

function memberAdded(spot: Spot, key: string, value: unknown, context: Context): readonly Splice[] {
  const { node, entry, pointer } = spot;
  const { text, style } = context;
  if (node.entries.some(({ odd }) => odd)) return refuse('style');
  const order = context.order(pointer);
  const rank = order.indexOf(key);
  const before = node.entries.findLast(({ key: name = '' }) => rank >= 0 && order.includes(name) && order.indexOf(name) < rank);
  const after = before ?? node.entries.at(-1);
  if (node.style === 'flow') {
    if (entry && after === undefined && !spot.flow)
      return opened(entry, node, memberLines({ [key]: value }, columnOf(text, entry.start) + STEP, style), context);
    return flowMember(node, after, key, value, context);
  }
  if (!after) return refuse('style');
  return linesBelow(ownEnd(text, after), memberLines({ [key]: value }, columnOf(text, after.start), style), style);
}

/** Empty brackets make room for lines. */
function opened(entry: TextEntry, node: TextNode, lines: readonly string[], { text, style, comments }: Context): readonly Splice[] {
  if (comments.some((at) => at > node.start && at < node.end)) return refuse('comments');
  return [{ start: entry.after, end: node.end, text: '' }, ...linesBelow(lineEnd(text, node.end), lines, style)];
}

function itemsAdded(spot: Spot, index: number, values: readonly unknown[], context: Context): readonly Splice[] {
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
function removed(spot: Spot, entry: TextEntry, context: Context): readonly Splice[] {
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
function moved(node: TextNode, from: number, to: number, context: Context): readonly Splice[] {
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
