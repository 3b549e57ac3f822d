/** A file of the dossier looked at inside the page: PDF by the browser's own viewer, pictures, sound and film by their elements, text as text. */
import { bytesText, harmless } from '../messages/index.ts';
import { byId, make } from './dom.ts';
import type { Inspector } from './inspector.ts';
import { HEAD_BYTES, type Look, lookOf } from './looks.ts';
import { ui } from './voice.ts';

/** Bytes of text that are shown: a longer one is read with its own program. */
const MOST_TEXT = 1_000_000;

let address: string | undefined;
/** Counts what was asked for and taken away: a file that is read too late for either is not shown. */
let latest = 0;

export function startViewer(): void {
  const dialog = byId<HTMLDialogElement>('viewer');
  byId('viewer-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', clear);
}

/** `sound`: it passed. */
export async function look(inspector: Inspector, { path, sound }: { readonly path: string; readonly sound: boolean }): Promise<void> {
  const { viewer } = ui().page;
  const note = byId('viewer-note');
  clear();
  const mine = latest;
  byId('viewer-title').textContent = harmless(path);
  note.textContent = viewer.loading;
  byId<HTMLDialogElement>('viewer').showModal();
  const blob = await inspector.content(path);
  let shown: { readonly element?: HTMLElement; readonly note?: string } = {};
  try {
    const head = new Uint8Array((await blob?.slice(0, HEAD_BYTES).arrayBuffer()) ?? new ArrayBuffer());
    if (mine !== latest) return;
    const kind = blob && lookOf(path, head);
    if (blob && kind) shown = await elementOf(blob, kind, path);
  } catch {
    // Gone, or changed since it was chosen.
    shown = {};
  }
  if (mine !== latest) return;
  if (shown.element) byId('viewer-body').replaceChildren(shown.element);
  note.textContent = [shown.element ? '' : viewer.cannot, sound ? '' : viewer.changed, shown.note ?? ''].join(' ').trim();
}

async function elementOf(blob: Blob, kind: Look, path: string): Promise<{ readonly element: HTMLElement; readonly note?: string }> {
  if (kind.as === 'text') {
    const text = decoded(new Uint8Array(await blob.slice(0, MOST_TEXT).arrayBuffer()), blob.size > MOST_TEXT);
    const note = blob.size > MOST_TEXT ? { note: ui().page.viewer.cut(bytesText(MOST_TEXT)) } : {};
    return { element: make('pre', { tabindex: '0' }, harmless(text.replaceAll('\r\n', '\n').replaceAll('\t', '    '))), ...note };
  }
  // The type is ours, whatever the file says of itself.
  const typed = blob.slice(0, blob.size, kind.type);
  address = URL.createObjectURL(typed);
  const name = path.slice(path.lastIndexOf('/') + 1);
  offer(address, harmless(name), kind.as === 'pdf');
  if (kind.as === 'pdf') return { element: make('iframe', { src: address, title: harmless(name) }) };
  if (kind.as === 'image') return { element: make('img', { src: address, alt: harmless(name) }) };
  return { element: make(kind.as, { src: address, controls: true, 'aria-label': harmless(name) }) };
}

/** Chinese officials' older files are GBK. */
function decoded(bytes: Uint8Array, cut: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function offer(at: string, name: string, apart: boolean): void {
  const save = byId<HTMLAnchorElement>('viewer-save');
  const open = byId<HTMLAnchorElement>('viewer-apart');
  save.href = at;
  save.download = name;
  save.hidden = false;
  open.href = at;
  open.hidden = !apart;
}

function clear(): void {
  latest++;
  if (address !== undefined) URL.revokeObjectURL(address);
  address = undefined;
  byId('viewer-body').replaceChildren();
  for (const id of ['viewer-save', 'viewer-apart']) {
    byId(id).hidden = true;
    byId(id).removeAttribute('href');
  }
}
