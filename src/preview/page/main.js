/** The page: what the server tells, what the user asks for, and which document stands in the middle. */
import { drawList, focusRow, neighbour } from './documents.js';
import { byId, setOrDrop } from './dom.js';
import { drawFindings, foldWrong } from './findings.js';
import { clearViewer, fitAgain, showPdf, zoomBy, zoomTo } from './viewer.js';
import { loadWords, word } from './words.js';

/** @typedef {import('./documents.js').ShownDocument} ShownDocument */

/** @type {readonly ShownDocument[]} */
let documents = [];
/** @type {readonly import('./findings.js').ShownFinding[]} */
let findings = [];
let current = decodeURIComponent(location.hash.slice(1));

await loadWords();
const events = new EventSource('events');
events.addEventListener('state', ({ data }) => {
  const state = JSON.parse(data);
  documents = state.documents;
  const held = documents.length === 0 || documents.some((d) => d.id === current && d.state === 'stale');
  byId('status').textContent = word(state.busy ? 'updating' : held ? 'held' : 'upToDate');
  document.body.dataset.turn = String(state.turn);
  document.body.dataset.busy = String(state.busy);
  byId('status').classList.remove('lost');
  if (!documents.some(({ id }) => id === current)) current = documents.find(({ state: s }) => s !== 'nothing')?.id ?? '';
  draw();
});
events.addEventListener('findings', ({ data }) => {
  findings = JSON.parse(data);
  drawFindings(findings, { titleOf, choose });
});
events.addEventListener('open', () => tellShown());
events.addEventListener('error', () => {
  byId('status').textContent = word('lost');
  byId('status').classList.add('lost');
});

/** @param {string} id */
function titleOf(id) {
  return documents.find((d) => d.id === id)?.title ?? '';
}

/** @param {string} id */
function choose(id) {
  if (id === current || !documents.some((d) => d.id === id)) return;
  current = id;
  history.replaceState(null, '', `#${encodeURIComponent(id)}`);
  tellShown();
  draw();
}

/** The server renders first what is looked at. */
function tellShown() {
  if (current)
    void fetch(`show/${current}`)
      .then((answer) => answer.text())
      .catch(() => undefined);
}

let told = '';
function draw() {
  if (told !== current) tellShown();
  told = current;
  drawList(documents, current, choose);
  drawFindings(findings, { titleOf, choose });
  const shown = documents.find(({ id }) => id === current);
  const there = shown !== undefined && shown.sha256 !== '';
  byId('name').textContent = shown?.title ?? word('title');
  document.title = `${shown?.title ?? ''} · mbpack`;
  byId('stale').hidden = !(there && shown.state === 'stale');
  byId('nothing').hidden = there || shown === undefined || shown.state === 'waiting';
  byId('nothing').textContent = word('nothingToShow');
  byId('viewer').setAttribute('aria-label', shown?.title ?? '');
  setOrDrop(byId('print'), 'href', there ? `pdf/${shown.id}/${shown.sha256}` : undefined);
  setOrDrop(byId('save'), 'href', there ? `save/${shown.id}/${shown.sha256}` : undefined);
  if (there) void showPdf(shown.id, shown.sha256).catch(() => undefined);
  else clearViewer();
}

byId('zoom-in').addEventListener('click', () => void zoomBy(1));
byId('zoom-out').addEventListener('click', () => void zoomBy(-1));
byId('fit').addEventListener('click', () => void zoomTo(0));
addEventListener('resize', () => void fitAgain());
addEventListener('hashchange', () => choose(decodeURIComponent(location.hash.slice(1))));

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const inList = event.target instanceof Node && byId('list').contains(event.target);
  const step = { j: 1, k: -1, ...(inList ? { ArrowDown: 1, ArrowUp: -1 } : {}) }[event.key];
  if (step !== undefined) {
    const next = neighbour(documents, current, step);
    if (next) choose(next);
    if (inList) focusRow(current);
  } else if (event.key === '+' || event.key === '=') void zoomBy(1);
  else if (event.key === '-') void zoomBy(-1);
  else if (event.key === '0') void zoomTo(0);
  else if (event.key === 'Escape') foldWrong();
  else return;
  event.preventDefault();
});
