/** Reads a template's vocabulary strictly. Whatever it does not know is a fault with its place. */
import { nearest } from '../model/index.ts';
import { type Element, SEGMENT } from '../typeset/index.ts';
import { Tokenizer } from '../xml/index.ts';
import { MAX_DEPTH } from './template-limits.ts';
import { attributeFits, mayHold, mayHoldText, VOCABULARY } from './vocabulary.ts';

/** A fault with its offset in the source, in UTF-16 units. */
export type MarkupFault = { readonly offset: number } & (
  | { readonly kind: 'element'; readonly name: string; readonly nearest: string }
  | { readonly kind: 'attribute'; readonly element: string; readonly name: string; readonly nearest: string }
  | { readonly kind: 'value'; readonly element: string; readonly name: string; readonly value: string; readonly expected: string }
  | { readonly kind: 'required'; readonly element: string; readonly name: string }
  | { readonly kind: 'place'; readonly name: string; readonly parent: string }
  | { readonly kind: 'text'; readonly parent: string; readonly text: string }
  | { readonly kind: 'unclosed'; readonly name: string; readonly found: string }
  | { readonly kind: 'foreign'; readonly text: string }
  | { readonly kind: 'limit'; readonly what: 'depth'; readonly limit: number }
);

export interface ParsedMarkup {
  readonly root: Element | undefined;
  /** All that stands at the top; of a whole document the root alone. */
  readonly children: readonly (Element | string)[];
  readonly faults: readonly MarkupFault[];
}

/** A long list has a million cells: those without attributes share this. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(Object.create(null) as Record<string, string>);

interface Open {
  readonly name: string;
  readonly offset: number;
  attributes: Record<string, string>;
  readonly children: (Element | string)[];
}

/** Line breaks and indentation of a template are no text; a line break inside data arrives as U+2028. */
const TEMPLATE_SPACE = /[ \t]*\r?\n[ \t]*/g;

export interface MarkupOptions {
  /** Was this span of the source a Handlebars expression, blanked out? Such values are known only after rendering. */
  readonly dynamic?: (from: number, to: number) => boolean;
  /** Markup that `<?rows n?>` stands for: rows of a long list, made when they are laid out. */
  readonly segment?: (n: number) => string;
  /** Element that the source stands in; a whole document without it. */
  readonly inside?: string;
}

