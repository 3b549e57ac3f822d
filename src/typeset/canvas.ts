/** One page's operators (ISO 32000-1, 8 and 9). Places are in points from the upper left corner. */
import { number } from '../pdf/index.ts';
import type { Glyph } from './palette.ts';

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Glyphs of one font and size from `x` on the baseline `y`, each followed by `spacing` points. */
  text(glyphs: readonly Glyph[], at: { readonly x: number; readonly y: number; readonly size: number; readonly spacing?: number }): void;
  /** The same, read from top to bottom: turned by a quarter to the right. */
  textDown(glyphs: readonly Glyph[], at: { readonly x: number; readonly y: number; readonly size: number }): void;
  /** A straight line. */
  rule(from: readonly [number, number], to: readonly [number, number], width: number): void;
  fill(x: number, y: number, width: number, height: number): void;
  color(color: Color): void;
  content(): string;
}

export type Color = keyof typeof COLORS;
/** As operators for filling and for lines. */
const COLORS = { black: '0 g 0 G', grey: '0.93 g 0.93 G', red: '1 0 0 rg 1 0 0 RG' } as const;

export function newCanvas(width: number, height: number): Canvas {
  const parts: string[] = [];
  let color: Color = 'black';
  let line = -1;
  let font = '';
  let spacing = 0;
  const show = (glyphs: readonly Glyph[], size: number, extra: number, matrix: string): void => {
    const first = glyphs[0];
    if (!first?.font) return;
    const wanted = `/${first.font.key} ${number(size * first.scale)} Tf `;
    let codes = '';
    for (const glyph of glyphs) codes += glyph.code;
    const tc = extra === spacing ? '' : `${number(extra)} Tc `;
    parts.push(`BT ${wanted === font ? '' : wanted}${tc}${matrix} Tm (${codes}) Tj ET`);
    font = wanted;
    spacing = extra;
  };
  return {
    width,
    height,
    text: (glyphs, { x, y, size, spacing: extra = 0 }) => show(glyphs, size, extra, `1 0 0 1 ${number(x)} ${number(height - y)}`),
    textDown: (glyphs, { x, y, size }) => show(glyphs, size, 0, `0 -1 1 0 ${number(x)} ${number(height - y)}`),
    rule: ([x1, y1], [x2, y2], thickness) => {
      const pen = thickness === line ? '' : `${number(thickness)} w `;
      line = thickness;
      parts.push(`${pen}${number(x1)} ${number(height - y1)} m ${number(x2)} ${number(height - y2)} l S`);
    },
    fill: (x, y, w, h) => parts.push(`${number(x)} ${number(height - y - h)} ${number(w)} ${number(h)} re f`),
    color: (wanted) => {
      if (wanted === color) return;
      color = wanted;
      parts.push(COLORS[wanted]);
    },
    content: () => parts.join('\n'),
  };
}
