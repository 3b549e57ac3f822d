/** Drawn screenshots: a window, a table, a clock. */
import { createCanvas } from '@napi-rs/canvas';
import './paper.mjs';

export function screen({ title, note, rows, widths, status }) {
  const width = 1180;
  const height = 190 + rows.length * 36;
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  const text = (s, x, y, size, fill) => {
    ctx.font = `${size}px Hei`;
    ctx.fillStyle = fill;
    ctx.fillText(s, x, y);
  };
  ctx.fillStyle = '#f3f4f6';
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = '#1f4e79';
  ctx.fillRect(0, 0, width, 46);
  text(title, 18, 31, 20, '#ffffff');
  text(note, 18, 82, 17, '#333333');
  let y = 104;
  for (const [r, row] of rows.entries()) {
    ctx.fillStyle = r === 0 ? '#d7e3f0' : r % 2 ? '#ffffff' : '#eef2f6';
    ctx.fillRect(18, y, width - 36, 36);
    let x = 28;
    for (const [c, cell] of row.entries()) {
      text(cell, x, y + 25, 16, r === 0 ? '#123' : '#222');
      x += widths[c];
    }
    y += 36;
  }
  text(status, 18, height - 26, 15, '#666666');
  return canvas.toBuffer('image/png');
}
