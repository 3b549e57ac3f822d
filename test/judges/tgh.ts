/** 通用规范汉字表, and what GB 18030-2022 asks for beyond it. */
import { readFileSync } from 'node:fs';

/** The 8105 characters in the order of the table. */
export const TGH: readonly string[] = [
  ...readFileSync(new URL('../data/tgh-8105.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join(''),
];
