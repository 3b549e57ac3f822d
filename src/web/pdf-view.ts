/** A PDF as pictures, one page at a time: pixels that a worker drew, so that nothing in the file can be pressed, followed or filled in. */
import { byId, make } from './dom.ts';
import type { PdfLack, PdfOrder, PdfReport } from './pdf-protocol.ts';
import { ui } from './voice.ts';

/** The worker's own text; a program only when somebody looks at a PDF. */
const SOURCE = new Blob([PDF_SOURCE], { type: 'text/javascript' });
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3];

export interface PdfView {
  readonly element: HTMLElement;
  /** At once, whatever the worker is at. */
  end(): void;
}

/** `told`: what is to be said of it, or undefined for nothing; again whenever it changes. `failed`: nothing can be shown. */
export function pdfView(blob: Blob, told: (sentences: readonly string[]) => void, failed: (sentence: string) => void): PdfView {
  const { pdf } = ui().page.viewer;
  const address = URL.createObjectURL(SOURCE);
  const worker = new Worker(address);
  const order = (what: PdfOrder): void => worker.postMessage(what);
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const element = make('button', { type: 'button' }, text);
    element.addEventListener('click', act);
    return element;
  };
  let pages = 0;
  let page = 1;
  let zoom = ZOOMS.indexOf(1);
  let serial = 0;
  const number = make('input', { type: 'number', min: '1', 'aria-label': pdf.number });
  const count = make('span');
  const canvas = make('canvas', { role: 'img' });
  const sheet = make('div', { class: 'sheet', tabindex: '0' }, canvas);
  const draw = (): void => {
    back.disabled = page <= 1;
    on.disabled = page >= pages;
    smaller.disabled = zoom === 0;
    larger.disabled = zoom === ZOOMS.length - 1;
    number.value = String(page);
    sheet.setAttribute('aria-busy', 'true');
    const width = Math.max(200, byId('viewer-body').clientWidth - 40) * (ZOOMS[zoom] ?? 1);
    canvas.style.width = `${width}px`;
    order({ kind: 'draw', page, width: Math.round(width * devicePixelRatio), serial: ++serial });
  };
  const turn = (to: number): void => {
    page = Math.min(Math.max(1, Math.trunc(to) || page), pages);
    sheet.scrollTop = 0;
    draw();
  };
  const magnify = (by: number): void => {
    zoom = Math.min(Math.max(0, zoom + by), ZOOMS.length - 1);
    draw();
  };
  const back = button(pdf.back, () => turn(page - 1));
  const on = button(pdf.on, () => turn(page + 1));
  const smaller = button(pdf.smaller, () => magnify(-1));
  const larger = button(pdf.larger, () => magnify(1));
  number.addEventListener('change', () => turn(number.valueAsNumber));
  worker.onmessage = ({ data }: MessageEvent<PdfReport>) => {
    if (data.kind === 'opened') {
      pages = data.pages;
      number.max = String(pages);
      count.textContent = pdf.of(pages);
      draw();
    } else if (data.kind === 'drawn') {
      if (data.serial !== serial) return;
      canvas.width = data.picture.width;
      canvas.height = data.picture.height;
      canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(data.picture);
      canvas.setAttribute('aria-label', pdf.picture(page, pages));
      sheet.setAttribute('aria-busy', 'false');
      told([pdf.only, ...data.lacks.map((lack: PdfLack) => pdf.lacks[lack])]);
    } else if (data.kind === 'failed' && data.why === 'page') {
      if (data.serial !== serial) return;
      canvas.width = 0;
      sheet.setAttribute('aria-busy', 'false');
      told([pdf.failed.page]);
    } else failed(pdf.failed[data.why]);
  };
  worker.onerror = () => failed(pdf.failed.broken);
  order({ kind: 'open', blob });
  const tools = make('div', { class: 'tools' }, back, number, count, on, smaller, larger);
  return {
    element: make('div', { class: 'pdf' }, tools, sheet),
    end() {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
