/** What is drawn, as far as it may bear words: sums over a content stream and all that it draws. */

/** Sums over a stream and all that it draws. */
export interface Drawn {
  /** Was text shown? */
  text: boolean;
  /** Was it shown in a font that does not tell its characters? */
  font: boolean;
  /** A picture in which a word can stand. */
  picture: boolean;
  /** Pixels of pictures that are too small for that by themselves, and the area that they are drawn on (square points of who draws them). */
  pixels: number;
  area: number;
  /** Lines and curves of shapes that are no rectangles: letters may be drawn as such. */
  lines: number;
  /** Strokes and quadrangles: a table has some hundred; a plotter draws letters of them. */
  strokes: number;
  /** Of these, neither level nor upright: no table has such. */
  slanted: number;
  damaged: boolean;
}

/** Shorter side and all pixels of the smallest picture of two Chinese characters. */
const LETTER_PIXELS = 10;
const WORD_PIXELS = 240;
/** A scan may be cut into strips of few lines each. */
const MOST_SMALL_PIXELS = 4096;
/** Of the page: what is drawn so large is the page's matter, however coarse. */
const MOST_SMALL_SHARE = 0.1;
/** An outlined name of three characters has some hundred; of a page without text some are enough. */
const MOST_LINES = 600;
const MOST_LINES_ALONE = 60;
const MOST_STROKES_ALONE = 400;
/** A drawing has some; a signature by hand, or a word of a plotter, has more. */
const MOST_SLANTED = 200;
/** Of its length, by which a stroke may be off the level. */
const SLANT = 0.02;

export const emptyDrawn = (): Drawn => ({
  text: false,
  font: false,
  picture: false,
  pixels: 0,
  area: 0,
  lines: 0,
  strokes: 0,
  slanted: 0,
  damaged: false,
});

/** `scale`: area that one square unit of `from` takes. */
export function merge(into: Drawn, from: Drawn, scale = 1): void {
  into.text ||= from.text;
  into.font ||= from.font;
  into.picture ||= from.picture;
  into.pixels += from.pixels;
  into.area += from.area * scale;
  into.lines += from.lines;
  into.strokes += from.strokes;
  into.slanted += from.slanted;
  into.damaged ||= from.damaged;
}

/** May words stand there that are no text? `page`: square points. */
export function isPicture({ picture, pixels, area, lines, strokes, slanted, text }: Drawn, page: number): boolean {
  if (picture || pixels > MOST_SMALL_PIXELS || area > page * MOST_SMALL_SHARE) return true;
  if (slanted > MOST_SLANTED) return true;
  return text ? lines > MOST_LINES : lines > MOST_LINES_ALONE || strokes > MOST_STROKES_ALONE;
}

/** In a square of 1 unit, as pictures are drawn. */
export function pictureOf(width: unknown, height: unknown): Drawn {
  const drawn = emptyDrawn();
  if (typeof width !== 'number' || typeof height !== 'number') return { ...drawn, picture: true };
  const pixels = width * height;
  return Math.min(width, height) >= LETTER_PIXELS && pixels >= WORD_PIXELS ? { ...drawn, picture: true } : { ...drawn, pixels, area: 1 };
}

/** The shapes of one path, before it is painted. */
export class Path {
  #lines = 0;
  #strokes = 0;
  #slanted = 0;
  #segments = 0;
  #slants = false;
  #curved = false;
  #from: readonly [x: number, y: number] = [0, 0];

  /** A line; or where none leads to. */
  go(line: boolean, [x, y]: readonly unknown[]): void {
    const to = [Number(x), Number(y)] as const;
    if (line) {
      this.#segments++;
      const [across, up] = [Math.abs(to[0] - this.#from[0]), Math.abs(to[1] - this.#from[1])];
      this.#slants ||= Math.min(across, up) > SLANT * Math.max(across, up);
    } else this.#end();
    this.#from = to;
  }

  curve(): void {
    this.#segments++;
    this.#curved = true;
  }

  paint(drawn: Drawn): void {
    this.#end();
    drawn.lines += this.#lines;
    drawn.strokes += this.#strokes;
    drawn.slanted += this.#slanted;
    this.#lines = 0;
    this.#strokes = 0;
    this.#slanted = 0;
  }

  #end(): void {
    if (this.#curved || this.#segments > 4) this.#lines += this.#segments;
    else if (this.#segments > 0) {
      this.#strokes++;
      if (this.#slants) this.#slanted++;
    }
    this.#segments = 0;
    this.#slants = false;
    this.#curved = false;
  }
}
