// A font whose tables lie about themselves is refused before anything reads it as a font; what is sound passes, soon.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openFace } from '../../src/fonts/face.ts';
import { fontProblem } from '../../src/pack/font-file.ts';

const kai = readFileSync('templates/fonts/LXGWWenKai-Regular.ttf');
const fandol = readFileSync('templates/fonts/FandolFang-Regular.otf');
const song = readFileSync('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');

/** A copy, changed in one table. */
function damaged(font: Buffer, tag: string, change: (table: DataView, tables: (tag: string) => DataView) => void): Uint8Array {
  const copy = new Uint8Array(font);
  const view = new DataView(copy.buffer);
  const table = (name: string): DataView => {
    for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
      if (String.fromCharCode(...copy.subarray(at, at + 4)) === name)
        return new DataView(copy.buffer, view.getUint32(at + 8), view.getUint32(at + 12));
    throw new Error(name);
  };
  change(table(tag), table);
  return copy;
}

/** The same noise each time. */
function noise(table: DataView): void {
  let state = 7;
  for (let i = 0; i < table.byteLength; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    table.setUint8(i, state >>> 24);
  }
}

/** Makes a glyph of other glyphs. */
function composite(id: number, parts: readonly number[]): (glyf: DataView, tables: (tag: string) => DataView) => void {
  return (glyf, tables) => {
    const at = tables('loca').getUint32(id * 4);
    glyf.setInt16(at, -1);
    for (const [i, part] of parts.entries()) {
      glyf.setUint16(at + 10 + i * 6, i === parts.length - 1 ? 0 : 32);
      glyf.setUint16(at + 12 + i * 6, part);
    }
  };
}
/** Hanzi of many strokes, so that there is room for components. */
const hanzi = openFace(kai).glyph(0x9f98).id;
const other = openFace(kai).glyph(0x9f49).id;

/** A hundred times what it takes; glyphs that are drawn again and again take longer. */

test.each([
  ['TrueType', kai],
  ['CFF', fandol],
  ['TrueType of composites', song],
  ['a composite that was made here', damaged(kai, 'glyf', composite(hanzi, [1, 2]))],
])('sound: %s', (_, font) => expect(fontProblem(font)).toBeUndefined());

test.each<[string, Uint8Array]>([
  ['noise for outlines', damaged(kai, 'glyf', noise)],
  ['noise for places of outlines', damaged(kai, 'loca', noise)],
  ['noise for widths', damaged(kai, 'hmtx', noise)],
  ['noise for the table of characters', damaged(kai, 'cmap', noise)],
  ['a glyph that is part of itself', damaged(kai, 'glyf', composite(hanzi, [hanzi]))],
  [
    'glyphs that are parts of one another',
    damaged(kai, 'glyf', (glyf, tables) => {
      composite(hanzi, [1, other])(glyf, tables);
      composite(other, [hanzi])(glyf, tables);
    }),
  ],
  ['a part that is not there', damaged(kai, 'glyf', composite(hanzi, [65_535]))],
  ['an outline that ends behind its end', damaged(kai, 'loca', (loca) => loca.setUint32((hanzi + 1) * 4, loca.getUint32(hanzi * 4) + 12))],
  ['more widths than glyphs', damaged(kai, 'hhea', (hhea) => hhea.setUint16(34, 65_535))],
  ['no widths', damaged(kai, 'hhea', (hhea) => hhea.setUint16(34, 0))],
  ['no em', damaged(kai, 'head', (head) => head.setUint16(18, 0))],
  ['more glyphs than outlines', damaged(kai, 'maxp', (maxp) => maxp.setUint16(4, 65_535))],
  ['names elsewhere', damaged(kai, 'name', (name) => name.setUint16(4, 65_535))],
  ['noise for CFF', damaged(fandol, 'CFF ', noise)],
  ['CFF whose lists begin elsewhere', damaged(fandol, 'CFF ', (cff) => cff.setUint8(2, 60))],
  ['more glyphs than CFF outlines', damaged(fandol, 'maxp', (maxp) => maxp.setUint16(4, 65_535))],
])('damaged: %s', (_, font) => expect(fontProblem(font)).toBe('damaged'));

test('a character whose glyph is not in the file is not drawn', () => {
  const cmapElsewhere = damaged(kai, 'cmap', (cmap) => {
    for (let i = 0; i < cmap.getUint16(2); i++) {
      const from = cmap.getUint32(8 + i * 8);
      if (cmap.getUint16(from) !== 12) continue;
      for (let group = 0; group < cmap.getUint32(from + 12); group++) cmap.setUint32(from + 16 + group * 12 + 8, 65_000);
    }
  });
  expect([openFace(kai).draws(0x4e00), openFace(cmapElsewhere).draws(0x4e00)]).toEqual([true, false]);
});
