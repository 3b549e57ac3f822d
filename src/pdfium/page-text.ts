/** The text of a PDF's pages as PDFium reads it: it has the predefined CMaps of Chinese fonts, and tells of each glyph whether its character is known. */
import { loadDocument, type Pdfium } from './_pdfium.ts';
import { leavesOut } from './left-out.ts';
import { type PlacedGlyph, placedTexts } from './placed-text.ts';
import { savedUnlocked } from './save.ts';

export interface PageText {
  readonly text: string;
  /** The same glyphs by their places, where that reads otherwise. */
  readonly placed: readonly string[];
  /** Was there a glyph that no character is given for, or a text that is left out, so that a word may be missing? */
  readonly unmapped: boolean;
}

export interface PdfText {
  readonly pages: number;
  /** Page `index` from 0: all that its content draws, whether seen or not, without notes and fields. Undefined: it cannot be read. */
  page(index: number): PageText | undefined;
  /** The file as it is when nothing in it is enciphered. Undefined: it cannot be written. */
  unlocked(): Uint8Array | undefined;
  close(): void;
}

const SIGNS = /^(?:[A-Z]{6}\+)?(?:Symbol|Wingdings|Webdings|ZapfDingbats|MT-?Extra|Marlett|OpenSymbol|DingbatsITC)/i;
const NAME_BYTES = 256;
const HYPHEN = 0x2d;
const REPLACEMENT = 0xfffd;
const LAST_CODE = 0x10ffff;
/** Characters that are put together at once. */
const PIECE = 4096;
/** Six floats; two doubles take less. */
const MATRIX_BYTES = 24;
/** More on one page are not put in order. */
const MOST_PLACED = 1_000_000;
/** A page with more is none that a program sets. */
const MOST_CHARACTERS = 20_000_000;

/** Are the glyphs of the font of this name signs, and no letters? Word's bullets are such, with private characters. */
export function isSignFont(name: string): boolean {
  return SIGNS.test(name);
}

/** Without a password, or with the empty one. @throws what ends the machine: it is unusable then */
export async function openPdfText(bytes: Uint8Array): Promise<PdfText | 'locked' | 'damaged'> {
  const loaded = await loadDocument(bytes);
  if (typeof loaded === 'string') return loaded;
  const { pdfium, document, close } = loaded;
  return {
    pages: pdfium._FPDF_GetPageCount(document),
    page: (index) => {
      const page = pdfium._FPDF_LoadPage(document, index);
      if (page === 0) return undefined;
      try {
        const text = pdfium._FPDFText_LoadPage(page);
        if (text === 0) return undefined;
        try {
          return textOf(pdfium, page, text);
        } finally {
          pdfium._FPDFText_ClosePage(text);
        }
      } finally {
        pdfium._FPDF_ClosePage(page);
      }
    },
    unlocked: () => savedUnlocked(pdfium, document),
    close,
  };
}

function textOf(pdfium: Pdfium, whole: number, page: number): PageText | undefined {
  const count = pdfium._FPDFText_CountChars(page);
  if (count < 0 || count > MOST_CHARACTERS) return undefined;
  let text = '';
  const glyphs: PlacedGlyph[] = [];
  const place = placesIn(pdfium, page);
  let unmapped = leavesOut(pdfium, whole, page, count);
  // Not FPDFText_GetText: it leaves out the end where characters before have no code, or two.
  for (let from = 0; from < count; from += PIECE) {
    const codes: number[] = [];
    for (let i = from; i < Math.min(from + PIECE, count); i++) {
      const code = pdfium._FPDFText_GetUnicode(page, i);
      const hyphen = pdfium._FPDFText_IsHyphen(page, i) === 1;
      const shown = hyphen ? HYPHEN : code > 0 && code <= LAST_CODE ? code : REPLACEMENT;
      codes.push(shown);
      const placed = shown > 0x20 && count <= MOST_PLACED ? place(i) : undefined;
      if (placed) glyphs.push({ char: String.fromCodePoint(shown), ...placed });
      if (unmapped) continue;
      const known = pdfium._FPDFText_HasUnicodeMapError(page, i) !== 1 && (hyphen || isCharacter(code));
      unmapped = !known && !isSignFont(fontOf(pdfium, page, i));
    }
    text += String.fromCodePoint(...codes);
  }
  const bare = withoutBlanks(text);
  const placed = placedTexts(glyphs).filter((each) => withoutBlanks(each) !== bare);
  return { text, placed, unmapped: unmapped || count > MOST_PLACED };
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

type Place = Omit<PlacedGlyph, 'char'>;

/** Where a character stands; undefined of one that PDFium put between. */
function placesIn(pdfium: Pdfium, page: number): (index: number) => Place | undefined {
  /** Of the objects of the page, whose glyphs share them. */
  const known = new Map<number, Omit<Place, 'x' | 'y'>>();
  return (index) => {
    const object = pdfium._FPDFText_GetTextObject(page, index);
    if (object === 0) return undefined;
    const held = pdfium.wasmExports.malloc(MATRIX_BYTES);
    try {
      let shared = known.get(object);
      if (!shared) {
        if (pdfium._FPDFText_GetMatrix(page, index, held) !== 1) return undefined;
        const [a = 1, b = 0, c = 0, d = 1] = new Float32Array(pdfium.HEAPU8.buffer, held, 6);
        const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
        shared = { angle, size: Math.abs(pdfium._FPDFText_GetFontSize(page, index)) * Math.hypot(c, d) };
        known.set(object, shared);
      }
      if (pdfium._FPDFText_GetCharOrigin(page, index, held, held + 8) !== 1) return undefined;
      const [x = 0, y = 0] = new Float64Array(pdfium.HEAPU8.buffer, held, 2);
      return { x, y, ...shared };
    } finally {
      pdfium.wasmExports.free(held);
    }
  };
}

/** Controls stand for nothing that is drawn, but PDFium writes line ends; of private characters nobody knows what they are. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return !((code >= 0x7f && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xfffd && code <= 0xffff) || code >= 0xf0000);
}

function fontOf(pdfium: Pdfium, page: number, index: number): string {
  const held = pdfium.wasmExports.malloc(NAME_BYTES + 4);
  try {
    const length = pdfium._FPDFText_GetFontInfo(page, index, held, NAME_BYTES, held + NAME_BYTES);
    return length < 1 || length > NAME_BYTES ? '' : Buffer.from(pdfium.HEAPU8.slice(held, held + length - 1)).toString('latin1');
  } finally {
    pdfium.wasmExports.free(held);
  }
}
