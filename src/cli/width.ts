/** Columns of text on a Chinese console, where “ ” ① are two wide. The door to string-width. */
import stringWidth from 'string-width';

export function displayWidth(text: string): number {
  return stringWidth(text, { ambiguousIsNarrow: false });
}
