/** The PDFium room: pages of a PDF as pictures and as text. It runs whatever it is given; who calls it stands in a thread with limits. */
export { type Box, type Drawing, type OpenedPdf, openPdf, type PdfPage, type Raster } from './drawing.ts';
export { isSignFont, openPdfText, type PageText, type PdfText } from './page-text.ts';
