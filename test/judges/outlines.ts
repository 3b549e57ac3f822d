/** Is the outline that a PDF draws the one that a font's file has for the character? Independent of any ToUnicode table. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const fontkit = require('fontkit') as { create(bytes: Uint8Array): Font };
/** What `untyped.d.ts` of the sources does not tell. */
interface Font {
  readonly unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { readonly path: { toSVG(): string } };
}

const packed = (name: string): string => require.resolve(`@expo-google-fonts/${name}.ttf`);
const own = (name: string): string => fileURLToPath(new URL(`../../templates/fonts/${name}`, import.meta.url));

/** By the PostScript names that PDFs give. */
const FILES: Readonly<Record<string, () => string>> = {
  'FandolFang-Regular': () => own('FandolFang-Regular.otf'),
  'LXGWWenKai-Regular': () => own('LXGWWenKai-Regular.ttf'),
  'NotoSansSC-Bold': () => packed('noto-sans-sc/700Bold/NotoSansSC_700Bold'),
  ...Object.fromEntries(
    ['200ExtraLight', '300Light', '400Regular', '700Bold', '900Black'].map((weight) => [
      `NotoSerifSC-${weight.slice(3)}`,
      () => packed(`noto-serif-sc/${weight}/NotoSerifSC_${weight}`),
    ]),
  ),
};

const fonts = new Map<string, Font>();

function openFont(name: string): Font | undefined {
  let font = fonts.get(name);
  const file = FILES[name];
  if (!font && file) {
    font = fontkit.create(readFileSync(file()));
    fonts.set(name, font);
  }
  return font;
}

/** Thousandths of an em. Subsetting may move a point by rounding; of CFF's flex operators fontkit and pdf.js make up to 7 of difference. */
const NEAR = 1.5;
const NEAR_CFF = 8;

/** Undefined when they agree; else what is wrong. `outline` as in `Glyph`, in ems. */
export function outlineFault(fontName: string, char: string, outline: string): string | undefined {
  const font = openFont(fontName);
  if (!font) return `${char}: font ${fontName} is not known`;
  const codePoint = char.codePointAt(0) ?? 0;
  if (!font.hasGlyphForCodePoint(codePoint)) return `${char}: ${fontName} has none`;
  const unit = 1000 / font.unitsPerEm;
  const wanted = measures(font.glyphForCodePoint(codePoint).path.toSVG(), unit);
  const drawn = measures(outline, 1000);
  const off = Math.max(...wanted.map((value, i) => Math.abs(value - (drawn[i] ?? Number.POSITIVE_INFINITY))));
  return off <= (fontName.startsWith('Fandol') ? NEAR_CFF : NEAR)
    ? undefined
    : `${char}: ${fontName} draws something else (${off.toFixed(1)})`;
}

/**
 * Extent, number of contours, size and centre of the inked area, and how far it spreads: alike for no two characters of a font, and
 * the same however a program writes the contour down (where it begins, which points it leaves implied).
 */
export function measures(path: string, unit: number): readonly number[] {
  const sums = { contours: 0, left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity, area: 0, mx: 0, my: 0, mxx: 0, myy: 0 };
  for (const { xs, ys } of flatten(path, unit)) {
    sums.contours += 1;
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [xs[j], ys[j], xs[i], ys[i]];
      const cross = x0 * y1 - x1 * y0;
      sums.area += cross / 2;
      sums.mx += (cross * (x0 + x1)) / 6;
      sums.my += (cross * (y0 + y1)) / 6;
      sums.mxx += (cross * (x0 * x0 + x0 * x1 + x1 * x1)) / 12;
      sums.myy += (cross * (y0 * y0 + y0 * y1 + y1 * y1)) / 12;
      sums.left = Math.min(sums.left, x1);
      sums.right = Math.max(sums.right, x1);
      sums.bottom = Math.min(sums.bottom, y1);
      sums.top = Math.max(sums.top, y1);
    }
  }
  const { contours, left, right, bottom, top, area, mx, my, mxx, myy } = sums;
  const [cx, cy] = [mx / area, my / area];
  const spread = (moment: number, centre: number): number => Math.sqrt(Math.abs(moment / area - centre * centre));
  return [contours * 1000, left, right, bottom, top, Math.sqrt(Math.abs(area)), cx, cy, spread(mxx, cx), spread(myy, cy)];
}

interface Contour {
  readonly xs: number[];
  readonly ys: number[];
}

/** Straight pieces of a curve: enough for the area to agree to a thousandth of an em. */
const PIECES = [0.25, 0.5, 0.75, 1] as const;

/** Polygons of an SVG path of M, L, Q, C and Z. */
function flatten(path: string, unit: number): readonly Contour[] {
  const contours: Contour[] = [];
  let contour: Contour = { xs: [], ys: [] };
  for (const command of path.match(/[MLQC][^MLQCZ]*/g) ?? []) {
    const n = (command.slice(1).match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map((text) => Number(text) * unit);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
    if (command.startsWith('M')) {
      contour = { xs: [], ys: [] };
      contours.push(contour);
    }
    const { xs, ys } = contour;
    const [x = 0, y = 0] = [xs.at(-1), ys.at(-1)];
    if (n.length === 2) {
      xs.push(a);
      ys.push(b);
      continue;
    }
    for (const t of PIECES) {
      const u = 1 - t;
      if (n.length === 4) {
        xs.push(u * u * x + 2 * u * t * a + t * t * c);
        ys.push(u * u * y + 2 * u * t * b + t * t * d);
      } else {
        xs.push(u * u * u * x + 3 * u * u * t * a + 3 * u * t * t * c + t * t * t * e);
        ys.push(u * u * u * y + 3 * u * u * t * b + 3 * u * t * t * d + t * t * t * f);
      }
    }
  }
  return contours;
}
