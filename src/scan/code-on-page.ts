/** The check code on a page: first where it is printed, whichever way up the sheet lay on the scanner, then along all four edges. */
import { checkCodeIn } from '../model/index.ts';
import { qrText } from './_jsqr.ts';
import { partOf, type Raster } from './raster.ts';

/** A part of a page, as shares of its width and height. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** The middle of each edge. */
export const MIDDLES: readonly Box[] = [
  [0.25, 0.82, 0.75, 1],
  [0.25, 0, 0.75, 0.18],
  [0, 0.25, 0.18, 0.75],
  [0.82, 0.25, 1, 0.75],
];
/** The whole of each edge: a sheet that lay askew, or on a larger page. */
export const EDGES: readonly Box[] = [
  [0, 0.7, 1, 1],
  [0, 0, 1, 0.3],
  [0, 0, 0.3, 1],
  [0.7, 0, 1, 1],
];

/** The first code in any of the boxes, and in which. */
export function codeIn(page: Raster, boxes: readonly Box[]): { readonly code: string; readonly box: Box } | undefined {
  for (const box of boxes) {
    const text = qrText(partOf(page, ...box));
    const code = text === undefined ? undefined : checkCodeIn(text);
    if (code !== undefined) return { code, box };
  }
  return undefined;
}
