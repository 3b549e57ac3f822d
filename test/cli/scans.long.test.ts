// The scan of a signed paper stands for it: whether it can be read, has all pages and is of this text is told by check, and stops build (M-09).
import { appendFileSync, copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Raster } from '../../src/pdfium/index.ts';
import { across, imagePdf, pngOf, rasters, upsideDown } from '../scan/scanner.ts';
import { cleanUp, codes, copyOf, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const CARD = resolve('examples/冒名就医');
const AT = ['--at', '2026-06-09T15:00:00+08:00'];
const LETTER = 'signed/涉嫌犯罪案件移送书（签章扫描件）.pdf';
/** A4 at 150 dpi. */
const PIXELS = 1754;
const FACTS = 'factSummary: |-\n';

/** The case with papers as they are printed today, scanned. */
let printed: string;
/** The papers as they were printed, by the names of the documents. */
const prints = scratch();
let letter: readonly Raster[];
let report: readonly Raster[];
let items: readonly Raster[];

beforeAll(async () => {
  printed = copyOf(CARD);
  letter = await papersOf(printed, 'transfer');
  report = await papersOf(printed, 'investigation');
  items = await papersOf(printed, 'items');
  writeFileSync(join(printed, LETTER), imagePdf(letter));
  writeFileSync(join(printed, 'signed/案件调查报告（签章扫描件）.pdf'), imagePdf(report));
}, 120_000);

async function papersOf(dir: string, document: string): Promise<readonly Raster[]> {
  const pdf = join(scratch(), 'a.pdf');
  await mbpack('build', dir, ...AT, '--only', document, '-o', pdf);
  copyFileSync(pdf, join(prints, `${document}.pdf`));
  return rasters(readFileSync(pdf), PIXELS);
}

function edit(dir: string, form: string, change: (text: string) => string): void {
  const file = join(dir, `${form}.yaml`);
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${form}: nothing changed`);
  writeFileSync(file, changed);
}

interface Told {
  readonly severity: string;
  readonly code: string;
  readonly pointer?: string | undefined;
  readonly args: unknown;
}

async function scanFindings(dir: string): Promise<readonly Told[]> {
  const { findings } = await codes('check', dir, ...AT);
  return findings
    .filter(({ rule, code }) => rule === 'M-09' || code === 'EVIDENCE_FILE_EMPTY')
    .map(({ severity, code, at, args }) => ({ severity, code, pointer: at?.pointer, args }));
}

const PATH = '/signedScan/path';
const unusable = (problem: string) => [
  { severity: 'stop', code: 'SCAN_UNUSABLE', pointer: PATH, args: expect.objectContaining({ path: LETTER, problem }) },
];
const told = (severity: string, code: string, args: object, pointer = PATH) => [
  { severity, code, pointer, args: expect.objectContaining(args) },
];
const put = (content: () => Uint8Array | string) => (dir: string) => writeFileSync(join(dir, LETTER), content());
const pages = (count: number) => (text: string) => text.replace(/pages: \d+/, `pages: ${count}`);
/** A file that says it is a whole PDF of so many bytes, and takes no room. */
function enlarged(file: string, bytes: number): void {
  truncateSync(file, bytes - 7);
  appendFileSync(file, '\n%%EOF\n');
}
/** A page on which the foot was covered. */
const withoutFoot = ({ gray, ...size }: Raster): Raster => ({ ...size, gray: gray.slice().fill(255, gray.length * 0.85) });

test.each<[what: string, change: (dir: string) => void, expected: readonly object[]]>([
  ['printed, signed, scanned', () => undefined, []],
  ['empty', put(() => ''), unusable('empty')],
  ['cut off', (dir) => truncateSync(join(dir, LETTER), 100_000), unusable('cut')],
  ['a text that was named .pdf', put(() => '扫描件另附。'), unusable('notPage')],
  ['blank pages', put(() => imagePdf(letter.map(({ gray, ...size }) => ({ ...size, gray: gray.slice().fill(255) })))), unusable('blank')],
  [
    'as it was printed, not signed',
    put(() => readFileSync(join(prints, 'transfer.pdf'))),
    told('warning', 'SCAN_IS_PRINT', { path: LETTER }),
  ],
  [
    'with a notice of a gateway behind it',
    (dir) => appendFileSync(join(dir, LETTER), `<html>${' '.repeat(3000)}scanned for viruses</html>`),
    [],
  ],
  ['upside down', put(() => imagePdf(letter.map(upsideDown))), []],
  ['a sheet that lay across', put(() => imagePdf(letter.map((page, i) => (i === 1 ? across(page) : page)))), []],
  [
    'a page left out',
    (dir) => {
      writeFileSync(join(dir, LETTER), imagePdf(letter.slice(0, 2)));
      edit(dir, 'transfer', pages(2));
    },
    told('error', 'SCAN_HAS_FEWER_PAGES', { pages: 3, scanned: 2, missing: [3] }),
  ],
  [
    'the first page three times',
    put(() => imagePdf([0, 0, 0].map((i) => letter[i] as Raster))),
    told('error', 'SCAN_HAS_FEWER_PAGES', { pages: 3, scanned: 3, missing: [2, 3] }),
  ],
  [
    'the first page twice, and one that cannot be read',
    put(() => imagePdf([letter[0] as Raster, letter[0] as Raster, withoutFoot(letter[2] as Raster)])),
    told('error', 'SCAN_HAS_FEWER_PAGES', { pages: 3, scanned: 3, missing: [] }),
  ],
  [
    'a page twice',
    (dir) => {
      writeFileSync(join(dir, LETTER), imagePdf([0, 1, 1, 2].map((i) => letter[i] as Raster)));
      edit(dir, 'transfer', pages(4));
    },
    told('info', 'SCAN_PAGES_DISORDERED', { order: [1, 2, 2, 3], twice: [2] }),
  ],
  ['the last page first', put(() => imagePdf(letter.toReversed())), told('info', 'SCAN_PAGES_DISORDERED', { order: [3, 2, 1], twice: [] })],
  [
    'pages written wrong',
    (dir) => edit(dir, 'transfer', pages(2)),
    told('warning', 'SCAN_PAGES_DIFFER', { pages: 2, scanned: 3 }, '/signedScan/pages'),
  ],
  [
    'the scan of another paper of the case',
    put(() => imagePdf(report)),
    told('error', 'SCAN_OF_OTHER_PAPER', { paper: '案件调查报告', onPages: report0() }),
  ],
  [
    'changed after the signature',
    (dir) => edit(dir, 'transfer', (text) => text.replace(FACTS, `${FACTS}  经补充核实。\n`)),
    told('error', 'SCAN_OF_OTHER_PAPER', { paper: '', onPages: [1, 2, 3] }),
  ],
  [
    'one page of another paper among them',
    put(() => imagePdf(letter.map((page, i) => (i === 1 ? (report[1] as Raster) : page)))),
    [
      ...told('error', 'SCAN_HAS_FEWER_PAGES', { missing: [2] }),
      ...told('info', 'SCAN_HOLDS_OTHER_PAPER', { paper: '案件调查报告', onPages: [2] }),
    ],
  ],
  [
    'paper without a code',
    put(() => imagePdf(letter.map(withoutFoot))),
    told('info', 'SCAN_CODE_UNREAD', { none: true, onPages: [1, 2, 3] }),
  ],
  [
    'one page without a code',
    put(() => imagePdf(letter.map((page, i) => (i === 2 ? withoutFoot(page) : page)))),
    told('info', 'SCAN_CODE_UNREAD', { none: false, onPages: [3] }),
  ],
  [
    'a cover before it',
    (dir) => {
      writeFileSync(join(dir, LETTER), imagePdf([withoutFoot(letter[0] as Raster), ...letter]));
      edit(dir, 'transfer', pages(4));
    },
    [],
  ],
  [
    'its annex scanned with it',
    (dir) => {
      writeFileSync(join(dir, LETTER), imagePdf([...letter, ...items]));
      edit(dir, 'transfer', pages(4));
    },
    told('info', 'SCAN_HOLDS_OTHER_PAPER', { paper: '涉案物品清单', onPages: [4] }),
  ],
  [
    'its annex scanned with it, which was changed afterwards',
    (dir) => {
      writeFileSync(join(dir, LETTER), imagePdf([...letter, ...items]));
      edit(dir, 'transfer', pages(4));
      edit(dir, 'items', (text) => text.replace('statement: ', 'statement: 再次'));
    },
    told('error', 'SCAN_OF_OTHER_PAPER', { paper: '', onPages: [4] }),
  ],
  ['a TIFF', put(() => `II*\0${'\x11'.repeat(3000)}`), told('warning', 'SCAN_NOT_LOOKED_AT', { unseen: 'format', format: 'TIFF' })],
  ['of 300 MB', (dir) => enlarged(join(dir, LETTER), 300 << 20), told('warning', 'SCAN_NOT_LOOKED_AT', { unseen: 'large' })],
  [
    'one page as a picture',
    (dir) => {
      writeFileSync(join(dir, LETTER), pngOf(letter[0] as Raster));
      edit(dir, 'transfer', pages(1));
    },
    told('error', 'SCAN_HAS_FEWER_PAGES', { pages: 3, scanned: 1, missing: [2, 3] }),
  ],
])('%s', async (_, change, expected) => {
  const dir = copyOf(printed);
  change(dir);
  expect(await scanFindings(dir)).toEqual(expected);
});

test.each(['冒名就医', '挂床住院', '倒卖药品'])('nothing is said of the scans of the example %s', async (name) => {
  expect(await scanFindings(resolve('examples', name))).toEqual([]);
});

/** The report has nine pages, all of its own code. */
function report0(): readonly number[] {
  return Array.from({ length: 9 }, (_, i) => i + 1);
}

test('build ends at a scan that cannot be read, before it packs, and at one of another paper unless a reason is recorded', async () => {
  const dir = copyOf(printed);
  const zip = join(scratch(), 'a.zip');
  truncateSync(join(dir, LETTER), 100_000);
  const cut = await codes('build', dir, ...AT, '-o', zip);
  expect([cut.exit, cut.codes.includes('SCAN_UNUSABLE'), existsSync(zip)]).toEqual([1, true, false]);
  writeFileSync(join(dir, LETTER), imagePdf(report));
  const other = await codes('build', dir, ...AT, '-o', zip);
  expect([other.exit, other.codes.includes('SCAN_OF_OTHER_PAPER'), existsSync(zip)]).toEqual([1, true, false]);
  edit(dir, 'internal', (text) => `${text}  - { rule: M-09, reason: 移送书补盖印章后另行送达, by: 甲, at: 2026-06-09T10:00:00+08:00 }\n`);
  const excused = await codes('build', dir, ...AT, '-o', zip);
  expect(excused.findings.filter(({ rule }) => rule === 'M-09').map(({ severity }) => severity)).toEqual(['warning']);
  expect([excused.exit, existsSync(zip)]).toEqual([0, true]);
});

test('the code is the same on a draft and on the paper for signature, the next day, and without the scan', async () => {
  const dir = copyOf(printed);
  const code = async (...options: string[]): Promise<string> => {
    const pdf = join(scratch(), 'a.pdf');
    await mbpack('build', dir, '--only', 'transfer', '-o', pdf, ...options);
    const { documentText } = await import('../../src/documents/index.ts');
    return /([A-Z2-7]{4}-){2}[A-Z2-7]{4}/.exec(await documentText(readFileSync(pdf)))?.[0] ?? 'none';
  };
  const clean = await code(...AT);
  expect(clean).toMatch(/^[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}$/);
  expect(await code(...AT, '--draft')).toBe(clean);
  expect(await code('--at', '2026-06-10T09:00:00+08:00')).toBe(clean);
  edit(dir, 'transfer', (text) => text.replace(/signedScan:[^\n]*(\n {2}[^\n]*)*/, ''));
  expect(await code(...AT)).toBe(clean);
});
