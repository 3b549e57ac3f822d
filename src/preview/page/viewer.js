/** The document in the middle. A newer rendering is drawn beside and then put in the place of the old one: no flicker, same place on the page. */
import { byId, make } from './dom.js';
import { blankSheets, drawSheet, forgetSheet, openPdf, pagesOf, widest } from './sheets.js';

const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];
/** Padding of `.sheets` and the gap of the scroll bar. */
const MARGIN = 48;

/**
 * @typedef {import('./sheets.js').Pdf} Pdf
 * @typedef {import('./sheets.js').Page} Page
 * @typedef {import('./sheets.js').Sheet} Sheet
 * @typedef {{ readonly id: string, readonly sha256: string, readonly pdf: Pdf, readonly pages: readonly Page[] }} Shown
 */

/** @type {Shown | undefined} */
let shown;
/** 0: as wide as the window allows. */
let chosen = 0;
/** The last thing asked for; what was asked before is dropped. */
let latest = 0;
/** @type {IntersectionObserver | undefined} */
let observer;
/** @type {Map<string, { readonly top: number, readonly left: number }>} */
const places = new Map();
const viewer = byId('viewer');

/**
 * Shows a PDF; the same again is nothing to do.
 * @param {string} id
 * @param {string} sha256
 */
export async function showPdf(id, sha256) {
  if (shown?.id === id && shown.sha256 === sha256) return;
  const mine = ++latest;
  const pdf = await openPdf(`pdf/${id}/${sha256}`);
  const pages = await pagesOf(pdf);
  if (mine !== latest) return void pdf.destroy();
  const before = shown;
  remember();
  await lay({ id, sha256, pdf, pages }, mine);
  if (before && before.pdf !== shown?.pdf) void before.pdf.destroy();
}

/** Nothing to show. */
export function clearViewer() {
  latest++;
  remember();
  observer?.disconnect();
  void shown?.pdf.destroy();
  shown = undefined;
  viewer.replaceChildren();
  delete viewer.dataset.sha256;
}

/** @param {1 | -1} step */
export async function zoomBy(step) {
  const now = zoomNow();
  const further = step > 0 ? STEPS.find((s) => s > now + 0.01) : STEPS.findLast((s) => s < now - 0.01);
  await zoomTo(further ?? now);
}

/** @param {number} zoom 0: fit the width */
export async function zoomTo(zoom) {
  chosen = zoom;
  if (shown) await lay(shown, ++latest);
}

/** Where the width fits, a window of another size asks for another zoom. */
export async function fitAgain() {
  if (chosen === 0) await zoomTo(0);
}

export function zoomNow() {
  if (chosen > 0 || !shown) return chosen || 1;
  return Math.max(0.25, (viewer.clientWidth - MARGIN) / widest(shown.pages));
}

function remember() {
  if (shown) places.set(shown.id, { top: viewer.scrollTop / Math.max(1, viewer.scrollHeight), left: viewer.scrollLeft });
}

/**
 * @param {Shown} next
 * @param {number} mine
 */
async function lay(next, mine) {
  const same = shown?.id === next.id;
  const zoomBefore = shown ? zoomNow() : 1;
  const previous = shown;
  shown = next;
  const zoom = zoomNow();
  shown = previous;
  const sheets = blankSheets(next.pages, zoom);
  const box = make('div', { class: 'sheets' });
  box.append(...sheets.map(({ element }) => element));
  const [scrollTop, scrollLeft] = same ? [viewer.scrollTop * (zoom / zoomBefore), viewer.scrollLeft] : [0, 0];
  const kept = same ? undefined : places.get(next.id);
  await Promise.all(sheetsAt(sheets, kept ? undefined : scrollTop).map((sheet) => drawSheet(sheet, zoom)));
  if (mine !== latest) return;
  observer?.disconnect();
  shown = next;
  viewer.replaceChildren(box);
  viewer.scrollTop = kept ? kept.top * viewer.scrollHeight : scrollTop;
  viewer.scrollLeft = kept ? kept.left : scrollLeft;
  viewer.dataset.sha256 = next.sha256;
  byId('zoom').textContent = `${Math.round(zoom * 100)}%`;
  observe(sheets, zoom);
}

/**
 * The sheets that will stand before the eye. Without a place: the first.
 * @param {readonly Sheet[]} sheets
 * @param {number | undefined} scrollTop
 */
function sheetsAt(sheets, scrollTop) {
  const GAP = 16;
  let top = GAP;
  return sheets.filter(({ element }, i) => {
    const from = top;
    top += Number.parseFloat(element.style.height) + GAP;
    if (scrollTop === undefined) return i === 0;
    return top >= scrollTop && from <= scrollTop + viewer.clientHeight;
  });
}

/**
 * @param {readonly Sheet[]} sheets
 * @param {number} zoom
 */
function observe(sheets, zoom) {
  const byElement = new Map(sheets.map((sheet) => [sheet.element, sheet]));
  observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = byElement.get(/** @type {HTMLElement} */ (target));
        if (!sheet) continue;
        if (isIntersecting) void drawSheet(sheet, zoom);
        else forgetSheet(sheet);
      }
    },
    { root: viewer, rootMargin: '150% 0px' },
  );
  for (const { element } of sheets) observer.observe(element);
}
