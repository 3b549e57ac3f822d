/** Documents: case and template pack in, PDF out. */
export { documentApplies } from './applies.ts';
export { pdfPages } from './extract.ts';
export type { FixingData, PaperDocument, RenderedDocument, RenderInput, SlipData } from './input.ts';
export { MAX_LISTED_FILES, type MaterialFile, type MaterialRow, type MaterialSource, materialRows } from './materials.ts';
export { checkTemplates, documentText, engineInfo, renderDocument } from './render.ts';
export { compareTexts } from './text-difference.ts';
export { viewDigest } from './view-digest.ts';
