/** Scenes of things on a table: discs, telephones, boxes of drugs, parcels; bare, and under a seal. */
import { box, label, wall } from './photos.mjs';

const table = (ctx) => wall(ctx, '#cfd2cc', '#b9bcb5', '#8f897d');

function disc(ctx, x, y, text) {
  ctx.beginPath();
  ctx.arc(x, y, 150, 0, Math.PI * 2);
  ctx.fillStyle = '#e6e9ec';
  ctx.fill();
  ctx.strokeStyle = '#8a9299';
  ctx.lineWidth = 3;
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(x, y, 26, 0, Math.PI * 2);
  ctx.fillStyle = '#b9bcb5';
  ctx.fill();
  ctx.stroke();
  label(ctx, text, x - 112, y + 84, 24, '#23304f');
}

/** A paper strip across what it closes. */
export function strip(ctx, text, x, y, w) {
  box(ctx, x, y, w, 54, '#fffdf2', '#b3261e');
  label(ctx, text, x + 12, y + 35, 20, '#b3261e');
}

export function discs(ctx) {
  table(ctx);
  disc(ctx, 350, 340, '示医光2026-05-A');
  disc(ctx, 760, 340, '（未编号原盘2张）');
}

export const discOf = (text) => (ctx) => {
  table(ctx);
  disc(ctx, 560, 340, text);
};

/** A bag of evidence closed by a strip. */
export const bag = (text, seal) => (ctx) => {
  table(ctx);
  box(ctx, 200, 140, 720, 440, '#d8cba8', '#8d7d55');
  label(ctx, text, 240, 230, 26, '#4b3f22');
  strip(ctx, seal, 220, 330, 680);
};

export const sealedDiscs = bag('证据袋　示医光2026-05-A（内附未编号原盘2张）', '示例市示例区医疗保障局　封　2026年4月14日　封条号 0000244');

export function phone(ctx) {
  table(ctx);
  box(ctx, 430, 130, 260, 470, '#16181b', '#3a3f45');
  box(ctx, 446, 170, 228, 380, '#20303f', '#2b3b4a');
  ctx.strokeStyle = '#9fb2c2';
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(450, 545);
  ctx.lineTo(500, 500);
  ctx.lineTo(492, 470);
  ctx.stroke();
  label(ctx, '示例X1　串号 000000000000017', 340, 660, 28, '#23304f');
}

export function shelves(ctx, random) {
  wall(ctx, '#c9c6bd', '#b5b1a6', '#8b867a');
  for (let row = 0; row < 3; row++) {
    box(ctx, 120, 250 + row * 150, 880, 16, '#7d6a4d', '#5d4e38');
    for (let i = 0; i < 14; i++) {
      const high = 60 + random.whole(0, 30);
      box(ctx, 140 + i * 60, 250 + row * 150 - high, 50, high, random.pick(['#e8eef4', '#f3e9dd', '#e3efe6']), '#8a8f94');
    }
  }
}

export function labels(ctx, random) {
  table(ctx);
  for (let i = 0; i < 26; i++) {
    ctx.save();
    ctx.translate(180 + random.whole(0, 700), 140 + random.whole(0, 380));
    ctx.rotate(random.next() * 3);
    box(ctx, 0, 0, 120, 44, '#fffef6', '#999');
    label(ctx, '医保结算', 14, 30, 22, '#3b3b3b');
    ctx.restore();
  }
}

/** Three boxes of one drug, with their batch and each its own trace code. */
export const boxes = (drug, traces) => (ctx) => {
  table(ctx);
  for (const [i, [x, y]] of [
    [40, 130],
    [580, 150],
    [240, 380],
  ].entries()) {
    box(ctx, x, y, 520, 190, '#f4f7fa', '#7e8b96');
    box(ctx, x, y, 520, 34, '#2f6f9f');
    label(ctx, `${drug.name}　${drug.spec}`, x + 16, y + 80, 28);
    label(ctx, `批号 ${drug.batch}　有效期至 2027年4月（示例）`, x + 16, y + 122, 22, '#444');
    label(ctx, `追溯码 ${traces[i]}`, x + 16, y + 160, 22, '#444');
  }
};

export function bottle(ctx) {
  table(ctx);
  box(ctx, 470, 120, 180, 60, '#f2f2ef', '#9a9a96');
  box(ctx, 430, 180, 260, 400, '#fbfbf8', '#9a9a96');
  box(ctx, 430, 280, 260, 190, '#d9e8d5', '#7c9a76');
  label(ctx, '某某牌', 500, 330, 30);
  label(ctx, '鱼油软胶囊', 474, 380, 30);
  label(ctx, '保健食品　60粒', 468, 430, 24, '#444');
}
