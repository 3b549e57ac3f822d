// Every character of 通用规范汉字表 is printed in every role, comes back once, and is drawn as its font draws it.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { renderTemplate } from '../judges/documents.ts';
import { outlineFault } from '../judges/outlines.ts';
import { readMarks } from '../judges/positions.ts';
import { TGH } from '../judges/tgh.ts';

/** Characters of one element: a heading that fits on a line, a paragraph of a few. */
const HEADING = 18;
const PARAGRAPH = 300;
const HAN = /\p{Script=Han}/u;

const parts = (length: number): string[] =>
  Array.from({ length: Math.ceil(TGH.length / length) }, (_, i) => TGH.slice(i * length, (i + 1) * length).join(''));
/** Text between headings, or none could stand at the foot of its page. */
const wrapped = (length: number, before: string, after: string): string =>
  parts(length)
    .map((text) => before + text + after)
    .join('');

const ROLES: readonly (readonly [role: string, body: string, fonts: readonly string[]])[] = [
  ['仿宋, a paragraph', wrapped(PARAGRAPH, '<p>', '</p>'), ['FandolFang-Regular', 'NotoSerifSC-']],
  ['楷体, a second-level heading', wrapped(HEADING, '<h2>', '</h2><p>x</p>'), ['LXGWWenKai-Regular']],
  ['黑体, a first-level heading', wrapped(HEADING, '<h1>', '</h1><p>x</p>'), ['NotoSansSC-Bold']],
  ['黑体, in a paragraph', wrapped(PARAGRAPH, '<p><b>', '</b></p>'), ['NotoSansSC-Bold']],
  ['小标宋, a title', wrapped(HEADING, '<title>', '</title><p>x</p>'), ['NotoSerifSC-Black']],
  ['宋体, a cell', `<table widths="*">${wrapped(PARAGRAPH, '<row><cell>', '</cell></row>')}</table>`, ['NotoSerifSC-Regular']],
];

test('the table is whole', () => {
  expect(TGH).toHaveLength(8105);
  expect(new Set(TGH).size).toBe(8105);
});

test.each(ROLES)(
  '%s',
  async (_, body, fonts) => {
    const bytes = await renderTemplate(`<document layout="letter">${body}</document>`);
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 26 });
    expect([...text].filter((char) => HAN.test(char)).join('')).toBe(TGH.join(''));

    const drawn = (await readMarks(bytes)).flatMap((page) => page.glyphs).filter((glyph) => HAN.test(glyph.text));
    expect(drawn).toHaveLength(TGH.length);
    expect(drawn.filter(({ code, outline }) => code === 0 || outline === '').map(({ text: char }) => char)).toEqual([]);
    expect(drawn.flatMap((glyph) => outlineFault(glyph.font, glyph.text, glyph.outline) ?? [])).toEqual([]);
    expect([...new Set(drawn.map(({ font }) => font))].filter((font) => !fonts.some((name) => font.startsWith(name)))).toEqual([]);
  },
  120_000,
);
