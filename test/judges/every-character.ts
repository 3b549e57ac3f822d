/** Templates that print every character of 通用规范汉字表 in one role each. */
import { TGH } from './tgh.ts';

/** Characters of one element: a heading that fits on a line, a paragraph of a few. */
const HEADING = 18;
const PARAGRAPH = 300;
export const HAN = /\p{Script=Han}/u;

const parts = (length: number): string[] =>
  Array.from({ length: Math.ceil(TGH.length / length) }, (_, i) => TGH.slice(i * length, (i + 1) * length).join(''));
/** Text between headings, or none could stand at the foot of its page. */
const wrapped = (length: number, before: string, after: string): string =>
  parts(length)
    .map((text) => before + text + after)
    .join('');

export const ROLES: readonly (readonly [role: string, body: string, fonts: readonly string[]])[] = [
  ['仿宋, a paragraph', wrapped(PARAGRAPH, '<p>', '</p>'), ['FandolFang-Regular', 'NotoSerifSC-']],
  ['楷体, a second-level heading', wrapped(HEADING, '<h2>', '</h2><p>x</p>'), ['LXGWWenKai-Regular']],
  ['黑体, a first-level heading', wrapped(HEADING, '<h1>', '</h1><p>x</p>'), ['NotoSansSC-Bold']],
  ['黑体, in a paragraph', wrapped(PARAGRAPH, '<p><b>', '</b></p>'), ['NotoSansSC-Bold']],
  ['小标宋, a title', wrapped(HEADING, '<title>', '</title><p>x</p>'), ['NotoSerifSC-Black']],
  ['宋体, a cell', `<table widths="*">${wrapped(PARAGRAPH, '<row><cell>', '</cell></row>')}</table>`, ['NotoSerifSC-Regular']],
];
