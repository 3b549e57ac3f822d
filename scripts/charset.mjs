/**
 * Makes test/data/tgh-8105.txt from Unihan's kTGH (`2013:N` is the number in 通用规范汉字表 of 2013).
 * Usage: node scripts/charset.mjs [Unihan_OtherMappings.txt.bz2]      Debian: apt-get install unicode-data bzip2
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const SOURCE = process.argv[2] ?? '/usr/share/unicode/Unihan_OtherMappings.txt.bz2';
const COUNT = 8105;
/** The table's three levels: 3,500 of everyday use, 3,000, and 1,605 of names, places and sciences. */
const LEVEL_ENDS = [3500, 6500, COUNT];
const PER_LINE = 50;

const unihan = execFileSync('bzcat', [SOURCE], { encoding: 'utf8', maxBuffer: 1 << 28 });
const byNumber = new Map(
  [...unihan.matchAll(/^U\+([0-9A-F]+)\tkTGH\t2013:(\d+)$/gm)].map(([, hex, number]) => [
    Number(number),
    String.fromCodePoint(Number.parseInt(hex, 16)),
  ]),
);
for (let number = 1; number <= COUNT; number++) if (!byNumber.has(number)) throw new Error(`${SOURCE}: no character has number ${number}`);
if (byNumber.size !== COUNT || new Set(byNumber.values()).size !== COUNT) throw new Error(`${SOURCE}: ${byNumber.size} characters`);

const lines = [
  '# 通用规范汉字表 (2013), 8105 characters by number; a line of # begins each of its three levels.',
  '# Made from kTGH of the Unicode Han Database by scripts/charset.mjs. © Unicode, Inc., Unicode License v3 (README.md beside it).',
];
let from = 1;
LEVEL_ENDS.forEach((end, i) => {
  lines.push(`# ${i + 1}: ${from}–${end}`);
  for (; from <= end; from += PER_LINE) {
    const numbers = Array.from({ length: Math.min(PER_LINE, end - from + 1) }, (_, k) => from + k);
    lines.push(numbers.map((number) => byNumber.get(number)).join(''));
  }
  from = end + 1;
});
writeFileSync(new URL('../test/data/tgh-8105.txt', import.meta.url), `${lines.join('\n')}\n`);
