/** The check code on a page: first where it is printed, whichever way up the sheet lay on the scanner, then along all four edges. */
import { type CodedPage, codedPageIn } from '../model/index.ts';
import type { Box, Raster } from '../pdfium/index.ts';
import { qrText } from './_jsqr.ts';
import { partOf } from './raster.ts';

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

/** The check code in a part of a page. */
export function codeOf(part: Raster): CodedPage | undefined {
  const text = qrText(part);
  return text === undefined ? undefined : codedPageIn(text);
}

export interface Found {
  readonly coded: CodedPage;
  readonly box: Box;
}

/** The first code in any of the boxes, and in which; `cleaned`: of its noise. */
export function codeIn(page: Raster, boxes: readonly Box[], cleaned: (part: Raster) => Raster): Found | undefined {
  for (const box of boxes) {
    const coded = codeOf(cleaned(partOf(page, box)));
    if (coded) return { coded, box };
  }
  return undefined;
}
