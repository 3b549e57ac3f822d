/** Draws office papers as a scanner would see them: paper, print, ink, stamps, a little skew and dust. */

import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { chance } from './chance.mjs';

const require = createRequire(import.meta.url);
const font = (name) => require.resolve(`@expo-google-fonts/${name}`);
GlobalFonts.registerFromPath(font('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'), 'Song');
GlobalFonts.registerFromPath(font('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'), 'SongBold');
GlobalFonts.registerFromPath(font('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'), 'Hei');
GlobalFonts.registerFromPath(font('noto-serif-sc/200ExtraLight/NotoSerifSC_200ExtraLight.ttf'), 'Pen');

/** A4 at 108 dpi: legible, and small enough to be committed. */
export const WIDTH = 893;
export const HEIGHT = 1263;
const LEFT = 112;
const RIGHT = 104;
const TOP = 110;
const BOTTOM = 120;
const BODY = 22;
const LEADING = 37;
const QUALITY = 52;
const NO_LINE_START = '，。、；：？！）》〕”’％';
const NO_LINE_END = '（《〔“‘';
/** Figures and Latin stay together on a line, as a word processor keeps them. */
const UNITS = /[0-9A-Za-z.:-]{2,20}|\n|[^\n]/gu;

export function lines(ctx, text, width, indent) {
  const out = [];
  let line = '　'.repeat(indent);
  for (const [unit] of text.matchAll(UNITS)) {
    if (unit === '\n') {
      out.push(line);
      line = '　'.repeat(indent);
    } else if (ctx.measureText(line + unit).width <= width || NO_LINE_START.includes(unit) || line === '') {
      line += unit;
    } else {
      const held = NO_LINE_END.includes(line.at(-1)) ? line.at(-1) : '';
      out.push(held ? line.slice(0, -1) : line);
      line = held + unit;
    }
  }
  out.push(line);
  return out;
}

/**
 * Blocks: text, {head}, {center}, {table, widths}, {sign: [[label, ink], …]}, {seal}, {gap}, {right}, {newPage}.
 * Returns one JPEG a page.
 */
