// A judge that can find nothing is none: each is shown what it must find.
import { beforeAll, expect, test } from 'vitest';
import { renderTemplate } from './documents.ts';
import { BLOCK } from './lines.ts';
import { outlineFault } from './outlines.ts';
import { type PageMarks, readMarks } from './positions.ts';
import { forbiddenLines, headingsAtFoot, outside } from './rules.ts';

let page: PageMarks;
beforeAll(async () => {
  const table = '<table widths="40 *"><row><cell>，甲</cell><cell>乙（</cell></row></table>';
  const [first] = await readMarks(
    await renderTemplate(`<document layout="letter"><p indent="no">。丙丁</p>${table}<h1>一、戊己</h1></document>`),
  );
  if (!first) throw new Error('no page');
  page = first;
});

test('marks that may not begin or end a line, in paragraphs and cells', () => {
  expect(forbiddenLines(page)).toEqual(['page 1: 。丙丁', 'page 1: ，甲', 'page 1: 乙（']);
});

test('glyphs and rules outside of an area', () => {
  expect(outside(page, BLOCK)).toEqual([]);
  const found = outside(page, { ...BLOCK, left: BLOCK.left + 20 });
  expect([found.some((what) => what.includes('丙')), found.some((what) => what.includes('rule'))]).toEqual([true, true]);
});

test('a heading that nothing follows', () => {
  expect(headingsAtFoot([page])).toEqual(['page 1: 一、戊己']);
});

test('an outline that is another character’s', () => {
  const glyph = page.glyphs.find(({ text }) => text === '己');
  if (!glyph) throw new Error('no glyph');
  expect(outlineFault(glyph.font, '己', glyph.outline)).toBeUndefined();
  expect(outlineFault(glyph.font, '已', glyph.outline)).toContain('已');
});
