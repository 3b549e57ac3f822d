/** A page as a scanner sees it: one byte a pixel, 0 black, 255 white, rows from the top. */
export interface Raster {
  readonly gray: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A part of it, cut at its edges. Places are shares of width and height. */
export function partOf({ gray, width, height }: Raster, left: number, top: number, right: number, bottom: number): Raster {
  const [x0, x1] = [Math.max(0, Math.floor(left * width)), Math.min(width, Math.ceil(right * width))];
  const [y0, y1] = [Math.max(0, Math.floor(top * height)), Math.min(height, Math.ceil(bottom * height))];
  const part = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) part.set(gray.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return { gray: part, width: x1 - x0, height: y1 - y0 };
}

/** Lighter than this is paper. */
const INK = 160;

/** Is there nothing on it? */
export function isBlank({ gray }: Raster): boolean {
  return gray.every((value) => value > INK);
}
