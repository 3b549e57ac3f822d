/** Measures of GB/T 9704-2012, in points. Forms and wide sheets are set smaller than letters, on the same paper. */

export const MM = 72 / 25.4;

export interface TextStyle {
  readonly size: number;
  /** Distance from line to line. */
  readonly pitch: number;
}

export type LayoutName = 'letter' | 'redhead' | 'form' | 'sheet';

export interface PageStyle {
  readonly layout: LayoutName;
  /** 1: as the packs that 0.1.0 released are set, whose dossiers are compared byte by byte. */
  readonly edition: 1 | 2;
  readonly orientation: 'portrait' | 'landscape';
  readonly page: { readonly width: number; readonly height: number };
  readonly left: number;
  readonly top: number;
  /** Of the text block. */
  readonly width: number;
  readonly height: number;
  /** Everything stands on lines of this pitch; undefined where forms fill the page as they come. */
  readonly grid: number | undefined;
  readonly body: TextStyle;
  readonly table: TextStyle;
  readonly title: TextStyle;
}

/** 5.2.2 and 5.2.3: 版心 156 × 225 mm holds 28 characters by 22 lines. */
const LETTER: TextStyle = { size: (156 * MM) / 28, pitch: (225 * MM) / 22 };
const FORM: TextStyle = { size: 12, pitch: 20 };
const SHEET: TextStyle = { size: 10.5, pitch: 16 };

/** 四号 for page numbers and 版记 (7.4, 7.5). */
export const FOURTH: TextStyle = { size: 14, pitch: 24 };
/** 二号 for titles (7.3.1). */
const TITLE_SIZE = 22;
/** Sizes of tables by the edition of the template; `normal` is the layout's own. */
const TABLE_SIZES = {
  1: { small: { size: 10.5, pitch: 16 }, tiny: { size: 8, pitch: 11.5 } },
  2: { small: { size: 10.5, pitch: 14 }, tiny: { size: 10.5, pitch: 13 } },
} as const;

/** The dashes of the page number stand 7 mm below the text block (7.5). */
export const PAGE_NUMBER_GAP = 7 * MM;

/** Left, top, right, bottom in millimetres: 37 head, 28 binding edge, 26 and 35 beside (5.2.1); forms and sheets use more of the height. */
const MARGINS = { letter: [28, 37, 26, 35], redhead: [28, 37, 26, 35], form: [28, 28, 26, 26], sheet: [28, 28, 26, 26] } as const;
/** A sheet lying on its side: the head of the table at the binding edge, the page number where upright pages have it. */
const LYING = { 1: [28, 28, 24, 20], 2: [28, 25, 22, 20] } as const;
const BODY = { letter: LETTER, redhead: LETTER, form: FORM, sheet: SHEET } as const;
const OF_LETTERS = { 1: { size: 12, pitch: 19 }, 2: { size: 12, pitch: 17 } } as const;
const OF_SHEETS = { 1: { size: 9, pitch: 13 }, 2: { size: 10.5, pitch: 13.3 } } as const;

/** 五号: nothing that leaves the house is set smaller. */
const SMALLEST = 10.5;

/** Of notes: four fifths of the text beside them. */
export function smallStyle({ edition }: PageStyle, { size, pitch }: TextStyle): TextStyle {
  const share = edition === 1 ? 0.8 : Math.max(0.8, Math.min(1, SMALLEST / size));
  return { size: size * share, pitch: pitch * share };
}

/** Of a table's text, by its attribute `size`. */
export function tableStyle({ edition, table }: PageStyle, size: string | undefined): TextStyle {
  return size === 'small' || size === 'tiny' ? TABLE_SIZES[edition][size] : table;
}

export function pageStyle(layout: LayoutName, orientation: 'portrait' | 'landscape', edition: PageStyle['edition']): PageStyle {
  const [left, top, right, bottom] = orientation === 'landscape' ? LYING[edition] : MARGINS[layout];
  const [width, height] = orientation === 'landscape' ? [297, 210] : [210, 297];
  const body = BODY[layout];
  const letter = layout === 'letter' || layout === 'redhead';
  return {
    layout,
    edition,
    orientation,
    page: { width: width * MM, height: height * MM },
    left: left * MM,
    top: top * MM,
    width: (width - left - right) * MM,
    height: (height - top - bottom) * MM,
    grid: letter && orientation === 'portrait' ? body.pitch : undefined,
    body,
    table: (layout === 'sheet' ? OF_SHEETS : OF_LETTERS)[edition],
    title: { size: TITLE_SIZE, pitch: letter ? body.pitch : 30 },
  };
}
