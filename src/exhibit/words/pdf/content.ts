/** What a content stream draws (ISO 32000-1, 8, 9), as far as words may stand in it: text and its fonts, pictures, outlines. */
import { type Drawn, emptyDrawn, merge, Path, pictureOf } from './drawn.ts';
import { tellsCharacters } from './fonts.ts';
import type { FileObject, PdfObjects } from './objects.ts';
import { type Dict, isDict, isList, Name, nameOf, Reader, Ref, SyntaxFault, Text, type Value, Word } from './syntax.ts';

const MOST_DEPTH = 30;
const STANDS_FOR = '/ActualText';
/** A key that no reader has, of the same length. */
const NOTHING_KNOWN = '/GlyphsText';
const MOST_STATES = 10_000;

/** Looks at the streams of one file, each once with the same resources. */
export class Contents {
  /** Streams that something draws. */
  readonly reached = new Set<FileObject>();
  /** By the resources that they were looked at with. */
  readonly #known = new Map<FileObject, Map<Dict | undefined, Drawn>>();
  readonly #fonts = new Map<Dict, boolean>();

  /** What glyphs are said to stand for (14.9.4), of what was looked at since it was emptied: a reader of the page must give it. */
  readonly standsFor = new Set<string>();
  readonly #file: PdfObjects;
  readonly #onString: (bytes: string) => void;
  readonly #onAside: (object: FileObject, resources: Dict | undefined) => void;
  readonly #onGlyphs: (content: string, resources: Dict | undefined) => void;

  /**
   * `onString`: strings beside what is drawn; `onAside`: content that is drawn as a pattern or a mask, which no reader of a page's text
   * goes through, where it shows text; `onGlyphs`: content without what its glyphs are said to stand for, which a reader gives in their place.
   */
  constructor(
    file: PdfObjects,
    {
      onString,
      onAside,
      onGlyphs,
    }: {
      readonly onString: (bytes: string) => void;
      readonly onAside: (object: FileObject, resources: Dict | undefined) => void;
      readonly onGlyphs: (content: string, resources: Dict | undefined) => void;
    },
  ) {
    this.#file = file;
    this.#onString = onString;
    this.#onAside = onAside;
    this.#onGlyphs = onGlyphs;
  }

  /** A form, pattern or appearance; `resources` of who draws it, where it has none. */
  stream(object: FileObject, resources: Dict | undefined, depth = 0): Drawn {
    this.reached.add(object);
    const own = isDict(object.value) ? this.#file.get(object.value.get('Resources')) : undefined;
    const used = isDict(own) ? own : resources;
    const looks = this.#known.get(object) ?? new Map<Dict | undefined, Drawn>();
    this.#known.set(object, looks);
    const before = looks.get(used);
    if (before) return before;
    const drawn = emptyDrawn();
    // Whoever draws itself is damaged, and ends here.
    looks.set(used, { ...drawn, damaged: true });
    const text = this.bytes(object);
    if (text === undefined || depth > MOST_DEPTH) drawn.damaged = true;
    else merge(drawn, this.run(text, used, depth));
    looks.set(used, drawn);
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
          shown();
          break;
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
          merge(drawn, this.#object(named('XObject', operands[0]), resources, depth), scale);
          break;
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
          merge(drawn, inline(reader), scale);
          break;
        case 'm':
        case 'l':
        case 'h':
          path.go(word === 'l', operands);
          break;
        case 'c':
        case 'v':
        case 'y':
          path.curve();
          break;
        case 'BDC':
        case 'DP':
          this.#strings(operands);
          this.#stands(operands[1] instanceof Name ? named('Properties', operands[1]) : operands[1]);
          break;
        case 'f':
        case 'F':
        case 'f*':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
        case 'S':
        case 's':
          path.paint(drawn);
          break;
        case 'n':
          path.paint(emptyDrawn());
          break;
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
    if (source.includes(STANDS_FOR)) this.#onGlyphs(source.replaceAll(STANDS_FOR, NOTHING_KNOWN), resources);
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

  #stands(value: Value | undefined): void {
    const properties = this.#file.get(value);
    const text = isDict(properties) ? this.#file.get(properties.get('ActualText')) : undefined;
    if (text instanceof Text) this.standsFor.add(text.bytes);
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
