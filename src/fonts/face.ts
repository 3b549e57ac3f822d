/** Door to fontkit: an opened font file. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface KitGlyph {
  readonly id: number;
  readonly advanceWidth: number;
}
interface KitSubset {
  /** Glyph ids of the file in the order of the subset's own. */
  readonly glyphs: number[];
  includeGlyph(id: number): number;
  encode(): Uint8Array;
}
interface KitFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly numGlyphs: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): KitGlyph;
  createSubset(): KitSubset;
}

/** The glyphs that one document uses of a face. Ids count from 1 in the order of first use; 0 is .notdef. */
export interface Subset {
  /** Adds a glyph and gives its id; each call makes a new one, so that every character of a document has its own. */
  add(glyph: number): number;
  /** The font program: bare CFF, or TrueType. The same array for the same glyphs, for as long as it is known: not to be written to. */
  encode(): Uint8Array;
}

export interface Face {
  /** PostScript name. */
  readonly name: string;
  readonly format: 'cff' | 'truetype';
  /** All in thousandths of an em. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
  draws(codePoint: number): boolean;
  /** Glyph id in the file and its advance in thousandths of an em. */
  glyph(codePoint: number): { readonly id: number; readonly advance: number };
  subset(): Subset;
}

let kit: { create(bytes: Uint8Array): KitFont } | undefined;

/** Opens a TrueType or OpenType file. Throws when it is none, is a collection, or lacks a table that drawing needs. */
export function openFace(bytes: Uint8Array): Face {
  kit ??= require('fontkit') as { create(bytes: Uint8Array): KitFont };
  const font = kit.create(bytes);
  const { tables } = font.directory;
  const cff = tables['CFF '] !== undefined;
  if (!cff && tables.glyf === undefined) throw new Error('no outlines');
  const em = 1000 / font.unitsPerEm;
  if (!Number.isFinite(em) || em <= 0) throw new Error('no em');
  const programs = new Map<string, Uint8Array>();
  // Whatever is broken shows before anything is printed.
  font.glyphForCodePoint(0x4e00);
  return {
    name: font.postscriptName.replace(/[^\x21-\x7e]|[[\](){}<>/%]/g, '') || 'Unnamed',
    format: cff ? 'cff' : 'truetype',
    ascent: font.ascent * em,
    descent: font.descent * em,
    capHeight: font.capHeight * em,
    box: [font.bbox.minX * em, font.bbox.minY * em, font.bbox.maxX * em, font.bbox.maxY * em],
    // A damaged table of characters names glyphs that are not in the file.
    draws: (codePoint) => font.hasGlyphForCodePoint(codePoint) && font.glyphForCodePoint(codePoint).id < font.numGlyphs,
    glyph: (codePoint) => {
      const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
      return { id, advance: advanceWidth * em };
    },
    subset: () => subsetOf(font, programs),
  };
}

/** A document that is rendered again (preview, the read-back of a dossier) uses the same glyphs in the same order. */
const MOST_PROGRAMS = 16;

function subsetOf(font: KitFont, programs: Map<string, Uint8Array>): Subset {
  const subset = font.createSubset();
  const used = new Set<number>([0]);
  return {
    add: (glyph) => {
      // fontkit gives one id a glyph; two characters that share a drawing must not share a code, or one would copy out as the other.
      if (used.has(glyph)) return subset.glyphs.push(glyph) - 1;
      used.add(glyph);
      return subset.includeGlyph(glyph);
    },
    encode: () => {
      const key = subset.glyphs.join();
      const program = programs.get(key) ?? subset.encode();
      // The last used stands last; the first is the longest unused.
      programs.delete(key);
      programs.set(key, program);
      const [oldest] = programs.keys();
      if (programs.size > MOST_PROGRAMS && oldest !== undefined) programs.delete(oldest);
      return program;
    },
  };
}
