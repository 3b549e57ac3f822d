/** Charsets of RTF (Rich Text Format Specification 1.9.1): code pages, and numbers of fonts' character sets. */

/** Undefined for one that no decoder here knows. */
export function codePage(number: number): string | undefined {
  return CODE_PAGES.get(number) ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : undefined);
}

const CODE_PAGES = new Map([
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
  [874, 'windows-874'],
  [866, 'ibm866'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
  // ASCII and what stands in for it: bytes above are rare, and Western.
  [437, 'windows-1252'],
  [850, 'windows-1252'],
]);

/** `default`: as the document; undefined for one that no decoder here knows. */
export function fontCharset(number: number): string | 'default' | undefined {
  if (number === 0 || number === 1) return 'default';
  const page = FONT_PAGES.get(number);
  return page === undefined ? undefined : codePage(page);
}

const FONT_PAGES = new Map([
  // Symbols: bullets and arrows.
  [2, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [255, 1252],
]);
