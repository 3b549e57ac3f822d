/** The characters of one document: which font draws each, how wide it is, and how often it was meant to be printed. */
import type { FontSet, Role } from '../fonts/index.ts';
import { codePoints, normaliseText, type TextChange } from '../model/index.ts';
import type { PdfFont, PdfWriter } from '../pdf/index.ts';
import { KIND, type Kind, kindOf } from './characters.ts';

export interface Glyph {
  readonly char: string;
  readonly kind: Kind;
  /** Nothing is drawn where there is none. */
  readonly font: PdfFont | undefined;
  readonly code: string;
  /** Width in ems of the text's size, `scale` included. */
  readonly advance: number;
  /** Size against the text's. */
  readonly scale: number;
  /** Ems of the text's size below its baseline. */
  readonly drop: number;
  /** Times that it was meant to be printed. */
  printed: number;
}

/** A character and the text it stood in. */
export interface Seen {
  readonly char: string;
  readonly text: string;
}

export interface Palette {
  /** Data as it is printed; changes are noted. */
  normalise(text: string): string;
  /** The glyphs of a text, counted as printed; a character that no font draws is shown as its code point and noted. */
  set(text: string, role: Role): readonly Glyph[];
  /** Counts glyphs once more: a table's head on each of its pages. */
  again(glyphs: readonly Glyph[]): void;
  /** Takes back the count of what was set ahead of need: `again` counts it where it is printed. */
  unused(glyphs: readonly Glyph[]): void;
  /** How often each character should stand in the file. */
  expected(): ReadonlyMap<string, number>;
  readonly missing: readonly Seen[];
  readonly changed: readonly (Seen & { readonly change: TextChange })[];
}

/** Full-width space and what `<blank>` rules a line under: room without ink. */
export const ROOM: Glyph = { char: '\u3000', kind: KIND.ideograph, font: undefined, code: '', advance: 1, scale: 1, drop: 0, printed: 0 };
export const NEWLINE: Glyph = { char: '\n', kind: KIND.newline, font: undefined, code: '', advance: 0, scale: 1, drop: 0, printed: 0 };

export function newPalette(fonts: FontSet, pdf: PdfWriter): Palette {
  const roles = new Map<Role, Map<string, Glyph | null>>();
  const missing: Seen[] = [];
  const changed: (Seen & { readonly change: TextChange })[] = [];
  const glyphsOf = (role: Role): Map<string, Glyph | null> => {
    let glyphs = roles.get(role);
    if (!glyphs) {
      glyphs = new Map([
        ['\n', NEWLINE],
        ['\u2028', NEWLINE],
        ['\u3000', ROOM],
      ]);
      roles.set(role, glyphs);
    }
    return glyphs;
  };
  const draw = (role: Role, char: string): Glyph | null => {
    const codePoint = char.codePointAt(0) as number;
    const drawn = fonts.find(role, codePoint);
    if (!drawn) return null;
    const font = pdf.font(drawn.face);
    const { code, advance } = font.code(codePoint);
    return {
      char,
      kind: kindOf(char),
      font,
      code,
      advance: (advance / 1000) * drawn.scale,
      scale: drawn.scale,
      drop: drawn.drop,
      printed: 0,
    };
  };
  const normalise = (text: string): string => {
    const { text: out, changes } = normaliseText(text);
    for (const change of changes) changed.push({ char: change.from, text, change });
    return out;
  };
  const set = (text: string, role: Role, out: Glyph[]): void => {
    const known = glyphsOf(role);
    for (const char of text) {
      let glyph = known.get(char);
      if (glyph === undefined) {
        glyph = draw(role, char);
        known.set(char, glyph);
      }
      if (glyph) {
        glyph.printed += 1;
        out.push(glyph);
      } else {
        missing.push({ char, text });
        set(`〔${codePoints(char)}〕`, role, out);
      }
    }
  };
  return {
    normalise,
    set: (text, role) => {
      const out: Glyph[] = [];
      set(normalise(text.replaceAll('\u2028', '\n')), role, out);
      return out;
    },
    again: (glyphs) => {
      for (const glyph of glyphs) glyph.printed += 1;
    },
    unused: (glyphs) => {
      for (const glyph of glyphs) glyph.printed -= 1;
    },
    expected: () => {
      const counts = new Map<string, number>();
      for (const glyphs of roles.values()) {
        for (const glyph of glyphs.values()) if (glyph?.font) counts.set(glyph.char, (counts.get(glyph.char) ?? 0) + glyph.printed);
      }
      return counts;
    },
    missing,
    changed,
  };
}
