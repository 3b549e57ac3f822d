/** Text of a page that PDFium's reader of text leaves out: what it takes for nothing because it has no width. */
import type { Pdfium } from './_pdfium.ts';

/** fpdf_edit.h: FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_FORM. */
const TEXT = 1;
const FORM = 5;
/** Points below which it takes a text for none (CPDF_TextPage). */
const NOTHING = 0.01;
/** ISO 32000-1, 9.6.2.2, and what stands for them: every reader brings these along. */
const STANDARD = /^(?:Helvetica|Arial|Times|Courier|Symbol|ZapfDingbats)/i;
const NAME_BYTES = 128;
const MOST_DEPTH = 30;
/** More are looked at by nobody: the text then counts as left out. */
const MOST_OBJECTS = 1_000_000;

/**
 * `text`: the page's text, of `count` characters. A column of vertical writing in a font that is not in the file has no width; a text of no size, and
 * a single glyph of such a font, have neither width nor height, as blanks have, but the size and the font tell them.
 */
export function leavesOut(pdfium: Pdfium, page: number, text: number, count: number): boolean {
  const given = new Set<number>();
  for (let i = 0; i < count; i++) given.add(pdfium._FPDFText_GetTextObject(text, i));
  const held = pdfium.wasmExports.malloc(16);
  let left = MOST_OBJECTS;
  const isLeftOut = (object: number): boolean => {
    if (given.has(object)) return false;
    const floats = (): Float32Array => new Float32Array(pdfium.HEAPU8.buffer, held, 4);
    if (pdfium._FPDFTextObj_GetFontSize(object, held) !== 1 || Math.abs(floats()[0] ?? 0) < NOTHING) return true;
    if (pdfium._FPDFPageObj_GetBounds(object, held, held + 4, held + 8, held + 12) !== 1) return true;
    const [from = 0, bottom = 0, to = 0, top = 0] = floats();
    return to - from < NOTHING && (top - bottom >= NOTHING || !isDrawnHere(pdfium, object));
  };
  const inside = (size: number, at: (index: number) => number, depth: number): boolean => {
    for (let i = 0; i < size; i++) {
      if (left-- <= 0) return true;
      const object = at(i);
      const type = pdfium._FPDFPageObj_GetType(object);
      if (type === TEXT && isLeftOut(object)) return true;
      if (type !== FORM) continue;
      if (depth > MOST_DEPTH) return true;
      if (inside(pdfium._FPDFFormObj_CountObjects(object), (index) => pdfium._FPDFFormObj_GetObject(object, index), depth + 1)) return true;
    }
    return false;
  };
  try {
    return inside(pdfium._FPDFPage_CountObjects(page), (index) => pdfium._FPDFPage_GetObject(page, index), 0);
  } finally {
    pdfium.wasmExports.free(held);
  }
}

/** Has its font outlines here, in the file or in the reader? Of another no glyph has a box. */
function isDrawnHere(pdfium: Pdfium, object: number): boolean {
  const font = pdfium._FPDFTextObj_GetFont(object);
  if (font === 0) return false;
  if (pdfium._FPDFFont_GetIsEmbedded(font) === 1) return true;
  const held = pdfium.wasmExports.malloc(NAME_BYTES);
  try {
    const length = pdfium._FPDFFont_GetBaseFontName(font, held, NAME_BYTES);
    return STANDARD.test(new TextDecoder().decode(pdfium.HEAPU8.slice(held, held + Math.max(0, Math.min(length, NAME_BYTES) - 1))));
  } finally {
    pdfium.wasmExports.free(held);
  }
}
