/** The thread of pdf-words.ts: the bytes of a file in; its texts, and then what was not read, out. */
import { parentPort } from 'node:worker_threads';
import type { Unread } from '../words.ts';
import { pdfLook } from './look.ts';

/** `alive`: a page or a stream was done. */
export type PdfReport = { readonly text: string } | { readonly alive: true } | { readonly unread: readonly Unread[] };

const tell = (report: PdfReport): void => parentPort?.postMessage(report);

/** Milliseconds between two signs of life. */
const ALIVE_MS = 1000;

// What goes wrong ends the thread, and its owner says so.
parentPort?.on('message', (bytes: Uint8Array) => {
  let told = performance.now();
  const alive = (): void => {
    if (performance.now() - told < ALIVE_MS) return;
    told = performance.now();
    tell({ alive: true });
  };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  void pdfLook(file, { text: (text) => tell({ text }), alive }).then((unread) => tell({ unread }));
});
