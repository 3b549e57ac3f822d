/**
 * Reads where every glyph and every rule of a PDF stands. An own interpreter over pdf.js's operator list: text extraction
 * merges glyphs into runs and cannot say where a single one stands.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Box, boxOf, type Matrix, multiply, onPage, outlineBox, UNIT } from './geometry.ts';

export interface Glyph {
  /** What a reader copies. */
  readonly text: string;
  /** PostScript name of the font, without the subset's prefix. */
  readonly font: string;
  readonly size: number;
  /** Left end of the advance, and the baseline, in points from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** Not upright: read from top to bottom. */
  readonly turned: boolean;
  /** Code in the content stream. 0 is .notdef where codes are glyph numbers. */
  readonly code: number;
  /** The outline that the embedded font holds, in ems, as an SVG path; empty for spaces. */
  readonly outline: string;
  /** What is inked, undefined for spaces. */
  readonly ink: Box | undefined;
  readonly colour: string;
}

/** A painted path, mostly a line of a table. */
export interface Rule {
  readonly box: Box;
  readonly painted: 'stroke' | 'fill';
  /** Of the stroke. */
  readonly thickness: number;
  readonly colour: string;
}

export interface PageMarks {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

interface ShownGlyph {
  readonly originalCharCode: number;
  readonly fontChar: string;
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

interface State {
  readonly ctm: Matrix;
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly rise: number;
  readonly thickness: number;
  readonly fill: string;
  readonly stroke: string;
}

const START: State = {
  ctm: UNIT,
  font: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  thickness: 1,
  fill: '#000000',
  stroke: '#000000',
};

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** @throws when the bytes are no readable PDF, or one of its fonts cannot be read */
export async function readMarks(bytes: Uint8Array): Promise<readonly PageMarks[]> {
  // Without font faces pdf.js compiles each glyph's outline, which is what we are after. It takes ownership of the bytes.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, disableFontFace: true, useSystemFonts: false, isEvalSupported: false });
  try {
    const document = await task.promise;
    const pages: PageMarks[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(await document.getPage(number)));
    return pages;
  } finally {
    await task.destroy();
  }
}

async function readPage(page: Page): Promise<PageMarks> {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const { fnArray, argsArray } = await page.getOperatorList();
  const reader = new Reader(page, x0, y1);
  fnArray.forEach((operator, i) => {
    reader.take(operator, (argsArray[i] ?? []) as readonly never[]);
  });
  return { number: page.pageNumber, width: x1 - x0, height: y1 - y0, glyphs: reader.glyphs, rules: reader.rules };
}

class Reader {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly #page: Page;
  readonly #left: number;
  readonly #top: number;
  #state: State = START;
  #stack: State[] = [];
  #text: Matrix = UNIT;
  #line: Matrix = UNIT;
  #leading = 0;
  readonly #outlines = new Map<string, { readonly outline: string; readonly box: Box | undefined }>();

  constructor(page: Page, left: number, top: number) {
    this.#page = page;
    this.#left = left;
    this.#top = top;
  }

  take(operator: number, args: readonly never[]): void {
    const [first, second] = args as readonly [never, never];
    const set = (change: Partial<State>): void => {
      this.#state = { ...this.#state, ...change };
    };
    const { ctm } = this.#state;
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        this.#stack.push(this.#state);
        if (operator !== OPS.save && first) set({ ctm: multiply(ctm, first) });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? START;
        break;
      case OPS.transform:
        set({ ctm: multiply(ctm, args as unknown as Matrix) });
        break;
      case OPS.setFont:
        set({ font: first, size: second });
        break;
      case OPS.setCharSpacing:
        set({ charSpacing: first });
        break;
      case OPS.setWordSpacing:
        set({ wordSpacing: first });
        break;
      case OPS.setHScale:
        set({ scale: first });
        break;
      case OPS.setTextRise:
        set({ rise: first });
        break;
      case OPS.setLineWidth:
        set({ thickness: first });
        break;
      case OPS.setFillRGBColor:
        set({ fill: first });
        break;
      case OPS.setStrokeRGBColor:
        set({ stroke: first });
        break;
      case OPS.setLeading:
        this.#leading = first;
        break;
      case OPS.beginText:
        this.#place(UNIT);
        break;
      case OPS.setTextMatrix:
        this.#place(Array.from(first) as unknown as Matrix);
        break;
      case OPS.moveText:
        this.#place(multiply(this.#line, [1, 0, 0, 1, first, second]));
        break;
      case OPS.setLeadingMoveText:
        this.#leading = -second;
        this.#place(multiply(this.#line, [1, 0, 0, 1, first, second]));
        break;
      case OPS.nextLine:
        this.#place(multiply(this.#line, [1, 0, 0, 1, 0, -this.#leading]));
        break;
      case OPS.showText:
        this.#show(first);
        break;
      case OPS.constructPath:
        this.#paint(first, (args as readonly unknown[])[2] as ArrayLike<number> | null);
        break;
    }
  }

  #place(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  #show(shown: readonly (ShownGlyph | number)[]): void {
    const { size, scale, charSpacing, wordSpacing, rise, ctm, font, fill } = this.#state;
    const forward = (dx: number): void => {
      this.#text = multiply(this.#text, [1, 0, 0, 1, dx * scale, 0]);
    };
    for (const one of shown) {
      if (typeof one === 'number') {
        forward((-one / 1000) * size);
        continue;
      }
      const whole = multiply(ctm, multiply(this.#text, [size * scale, 0, 0, size, 0, rise]));
      const { outline, box } = this.#outlineOf(font, one.fontChar);
      const [x, y] = onPage(whole, 0, 0);
      this.glyphs.push({
        text: one.unicode,
        font: this.#fontName(font),
        size: Math.hypot(whole[2], whole[3]),
        x: x - this.#left,
        y: this.#top - y,
        advance: (one.width / 1000) * Math.hypot(whole[0], whole[1]),
        turned: Math.abs(whole[1]) > Math.abs(whole[0]),
        code: one.originalCharCode,
        outline,
        ink: box && this.#seen(boxOf(whole, box)),
        colour: fill,
      });
      forward((one.width / 1000) * size + charSpacing + (one.isSpace ? wordSpacing : 0));
    }
  }

  #paint(operator: number, extent: ArrayLike<number> | null): void {
    if (!extent || operator === OPS.endPath) return;
    const { ctm, thickness, fill, stroke } = this.#state;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(extent);
    const painted = operator === OPS.stroke || operator === OPS.closeStroke ? 'stroke' : 'fill';
    const box = this.#seen(boxOf(ctm, { left: x0, bottom: y0, right: x1, top: y1 }));
    this.rules.push({ box, painted, thickness: thickness * Math.hypot(ctm[0], ctm[1]), colour: painted === 'fill' ? fill : stroke });
  }

  /** From the page's upper left corner, downwards. */
  #seen({ left, right, top, bottom }: Box): Box {
    return { left: left - this.#left, right: right - this.#left, top: this.#top - top, bottom: this.#top - bottom };
  }

  #fontName(id: string): string {
    return (this.#page.commonObjs.get(id) as { readonly name: string }).name.replace(/^[A-Z]{6}\+/, '');
  }

  #outlineOf(font: string, char: string): { readonly outline: string; readonly box: Box | undefined } {
    const key = `${font}_path_${char}`;
    let known = this.#outlines.get(key);
    if (!known) {
      const outline = this.#page.commonObjs.has(key) ? String(this.#page.commonObjs.get(key)) : '';
      known = { outline, box: outlineBox(outline) };
      this.#outlines.set(key, known);
    }
    return known;
  }
}
