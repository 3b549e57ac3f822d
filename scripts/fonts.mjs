/**
 * Prints which of the documents' fonts draw which sets of characters, as docs/reference/fonts.md has it, and fails when two characters of
 * a font share one outline (that is how a font draws one as another).
 * Usage: node scripts/fonts.mjs
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const fontkit = require('fontkit');
const open = (path) => fontkit.create(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url))));
const google = (path) => open(`node_modules/@expo-google-fonts/${path}.ttf`);

const gb2312 = new Set(doubleBytes('gbk', [0xb0, 0xf7], [0xa1, 0xfe]).filter(isHan));
const fonts = {
  'FandolFang（只许 GB 2312）': gated(open('templates/fonts/FandolFang-Regular.otf'), gb2312),
  'Noto Serif SC 200': gated(google('noto-serif-sc/200ExtraLight/NotoSerifSC_200ExtraLight')),
  'Noto Serif SC 400': gated(google('noto-serif-sc/400Regular/NotoSerifSC_400Regular')),
  'Noto Serif SC 900': gated(google('noto-serif-sc/900Black/NotoSerifSC_900Black')),
  'Noto Sans SC 700': gated(google('noto-sans-sc/700Bold/NotoSansSC_700Bold')),
  霞鹜文楷: gated(open('templates/fonts/LXGWWenKai-Regular.ttf')),
};

const levels = readFileSync(new URL('../test/data/tgh-8105.txt', import.meta.url), 'utf8')
  .split(/^# \d: .*$/m)
  .slice(1)
  .map((part) => codePoints(part.replaceAll('\n', '')));
const table = levels.flat();
const pairs = doubleBytes('gb18030', [0x81, 0xfe], [0x40, 0xfe]);
// GB 18030-2022, level 1: the double-byte part, U+9FA6–9FEF and U+3400–4DB5 (0x82358F33–0x82359636, 0x8139EE39–0x82358738).
const level1 = new Set([...pairs.filter(isHan), ...range(0x4e00, 0x9fef), ...range(0x3400, 0x4db5)]);
const SETS = {
  通用规范汉字一级: levels[0],
  通用规范汉字二级: levels[1],
  通用规范汉字三级: levels[2],
  通用规范汉字合计: table,
  'GB 2312 汉字': [...gb2312],
  'GB 18030 级别1 汉字': [...level1],
  'GB 18030 级别2 增补': table.filter((codePoint) => !level1.has(codePoint)),
  双字节部分的符号: pairs.filter((codePoint) => !isHan(codePoint)),
};

const names = Object.keys(fonts);
console.log(`| 字符集 | 字数 | ${names.join(' | ')} |`);
console.log(`|---|--:|${names.map(() => '--:|').join('')}`);
for (const [set, list] of Object.entries(SETS)) {
  const cells = names.map((name) => {
    const missing = list.filter((codePoint) => !fonts[name].draws(codePoint));
    // Of signs, a gated font draws those of a short list (src/documents/coverage.ts).
    if (fonts[name].gated && !list.some(isHan)) return '按名单';
    return missing.length === 0 ? '全' : `缺 ${missing.length}${missing.length < 3 ? `（${String.fromCodePoint(...missing)}）` : ''}`;
  });
  console.log(`| ${set} | ${list.length} | ${cells.join(' | ')} |`);
}

for (const [name, font] of Object.entries(fonts)) {
  const seen = new Map();
  for (const codePoint of new Set([...table, ...gb2312])) {
    const outline = font.draws(codePoint) ? font.outline(codePoint) : undefined;
    if (outline === undefined) continue;
    const other = seen.get(outline);
    if (outline === '' || other) throw new Error(`${name} draws ${String.fromCodePoint(codePoint)} as ${other ?? 'nothing'}`);
    seen.set(outline, String.fromCodePoint(codePoint));
  }
}

function gated(font, gate) {
  return {
    gated: gate !== undefined,
    draws: (codePoint) => (!gate || gate.has(codePoint)) && font.hasGlyphForCodePoint(codePoint),
    outline: (codePoint) => font.glyphForCodePoint(codePoint).path.toSVG(),
  };
}

function codePoints(text) {
  return [...text].map((char) => char.codePointAt(0));
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function isHan(codePoint) {
  return /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u.test(String.fromCodePoint(codePoint));
}

/** What a two-byte code decodes to, private use aside. */
function doubleBytes(encoding, [high0, high1], [low0, low1]) {
  const decoder = new TextDecoder(encoding);
  const found = range(high0, high1).flatMap((high) => range(low0, low1).map((low) => [...decoder.decode(Uint8Array.of(high, low))]));
  return [...new Set(found.filter((chars) => chars.length === 1).map(([char]) => char.codePointAt(0)))].filter(
    (codePoint) => codePoint > 0x7f && codePoint !== 0xfffd && !(codePoint >= 0xe000 && codePoint <= 0xf8ff),
  );
}
