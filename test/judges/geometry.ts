/** Affine matrices and boxes of a PDF page. */

/** a b c d e f, as a PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
export const MM = 72 / 25.4;

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function onPage([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright box around a box that was moved; `top` is the larger ordinate. */
export function boxOf(matrix: Matrix, { left, right, top, bottom }: Box): Box {
  const corners = [onPage(matrix, left, bottom), onPage(matrix, right, bottom), onPage(matrix, left, top), onPage(matrix, right, top)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** Around all points of an SVG path of absolute commands. Control points count: a little too wide, never too narrow. */
export function outlineBox(outline: string): Box | undefined {
  const numbers = outline.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  if (numbers.length < 4) return undefined;
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}