/** A fault in a segment, met while it was laid out. */
export class MarkupError extends Error {
  readonly fault: MarkupFault;
  constructor(fault: MarkupFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

const SEGMENT_MARK = /^rows (\d+)$/;

export function segmentMark(n: number): string {
  return `<?rows ${n}?>`;
}

/** Reads markup. */
export function parseMarkup(source: string, options: MarkupOptions = {}): ParsedMarkup {
  const { dynamic = () => false, inside = '' } = options;
  const faults: MarkupFault[] = [];
  const top: Open = { name: inside, offset: 0, attributes: NO_ATTRIBUTES, children: [] };
  const stack: Open[] = [top];
  let tag: Open | undefined;
  let attribute: { readonly name: string; readonly offset: number; value: string; from: number } | undefined;
  let text = '';
  let textFrom = 0;
  const current = () => stack.at(-1) as Open;

  const flushText = () => {
    const value = text.replace(TEMPLATE_SPACE, '');
    text = '';
    if (value.trim() === '' && !mayHoldText(current().name)) return;
    if (value === '') return;
    if (mayHoldText(current().name)) current().children.push(value);
    else faults.push({ kind: 'text', offset: textFrom, parent: current().name, text: value.trim().slice(0, 20) });
  };
  const addText = (value: string, from: number) => {
    if (text === '') textFrom = from;
    text += value;
  };
  const open = (closed: boolean) => {
    if (!tag) return;
    const rule = VOCABULARY[tag.name];
    for (const name of rule?.required ?? []) {
      if (tag.attributes[name] === undefined) faults.push({ kind: 'required', offset: tag.offset, element: tag.name, name });
    }
    if (stack.length === MAX_DEPTH) faults.push({ kind: 'limit', offset: tag.offset, what: 'depth', limit: MAX_DEPTH });
    stack.push(tag);
    if (closed) close(tag.name, tag.offset);
    tag = undefined;
  };
  const close = (name: string, offset: number) => {
    flushText();
    const element = current();
    if (element.name !== name) {
      faults.push({ kind: 'unclosed', offset, name: element.name, found: name });
      if (!stack.some((e) => e.name === name)) return;
      while (current().name !== name) stack.pop();
    }
    if (stack.length === 1) return;
    const done = stack.pop() as Open;
    // A copy has no room to grow, which is most of what a grown array takes.
    current().children.push({ name: done.name, attributes: done.attributes, children: done.children.slice() });
  };
  const later = (n: number) => {
    flushText();
    const { name, children } = current();
    // Rows are made whole: a mark among them is none of ours.
    const read = () => parseMarkup(options.segment?.(n) ?? '', { inside: name });
    if (name === 'table') {
      children.push(segment(read));
      return;
    }
    const part = read();
    faults.push(...part.faults);
    children.push(...part.children);
  };
  const foreign = (from: number) => {
    faults.push({ kind: 'foreign', offset: from, text: source.slice(from, from + 20) });
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (from, to) => addText(source.slice(from, to), from),
      ontextentity: (codePoint, end) => addText(String.fromCodePoint(codePoint), end),
      onopentagname: (from, to) => {
        flushText();
        const name = source.slice(from, to);
        if (!Object.hasOwn(VOCABULARY, name))
          faults.push({ kind: 'element', offset: from, name, nearest: nearest(name, Object.keys(VOCABULARY)) ?? '' });
        else if (
          stack.length === 1 && inside === ''
            ? name !== 'document'
            : !mayHold(current().name, name) && Object.hasOwn(VOCABULARY, current().name)
        ) {
          faults.push({ kind: 'place', offset: from, name, parent: current().name });
        }
        tag = { name, offset: from, attributes: NO_ATTRIBUTES, children: [] };
      },
      onattribname: (from, to) => {
        attribute = { name: source.slice(from, to), offset: from, value: '', from: to };
      },
      onattribdata: (from, to) => {
        if (attribute) attribute.value += source.slice(from, to);
      },
      onattribentity: (codePoint) => {
        if (attribute) attribute.value += String.fromCodePoint(codePoint);
      },
      onattribend: (_quote, end) => {
        if (attribute && tag) checkAttribute(tag, attribute, end);
        attribute = undefined;
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag: (from, to) => close(source.slice(from, to), from),
      oncomment: () => {},
      oncdata: (from) => foreign(from),
      ondeclaration: (from) => foreign(from),
      onprocessinginstruction: (from, to) => {
        const n = options.segment && SEGMENT_MARK.exec(source.slice(from, to))?.[1];
        if (n === undefined) foreign(from);
        else later(Number(n));
      },
      onend: () => {},
    },
  );
  const checkAttribute = (
    element: Open,
    { name, offset, value, from }: { name: string; offset: number; value: string; from: number },
    end: number,
  ) => {
    const rule = VOCABULARY[element.name];
    if (element.attributes === NO_ATTRIBUTES) element.attributes = Object.create(null) as Record<string, string>;
    element.attributes[name] = value;
    if (!rule) return;
    const kind = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (kind === undefined) {
      faults.push({ kind: 'attribute', offset, element: element.name, name, nearest: nearest(name, Object.keys(rule.attributes)) ?? '' });
    } else if (!dynamic(from, end) && !attributeFits(kind, value)) {
      faults.push({
        kind: 'value',
        offset,
        element: element.name,
        name,
        value,
        expected: Array.isArray(kind) ? kind.join(' ') : String(kind),
      });
    }
  };

  tokenizer.write(source);
  tokenizer.end();
  flushText();
  if (stack.length > 1) faults.push({ kind: 'unclosed', offset: current().offset, name: current().name, found: '' });
  const root = top.children.find((c): c is Element => typeof c === 'object');
  return { root, children: top.children, faults };
}

/** Reads its rows when they are asked for, and keeps none of them. */
function segment(read: () => ParsedMarkup): Element {
  return {
    name: SEGMENT,
    attributes: NO_ATTRIBUTES,
    get children() {
      const { children, faults } = read();
      const [wrong] = faults;
      if (wrong) throw new MarkupError(wrong);
      return children;
    },
  };
}
