/**
 * Every place where this project reaches into pdfmake 0.3.11. Each seam mends one measured fault; test/documents/seams.test.ts
 * fails when a seam's own source has changed. No other file knows pdfmake's inner classes.
 */
import { lineBreaks } from './line-breaks.ts';

type Method = (...args: never[]) => unknown;
interface Prototype {
  [method: string]: Method;
}
/** The inner classes, as the door loads them. */
export interface Internals {
  readonly TextBreaker: { readonly prototype: Prototype };
  readonly PDFDocument: { readonly prototype: Prototype };
  readonly Renderer: { readonly prototype: Prototype };
  readonly LayoutBuilder: { readonly prototype: Prototype };
  readonly TableProcessor: { readonly prototype: Prototype };
  readonly PageElementWriter: { readonly prototype: Prototype };
  readonly ElementWriter: { readonly prototype: Prototype };
  readonly StyleContextStack: {
    getStyleProperty(item: unknown, stack: unknown, name: string, otherwise: unknown): unknown;
    copyStyle(from: unknown, to?: unknown): unknown;
  };
}

/** The methods that are replaced or wrapped. */
export const SEAMS = [
  ['TextBreaker', 'getBreaks'],
  ['PDFDocument', 'provideFont'],
  ['Renderer', 'renderLine'],
  ['LayoutBuilder', 'layoutDocument'],
  ['LayoutBuilder', 'processNode'],
  ['TableProcessor', 'beginRow'],
  ['PageElementWriter', 'moveToNextPage'],
  ['ElementWriter', 'alignLine'],
] as const;

interface Inline {
  text: string;
  width: number;
  x: number;
  alignment?: unknown;
  readonly lineEnd?: boolean;
  /** No line may end behind it. */
  readonly noNewLine?: boolean;
  readonly [property: string]: unknown;
}
interface Line {
  inlines: Inline[];
}
interface Node {
  readonly text?: unknown;
  readonly stack?: readonly Node[];
  readonly _inlines?: readonly Inline[];
  readonly lineHeight?: number;
  readonly fontSize?: number;
  /** Points that must be free below, else the node begins a page. Ours, not pdfmake's. */
  readonly needHeight?: number;
  /** Points that must be free below the node itself. Ours. */
  readonly needBelow?: number;
  /** The table that the node announces: they begin on one page. Ours. */
  readonly keepWith?: Node;
  readonly leadingIndent?: number;
  readonly table?: TableNode['table'];
  readonly pageBreak?: string;
  readonly pageOrientation?: string;
}
interface Context {
  readonly availableHeight: number;
  readonly y: number;
  readonly availableWidth: number;
  readonly pageMargins: { readonly top: number; readonly bottom: number };
  getCurrentPage(): { readonly pageSize: { readonly height: number } };
}
interface Writer {
  readonly transactionLevel: number;
  readonly repeatables: readonly {
    readonly insertedOnPages: readonly unknown[];
    readonly items: readonly { readonly type: string; readonly item: Line }[];
  }[];
  context(): Context & { readonly page: number };
  moveToNextPage(orientation?: string): void;
  repeated?: string;
}

/** Text of table heads that pdfmake repeated, by the definition's `content`. */
const repeatedTexts = new WeakMap<object, string>();
export function repeatedText(content: object): string {
  return repeatedTexts.get(content) ?? '';
}

/** Mends pdfmake once a process. */
export function applySeams(internals: Internals, openFont: (family: string) => unknown): void {
  breakLines(internals);
  evenFonts(internals.PDFDocument.prototype, openFont);
  mergeRuns(internals.Renderer.prototype);
  justifyGently(internals.ElementWriter.prototype);
  keepTogether(internals.LayoutBuilder.prototype, internals.TableProcessor.prototype);
  recordRepeats(internals.LayoutBuilder.prototype, internals.PageElementWriter.prototype);
}

