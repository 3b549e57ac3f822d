/** Pages as a scanner sees them, in parts and smoothed. */
import type { Box, Raster } from '../pdfium/index.ts';

export function partOf({ gray, width, height }: Raster, [left, top, right, bottom]: Box): Raster {
  const [x0, x1] = [Math.max(0, Math.floor(left * width)), Math.min(width, Math.ceil(right * width))];
  const [y0, y1] = [Math.max(0, Math.floor(top * height)), Math.min(height, Math.ceil(bottom * height))];
  const part = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) part.set(gray.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return { gray: part, width: x1 - x0, height: y1 - y0 };
}

/** Each pixel as the mean of itself and its neighbours: a sensor's noise looks like ink to whoever compares single pixels. */
export function smoothed({ gray, width, height }: Raster): Raster {
  const rows = new Uint16Array(gray.length);
  const mean = new Uint8Array(gray.length);
  const pixel = (of: Uint8Array | Uint16Array, x: number, y: number): number => of[y * width + x] ?? 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * width + x] = pixel(gray, Math.max(0, x - 1), y) + pixel(gray, x, y) + pixel(gray, Math.min(width - 1, x + 1), y);
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      mean[y * width + x] = (pixel(rows, x, Math.max(0, y - 1)) + pixel(rows, x, y) + pixel(rows, x, Math.min(height - 1, y + 1))) / 9;
    }
  }
  return { gray: mean, width, height };
}

/** Ink or paper, nothing between: parted where the two differ most (N. Otsu, A Threshold Selection Method from Gray-Level Histograms, 1979). */
export function parted({ gray, width, height }: Raster): Raster {
  const counts = new Uint32Array(256);
  for (const value of gray) counts[value] = (counts[value] ?? 0) + 1;
  const all = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [below, sum, best, threshold] = [0, 0, -1, 0];
  for (const [value, count] of counts.entries()) {
    below += count;
    sum += count * value;
    const above = gray.length - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (sum / below - (all - sum) / above) ** 2;
    if (apart > best) [best, threshold] = [apart, value];
  }
  return { gray: gray.map((value) => (value > threshold ? 255 : 0)), width, height };
}

/** Lighter than this is paper. */
const INK = 160;

/** Is there nothing on it? */
export function isBlank({ gray }: Raster): boolean {
  return gray.every((value) => value > INK);
}
