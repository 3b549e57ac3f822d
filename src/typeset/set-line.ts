/** A line of a text set into its width: stretched, squeezed or aligned, and drawn. */
import type { Canvas } from './canvas.ts';
import { emptyEnd, isGap, type LineRange, WIDEST_GAP } from './line-breaks.ts';
import type { Glyph } from './palette.ts';
import type { Text } from './text.ts';

export type Align = 'left' | 'center' | 'right' | 'justify';

/** Height of a character's box above the baseline, in ems: it is set in the middle of its line. */
const ABOVE = 0.88;
/** `<blank>` is ruled this far below the baseline, in ems. */
const RULE_BELOW = 0.16;
const RULE_WIDTH = 0.5;
/** Points of a gap below which none is set. */
const LEAST_GAP = 0.0005;

/** Draws the line in a box of `pitch` points that begins at `x`, `top`. */
export function drawLine(
  canvas: Canvas,
  text: Text,
  range: LineRange,
  place: { x: number; top: number; pitch: number; align: Align },
): void {
  const { align, pitch } = place;
  const free = range.available - range.width;
  let size = 0;
  for (let i = range.from; i < range.to; i++) size = Math.max(size, text.sizes[i] as number);
  const baseline = place.top + (pitch - size) / 2 + ABOVE * size;
  const gaps = free < 0 ? squeezed(text, range, -free) : align === 'justify' && !range.last ? stretched(text, range, free) : undefined;
  const shift = align === 'right' ? Math.max(0, free) : align === 'center' ? Math.max(0, free / 2) : 0;
  drawRuns(canvas, text, range, { x: place.x + shift, baseline, gaps });
}

/** Points added behind each glyph of the line, by its place in it; a negative one takes away. */
type Gaps = (index: number) => number;

/** Even room between hanzi and around words, none inside words; undefined where the line would come apart. */
function stretched({ glyphs, sizes }: Text, range: LineRange, free: number): Gaps | undefined {
  const gap = free / gapCount(glyphs, range);
  if (!Number.isFinite(gap) || gap < LEAST_GAP || gap > WIDEST_GAP * (sizes[range.from] as number)) return undefined;
  return (i) => (i + 1 < range.to && isGap(glyphs, i) ? gap : 0);
}

/** The last mark gives up its empty half first, unseen; what is still needed is taken from all gaps alike. */
function squeezed(text: Text, range: LineRange, need: number): Gaps | undefined {
  const rest = need - emptyEnd(text, range.to);
  const count = gapCount(text.glyphs, range);
  if (rest < LEAST_GAP || count === 0) return undefined;
  return (i) => (i + 1 < range.to && isGap(text.glyphs, i) ? -rest / count : 0);
}

function gapCount(glyphs: readonly Glyph[], { from, to }: LineRange): number {
  let count = 0;
  for (let i = from; i + 1 < to; i++) if (isGap(glyphs, i)) count++;
  return count;
}

/** One operator for neighbours of one font, size and gap. */
function drawRuns(
  canvas: Canvas,
  { glyphs, sizes, ruled }: Text,
  { from, to }: LineRange,
  { x, baseline, gaps }: { readonly x: number; readonly baseline: number; readonly gaps: Gaps | undefined },
): void {
  let pen = x;
  let i = from;
  while (i < to) {
    const first = glyphs[i] as Glyph;
    const size = sizes[i] as number;
    const rule = ruled?.[i] === true;
    const gap = gaps?.(i) ?? 0;
    const start = pen;
    const run: Glyph[] = [];
    for (; i < to; i++) {
      const glyph = glyphs[i] as Glyph;
      if (glyph.font !== first.font || glyph.scale !== first.scale || sizes[i] !== size || (ruled?.[i] === true) !== rule) break;
      const here = gaps?.(i) ?? 0;
      // The last glyph's own gap is no reason to begin anew.
      if (here !== gap && i + 1 < to) break;
      run.push(glyph);
      pen += glyph.advance * size + here;
    }
    canvas.text(run, { x: start, y: baseline + first.drop * size, size, spacing: gap });
    if (rule) {
      const y = baseline + RULE_BELOW * size;
      canvas.rule([start, y], [pen, y], RULE_WIDTH);
    }
  }
}
