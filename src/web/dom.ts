/** Elements made of text: what comes from outside is never read as HTML, and is let through the door of displayed text. */
import { column, oneLine } from '../messages/index.ts';

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** `false` and undefined leave an attribute out; strings become text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  element.append(...children);
  return element;
}

/** Code points of a sentence on the screen, where a finding may name many files. */
const LONGEST = 1000;

/** A sentence of ours, what others wrote in it already let through: on one line, cut at `most` code points. */
export function flat(sentence: string, most = LONGEST): string {
  return oneLine(sentence, most);
}

/** Text of a dossier that stands on the page by itself, as a column of its own. */
export function outside(text: string): HTMLElement {
  return make('span', { class: 'from-outside' }, column(text));
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element as T;
}
