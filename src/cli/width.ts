/** Columns of text on a Chinese console, where “ ” ① are two wide. The door to string-width. */
import stringWidth from 'string-width';

/** One column each, and two: what paths and formats of evidence consist of, the ideographs and full-width forms that nothing combines with. */
const NARROW = /^[ -~]*$/;
const PLAIN = /^[ -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const LAST_NARROW = 0x7e;

export function displayWidth(text: string): number {
  // The names and digests of a hundred thousand files are measured, too.
  if (NARROW.test(text)) return text.length;
  if (!PLAIN.test(text)) return stringWidth(text, { ambiguousIsNarrow: false });
  let width = text.length;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > LAST_NARROW) width++;
  return width;
}
