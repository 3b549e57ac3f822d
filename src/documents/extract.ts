/** Door to pdf-parse: the text of a PDF in reading order, page by page. */

export interface ExtractedText {
  readonly pages: readonly string[];
}

type PdfParse = typeof import('pdf-parse');
let library: Promise<PdfParse> | undefined;

/** Loads the library ahead of need. */
export function warmExtractor(): void {
  library ??= load();
}

const { push } = Array.prototype;
const { parse } = JSON;

async function load(): Promise<PdfParse> {
  try {
    return await import('pdf-parse');
  } finally {
    restoreNatives();
  }
}

/**
 * On Node 20 pdf.js (and its worker, loaded with the first document) brings polyfills that replace `Array.prototype.push` and
 * `JSON.parse` for the whole process: everything after runs a third slower, and case data would pass through another's parser.
 */
function restoreNatives(): void {
  if (Array.prototype.push !== push) Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  if (JSON.parse !== parse) Object.defineProperty(JSON, 'parse', { value: parse, writable: true, configurable: true });
}

/** Throws when the bytes are no readable PDF. */
export async function extractText(bytes: Uint8Array): Promise<ExtractedText> {
  library ??= load();
  const { PDFParse } = await library;
  // The parser takes ownership of its buffer: give it a copy.
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true });
  try {
    const result = await parser.getText({ pageJoiner: '', disableNormalization: true });
    return { pages: result.pages.map((page) => page.text) };
  } finally {
    await parser.destroy();
    restoreNatives();
  }
}

/** How many pages the PDF has. Throws when the bytes are no readable PDF. */
export async function pdfPages(bytes: Uint8Array): Promise<number> {
  library ??= load();
  const { PDFParse } = await library;
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true });
  try {
    return (await parser.getInfo()).total;
  } finally {
    await parser.destroy();
    restoreNatives();
  }
}
