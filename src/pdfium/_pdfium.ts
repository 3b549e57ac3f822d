/** Door to @hyzyla/pdfium. PDFium runs as WebAssembly, without disk or network, in at most 2 GiB. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';

/** What the machine has and its types do not name: fpdf_doc.h, fpdf_signature.h, fpdf_annot.h, fpdf_text.h, fpdf_edit.h, fpdf_save.h. */
interface Untyped {
  /** Bytes of the text in UTF-16LE with its end, which are written where they fit `length`. */
  _FPDF_GetMetaText(document: number, tag: number, buffer: number, length: number): number;
  _FPDF_GetSignatureCount(document: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  /** 1: the font gives no character for this glyph. */
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  /** 1: a hyphen at the end of a line. */
  _FPDFText_IsHyphen(text: number, index: number): number;
  /** Bytes of the font's name with its end, written where they fit `length`. */
  _FPDFText_GetFontInfo(text: number, index: number, buffer: number, length: number, flags: number): number;
  /** 1, and two doubles, in points. */
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  /** In units of the text's own space. */
  _FPDFText_GetFontSize(text: number, index: number): number;
  /** 1, and six floats: of the text onto the page. */
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  /** The object of the page that a character belongs to; 0 of one that was put between. */
  _FPDFText_GetTextObject(text: number, index: number): number;
  /** 1, and the number of points as a float. */
  _FPDFTextObj_GetFontSize(object: number, size: number): number;
  _FPDFTextObj_GetFont(object: number): number;
  _FPDFFont_GetIsEmbedded(font: number): number;
  _FPDFFont_GetBaseFontName(font: number, buffer: number, length: number): number;
  /** 1, and four floats. */
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDF_SaveAsCopy(document: number, write: number, flags: number): number;
}
export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & Untyped;

export interface LoadedDocument {
  readonly pdfium: Pdfium;
  readonly document: number;
  close(): void;
}

/** fpdfview.h: FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY. */
const LOCKED = [4, 5];

let library: Promise<Pdfium> | undefined;

async function load(): Promise<Pdfium> {
  const bytes = readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/dist/pdfium.wasm'));
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const pdfium = (await PDFiumModule({ wasmBinary, locateFile: (path) => path })) as Pdfium;
  pdfium._FPDF_InitLibraryWithConfig({});
  return pdfium;
}

/** The document; or why there is none: it asks for a password, or is no PDF that can be read. */
export async function loadDocument(bytes: Uint8Array): Promise<LoadedDocument | 'locked' | 'damaged'> {
  library ??= load();
  const pdfium = await library;
  const { malloc, free } = pdfium.wasmExports;
  const held = malloc(bytes.length);
  if (held === 0) return 'damaged';
  pdfium.HEAPU8.set(bytes, held);
  const document = pdfium._FPDF_LoadMemDocument(held, bytes.length, 0);
  if (document === 0) {
    const locked = LOCKED.includes(pdfium._FPDF_GetLastError());
    free(held);
    return locked ? 'locked' : 'damaged';
  }
  return {
    pdfium,
    document,
    close: () => {
      pdfium._FPDF_CloseDocument(document);
      free(held);
    },
  };
}