/** Breaks are sought in the whole paragraph, not run by run: a change of font is no place to break. */
function breakLines({ TextBreaker, StyleContextStack: styles }: Internals): void {
  TextBreaker.prototype.getBreaks = ((texts: unknown, stack: unknown) => {
    const items = (Array.isArray(texts) ? texts : [texts]) as (string | { text?: unknown })[];
    const strings = items.map((item) => String((typeof item === 'object' && item !== null ? item.text : item) ?? ''));
    const { allowed, required } = lineBreaks(strings.join(''));
    const pieces: Record<string, unknown>[] = [];
    let offset = 0;
    items.forEach((item, i) => {
      const text = strings[i] as string;
      const end = offset + text.length;
      const noWrap = styles.getStyleProperty(item, stack, 'noWrap', false) === true;
      const cuts = noWrap ? [end] : [...range(offset + 1, end)].filter((p) => p === end || allowed.has(p));
      let from = offset;
      for (const cut of cuts) {
        const piece: Record<string, unknown> = { text: text.slice(from - offset, cut - offset).replace(/\n$/, '') };
        if (typeof item === 'object') styles.copyStyle(styles.copyStyle(item), piece);
        if (required.has(cut)) piece.lineEnd = true;
        else if (!allowed.has(cut)) piece.noNewLine = true;
        pieces.push(piece);
        from = cut;
      }
      offset = end;
    });
    const last = pieces.at(-1);
    if (last) delete last.noNewLine;
    return pieces.length > 0 ? pieces : [{ text: '' }];
  }) as Method;
}

function* range(from: number, to: number): Generator<number> {
  for (let i = from; i <= to; i++) yield i;
}

interface PdfFont {
  ascender: number;
  descender: number;
  lineGap: number;
  readonly id: string;
  readonly scale: number;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
  layout(text: string, features?: unknown): { readonly glyphs: readonly Glyph[]; readonly positions: readonly unknown[] };
  encode(text: string, features?: unknown): unknown;
}
interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
}
interface PdfDocument {
  readonly fontCache: Record<string, PdfFont>;
  readonly _fontFamilies: Record<string, PdfFont>;
  _font: PdfFont;
  _fontCount: number;
}
type FontClass = new (document: PdfDocument, font: unknown, id: string) => PdfFont;

/** Fonts are parsed once a process instead of once a document, have one line pitch, and copy out as they were put in. */
function evenFonts(prototype: Prototype, openFont: (family: string) => unknown): void {
  const provideFont = prototype.provideFont as (...args: unknown[]) => PdfFont;
  let Embedded: FontClass | undefined;
  prototype.provideFont = function (this: PdfDocument, family: string, ...rest: unknown[]) {
    const known = this.fontCache[family];
    if (known) return known;
    // pdfkit does not export its class of embedded fonts: the first font opened its own way shows it.
    let font: PdfFont;
    if (Embedded) {
      this._fontCount += 1;
      font = new Embedded(this, openFont(family), `F${this._fontCount}`);
      this._fontFamilies[font.id] = font;
    } else {
      font = provideFont.call(this, family, ...rest);
      Embedded = font.constructor as FontClass;
    }
    this._font = font;
    this.fontCache[family] = font;
    font.ascender = 880;
    font.descender = -120;
    font.lineGap = 0;
    encodeExactly(font);
    return font;
  } as Method;
}

/** One code point for each glyph in the file: pdfkit keeps for all the first code point that it saw for a glyph. */
function encodeExactly(font: PdfFont): void {
  const ids = new Map<string, number>();
  const used = new Set<number>();
  font.encode = (text: string, features?: unknown) => {
    const source = [...text];
    let { glyphs, positions } = font.layout(text, features);
    if (glyphs.length !== source.length) {
      // A ligature: its characters are drawn one by one, so that each copies out as itself.
      const single = source.map((char) => font.layout(char, features));
      glyphs = single.flatMap((run) => run.glyphs);
      positions = single.flatMap((run) => run.positions);
    }
    const codes = glyphs.map((glyph, i) => {
      const char = source[i] ?? '';
      const key = `${glyph.id} ${char}`;
      let id = ids.get(key);
      if (id === undefined) {
        id = used.has(glyph.id) ? font.subset.glyphs.push(glyph.id) - 1 : font.subset.includeGlyph(glyph.id);
        used.add(glyph.id);
        ids.set(key, id);
        font.widths[id] = glyph.advanceWidth * font.scale;
        font.unicode[id] = [...char].map((c) => c.codePointAt(0) as number);
      }
      return id.toString(16).padStart(4, '0');
    });
    return [codes, positions];
  };
}

