/** The pages of a PDF as pictures. */
import { loadDocument, type Pdfium } from './_pdfium.ts';

/** A page as a scanner sees it: one byte a pixel, 0 black, 255 white, rows from the top. */
export interface Raster {
  readonly gray: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A part of a page, as shares of its width and height. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export interface Drawing {
  /** The page's longer side in at most so many pixels: as many as the scanner made, or all of them where it is `enlarged`. */
  readonly pixels: number;
  readonly enlarged?: boolean;
  /** Of the page; all of it where none is asked for. */
  readonly part?: Box | undefined;
}

export interface OpenedPdf {
  readonly pages: number;
  /** Page `index` from 0. @throws what ends the machine: it is unusable then, and so is every page after */
  page(index: number, drawing: Drawing): PdfPage;
  /** Is it as a program that writes `producer` made it: every page drawn of text and lines, with no picture, note, form or electronic signature? */
  isPrintOf(producer: string): boolean;
  close(): void;
}

/** `broken`: a picture on it cannot be decoded; `huge`: one has more pixels than any scanner makes of a page; `none`: the page itself cannot be read. */
export type PdfPage = Raster | 'broken' | 'huge' | 'none';

/** fpdf_edit.h: FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_PATH. */
const PRINTED = [1, 2];
/** fpdf_edit.h: FPDF_PAGEOBJ_IMAGE; fpdfview.h: FPDFBitmap_Gray, FPDF_ANNOT, FPDF_GRAYSCALE. */
const IMAGE = 3;
const GRAY = 1;
const FLAGS = 0x01 | 0x08;
/** A4 at 1200 dpi has 139 million. */
const MOST_PIXELS = 150_000_000;
/** Pixels of the longer side, where a picture has fewer: A4 at 150 dpi. In fewer the modules of a code blend. */
const FEWEST_PIXELS = 1754;
/** Objects of a page that are looked through: a scan has one, or a picture in stripes and a text layer. */
const MOST_OBJECTS = 20_000;

/** The document; or why there is none: it asks for a password, or is no PDF that can be read. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf | 'locked' | 'damaged'> {
  const loaded = await loadDocument(bytes);
  if (typeof loaded === 'string') return loaded;
  const { pdfium, document, close } = loaded;
  return {
    pages: pdfium._FPDF_GetPageCount(document),
    page: (index, drawing) => {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) return 'none';
      try {
        return drawn(pdfium, page, drawing);
      } finally {
        pdfium._FPDF_ClosePage(page);
      }
    },
    isPrintOf: (producer) => {
      if (producerOf(pdfium, document) !== producer || pdfium._FPDF_GetSignatureCount(document) !== 0) return false;
      const pages = pdfium._FPDF_GetPageCount(document);
      return pages > 0 && Array.from({ length: pages }, (_, i) => i).every((i) => isPrinted(pdfium, document, i));
    },
    close,
  };
}

const WHOLE: Box = [0, 0, 1, 1];

function drawn(pdfium: Pdfium, page: number, { pixels, enlarged = false, part = WHOLE }: Drawing): PdfPage {
  const pictures = imagesOf(pdfium, page);
  if (pictures === 'huge') return 'huge';
  const { images, longest } = pictures;
  const [w, h] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)];
  const wanted = enlarged || longest === 0 ? pixels : Math.min(pixels, Math.max(FEWEST_PIXELS, longest));
  const scale = wanted / Math.max(w, h);
  const [across, down] = [Math.round(w * scale), Math.round(h * scale)];
  const [left, top] = [Math.floor(part[0] * across), Math.floor(part[1] * down)];
  const [width, height] = [Math.ceil(part[2] * across) - left, Math.ceil(part[3] * down) - top];
  if (!(width > 0 && height > 0)) return 'none';
  const size = width * height;
  const held = pdfium.wasmExports.malloc(size);
  if (held === 0) return 'none';
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, GRAY, held, width);
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, -left, -top, across, down, 0, FLAGS);
    const gray = pdfium.HEAPU8.slice(held, held + size);
    return gray.every((value) => value === 255) && images.some((image) => !decodes(pdfium, image)) ? 'broken' : { gray, width, height };
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap);
    pdfium.wasmExports.free(held);
  }
}

interface Pictures {
  readonly images: readonly number[];
  /** Pixels of the longest side of any. */
  readonly longest: number;
}

/** The pictures that stand directly on the page. */
function imagesOf(pdfium: Pdfium, page: number): Pictures | 'huge' {
  const count = pdfium._FPDFPage_CountObjects(page);
  const size = pdfium.wasmExports.malloc(8);
  const images: number[] = [];
  let longest = 0;
  try {
    for (let i = 0; i < Math.min(count, MOST_OBJECTS); i++) {
      const object = pdfium._FPDFPage_GetObject(page, i);
      if (pdfium._FPDFPageObj_GetType(object) !== IMAGE) continue;
      images.push(object);
      pdfium._FPDFImageObj_GetImagePixelSize(object, size, size + 4);
      const [width, height] = [pdfium.HEAP32[size / 4] ?? 0, pdfium.HEAP32[size / 4 + 1] ?? 0];
      if (width * height > MOST_PIXELS) return 'huge';
      longest = Math.max(longest, width, height);
    }
    return { images, longest };
  } finally {
    pdfium.wasmExports.free(size);
  }
}

function decodes(pdfium: Pdfium, image: number): boolean {
  const bitmap = pdfium._FPDFImageObj_GetBitmap(image);
  if (bitmap !== 0) pdfium._FPDFBitmap_Destroy(bitmap);
  return bitmap !== 0;
}

/** Bytes of a name in UTF-16LE, with its end: longer ones are of other programs than are asked for. */
const NAME_BYTES = 128;

function producerOf(pdfium: Pdfium, document: number): string {
  const tag = Buffer.from('Producer\0', 'latin1');
  const held = pdfium.wasmExports.malloc(tag.length + NAME_BYTES);
  try {
    pdfium.HEAPU8.set(tag, held);
    const length = pdfium._FPDF_GetMetaText(document, held, held + tag.length, NAME_BYTES);
    const from = held + tag.length;
    return length < 2 || length > NAME_BYTES ? '' : Buffer.from(pdfium.HEAPU8.slice(from, from + length - 2)).toString('utf16le');
  } finally {
    pdfium.wasmExports.free(held);
  }
}

function isPrinted(pdfium: Pdfium, document: number, index: number): boolean {
  const page = pdfium._FPDF_LoadPage(document, index);
  if (page === 0) return false;
  try {
    const count = pdfium._FPDFPage_CountObjects(page);
    if (count === 0 || pdfium._FPDFPage_GetAnnotCount(page) > 0) return false;
    for (let i = 0; i < count; i++) {
      if (!PRINTED.includes(pdfium._FPDFPageObj_GetType(pdfium._FPDFPage_GetObject(page, i)))) return false;
    }
    return true;
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}
