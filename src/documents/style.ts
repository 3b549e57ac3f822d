/** Measures of GB/T 9704-2012, in points. Forms and wide sheets are set smaller than letters, on the same page. */

export const MM = 72 / 25.4;

export interface TextStyle {
  readonly size: number;
  /** Distance from line to line. */
  readonly pitch: number;
}

export interface PageStyle {
  readonly orientation: 'portrait' | 'landscape';
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  readonly width: number;
  readonly body: TextStyle;
  readonly table: TextStyle;
}

export type LayoutName = 'letter' | 'redhead' | 'form' | 'sheet';

/** 5.2.2 and 5.2.3: 版心 156 × 225 mm holds 28 characters by 22 lines. */
const LETTER: TextStyle = { size: (156 * MM) / 28, pitch: (225 * MM) / 22 };
const FORM: TextStyle = { size: 12, pitch: 20 };
const SHEET: TextStyle = { size: 10.5, pitch: 16 };

/** 四号 for page numbers and 抄送 (7.5, 7.4.2). */
export const FOURTH: TextStyle = { size: 14, pitch: 24 };
/** 二号 for titles (7.3.1). */
export const TITLE: TextStyle = { size: 22, pitch: 36 };
export const TABLE_SIZES = { normal: undefined, small: { size: 10.5, pitch: 16 }, tiny: { size: 8, pitch: 11.5 } } as const;

/** One dash-line of the page number stands 7 mm below the text block. */
export const PAGE_NUMBER_GAP = 7 * MM;

export function pageStyle(layout: LayoutName, orientation: 'portrait' | 'landscape'): PageStyle {
  const body = { letter: LETTER, redhead: LETTER, form: FORM, sheet: SHEET }[layout];
  const table = {
    letter: { size: 12, pitch: 19 },
    redhead: { size: 12, pitch: 19 },
    form: { size: 12, pitch: 19 },
    sheet: { size: 9, pitch: 13 },
  }[layout];
  // 37 mm head, 28 mm binding edge, 26 mm and 35 mm on the other sides; forms and sheets use more of the height.
  const [left, top, right, bottom] =
    orientation === 'landscape' ? [25, 26, 25, 24] : layout === 'letter' || layout === 'redhead' ? [28, 37, 26, 35] : [28, 28, 26, 26];
  const pageWidth = orientation === 'landscape' ? 297 : 210;
  // A point less below: rounding must not cost the 22nd line.
  return { orientation, margins: [left * MM, top * MM, right * MM, bottom * MM - 1], width: (pageWidth - left - right) * MM, body, table };
}
