/** Pages of one PDF as sheets of real proportions; drawn when they come near the eye. Door to pdf.js. */

import { make } from './dom.js';
import { GlobalWorkerOptions, getDocument, PDFWorker, PixelsPerInch, TextLayer } from './pdfjs.js';
import { word } from './words.js';

GlobalWorkerOptions.workerSrc = new URL('pdfjs.worker.js', import.meta.url).href;
/** One for all documents: starting it takes longer than reading one. */
const worker = new PDFWorker();

/**
 * @typedef {import('pdfjs-dist').PDFDocumentProxy} Pdf
 * @typedef {import('pdfjs-dist').PDFPageProxy} Page
 * @typedef {{ readonly page: Page, readonly element: HTMLElement, drawn: boolean }} Sheet
 */

/** @param {string} url */
export async function openPdf(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(String(answer.status));
  const data = new Uint8Array(await answer.arrayBuffer());
  return await getDocument({ data, worker, isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableAutoFetch: true })
    .promise;
}

/** @param {Pdf} pdf */
export async function pagesOf(pdf) {
  return await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
}

/**
 * CSS pixels of the widest page at 100 %.
 * @param {readonly Page[]} pages
 */
export function widest(pages) {
  return Math.max(1, ...pages.map((page) => page.getViewport({ scale: PixelsPerInch.PDF_TO_CSS_UNITS }).width));
}

/**
 * Blank sheets of the right size.
 * @param {readonly Page[]} pages
 * @param {number} zoom
 * @returns {readonly Sheet[]}
 */
export function blankSheets(pages, zoom) {
  return pages.map((page, i) => {
    const { width, height } = page.getViewport({ scale: zoom * PixelsPerInch.PDF_TO_CSS_UNITS });
    const element = make('div', { class: 'sheet', role: 'group', 'aria-label': word('page', { n: i + 1, of: pages.length }) });
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    return { page, element, drawn: false };
  });
}

/**
 * Ink, and without being waited for the words over it.
 * @param {Sheet} sheet
 * @param {number} zoom
 */
export async function drawSheet(sheet, zoom) {
  if (sheet.drawn) return;
  sheet.drawn = true;
  const { page, element } = sheet;
  const scale = zoom * PixelsPerInch.PDF_TO_CSS_UNITS;
  const { width, height } = page.getViewport({ scale });
  const viewport = page.getViewport({ scale: scale * sharpness(width, height) });
  const canvas = /** @type {HTMLCanvasElement} */ (make('canvas', { 'aria-hidden': 'true' }));
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  try {
    await page.render({ canvas, viewport }).promise;
    element.replaceChildren(canvas);
    void layWords(sheet, scale).catch(() => undefined);
  } catch {
    element.replaceChildren(make('p', { class: 'failed' }, word('drawFailed')));
  }
}

/**
 * For the finger, the search of the browser and the screen reader.
 * @param {Sheet} sheet
 * @param {number} scale
 */
async function layWords({ page, element }, scale) {
  const text = make('div', { class: 'textLayer' });
  text.style.setProperty('--total-scale-factor', String(scale));
  element.append(text);
  await new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport: page.getViewport({ scale }) }).render();
}

/** Memory of sheets far from the eye is given back. @param {Sheet} sheet */
export function forgetSheet(sheet) {
  const canvas = sheet.element.querySelector('canvas');
  if (!canvas) return;
  canvas.width = 0;
  sheet.element.replaceChildren();
  sheet.drawn = false;
}

/** Device pixels, but no canvas larger than browsers draw. @param {number} width @param {number} height */
function sharpness(width, height) {
  const MOST_PIXELS = 16_000_000;
  return Math.min(Math.max(1, globalThis.devicePixelRatio), Math.sqrt(MOST_PIXELS / (width * height)));
}