export function scan({ seed, title, agency, docNo, blocks, copy, footer, paperNo = true, tint = [250, 248, 243] }) {
  const pages = [];
  let page;
  const width = WIDTH - LEFT - RIGHT;
  const open = () => {
    const canvas = createCanvas(WIDTH, HEIGHT);
    const ctx = canvas.getContext('2d');
    const random = chance(seed * 97 + pages.length);
    ctx.fillStyle = `rgb(${tint.join(',')})`;
    ctx.fillRect(0, 0, WIDTH, HEIGHT);
    ctx.translate(WIDTH / 2, HEIGHT / 2);
    ctx.rotate((random.next() - 0.5) * 0.012);
    ctx.translate(-WIDTH / 2, -HEIGHT / 2);
    page = { canvas, ctx, random, y: TOP };
    pages.push(page);
    ink(ctx);
  };
  const ink = (ctx) => {
    ctx.fillStyle = '#1d1c1b';
    ctx.font = `${BODY}px Song`;
  };
  const room = (need) => {
    if (page.y + need > HEIGHT - BOTTOM) open();
  };
  open();
  if (agency) {
    page.ctx.font = '28px SongBold';
    centre(page.ctx, agency, page.y + 10);
    page.y += 52;
  }
  if (title) {
    page.ctx.font = '36px SongBold';
    centre(page.ctx, title, page.y + 14);
    page.y += 58;
  }
  ink(page.ctx);
  if (docNo) {
    page.ctx.textAlign = 'right';
    page.ctx.fillText(docNo, WIDTH - RIGHT, page.y);
    page.ctx.textAlign = 'left';
    page.y += LEADING;
  }
  page.y += 8;
  for (const block of blocks) {
    if (typeof block === 'string' || block.plain !== undefined || block.head !== undefined) {
      const text = typeof block === 'string' ? block : (block.plain ?? block.head);
      const style = block.head === undefined ? `${BODY}px Song` : `${BODY}px Hei`;
      page.ctx.font = style;
      for (const line of lines(page.ctx, text, width, typeof block === 'string' || block.head !== undefined ? 2 : 0)) {
        room(LEADING);
        page.ctx.font = style;
        page.ctx.fillText(line, LEFT, page.y + BODY);
        page.y += LEADING;
      }
      ink(page.ctx);
    } else if (block.center !== undefined) {
      room(LEADING);
      centre(page.ctx, block.center, page.y + BODY);
      page.y += LEADING;
    } else if (block.right !== undefined) {
      room(LEADING);
      page.ctx.textAlign = 'right';
      page.ctx.fillText(block.right, WIDTH - RIGHT - 4 * BODY, page.y + BODY);
      page.ctx.textAlign = 'left';
      page.y += LEADING;
    } else if (block.gap) page.y += block.gap;
    else if (block.newPage) open();
    else if (block.table) table(block);
    else if (block.sign) {
      for (const [label, name] of block.sign) {
        room(LEADING + 12);
        page.ctx.fillText(label, LEFT, page.y + BODY);
        handwriting(page, name, LEFT + page.ctx.measureText(label).width + 14, page.y + BODY);
        page.y += LEADING + 12;
      }
    } else if (block.seal) seal(page.ctx, block.seal, WIDTH - RIGHT - (block.in ?? 130), page.y - (block.up ?? 40), block.radius);
  }
  if (copy) stamp(pages, copy);
  return pages.map((one, i) => finish(one, i, pages.length, footer, paperNo));

  function table({ table: rows, widths, size = 17 }) {
    const total = widths.reduce((a, b) => a + b, 0);
    const columns = widths.map((w) => (w / total) * width);
    for (const [r, row] of rows.entries()) {
      page.ctx.font = `${size}px ${r === 0 ? 'Hei' : 'Song'}`;
      const cells = row.map((cell, c) => lines(page.ctx, String(cell), columns[c] - 12, 0));
      const height = Math.max(...cells.map((c) => c.length)) * (size * 1.45) + 12;
      room(height);
      page.ctx.font = `${size}px ${r === 0 ? 'Hei' : 'Song'}`;
      page.ctx.strokeStyle = '#333';
      page.ctx.lineWidth = 1.1;
      let x = LEFT;
      for (const [c, cell] of cells.entries()) {
        page.ctx.strokeRect(x, page.y, columns[c], height);
        for (const [l, line] of cell.entries()) page.ctx.fillText(line, x + 6, page.y + 6 + (l + 0.85) * size * 1.4);
        x += columns[c];
      }
      page.y += height;
    }
    page.y += 16;
    ink(page.ctx);
  }
}

/** Pages that a printer printed, with ink: a seal on the last, and names in pen, each on its page (from 0). Returns one JPEG a page. */
export async function printed({ images, seal: mark, signed, title }) {
  const pages = [];
  for (const [i, image] of images.entries()) {
    const canvas = createCanvas(WIDTH, HEIGHT);
    const ctx = canvas.getContext('2d');
    const random = chance([...title].reduce((sum, char) => sum + char.codePointAt(0), 0) * 97 + i);
    ctx.fillStyle = '#faf8f3';
    ctx.fillRect(0, 0, WIDTH, HEIGHT);
    ctx.translate(WIDTH / 2, HEIGHT / 2);
    ctx.rotate((random.next() - 0.5) * 0.012);
    ctx.translate(-WIDTH / 2, -HEIGHT / 2);
    ctx.globalCompositeOperation = 'multiply';
    ctx.drawImage(await loadImage(image), 0, 0, WIDTH, HEIGHT);
    ctx.globalCompositeOperation = 'source-over';
    const page = { canvas, ctx, random };
    for (const { text, x, y, size, page: of } of signed) if (of === i) handwriting(page, text, x, y, size);
    if (i === images.length - 1) seal(ctx, mark.name, mark.x, mark.y);
    // The printer numbered the pages.
    pages.push(finish(page, i, images.length, undefined, false));
  }
  return pages;
}

function centre(ctx, text, y) {
  ctx.textAlign = 'center';
  ctx.fillText(text, WIDTH / 2, y);
  ctx.textAlign = 'left';
}

