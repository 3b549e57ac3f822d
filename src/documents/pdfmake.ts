/** Door to pdfmake: a definition in, bytes out. Loaded when the first document is rendered. */
import { loadCoverage, openFont } from './coverage.ts';
import { FONT_NAMES, type FontName, fontBytes } from './fonts.ts';
import { applySeams, type Internals, repeatedText } from './seams.ts';

/** The only version whose inner seams are known. */
export const PDFMAKE_VERSION = '0.3.11';

type Pdfmake = typeof import('pdfmake');
let engine: Promise<Pdfmake> | undefined;

/** pdfmake's inner classes, unpatched until `makePdf` runs. For the seams and their test. */
export async function loadInternals(): Promise<Internals> {
  const [TextBreaker, PDFDocument, Renderer, LayoutBuilder, TableProcessor, PageElementWriter, ElementWriter, StyleContextStack] =
    await Promise.all([
      import('pdfmake/js/TextBreaker.js'),
      import('pdfmake/js/PDFDocument.js'),
      import('pdfmake/js/Renderer.js'),
      import('pdfmake/js/LayoutBuilder.js'),
      import('pdfmake/js/TableProcessor.js'),
      import('pdfmake/js/PageElementWriter.js'),
      import('pdfmake/js/ElementWriter.js'),
      import('pdfmake/js/StyleContextStack.js'),
    ]);
  // CommonJS seen from ES modules: Node puts `module.exports` under `default`, some loaders unwrap it.
  const classOf = ({ default: inner }: { default: { default: unknown } }) => (typeof inner === 'function' ? inner : inner.default);
  return {
    TextBreaker: classOf(TextBreaker),
    PDFDocument: classOf(PDFDocument),
    Renderer: classOf(Renderer),
    LayoutBuilder: classOf(LayoutBuilder),
    TableProcessor: classOf(TableProcessor),
    PageElementWriter: classOf(PageElementWriter),
    ElementWriter: classOf(ElementWriter),
    StyleContextStack: classOf(StyleContextStack),
  } as Internals;
}

async function load(): Promise<Pdfmake> {
  const [{ default: pdfmake }, internals] = await Promise.all([import('pdfmake'), loadInternals()]);
  loadCoverage();
  applySeams(internals, (family) => openFont(family as FontName));
  // Fonts are handed over as bytes: the engine itself may touch neither disk nor network.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  for (const name of FONT_NAMES) {
    const file = `${name}.font`;
    Object.defineProperty((pdfmake.virtualfs as unknown as { storage: object }).storage, file, {
      enumerable: true,
      get: () => fontBytes(name),
    });
  }
  pdfmake.setFonts(Object.fromEntries(FONT_NAMES.map((name) => [name, { normal: `${name}.font` }])));
  return pdfmake;
}

/** Loads the engine ahead of need. */
export function warmEngine(): void {
  engine ??= load();
  // Whoever waits for it sees the error.
  engine.catch(() => undefined);
}

/** Renders a fresh definition (pdfmake writes into it). `repeated`: the text of table heads printed again on later pages. */
export async function makePdf(definition: {
  readonly content: object;
}): Promise<{ readonly bytes: Uint8Array; readonly repeated: string }> {
  engine ??= load();
  const pdfmake = await engine;
  const bytes = new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
  return { bytes, repeated: repeatedText(definition.content) };
}
