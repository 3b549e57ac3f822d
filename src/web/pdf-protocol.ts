/** What the viewer and the worker that draws PDFs tell each other. */

/** What was not there to draw with: a font that the file does not bring, a table of codes, a picture that could not be read. */
export type PdfLack = 'font' | 'map' | 'picture';

export type PdfOrder =
  | { readonly kind: 'open'; readonly blob: Blob }
  /** `page` counts from 1; `width` in pixels of the screen. */
  | { readonly kind: 'draw'; readonly page: number; readonly width: number; readonly serial: number };

export type PdfReport =
  | { readonly kind: 'opened'; readonly pages: number }
  /** `lacks`: of all pages drawn so far. */
  | { readonly kind: 'drawn'; readonly serial: number; readonly picture: ImageBitmap; readonly lacks: readonly PdfLack[] }
  | { readonly kind: 'failed'; readonly why: 'locked' | 'broken' | 'page'; readonly serial?: number };