/** A name or note in pen: thin, slanted, uneven. */
export function handwriting({ ctx, random }, text, x, y, size = 29) {
  ctx.save();
  ctx.fillStyle = '#23304f';
  ctx.strokeStyle = '#23304f';
  ctx.lineWidth = 0.7;
  ctx.font = `${size}px Pen`;
  ctx.translate(x, y + 3);
  for (const char of text) {
    ctx.save();
    ctx.transform(1, (random.next() - 0.5) * 0.1, -0.22 + random.next() * 0.1, 1, 0, (random.next() - 0.5) * 4);
    ctx.fillText(char, 0, 0);
    ctx.strokeText(char, 0, 0);
    ctx.restore();
    ctx.translate(ctx.measureText(char).width * (0.84 + random.next() * 0.08), 0);
  }
  ctx.restore();
}

/** A round stamp with a star, text along the upper arc. Marked 样 below the star: it is no one's seal. */
export function seal(ctx, name, x, y, radius = 78) {
  ctx.save();
  ctx.translate(x, y);
  ctx.globalAlpha = 0.72;
  ctx.strokeStyle = '#c8231d';
  ctx.fillStyle = '#c8231d';
  ctx.lineWidth = 4;
  ctx.beginPath();
  ctx.arc(0, 0, radius, 0, Math.PI * 2);
  ctx.stroke();
  ctx.beginPath();
  for (let i = 0; i < 10; i++) {
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    const r = i % 2 === 0 ? radius * 0.3 : radius * 0.12;
    ctx.lineTo(Math.cos(angle) * r, Math.sin(angle) * r);
  }
  ctx.closePath();
  ctx.fill();
  ctx.textAlign = 'center';
  ctx.font = `${radius * 0.17}px Song`;
  ctx.fillText('示例样章', 0, radius * 0.62);
  const chars = [...name];
  const size = Math.min(radius * 0.27, (radius * 3.4) / chars.length);
  ctx.font = `${size}px SongBold`;
  const sweep = Math.PI * 1.35;
  for (const [i, char] of chars.entries()) {
    const angle = -Math.PI / 2 - sweep / 2 + (chars.length === 1 ? sweep / 2 : (i * sweep) / (chars.length - 1));
    ctx.save();
    ctx.rotate(angle + Math.PI / 2);
    ctx.fillText(char, 0, -radius * 0.73);
    ctx.restore();
  }
  ctx.restore();
}

/** The note that a provider writes on every copy (书证复制件). */
function stamp(pages, { note, name, on }) {
  for (const page of pages) {
    const { ctx } = page;
    ctx.save();
    ctx.translate(LEFT - 20, HEIGHT - 108);
    ctx.fillStyle = '#23304f';
    ctx.font = '16px Song';
    ctx.fillText(note, 0, 0);
    ctx.restore();
    handwriting(page, `${name}　${on}`, LEFT, HEIGHT - 72, 23);
  }
}

function finish({ canvas, ctx, random }, index, count, footer, paperNo) {
  ctx.fillStyle = '#444';
  ctx.font = '15px Song';
  if (footer) ctx.fillText(footer, LEFT, HEIGHT - 38);
  if (paperNo && count > 1) {
    ctx.textAlign = 'right';
    ctx.fillText(`第 ${index + 1} 页　共 ${count} 页`, WIDTH - RIGHT, HEIGHT - 38);
    ctx.textAlign = 'left';
  }
  for (let i = 0; i < 70; i++) {
    ctx.fillStyle = `rgba(60,55,50,${0.05 + random.next() * 0.2})`;
    ctx.fillRect(random.next() * WIDTH, random.next() * HEIGHT, 1 + random.next() * 1.6, 1 + random.next());
  }
  ctx.resetTransform();
  const shade = ctx.createLinearGradient(0, 0, 26, 0);
  shade.addColorStop(0, 'rgba(40,35,30,0.28)');
  shade.addColorStop(1, 'rgba(40,35,30,0)');
  ctx.fillStyle = shade;
  ctx.fillRect(0, 0, 26, HEIGHT);
  return canvas.toBuffer('image/jpeg', QUALITY);
}
