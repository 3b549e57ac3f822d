/** A file of the dossier looked at inside the page: PDF as pictures of its pages, pictures, sound and film by their elements, text as text. Nothing that is looked at acts: no frame, no link, and what is saved has no type. */
import { bytesText, column, harmless, quoted } from '../messages/index.ts';
import { byId, make } from './dom.ts';
import type { Inspector } from './inspector.ts';
import { HEAD_BYTES, type Look, lookOf } from './looks.ts';
import { type PdfView, pdfView } from './pdf-view.ts';
import { ui } from './voice.ts';

/** Bytes of text that are shown: a longer one is read with its own program. */
const MOST_TEXT = 1_000_000;

/** What a browser can only save. */
const NO_TYPE = 'application/octet-stream';

let address: string | undefined;
let pdf: PdfView | undefined;
let saved: (() => void) | undefined;
/** Counts what was asked for and taken away: a file that is read too late for either is not shown. */
let latest = 0;

export function startViewer(): void {
  const dialog = byId<HTMLDialogElement>('viewer');
  byId('viewer-close').addEventListener('click', () => dialog.close());
  byId('viewer-save').addEventListener('click', () => saved?.());
  dialog.addEventListener('close', clear);
}

/** `sound`: it passed. */
export async function look(inspector: Inspector, { path, sound }: { readonly path: string; readonly sound: boolean }): Promise<void> {
  const { viewer } = ui().page;
  const note = byId('viewer-note');
  clear();
  const mine = latest;
  byId('viewer-title').textContent = quoted(path);
  note.textContent = viewer.loading;
  byId<HTMLDialogElement>('viewer').showModal();
  const blob = await inspector.content(path);
  const say = (sentences: readonly string[]): void => {
    note.textContent = [...sentences, ...(sound ? [] : [viewer.changed])].join(' ');
  };
  let kind: Look | undefined;
  let shown: { readonly element?: HTMLElement; readonly note?: string } = {};
  try {
    const head = new Uint8Array((await blob?.slice(0, HEAD_BYTES).arrayBuffer()) ?? new ArrayBuffer());
    if (mine !== latest) return;
    kind = blob && lookOf(path, head);
    if (blob && kind) shown = await elementOf(blob, kind, path);
  } catch {
    // Gone, or changed since it was chosen.
    shown = {};
  }
  if (mine !== latest) return;
  if (blob && kind) offer(blob, path);
  if (blob && kind?.as === 'pdf') {
    const failed = (sentence: string): void => {
      byId('viewer-body').replaceChildren();
      say([sentence]);
    };
    pdf = pdfView(blob, say, failed);
    byId('viewer-body').replaceChildren(pdf.element);
    return;
  }
  if (shown.element) byId('viewer-body').replaceChildren(shown.element);
  say([...(shown.element ? [] : [viewer.cannot]), ...(shown.note ? [shown.note] : [])]);
}

async function elementOf(blob: Blob, kind: Look, path: string): Promise<{ readonly element?: HTMLElement; readonly note?: string }> {
  if (kind.as === 'pdf') return {};
  if (kind.as === 'text') {
    const text = decoded(new Uint8Array(await blob.slice(0, MOST_TEXT).arrayBuffer()), blob.size > MOST_TEXT);
    const note = blob.size > MOST_TEXT ? { note: ui().page.viewer.cut(bytesText(MOST_TEXT)) } : {};
    return { element: make('pre', { tabindex: '0' }, harmless(text.replaceAll('\r\n', '\n').replaceAll('\t', '    '))), ...note };
  }
  // The type is ours, whatever the file says of itself.
  address = URL.createObjectURL(blob.slice(0, blob.size, kind.type));
  const name = column(nameOf(path));
  if (kind.as === 'image') return { element: make('img', { src: address, alt: name }) };
  return { element: make(kind.as, { src: address, controls: true, 'aria-label': name }) };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Chinese officials' older files are GBK. */
function decoded(bytes: Uint8Array, cut: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A button, not a link: a link could be opened in another tab, where the browser would show the file and let it act. */
function offer(blob: Blob, path: string): void {
  saved = () => {
    const at = URL.createObjectURL(blob.slice(0, blob.size, NO_TYPE));
    make('a', { href: at, download: column(nameOf(path)) }).click();
    setTimeout(() => URL.revokeObjectURL(at), 60_000);
  };
  byId('viewer-save').hidden = false;
}

function clear(): void {
  latest++;
  pdf?.end();
  pdf = undefined;
  saved = undefined;
  if (address !== undefined) URL.revokeObjectURL(address);
  address = undefined;
  byId('viewer-body').replaceChildren();
  byId('viewer-save').hidden = true;
}
