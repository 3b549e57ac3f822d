/** An edit of a YAML or JSON form as stretches of its text that are replaced. What is not certain is refused; that the rest is right shows when it is read again. */
import { textTree } from '../_yaml.ts';
import { child, tokens } from '../pointer.ts';
import { type Edit, grownValue, indexIn, refuse, valuesOf } from './edit.ts';
import { type Splice, tight } from './splice.ts';
import { below, type Context, type Spot, type TextContext, type TextOptions } from './text-context.ts';
import { itemsAdded, memberAdded, moved, removed } from './text-entries.ts';
import { replaced } from './text-replace.ts';
import { columnOf, type TextEntry } from './text-tree.ts';
import { STEP, styleOf } from './text-values.ts';

/** @throws EditRefused */
export function textSplices(text: string, edit: Edit, { json, order, lines }: TextOptions): readonly Splice[] {
  const tree = textTree(text);
  const context: TextContext = { text, style: styleOf(text, json, tree), comments: tree.comments, order };
  const path = tokens(edit.pointer);
  return tight(text, change({ node: tree.root, pointer: '', flow: json }, path, edit, { ...context, lines }));
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
    if (!entry) {
      const lines = edit.op === 'insert' && rest.length === 1 ? context.lines : undefined;
      return memberAdded(spot, token, grownValue(rest, edit), { ...context, lines });
    }
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
