/** Findings: what keeps the page from updating lies over it, all else stands at the side. */
import { byId, make } from './dom.js';
import { word } from './words.js';

/**
 * @typedef {{ line: number, before: string, mark: string, after: string, note: string }} Excerpt
 * @typedef {{ severity: 'stop' | 'error' | 'warning' | 'info', label: string, code: string, rule: string, place: string, text: string,
 *   basis: string, hint: string, excerpt?: Excerpt, document?: string, blocking: boolean }} ShownFinding
 * @typedef {{ readonly titleOf: (id: string) => string, readonly choose: (id: string) => void }} Around
 */

/** More than these nobody reads at once. */
const MOST_A_GROUP = 200;
/** @type {readonly ('stop' | 'error' | 'warning' | 'info')[]} */
const GROUPS = ['stop', 'error', 'warning', 'info'];
let folded = false;

/**
 * @param {readonly ShownFinding[]} findings
 * @param {Around} around
 */
export function drawFindings(findings, around) {
  drawWrong(
    findings.filter((f) => f.blocking),
    around,
  );
  const others = findings.filter((f) => !f.blocking);
  const panel = byId('findings');
  const opened = new Map([...panel.querySelectorAll('details')].map((d) => [d.dataset.severity, d.open]));
  panel.replaceChildren(
    ...GROUPS.flatMap((severity) => {
      const group = others.filter((f) => f.severity === severity);
      if (group.length === 0) return [];
      const open = opened.get(severity) ?? severity !== 'info';
      const rows = group.slice(0, MOST_A_GROUP).map((f) => block(f, around));
      return [make('details', { open, 'data-severity': severity }, make('summary', {}, `${word(severity)} ${group.length}`), ...rows)];
    }),
    ...(findings.length === 0 ? [make('p', {}, word('noFindings'))] : []),
  );
}

/**
 * @param {readonly ShownFinding[]} wrong
 * @param {Around} around
 */
function drawWrong(wrong, around) {
  const overlay = byId('wrong');
  overlay.hidden = wrong.length === 0;
  if (wrong.length === 0) {
    folded = false;
    overlay.replaceChildren();
    return;
  }
  const fold = make('button', { type: 'button', 'aria-expanded': String(!folded) }, word(folded ? 'unhide' : 'hide'));
  fold.addEventListener('click', () => foldWrong());
  overlay.classList.toggle('folded', folded);
  overlay.replaceChildren(
    make('div', { class: 'head' }, word('wrong', { n: wrong.length }), fold),
    ...wrong.slice(0, MOST_A_GROUP).map((f) => block(f, around)),
  );
}

/** Folds the overlay, or unfolds it. */
export function foldWrong() {
  const overlay = byId('wrong');
  if (overlay.hidden) return;
  folded = !folded;
  overlay.classList.toggle('folded', folded);
  const fold = overlay.querySelector('button');
  if (!fold) return;
  fold.textContent = word(folded ? 'unhide' : 'hide');
  fold.setAttribute('aria-expanded', String(!folded));
}

/**
 * @param {ShownFinding} finding
 * @param {Around} around
 */
function block(finding, { titleOf, choose }) {
  const { severity, label, code, rule, place, text, basis, hint, excerpt, document: spoken } = finding;
  const rows = [
    make('p', { class: 'place' }, place),
    make('p', {}, make('span', { class: 'label', title: code }, `${label}${rule ? ` ${rule}` : ''}　`), text),
    ...(excerpt ? [excerptBlock(excerpt)] : []),
    ...(basis ? [make('p', { class: 'more' }, `${word('basis')}　${basis}`)] : []),
    ...(hint ? [make('p', { class: 'more' }, `${word('hint')}　${hint}`)] : []),
  ];
  const title = spoken ? titleOf(spoken) : '';
  if (spoken && title) {
    const go = make('button', { type: 'button' }, word('goTo', { name: title }));
    go.addEventListener('click', () => choose(spoken));
    rows.push(go);
  }
  return make('div', { class: 'finding', 'data-severity': severity, 'data-code': code }, ...rows);
}

/** @param {Excerpt} excerpt */
function excerptBlock({ line, before, mark, after, note }) {
  return make(
    'div',
    { class: 'excerpt' },
    make('span', { class: 'line' }, `${line} | `),
    before,
    make('mark', {}, mark || ' '),
    after,
    ...(note ? [make('span', { class: 'note' }, `　← ${note}`)] : []),
  );
}
