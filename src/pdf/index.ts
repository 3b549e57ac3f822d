/** PDF files: written for the documents, and read back to count what they really hold. */
export type { PdfFont } from './fonts.ts';
export { PRODUCER } from './metadata.ts';
export { number } from './objects.ts';
export { type Glyph, readBack } from './read-back.ts';
export { newPdf, type PdfOptions, type PdfWriter } from './writer.ts';
