/** Drawn stand-ins for the photographs of the night check: plain shapes, a caption, a recorder's watermark. */
import { createCanvas } from '@napi-rs/canvas';
import './paper.mjs';
import { chance } from './chance.mjs';

const W = 1120;
const H = 840;

/** `scene`: one of those below; or `draw(ctx, random)`, a scene of another file. */
export function photo({ seed, scene, draw, caption, at }) {
  const { canvas, ctx, random } = frame(seed);
  (draw ?? SCENES[scene])(ctx, random);
  grain(ctx, random);
  watermark(ctx, caption, at);
  return canvas.toBuffer('image/jpeg', 62);
}

/** One frame of the recorder's film: the same corridor, seen while walking. */
export function filmFrame(step, at) {
  const canvas = createCanvas(480, 360);
  const ctx = canvas.getContext('2d');
  ctx.scale(480 / W, 360 / H);
  ctx.translate(W / 2, H / 2);
  ctx.scale(1 + step * 0.006, 1 + step * 0.006);
  ctx.translate(-W / 2, -H / 2 + Math.sin(step / 4) * 5);
  SCENES.corridor(ctx, chance(9));
  ctx.resetTransform();
  ctx.scale(480 / W, 360 / H);
  watermark(ctx, '住院楼三层走廊　现场检查录像', at);
  return canvas.toBuffer('image/png');
}

function frame(seed) {
  const canvas = createCanvas(W, H);
  return { canvas, ctx: canvas.getContext('2d'), random: chance(seed) };
}

export const box = (ctx, x, y, w, h, fill, line) => {
  ctx.fillStyle = fill;
  ctx.fillRect(x, y, w, h);
  if (line) {
    ctx.strokeStyle = line;
    ctx.lineWidth = 2;
    ctx.strokeRect(x, y, w, h);
  }
};

export const label = (ctx, text, x, y, size = 26, fill = '#222', face = 'Hei') => {
  ctx.fillStyle = fill;
  ctx.font = `${size}px ${face}`;
  ctx.fillText(text, x, y);
};

export function wall(ctx, top, bottom, floor) {
  const light = ctx.createLinearGradient(0, 0, 0, 600);
  light.addColorStop(0, top);
  light.addColorStop(1, bottom);
  ctx.fillStyle = light;
  ctx.fillRect(0, 0, W, H);
  ctx.fillStyle = floor;
  ctx.fillRect(0, 600, W, H - 600);
}

function bed(ctx, x, y, number, tucked) {
  box(ctx, x - 14, y - 120, 20, 290, '#9aa4ab', '#6d767c');
  box(ctx, x, y, 330, 92, '#eef1ef', '#9aa4ab');
  box(ctx, x + 8, y - 26, 86, 34, '#fbfbf8', '#c6c9c6');
  box(ctx, x + 104, y - (tucked ? 10 : 30), 220, tucked ? 70 : 60, '#cfdfe6', '#9bb4c0');
  for (const leg of [x + 6, x + 310]) box(ctx, leg, y + 92, 12, 78, '#7f888e');
  box(ctx, x + 30, y - 190, 92, 46, '#ffffff', '#4d6f8f');
  label(ctx, number, x + 42, y - 157, 24, '#1b4a77');
}

