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

/** Code points of one text of a dossier: names inside may be as long as somebody likes. */
const LONGEST = 300;

/** Text of a dossier, or of who sent it, as one line that is cut: nothing in it breaks a line, turns direction or hides. For a column or an attribute of its own. */
export function oneLine(text: string): string {
  // Sentences break their lines; in what others wrote a break is shown like every other control.
  const points = [...harmless(text).replaceAll('\n', '<U+000A>').trim()];
  return points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : points.join('');
}

/** A sentence of this page that holds such texts, as one line: its own line breaks become spaces. */
export function flat(sentence: string): string {
  return oneLine(sentence.replace(/\s+/gu, ' '));
}

/** Text of a dossier beside words of this page: between marks that no such text can close. */
export function quoted(text: string): string {
  return `«${oneLine(text).replaceAll('«', '<U+00AB>').replaceAll('»', '<U+00BB>')}»`;
}

/** The one door through which text of a dossier comes to stand on the page by itself. */
export function outside(text: string): HTMLElement {
  return make('span', { class: 'from-outside' }, oneLine(text));
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(id);
  return element as T;
}