const MERGED_STYLE = ['font', 'fontSize', 'color', 'opacity', 'characterSpacing', 'decoration', 'background', 'sup', 'sub', 'fontFeatures'];

/** Neighbours of one style are written as one string: a third smaller and faster, and copied text keeps its words. */
function mergeRuns(prototype: Prototype): void {
  const renderLine = prototype.renderLine as (line: Line, x: number, y: number) => void;
  prototype.renderLine = function (this: unknown, line: Line, x: number, y: number) {
    const inlines = line.inlines;
    const merged: Inline[] = [];
    for (const inline of inlines) {
      const last = merged.at(-1);
      if (last && Math.abs(last.x + last.width - inline.x) < 1e-3 && MERGED_STYLE.every((k) => last[k] === inline[k])) {
        last.text += inline.text;
        last.width += inline.width;
      } else merged.push({ ...inline });
    }
    line.inlines = merged;
    try {
      renderLine.call(this, line, x, y);
    } finally {
      line.inlines = inlines;
    }
  } as Method;
}

/** Most that justification may widen one gap, as a share of the character's size: a long number on the next line must not tear a line apart. */
const WIDEST_GAP = 0.2;

function justifyGently(prototype: Prototype): void {
  const alignLine = prototype.alignLine as (line: Line) => void;
  prototype.alignLine = function (this: { context(): { readonly availableWidth: number } }, line: Line & { getWidth(): number }) {
    const [first] = line.inlines;
    const gap = (this.context().availableWidth - line.getWidth()) / Math.max(1, line.inlines.length - 1);
    const loose = first !== undefined && first.alignment === 'justify' && gap > WIDEST_GAP * Number(first.fontSize);
    if (loose) first.alignment = 'left';
    alignLine.call(this, line);
  } as Method;
}

/** A longer paragraph is not moved whole for what follows it. */
const MOVED_LINES = 6;
/** A page that holds no more than its repeated heads and this many points is as good as a new one. */
const NEARLY_EMPTY = 12;

/**
 * Headings and rows are kept whole by moving on before them. pdfmake's own `unbreakable` and `dontBreakRows` drop what is
 * taller than a page without a word.
 */
function keepTogether(builder: Prototype, table: Prototype): void {
  const processNode = builder.processNode as (node: Node, ...rest: unknown[]) => void;
  builder.processNode = function (this: { readonly writer: Writer }, node: Node, ...rest: unknown[]) {
    const { writer } = this;
    if (node.pageBreak === undefined && writer.transactionLevel === 0) {
      const context = writer.context();
      const need = neededHeight(node, context.availableWidth);
      const page = pageHeight(context);
      if (context.availableHeight < need && need <= page && context.availableHeight < page - NEARLY_EMPTY) {
        writer.moveToNextPage(node.pageOrientation);
      }
    }
    processNode.call(this, node, ...rest);
  } as Method;

  const beginRow = table.beginRow as (row: number, writer: Writer) => void;
  table.beginRow = function (this: TableProcessor, row: number, writer: Writer) {
    if (row >= (this.headerRows ?? 0) && row > 0 && writer.transactionLevel === 0) {
      const context = writer.context();
      const page = pageHeight(context) - headsHeight(this.tableNode);
      const height = keptHeight(this.tableNode, row, page);
      if (height <= page && height > context.availableHeight && context.availableHeight < page - NEARLY_EMPTY) {
        writer.moveToNextPage();
        if (!this.headerRows) this.drawHorizontalLine(row, writer);
      }
    }
    beginRow.call(this, row, writer);
  } as Method;
}

interface TableProcessor {
  readonly headerRows?: number;
  readonly tableNode: TableNode;
  drawHorizontalLine(row: number, writer: Writer): void;
}

interface TableNode {
  readonly table: {
    readonly body: readonly (readonly Node[])[];
    /** Points; `_calcWidth` is there once the table is begun. */
    readonly widths: readonly { readonly _calcWidth?: number; readonly width: number }[];
    readonly headerRows?: number;
    readonly heights?: readonly (number | 'auto')[];
    /** Rows that are never parted from the row below. Ours, not pdfmake's. */
    readonly keepNext?: readonly boolean[];
  };
}

