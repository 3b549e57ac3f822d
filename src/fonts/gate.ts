/** Which characters a bundled font is trusted to draw. */
import type { BundledFont } from './files.ts';

/** Punctuation and signs that FandolFang draws as they should be. */
const FANG_SIGNS = new Set([...'，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…～％×÷①②③④⑤⑥⑦⑧⑨⑩　'].map((c) => c.codePointAt(0)));
/** LXGW WenKai draws these narrow, as in Latin text. */
const KAI_NARROW = new Set([...'“”‘’·'].map((c) => c.codePointAt(0)));

let gb2312: Set<number> | undefined;

/**
 * FandolFang draws characters outside GB 2312 as others (餘 as 余, ￥ as $) while their text extracts rightly: only
 * hanzi of GB 2312, ASCII and plain punctuation may use it.
 */
function fangDrawsRightly(codePoint: number): boolean {
  gb2312 ??= hanziOfGb2312();
  return gb2312.has(codePoint) || FANG_SIGNS.has(codePoint) || (codePoint >= 0x20 && codePoint < 0x7f);
}

function hanziOfGb2312(): Set<number> {
  const decoder = new TextDecoder('gbk');
  const set = new Set<number>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const codePoint = decoder.decode(Uint8Array.of(row, cell)).codePointAt(0) ?? 0;
      if (codePoint >= 0x4e00 && codePoint <= 0x9fff) set.add(codePoint);
    }
  }
  return set;
}

export function isTrusted(font: BundledFont, codePoint: number): boolean {
  if (font === 'Fang') return fangDrawsRightly(codePoint);
  return font !== 'Kai' || !KAI_NARROW.has(codePoint);
}
