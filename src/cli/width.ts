/** Columns of text on a Chinese console, where “ ” ① are two wide. The door to string-width. */
import stringWidth from 'string-width';

const ASCII = /^[ -~]*$/;

export function displayWidth(text: string): number {
  // Digests of twenty thousand files are measured, too.
  return ASCII.test(text) ? text.length : stringWidth(text, { ambiguousIsNarrow: false });
}
