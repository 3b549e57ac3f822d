/** One scan: is it whole, do its pages open, and which check code does each bear? Runs in a thread that may be ended at any moment. */
import { open } from 'node:fs/promises';
import { type OpenedPdf, openPdf } from './_pdfium.ts';
import { asPdf } from './as-pdf.ts';
import { codeIn, EDGES, MIDDLES } from './code-on-page.ts';
import { HEAD_BYTES, kindOf, TAIL_BYTES } from './kind.ts';
import { isBlank } from './raster.ts';

/** Why a scan cannot stand for a signed paper: no byte in it, its end is missing, a password, no format of pages, unreadable, nothing on any page. */
export type ScanFault = 'empty' | 'cut' | 'locked' | 'notPage' | 'damaged' | 'blank';
/** Why it was not looked into: too large, a format that only people look at, or so slow, or so hungry, that it was given up. */
export type Unseen = 'large' | 'format' | 'gaveUp';

export type ScanLook =
  | { readonly fault: ScanFault }
  | { readonly unseen: Unseen; readonly format?: string; readonly pages?: number }
  /** `codes`: what was read on each page; null where nothing was. */
  | { readonly pages: number; readonly codes: readonly (string | null)[] };

/** Bytes: a hundred pages in colour at 300 dpi are half of it. */
const MAX_BYTES = 200 * 1024 * 1024;
/** Milliseconds for all pages of a scan; a page takes about 100. */
const MOST_MS = 120_000;
/** Pixels of a page's longer side: 170 dpi on A4, where a module of the code has four. */
const PIXELS = 2000;
/** The second look at a page that bears none: at the first, and where others bear one. */
const PIXELS_AGAIN = 3000;
/** Enough to see whether anything is on a page. */
const PIXELS_FEW = 600;
/** Where so many pages from the first bear no code the paper has none, and of the others is only asked whether they can be read. */
const FIRST_PAGES = 3;

/** `alive` is called as pages are done. @throws the system's error when the file cannot be read */
export async function lookAtScan(absolute: string, alive: () => void): Promise<ScanLook> {
  const file = await open(absolute, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return { fault: 'empty' };
    const read = async (at: number, length: number): Promise<Uint8Array> => {
      const buffer = new Uint8Array(length);
      return buffer.subarray(0, (await file.read(buffer, 0, length, at)).bytesRead);
    };
    const [from, tail] = [Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES)];
    const kind = kindOf({ head: await read(0, HEAD_BYTES), tail: await read(from, tail) });
    if (kind.kind === 'none') return { fault: 'notPage' };
    if (kind.kind === 'other') return { unseen: 'format', format: kind.format };
    if (!kind.whole) return { fault: 'cut' };
    if (size > MAX_BYTES) return { unseen: 'large' };
    const bytes = await read(0, size);
    const pdf = kind.kind === 'pdf' ? bytes : asPdf(kind.kind, bytes);
    if (!pdf) return { unseen: 'format', format: kind.kind.toUpperCase(), pages: 1 };
    const opened = await openPdf(pdf);
    if (typeof opened === 'string') return { fault: opened };
    try {
      return pagesOf(opened, alive);
    } finally {
      opened.close();
    }
  } finally {
    await file.close();
  }
}

function pagesOf(pdf: OpenedPdf, alive: () => void): ScanLook {
  const { pages } = pdf;
  const until = performance.now() + MOST_MS;
  const codes: (string | null)[] = [];
  let inked = false;
  let boxes = MIDDLES;
  for (let i = 0; i < pages; i++) {
    if (performance.now() > until) return { unseen: 'gaveUp', pages };
    const coded = i < FIRST_PAGES || codes.some((code) => code !== null);
    const page = pdf.page(i, coded ? PIXELS : PIXELS_FEW);
    if (page === 'broken' || page === 'none') return { fault: 'damaged' };
    if (page === 'huge') return { unseen: 'large', pages };
    const ink = !isBlank(page);
    const closer = i === 0 || codes.some((code) => code !== null);
    const found = coded && ink ? (codeIn(page, boxes) ?? (closer ? codeAgain(pdf, i) : undefined)) : undefined;
    // The other pages lay on the scanner as this one did.
    if (found) boxes = [found.box, ...MIDDLES.filter((box) => box !== found.box)];
    codes.push(found?.code ?? null);
    inked ||= ink;
    alive();
  }
  if (pages === 0) return { fault: 'damaged' };
  return inked ? { pages, codes } : { fault: 'blank' };
}

function codeAgain(pdf: OpenedPdf, index: number): ReturnType<typeof codeIn> {
  const page = pdf.page(index, PIXELS_AGAIN, true);
  return typeof page === 'string' ? undefined : codeIn(page, [...MIDDLES, ...EDGES]);
}
