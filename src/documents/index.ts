/** Documents: case and template pack in, PDF out. */
export { documentApplies } from './applies.ts';
export { ELEMENT_EXAMPLES, type ElementExample } from './element-examples.ts';
export { pdfPages } from './extract.ts';
export { type Helper, VALUE_HELPERS } from './helpers.ts';
export type { FixingData, PaperDocument, RenderedDocument, RenderInput, SlipData } from './input.ts';
export { MAX_LISTED_FILES, type MaterialFile, type MaterialRow, type MaterialSource, materialRows } from './materials.ts';
export { documentText, engine, engineInfo, renderDocument } from './render.ts';
export { sampleInput } from './sample.ts';
export { checkTemplates, fieldFaults, type TemplateUse, templateUse } from './template-use.ts';
export { compareTexts } from './text-difference.ts';
export type { VerificationData, VerificationFinding, VerifiedFile } from './verification-data.ts';
export { viewDigest } from './view-digest.ts';
export { type ViewField, viewFields } from './view-fields.ts';
export { VOCABULARY } from './vocabulary.ts';
