/** Texts of a workbook as they are meant: characters that XML has not are written `_xHHHH_` (ECMA-376 part 1 §22.9.2.19). */

/** `_x005F_x000D_` is `_x000D_` itself. */
export function unescapeXstring(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
