/** Door to fontkit: does a font really draw a character? Asked before anything is laid out. */
import { createRequire } from 'node:module';
import { FONT_CHAINS, type FontName, fontBytes } from './fonts.ts';

const require = createRequire(import.meta.url);

type Fontkit = typeof import('fontkit');
type Font = ReturnType<Fontkit['create']>;
let fontkit: Fontkit | undefined;
const fonts = new Map<FontName, Font>();
const coverage = new Map<FontName, Map<number, boolean>>();

/** A font opened once a process: parsing one of these files costs more than laying out a page. */
export function openFont(name: FontName): Font {
  let font = fonts.get(name);
  if (!font) {
    if (!fontkit) throw new Error('loadCoverage() first');
    font = fontkit.create(fontBytes(name));
    fonts.set(name, font);
  }
  return font;
}

/** Loads fontkit. The functions below need it. */
export function loadCoverage(): void {
  // `require`, as pdfkit does: an import would load a second copy of fontkit.
  fontkit ??= require('fontkit') as Fontkit;
}

/** Punctuation and signs that FandolFang draws as they should be. */
const FANG_SIGNS = new Set([...'，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…～％×÷①②③④⑤⑥⑦⑧⑨⑩　'].map((c) => c.codePointAt(0)));
/** LXGW WenKai draws these narrow, as in Latin text. */
const KAI_NARROW = new Set([...'“”‘’·'].map((c) => c.codePointAt(0)));

let gb2312: Set<number> | undefined;

/**
 * FandolFang draws characters outside GB 2312 as others (餘 as 余, ￥ as $) while their text extracts rightly: only
 * hanzi of GB 2312, ASCII and plain punctuation may use it.
 */
function fangDrawsRightly(codePoint: number): boolean {
  gb2312 ??= hanziOfGb2312();
  return gb2312.has(codePoint) || FANG_SIGNS.has(codePoint) || (codePoint >= 0x20 && codePoint < 0x7f);
}

function hanziOfGb2312(): Set<number> {
  const decoder = new TextDecoder('gbk');
  const set = new Set<number>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const codePoint = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0;
      if (codePoint >= 0x4e00 && codePoint <= 0x9fff) set.add(codePoint);
    }
  }
  return set;
}

function draws(name: FontName, codePoint: number): boolean {
  if (name === 'Fang' && !fangDrawsRightly(codePoint)) return false;
  if (name === 'Kai' && KAI_NARROW.has(codePoint)) return false;
  let known = coverage.get(name);
  if (!known) {
    known = new Map();
    coverage.set(name, known);
  }
  let drawn = known.get(codePoint);
  if (drawn === undefined) {
    drawn = openFont(name).hasGlyphForCodePoint(codePoint);
    known.set(codePoint, drawn);
  }
  return drawn;
}

/** The first font of the role's chain that draws the character, or undefined when none does. */
export function fontFor(role: FontName, codePoint: number): FontName | undefined {
  return FONT_CHAINS[role].find((name) => draws(name, codePoint));
}
