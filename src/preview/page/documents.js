/** The list of documents on the left: titles, pages, state. */
import { byId, make } from './dom.js';
import { word } from './words.js';

/** @typedef {{ id: string, title: string, internal: boolean, state: 'waiting' | 'fresh' | 'stale' | 'nothing', nothing?: string, pages: number, sha256: string }} ShownDocument */

/**
 * @param {readonly ShownDocument[]} documents
 * @param {string} current
 * @param {(id: string) => void} choose
 */
export function drawList(documents, current, choose) {
  const list = byId('list');
  const focused =
    document.activeElement instanceof HTMLElement && list.contains(document.activeElement) ? document.activeElement.dataset.id : undefined;
  const { scrollTop } = list;
  const groups = [
    { title: word('outward'), rows: documents.filter((d) => !d.internal) },
    { title: word('internal'), rows: documents.filter((d) => d.internal) },
  ].filter(({ rows }) => rows.length > 0);
  list.replaceChildren(
    ...groups.flatMap(({ title, rows }) => [
      make('h2', {}, title),
      make('ul', {}, ...rows.map((d) => make('li', {}, row(d, current, choose)))),
    ]),
  );
  list.scrollTop = scrollTop;
  if (focused) buttonOf(focused)?.focus({ preventScroll: true });
}

/**
 * @param {ShownDocument} shown
 * @param {string} current
 * @param {(id: string) => void} choose
 */
function row(shown, current, choose) {
  const { id, title, state, nothing, pages } = shown;
  const about = nothing ? word(nothing) : pages > 0 ? word('pages', { n: pages }) : '';
  const button = make(
    'button',
    { type: 'button', 'data-id': id, 'data-state': state, 'aria-current': id === current ? 'true' : 'false' },
    make('span', { class: 'title' }, title),
    make('span', { class: 'state' }, state === 'nothing' ? '' : word(state)),
    make('span', { class: 'about' }, about),
  );
  button.addEventListener('click', () => choose(id));
  return button;
}

/** @param {string} id */
function buttonOf(id) {
  return /** @type {HTMLElement | null} */ (byId('list').querySelector(`[data-id="${CSS.escape(id)}"]`));
}

/**
 * The document that stands `step` rows further.
 * @param {readonly ShownDocument[]} documents
 * @param {string} current
 * @param {number} step
 */
export function neighbour(documents, current, step) {
  const order = [...documents.filter((d) => !d.internal), ...documents.filter((d) => d.internal)];
  const at = order.findIndex(({ id }) => id === current);
  return order[Math.min(order.length - 1, Math.max(0, at + step))]?.id;
}

/** @param {string} id */
export function focusRow(id) {
  const button = buttonOf(id);
  button?.focus();
  button?.scrollIntoView({ block: 'nearest' });
}