export const SCENES = {
  ward(ctx) {
    wall(ctx, '#dfe5e2', '#c9d1cd', '#a8a79f');
    box(ctx, 470, 120, 210, 200, '#1e2a3d', '#8c979c');
    box(ctx, 572, 120, 5, 200, '#8c979c');
    bed(ctx, 80, 450, '312床', true);
    bed(ctx, 640, 450, '313床', true);
    box(ctx, 440, 480, 130, 140, '#d9d2c3', '#9a9280');
    label(ctx, '床头卡：一级护理', 640, 690, 22, '#333');
    box(ctx, 620, 662, 250, 44, 'rgba(255,255,255,0.75)', '#777');
    label(ctx, '床头卡：二级护理', 636, 692, 24);
  },
  corridor(ctx) {
    wall(ctx, '#d5dbd6', '#bfc8c2', '#8f918c');
    ctx.fillStyle = '#e7ebe7';
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(420, 250);
    ctx.lineTo(420, 560);
    ctx.lineTo(0, 840);
    ctx.fill();
    ctx.beginPath();
    ctx.moveTo(W, 0);
    ctx.lineTo(700, 250);
    ctx.lineTo(700, 560);
    ctx.lineTo(W, 840);
    ctx.fill();
    box(ctx, 420, 250, 280, 310, '#3a4650', '#707a80');
    for (const [x, y, w, h] of [
      [90, 190, 90, 460],
      [250, 250, 62, 340],
      [930, 190, 90, 460],
      [800, 250, 62, 340],
    ])
      box(ctx, x, y, w, h, '#b79f7d', '#7d6a4d');
    box(ctx, 440, 200, 240, 40, '#0e7a3c');
    label(ctx, '三病区　安全出口', 462, 229, 24, '#ffffff');
  },
  register(ctx, random) {
    wall(ctx, '#b9b2a5', '#a59c8c', '#8d8472');
    ctx.save();
    ctx.translate(150, 90);
    ctx.rotate(-0.03);
    box(ctx, 0, 0, 800, 600, '#fdfcf5', '#8d8472');
    label(ctx, '三病区夜间查房登记簿（2026年3月）', 150, 60, 30);
    for (let r = 0; r < 11; r++) {
      ctx.strokeStyle = '#555';
      ctx.strokeRect(40, 95 + r * 44, 720, 44);
      const cells =
        r === 0
          ? ['日期', '应查人数', '实到人数', '查房人', '备注']
          : [
              `3月${12 + r}日`,
              String(random.whole(58, 66)),
              String(random.whole(3, 9)),
              random.pick(['林一禾', '冯小满']),
              r > 7 ? '外出未归' : '',
            ];
      for (const [c, cell] of cells.entries())
        label(ctx, cell, 56 + c * 146, 125 + r * 44, 22, r === 0 ? '#222' : '#23304f', r === 0 ? 'Hei' : 'Pen');
    }
    ctx.restore();
  },
  controller(ctx) {
    wall(ctx, '#c8ccc7', '#b4b9b3', '#7d7a73');
    box(ctx, 300, 170, 520, 400, '#30363b', '#15181a');
    box(ctx, 340, 215, 200, 120, '#0d2436', '#567');
    label(ctx, 'ACS-2 门禁控制主机', 352, 390, 30, '#dfe6ea');
    label(ctx, 'S/N ACS2-99010-0417', 352, 436, 26, '#dfe6ea');
    for (let i = 0; i < 6; i++) box(ctx, 590 + i * 34, 240, 18, 18, i < 2 ? '#39d353' : '#5b6368');
    for (let i = 0; i < 8; i++) box(ctx, 352 + i * 52, 500, 36, 34, '#8b9297', '#15181a');
  },
  sealed: (ctx) => sealedController(ctx, '2026年4月1日　封条号 0000231'),
  resealed: (ctx) => sealedController(ctx, '2026年4月8日　封条号 0000241'),
  front(ctx) {
    wall(ctx, '#101a2b', '#24324a', '#33363a');
    box(ctx, 180, 170, 760, 440, '#8c8378', '#4c463f');
    for (let f = 0; f < 4; f++)
      for (let w = 0; w < 9; w++) box(ctx, 212 + w * 80, 236 + f * 90, 48, 56, (f * 9 + w) % 7 === 0 ? '#f5dd94' : '#1c2531', '#4c463f');
    box(ctx, 300, 182, 520, 44, '#7a1d17');
    label(ctx, '示例市某某康复医院', 420, 216, 32, '#ffe9b0');
    box(ctx, 500, 560, 120, 130, '#c8c2b3', '#4c463f');
  },
};

function sealedController(ctx, text) {
  SCENES.controller(ctx);
  for (const [x, y, w, h, turn] of [
    [270, 150, 130, 44, -0.6],
    [730, 150, 130, 44, 0.6],
    [300, 545, 520, 52, 0],
  ]) {
    ctx.save();
    ctx.translate(x + w / 2, y + h / 2);
    ctx.rotate(turn);
    box(ctx, -w / 2, -h / 2, w, h, '#fffdf2', '#b3261e');
    label(
      ctx,
      turn === 0 ? `示例市示例区医疗保障局　封　${text}` : '封',
      turn === 0 ? -w / 2 + 10 : -14,
      9,
      turn === 0 ? 18 : 28,
      '#b3261e',
    );
    ctx.restore();
  }
}

function grain(ctx, random) {
  for (let i = 0; i < 900; i++) {
    ctx.fillStyle = `rgba(${random.next() > 0.5 ? '255,255,255' : '0,0,0'},${random.next() * 0.07})`;
    ctx.fillRect(random.next() * W, random.next() * H, 3, 3);
  }
}

function watermark(ctx, caption, at) {
  box(ctx, 0, H - 64, W, 64, 'rgba(0,0,0,0.62)');
  label(ctx, caption, 24, H - 23, 26, '#ffffff');
  ctx.textAlign = 'right';
  label(ctx, `${at}　示例（非真实照片）`, W - 24, H - 23, 22, '#ffe082');
  ctx.textAlign = 'left';
}