/** What a new page offers. */
function pageHeight(context: Context): number {
  const { top, bottom } = context.pageMargins;
  return context.getCurrentPage().pageSize.height - top - bottom;
}

/** Points that must be free before a block is begun; 0 when it may begin anywhere. */
function neededHeight(node: Node, width: number): number {
  let need = node.needHeight ?? 0;
  const below = node.keepWith === undefined ? node.needBelow : neededHeight(node.keepWith, width);
  if (below !== undefined) {
    const height = textHeight(node, width);
    const pitch = (node.fontSize ?? 12) * (node.lineHeight ?? 1);
    need = Math.max(need, Math.min(height, MOVED_LINES * pitch) + below);
  }
  // A head without a row under it, or with a torn one, says nothing.
  if (node.table?.keepNext) {
    const heads = headsHeight(node as TableNode);
    need = Math.max(need, heads + keptHeight(node as TableNode, node.table.headerRows ?? 0, Number.POSITIVE_INFINITY));
  }
  return need;
}

function headsHeight(tableNode: TableNode): number {
  let height = 0;
  for (let row = 0; row < (tableNode.table.headerRows ?? 0); row++) height += rowHeight(tableNode, row);
  return height;
}

/** A row with the rows that it is kept with; alone when together they are higher than a page. */
function keptHeight(tableNode: TableNode, row: number, page: number): number {
  let height = rowHeight(tableNode, row);
  for (let next = row; tableNode.table.keepNext?.[next]; next++) {
    const together = height + rowHeight(tableNode, next + 1);
    if (together > page) break;
    height = together;
  }
  return height;
}

function rowHeight(tableNode: TableNode, row: number): number {
  const { body, widths, heights } = tableNode.table;
  const given = heights?.[row];
  let height = typeof given === 'number' ? given : 0;
  (body[row] ?? []).forEach((cell, i) => {
    const span = (cell as { colSpan?: number }).colSpan ?? 1;
    const width = widths.slice(i, i + span).reduce((sum, w) => sum + (w._calcWidth ?? w.width), 0);
    height = Math.max(height, textHeight(cell, width));
  });
  return height + 8;
}

function textHeight(node: Node, width: number): number {
  if (node.stack) return node.stack.reduce((sum, child) => sum + textHeight(child, width), 0);
  if (!node._inlines) return 0;
  let lines = 1;
  let used = node.leadingIndent ?? 0;
  let empty = true;
  let word = 0;
  for (const inline of node._inlines) {
    word += inline.width;
    // pdfmake, too, breaks only behind a whole word, and tears one that is wider than the column.
    if (inline.noNewLine) continue;
    if (!empty && used + word > width) {
      lines++;
      used = 0;
    }
    used += word;
    for (; used > width + 0.01; used -= width) lines++;
    word = 0;
    empty = false;
    if (inline.lineEnd) {
      lines++;
      used = 0;
      empty = true;
    }
  }
  return lines * (node.fontSize ?? 12) * (node.lineHeight ?? 1);
}

/** What pdfmake prints more than once is counted, so that the text comparison can expect it. */
function recordRepeats(builder: Prototype, writer: Prototype): void {
  const moveToNextPage = writer.moveToNextPage as (orientation?: string) => void;
  writer.moveToNextPage = function (this: Writer, orientation?: string) {
    const before = this.repeatables.map((r) => r.insertedOnPages.filter(Boolean).length);
    moveToNextPage.call(this, orientation);
    this.repeatables.forEach((repeatable, i) => {
      const times = repeatable.insertedOnPages.filter(Boolean).length - (before[i] ?? 0);
      const lines = repeatable.items
        .filter((item) => item.type === 'line')
        .map(({ item }) => item.inlines.map((inline) => inline.text).join(''));
      for (let k = 0; k < times; k++) this.repeated = (this.repeated ?? '') + lines.join('');
    });
  } as Method;

  const layoutDocument = builder.layoutDocument as (content: object, ...rest: unknown[]) => unknown;
  builder.layoutDocument = function (this: { readonly writer: Writer }, content: object, ...rest: unknown[]) {
    const pages = layoutDocument.call(this, content, ...rest);
    repeatedTexts.set(content, this.writer.repeated ?? '');
    return pages;
  } as Method;
}
