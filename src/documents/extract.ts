/** Door to pdf-parse: the text of a PDF in reading order, page by page. */

export interface ExtractedText {
  readonly pages: readonly string[];
}

type PdfParse = typeof import('pdf-parse');
let library: Promise<PdfParse> | undefined;

/** Loads the library ahead of need. */
export function warmExtractor(): void {
  library ??= import('pdf-parse');
}

/** Throws when the bytes are no readable PDF. */
export async function extractText(bytes: Uint8Array): Promise<ExtractedText> {
  library ??= import('pdf-parse');
  const { PDFParse } = await library;
  // The parser takes ownership of its buffer: give it a copy.
  const parser = new PDFParse({ data: bytes.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false, disableFontFace: true });
  try {
    const result = await parser.getText({ pageJoiner: '', disableNormalization: true });
    return { pages: result.pages.map((page) => page.text) };
  } finally {
    await parser.destroy();
  }
}
