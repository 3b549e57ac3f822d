/** Runs a page's operators as far as they show text (ISO 32000-1, 9.3, 9.4). */
import type { ReadFont } from './read-back.ts';

interface Pen {
  font: ReadFont | undefined;
  size: number;
  /** Extra space behind each character, points. */
  spacing: number;
  /** Text matrix: direction of the line, and where the pen stands. */
  a: number;
  b: number;
  x: number;
  y: number;
}

const BACKSLASH = 92;
const OPEN = 40;
const CLOSE = 41;
const CARRIAGE_RETURN = 13;

export function runContent(
  content: string,
  fonts: ReadonlyMap<string, ReadFont>,
  glyph: (char: string, x: number, y: number, size: number) => void,
): void {
  const pen: Pen = { font: undefined, size: 0, spacing: 0, a: 1, b: 0, x: 0, y: 0 };
  let operands: string[] = [];
  let shown: string | undefined;
  let i = 0;
  while (i < content.length) {
    const code = content.charCodeAt(i);
    if (code <= 32) i++;
    else if (code === OPEN) {
      const { text, next } = literalAt(content, i + 1);
      shown = text;
      i = next;
    } else {
      let end = i + 1;
      while (end < content.length && content.charCodeAt(end) > 32 && content.charCodeAt(end) !== OPEN) end++;
      const token = content.slice(i, end);
      i = end;
      if (/^[-+./\d]/.test(token)) operands.push(token);
      else {
        if (token === 'Tj') show(pen, shown ?? '', glyph);
        else operate(pen, token, operands, fonts);
        operands = [];
        shown = undefined;
      }
    }
  }
}

function operate(pen: Pen, operator: string, operands: readonly string[], fonts: ReadonlyMap<string, ReadFont>): void {
  const [a = 0, b = 0, , , e = 0, f = 0] = operands.map(Number);
  if (operator === 'Tf') {
    pen.font = fonts.get((operands[0] ?? '').slice(1));
    pen.size = Number(operands[1]);
  } else if (operator === 'Tc') pen.spacing = a;
  else if (operator === 'Tm') Object.assign(pen, { a, b, x: e, y: f });
}

function show(pen: Pen, codes: string, glyph: (char: string, x: number, y: number, size: number) => void): void {
  const { font } = pen;
  if (!font) throw new Error('text without a font');
  for (let i = 0; i + 1 < codes.length; i += 2) {
    const cid = (codes.charCodeAt(i) << 8) | codes.charCodeAt(i + 1);
    glyph(font.text.get(cid) ?? '\ufffd', pen.x, pen.y, pen.size);
    const advance = ((font.widths[cid] ?? 1000) * pen.size) / 1000 + pen.spacing;
    pen.x += advance * pen.a;
    pen.y += advance * pen.b;
  }
}

function literalAt(content: string, from: number): { readonly text: string; readonly next: number } {
  let text = '';
  let start = from;
  let i = from;
  for (; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === CLOSE) break;
    // A bare carriage return inside a string is read as a line feed (7.3.4.2).
    if (code === CARRIAGE_RETURN) {
      text += `${content.slice(start, i)}\n`;
      start = i + 1;
    } else if (code === BACKSLASH) {
      text += content.slice(start, i);
      const escaped = content[i + 1] ?? '';
      text += { n: '\n', r: '\r', t: '\t' }[escaped] ?? escaped;
      i += 1;
      start = i + 1;
    }
  }
  return { text: text + content.slice(start, i), next: i + 1 };
}
