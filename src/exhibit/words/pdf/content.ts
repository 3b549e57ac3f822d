/** What a content stream draws (ISO 32000-1, 8, 9), as far as words may stand in it: text and its fonts, pictures, outlines. */
import { tellsCharacters } from './fonts.ts';
import type { FileObject, PdfObjects } from './objects.ts';
import { type Dict, isDict, isList, Name, nameOf, Reader, Ref, SyntaxFault, Text, type Value, Word } from './syntax.ts';

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
const MOST_LINES = 1500;
const MOST_LINES_ALONE = 60;
const MOST_STROKES_ALONE = 400;
const MOST_DEPTH = 30;
const MOST_STATES = 10_000;

export const emptyDrawn = (): Drawn => ({
  text: false,
  font: false,
  picture: false,
  pixels: 0,
  area: 0,
  lines: 0,
  strokes: 0,
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
  into.damaged ||= from.damaged;
}

/** May words stand there that are no text? `page`: square points. */
export function isPicture({ picture, pixels, area, lines, strokes, text }: Drawn, page: number): boolean {
  if (picture || pixels > MOST_SMALL_PIXELS || area > page * MOST_SMALL_SHARE) return true;
  return text ? lines > MOST_LINES : lines > MOST_LINES_ALONE || strokes > MOST_STROKES_ALONE;
}

/** In a square of 1 unit, as pictures are drawn. */
export function pictureOf(width: unknown, height: unknown): Drawn {
  const drawn = emptyDrawn();
  if (typeof width !== 'number' || typeof height !== 'number') return { ...drawn, picture: true };
  const pixels = width * height;
  return Math.min(width, height) >= LETTER_PIXELS && pixels >= WORD_PIXELS ? { ...drawn, picture: true } : { ...drawn, pixels, area: 1 };
}

/** Looks at the streams of one file, each once. */
export class Contents {
  /** Streams that something draws. */
  readonly reached = new Set<FileObject>();
  readonly #known = new Map<FileObject, Drawn>();
  readonly #fonts = new Map<Dict, boolean>();

  readonly #file: PdfObjects;
  readonly #onString: (bytes: string) => void;
  readonly #onAside: (object: FileObject, resources: Dict | undefined) => void;

  /**
   * `onString`: strings beside what is drawn; `onAside`: content that is drawn as a pattern or a mask, which no reader of a page's text
   * goes through, where it shows text.
   */
  constructor(file: PdfObjects, onString: (bytes: string) => void, onAside: (object: FileObject, resources: Dict | undefined) => void) {
    this.#file = file;
    this.#onString = onString;
    this.#onAside = onAside;
  }

  /** A form, pattern or appearance; `resources` of who draws it, where it has none. */
  stream(object: FileObject, resources: Dict | undefined, depth = 0): Drawn {
    this.reached.add(object);
    const { value } = object;
    const own = isDict(value) ? this.#file.get(value.get('Resources')) : undefined;
    const before = this.#known.get(object);
    if (before) return before;
    // Whoever draws itself is damaged, and ends here.
    const drawn = emptyDrawn();
    this.#known.set(object, { ...drawn, damaged: true });
    const text = this.bytes(object);
    if (text === undefined || depth > MOST_DEPTH) drawn.damaged = true;
    else merge(drawn, this.run(text, isDict(own) ? own : resources, depth));
    if (isDict(own)) this.#known.set(object, drawn);
    else this.#known.delete(object);
    return drawn;
  }

  /** Undefined where it cannot be read. */
  bytes(object: FileObject): string | undefined {
    this.reached.add(object);
    try {
      return this.#file.content(object)?.toString('latin1');
    } catch (error) {
      if (error instanceof SyntaxFault) return undefined;
      throw error;
    }
  }

  run(source: string, resources: Dict | undefined, depth = 0): Drawn {
    const drawn = emptyDrawn();
    const reader = new Reader(source, 0, {}, false);
    let operands: Value[] = [];
    const path = new Path();
    let font: boolean | undefined;
    /** Area of a square unit: all that is asked of the transformation. */
    let scale = 1;
    const states: { readonly font: boolean | undefined; readonly scale: number }[] = [];
    const named = (kind: string, name: Value | undefined): Value | undefined => {
      const table = resources ? this.#file.get(resources.get(kind)) : undefined;
      return isDict(table) && name instanceof Name ? table.get(name.name) : undefined;
    };
    const shown = (): void => {
      if (!operands.some((value) => hasBytes(value))) return;
      drawn.text = true;
      if (font !== true) drawn.font = true;
    };
    const operate = (word: string): void => {
      switch (word) {
        case 'Tj':
        case 'TJ':
        case "'":
        case '"':
          return shown();
        case 'Tf':
          font = this.#font(named('Font', operands[0]));
          return;
        case 'q':
          if (states.length < MOST_STATES) states.push({ font, scale });
          return;
        case 'Q':
          ({ font, scale } = states.pop() ?? { font, scale });
          return;
        case 'cm':
          scale *= areaOf(operands);
          return;
        case 'Do':
          return merge(drawn, this.#object(named('XObject', operands[0]), resources, depth), scale);
        case 'gs': {
          const state = this.#file.get(named('ExtGState', operands[0]));
          if (!isDict(state)) return;
          const set = this.#file.get(state.get('Font'));
          if (isList(set)) font = this.#font(set[0]);
          const mask = this.#file.get(state.get('SMask'));
          if (isDict(mask)) merge(drawn, this.#aside(mask.get('G'), resources, depth), scale);
          return;
        }
        case 'scn':
        case 'SCN':
          if (operands.at(-1) instanceof Name) merge(drawn, this.#aside(named('Pattern', operands.at(-1)), resources, depth));
          return;
        case 'BI':
          return merge(drawn, inline(reader), scale);
        case 'm':
        case 'l':
        case 'h':
          return path.go(word === 'l');
        case 'c':
        case 'v':
        case 'y':
          return path.curve();
        case 'BDC':
        case 'DP':
          return this.#strings(operands);
        case 'f':
        case 'F':
        case 'f*':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
        case 'S':
        case 's':
          return path.paint(drawn);
        case 'n':
          return path.paint(emptyDrawn());
      }
    };
    try {
      for (let value = reader.next(); value !== undefined; value = reader.next()) {
        if (!(value instanceof Word)) operands.push(value);
        else {
          operate(value.word);
          operands = [];
        }
      }
    } catch (error) {
      if (!(error instanceof SyntaxFault)) throw error;
      drawn.damaged = true;
    }
    return drawn;
  }

  #font(value: Value | undefined): boolean {
    const font = this.#file.get(value);
    if (!isDict(font)) return false;
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const tells = tellsCharacters(font, this.#file.get);
    this.#fonts.set(font, tells);
    return tells;
  }

  #object(value: Value | undefined, resources: Dict | undefined, depth: number): Drawn {
    const object = value instanceof Ref ? this.#file.object(value.id) : undefined;
    if (!object || !isDict(object.value) || !object.stream) return emptyDrawn();
    this.reached.add(object);
    const { value: dict } = object;
    if (nameOf(this.#file.get(dict.get('Subtype'))) === 'Image')
      return pictureOf(this.#file.get(dict.get('Width')), this.#file.get(dict.get('Height')));
    const drawn = emptyDrawn();
    const matrix = this.#file.get(dict.get('Matrix'));
    merge(drawn, this.stream(object, resources, depth + 1), isList(matrix) ? areaOf(matrix.map((value) => this.#file.get(value))) : 1);
    return drawn;
  }

  #aside(value: Value | undefined, resources: Dict | undefined, depth: number): Drawn {
    const object = value instanceof Ref ? this.#file.object(value.id) : undefined;
    if (!object?.stream) return emptyDrawn();
    const drawn = this.stream(object, resources, depth + 1);
    if (drawn.text) this.#onAside(object, resources);
    return drawn;
  }

  #strings(operands: readonly Value[]): void {
    for (const value of operands) {
      if (value instanceof Text) this.#onString(value.bytes);
      else if (isDict(value)) this.#strings([...value.values()]);
      else if (isList(value)) this.#strings(value);
    }
  }
}

/** The area that a matrix gives a square unit. */
function areaOf([a, b, c, d]: readonly (Value | undefined)[]): number {
  const area = Math.abs(Number(a) * Number(d) - Number(b) * Number(c));
  return Number.isFinite(area) ? area : 1;
}

/** The shapes of one path, before it is painted. */
class Path {
  #lines = 0;
  #strokes = 0;
  #segments = 0;
  #curved = false;

  /** A line; or where none leads to. */
  go(line: boolean): void {
    if (line) this.#segments++;
    else this.#end();
  }

  curve(): void {
    this.#segments++;
    this.#curved = true;
  }

  paint(drawn: Drawn): void {
    this.#end();
    drawn.lines += this.#lines;
    drawn.strokes += this.#strokes;
    this.#lines = 0;
    this.#strokes = 0;
  }

  #end(): void {
    if (this.#curved || this.#segments > 4) this.#lines += this.#segments;
    else if (this.#segments > 0) this.#strokes++;
    this.#segments = 0;
    this.#curved = false;
  }
}

const hasBytes = (value: Value): boolean => (value instanceof Text ? value.bytes !== '' : isList(value) && value.some(hasBytes));

const INLINE_END = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

/** 8.9.7. The data end at the first `EI` behind which content goes on. */
function inline(reader: Reader): Drawn {
  const entries = new Map<string, Value>();
  for (let key = reader.next(); key instanceof Name; key = reader.next()) entries.set(key.name, reader.next() ?? null);
  INLINE_END.lastIndex = reader.at;
  for (let end = INLINE_END.exec(reader.source); end; end = INLINE_END.exec(reader.source)) {
    if (!/^[\t\n\r\x20-\x7e]*$/.test(reader.source.slice(INLINE_END.lastIndex, INLINE_END.lastIndex + 16))) continue;
    reader.at = INLINE_END.lastIndex;
    return pictureOf(entries.get('W') ?? entries.get('Width'), entries.get('H') ?? entries.get('Height'));
  }
  throw new SyntaxFault('inline');
}
