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

/** Straight pieces of a curve: enough for the area to agree to a thousandth of an em. */
const PIECES = 6;

/**
 * Extent, number of contours, size and centre of the inked area, and how far it spreads: alike for no two characters of a font, and
 * the same however a program writes the contour down (where it begins, which points it leaves implied).
 */
export function measures(path: string, unit: number): readonly number[] {
  const contours = flatten(path, unit);
  const points = contours.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  let [area, mx, my, mxx, myy] = [0, 0, 0, 0, 0];
  for (const contour of contours) {
    contour.forEach(([x0, y0], i) => {
      const [x1, y1] = contour[(i + 1) % contour.length] ?? [x0, y0];
      const cross = x0 * y1 - x1 * y0;
      area += cross / 2;
      mx += (cross * (x0 + x1)) / 6;
      my += (cross * (y0 + y1)) / 6;
      mxx += (cross * (x0 * x0 + x0 * x1 + x1 * x1)) / 12;
      myy += (cross * (y0 * y0 + y0 * y1 + y1 * y1)) / 12;
    });
  }
  const [cx, cy] = [mx / area, my / area];
  const spread = (moment: number, centre: number): number => Math.sqrt(Math.abs(moment / area - centre * centre));
  return [
    contours.length * 1000,
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
    Math.sqrt(Math.abs(area)),
    cx,
    cy,
    spread(mxx, cx),
    spread(myy, cy),
  ];
}

type Point = readonly [number, number];

function flatten(path: string, unit: number): readonly (readonly Point[])[] {
  const contours: Point[][] = [];
  for (const [, operator = '', given = ''] of path.matchAll(/([MLQC])([^MLQCZ]*)/g)) {
    const numbers = given.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g)?.map((text) => Number(text) * unit) ?? [];
    const points = Array.from({ length: numbers.length / 2 }, (_, i): Point => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0]);
    if (operator === 'M') contours.push([]);
    const contour = contours.at(-1);
    const from = contour?.at(-1);
    if (!contour) throw new Error(`a path begins with ${operator}`);
    if (!from || points.length === 1) contour.push(...points);
    else for (let i = 1; i <= PIECES; i++) contour.push(between([from, ...points], i / PIECES));
  }
  return contours;
}

/** De Casteljau. */
function between(points: readonly Point[], t: number): Point {
  let level = points;
  while (level.length > 1) {
    level = level.slice(1).map(([x, y], i): Point => {
      const [px, py] = level[i] ?? [x, y];
      return [px + (x - px) * t, py + (y - py) * t];
    });
  }
  return level[0] ?? [0, 0];
}
