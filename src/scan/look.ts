/** One scan: is it whole, do its pages open, and which check code does each bear? Runs in a thread that may be ended at any moment. */
import { open } from 'node:fs/promises';
import { pdfLacks } from '../exhibit/index.ts';
import type { CodedPage } from '../model/index.ts';
import { PRODUCER } from '../pdf/index.ts';
import { type Box, type OpenedPdf, openPdf, type PdfPage, type Raster } from '../pdfium/index.ts';
import { asPdf } from './as-pdf.ts';
import { codeIn, codeOf, EDGES, type Found, MIDDLES } from './code-on-page.ts';
import { HEAD_BYTES, kindOf, TAIL_BYTES } from './kind.ts';
import { isBlank, parted, smoothed } from './raster.ts';

/** Why a scan cannot stand for a signed paper: no byte in it, its end is missing, a password, no format of pages, unreadable, nothing on any page. */
export type ScanFault = 'empty' | 'cut' | 'locked' | 'notPage' | 'damaged' | 'blank';
/** Why it was not looked into: too large, a format that only people look at, or so slow, or so hungry, that it was given up. */
export type Unseen = 'large' | 'format' | 'gaveUp';

export type ScanLook =
  | { readonly fault: ScanFault }
  | { readonly unseen: Unseen; readonly format?: string; readonly pages?: number }
  /** `codes`: what was read on each page; null where nothing was. `print`: it is a document as this program made it, and no scanner saw it. */
  | { readonly pages: number; readonly codes: readonly (CodedPage | null)[]; readonly print?: true };

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
    const whole = kind.kind === 'pdf' ? (await pdfLacks({ size, read })) === undefined : kind.whole;
    if (!whole) return { fault: 'cut' };
    if (size > MAX_BYTES) return { unseen: 'large' };
    const bytes = await read(0, size);
    const pdf = kind.kind === 'pdf' ? bytes : asPdf(kind.kind, bytes);
    if (!pdf) return { unseen: 'format', format: kind.kind.toUpperCase(), pages: 1 };
    const opened = await openPdf(pdf);
    if (typeof opened === 'string') return { fault: opened };
    try {
      const look = pagesOf(opened, alive);
      return 'codes' in look && opened.isPrintOf(PRODUCER) ? { ...look, print: true } : look;
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
  const codes: (CodedPage | null)[] = [];
  let inked = false;
  let boxes = MIDDLES;
  for (let i = 0; i < pages; i++) {
    if (performance.now() > until) return { unseen: 'gaveUp', pages };
    const page = onPage(pdf, i, { boxes, some: codes.some((code) => code !== null) });
    if (page === 'broken' || page === 'none') return { fault: 'damaged' };
    if (page === 'huge') return { unseen: 'large', pages };
    // The other pages lay on the scanner as this one did.
    if (typeof page === 'object') boxes = [page.box, ...MIDDLES.filter((box) => box !== page.box)];
    codes.push(typeof page === 'object' ? page.coded : null);
    inked ||= page !== 'blank';
    alive();
  }
  if (pages === 0) return { fault: 'damaged' };
  return inked ? { pages, codes } : { fault: 'blank' };
}

/** `uncoded`: something stands on the page, and no code was read. */
type OnPage = Found | 'uncoded' | 'blank' | Exclude<PdfPage, Raster>;

/** `boxes`: the likeliest first; `some`: pages before it bear a code. */
function onPage(pdf: OpenedPdf, index: number, { boxes, some }: { readonly boxes: readonly Box[]; readonly some: boolean }): OnPage {
  const [likely, ...others] = boxes;
  const bears = index < FIRST_PAGES || some;
  if (bears && likely) {
    // Where a code is read the page can be, and the rest of it is not drawn.
    const part = pdf.page(index, { pixels: PIXELS, part: likely });
    if (part === 'none' || part === 'huge') return part;
    const found = part === 'broken' ? undefined : codeOf(smoothed(part));
    if (found) return { coded: found, box: likely };
  }
  const page = pdf.page(index, { pixels: bears ? PIXELS : PIXELS_FEW });
  if (typeof page === 'string') return page;
  if (isBlank(page)) return 'blank';
  const found = bears ? codeIn(page, others, smoothed) : undefined;
  return found ?? (index === 0 || some ? codeAgain(pdf, index) : undefined) ?? 'uncoded';
}

function codeAgain(pdf: OpenedPdf, index: number): Found | undefined {
  const page = pdf.page(index, { pixels: PIXELS_AGAIN, enlarged: true });
  return typeof page === 'string' ? undefined : (codeIn(page, MIDDLES, parted) ?? codeIn(page, EDGES, smoothed));
}
