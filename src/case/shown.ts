/** Hostile text made fit for a message: what cannot be seen is written as `\u{…}`, what is long is cut. */

const MAX_SHOWN = 60;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

export function shown(text: string): string {
  const points = [...text.slice(0, MAX_SHOWN * 2 + 2)];
  const cut = points.slice(0, MAX_SHOWN).join('');
  return cut.replace(INVISIBLE, (c) => `\\u{${codePoint(c)}}`) + (points.length > MAX_SHOWN ? '…' : '');
}

/** `U+4EBA` without the `U+`. */
export function codePoint(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
