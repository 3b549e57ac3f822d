/** Door to qrcode-generator: a QR code (GB/T 18284) as black squares. */
import qrcode from 'qrcode-generator';
import type { Canvas } from './canvas.ts';
import type { Item } from './flow.ts';
import { LayoutError } from './layout-error.ts';
import { MM } from './style.ts';

type QrCode = ReturnType<typeof qrcode>;

/** Empty modules around the code. */
const QUIET = 2;

/** Draws a code as black squares, its upper left module at `left` and `top`; `module`: points of a module's side. */
export function drawQr(canvas: Canvas, code: QrCode, { left, top, module }: { left: number; top: number; module: number }): void {
  const count = code.getModuleCount();
  for (let row = 0; row < count; row++) {
    for (let from = 0; from < count; from++) {
      if (!code.isDark(row, from)) continue;
      let to = from;
      while (to + 1 < count && code.isDark(row, to + 1)) to++;
      canvas.fill(left + from * module, top + row * module, (to - from + 1) * module, module);
      from = to;
    }
  }
}

/** Digits, capitals and $%*+-./: that version 1 holds at level Q. */
const QUARTER_RESTORED = 16;

/** The smallest code (21 × 21 modules up to 20 digits, capitals and $%*+-./:), of which a quarter can be restored where that makes it no larger, else 15 of 100. */
export function smallQr(text: string): QrCode {
  const code = qrcode(0, text.length > QUARTER_RESTORED ? 'M' : 'Q');
  code.addData(text, 'Alphanumeric');
  code.make();
  return code;
}

/** A code of `size` points square, centred in `width`. @throws LayoutError when it does not fit, or the text is longer than a code holds */
export function qrItem(text: string, size: number, { width, height, shift }: { width: number; height: number; shift: number }): Item {
  const characters = text.length;
  const available = Math.min(width, height);
  if (size > available)
    throw new LayoutError({ kind: 'qr', characters, size: Math.round(size / MM), available: Math.floor(available / MM) });
  const code = qrcode(0, 'M');
  try {
    code.addData(text, 'Byte');
    code.make();
  } catch {
    throw new LayoutError({ kind: 'qr', characters, size: 0, available: 0 });
  }
  const count = code.getModuleCount();
  const module = size / (count + 2 * QUIET);
  return {
    height: size,
    draw: (canvas, { x, top }) => {
      drawQr(canvas, code, { left: x + shift + Math.max(0, (width - size) / 2) + QUIET * module, top: top + QUIET * module, module });
    },
  };
}
