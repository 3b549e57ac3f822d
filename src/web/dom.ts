/** Elements made of text: what comes from outside is never read as HTML. */
import { harmless } from '../messages/index.ts';

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

/** Text of a dossier: control, bidi and zero-width characters shown by their code points, the rest kept apart from what stands around. */
export function outside(text: string): HTMLElement {
  return make('span', { class: 'from-outside' }, harmless(text).replaceAll('\n', ' '));
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element as T;
}
