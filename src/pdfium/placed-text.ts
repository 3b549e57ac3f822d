/** The glyphs of a page as the eye reads them: lines from top to bottom, each from left to right, in whatever order a program drew them. */

export interface PlacedGlyph {
  readonly char: string;
  /** Of its origin on the page, in points. */
  readonly x: number;
  readonly y: number;
  /** Of its font on the page, in points. */
  readonly size: number;
  /** Of its line against the horizontal, in degrees from 0 to 359. */
  readonly angle: number;
}

/** Shares of the size: of the smaller of two glyphs, by which they may differ in height and stand on one line; within which they stand at one place; from which on there is a gap. */
const ONE_LINE = 0.3;
const ONE_PLACE = 0.25;
const GAP = 1.6;
/** Different glyphs at one place that are told; no eye can tell more apart. */
const MOST_AT_A_PLACE = 4;

interface Turned {
  readonly along: number;
  readonly up: number;
  readonly glyph: PlacedGlyph;
}

/**
 * The text by place; where different glyphs stand on each other, one text with each. What is drawn twice at one place, as for bold, is one glyph.
 */
export function placedTexts(glyphs: readonly PlacedGlyph[]): readonly string[] {
  const directions = new Map<number, PlacedGlyph[]>();
  for (const glyph of glyphs) {
    const known = directions.get(glyph.angle);
    if (known) known.push(glyph);
    else directions.set(glyph.angle, [glyph]);
  }
  const lines = [...directions].flatMap(([angle, its]) => linesOf(turned(its, angle)).map(placesOf));
  const most = Math.min(
    MOST_AT_A_PLACE,
    lines.flat().reduce((count, { chars }) => Math.max(count, chars.length), 1),
  );
  return Array.from({ length: most }, (_, which) => lines.map((line) => written(line, which)).join('\n'));
}

function turned(glyphs: readonly PlacedGlyph[], angle: number): Turned[] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return glyphs.map((glyph) => ({ along: glyph.x * cos + glyph.y * sin, up: glyph.y * cos - glyph.x * sin, glyph }));
}

function linesOf(glyphs: Turned[]): readonly (readonly Turned[])[] {
  const lines: Turned[][] = [];
  for (const each of glyphs.sort((a, b) => b.up - a.up)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && first.up - each.up <= ONE_LINE * Math.min(first.glyph.size, each.glyph.size)) line.push(each);
    else lines.push([each]);
  }
  return lines.map((line) => line.sort((a, b) => a.along - b.along));
}

interface Place {
  readonly along: number;
  readonly size: number;
  readonly chars: string[];
}

function placesOf(line: readonly Turned[]): readonly Place[] {
  const places: Place[] = [];
  for (const { along, glyph } of line) {
    const last = places.at(-1);
    if (!last || along - last.along >= ONE_PLACE * Math.min(last.size, glyph.size))
      places.push({ along, size: glyph.size, chars: [glyph.char] });
    else if (!last.chars.includes(glyph.char)) last.chars.push(glyph.char);
  }
  return places;
}

function written(line: readonly Place[], which: number): string {
  let text = '';
  for (const [i, { along, size, chars }] of line.entries()) {
    const before = line[i - 1];
    if (before && along - before.along > GAP * Math.max(before.size, size)) text += ' ';
    text += chars[Math.min(which, chars.length - 1)];
  }
  return text;
}
