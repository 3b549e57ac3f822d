/**
 * Makes the files of the example cases again: node examples/make/make.mjs
 * The YAML is written by hand; this fills in its digests only. Tools: README.md beside the cases.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { writeCustody } from './custody.mjs';
import { fillDigests } from './digests.mjs';
import { doorLogZip } from './door-log.mjs';
import { scan } from './paper.mjs';
import { RECORDS } from './papers-records.mjs';
import { WRITTEN } from './papers-written.mjs';
import { PICTURES } from './pictures.mjs';
import { printedPdf } from './printed-pdf.mjs';
import { PRINTS } from './prints.mjs';
import { scannedPdf } from './scanned-pdf.mjs';
import { signedPapers } from './signed.mjs';
import { settlementCsv } from './tables.mjs';
import { writeWardDb } from './ward-db.mjs';
import { summaryWorkbook } from './workbook.mjs';
import { makeWrongExample } from './wrong.mjs';

const examples = fileURLToPath(new URL('..', import.meta.url));
const folder = join(examples, '挂床住院');
const pagesOf = new Map();

const write = (path, bytes) => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
};

function writePaper(path, paper, seed) {
  const pages = scan({ ...paper, seed });
  pagesOf.set(path, pages.length);
  if (path.endsWith('.pdf')) return write(path, scannedPdf(pages, paper.title));
  if (pages.length > 1) throw new Error(`${path}: ${pages.length} pages do not fit one picture`);
  return write(path, pages[0]);
}

rmSync(join(folder, 'evidence'), { recursive: true, force: true });
rmSync(join(folder, 'signed'), { recursive: true, force: true });
let seed = 0;
for (const [path, paper] of Object.entries({ ...WRITTEN, ...RECORDS })) writePaper(`evidence/${path}`, paper, ++seed);
for (const [path, paper] of Object.entries(signedPapers(folder))) writePaper(path, paper, ++seed);
for (const [path, print] of Object.entries(PRINTS)) {
  const pdf = await printedPdf(print);
  write(`evidence/${path}`, pdf);
  pagesOf.set(`evidence/${path}`, pdf.toString('latin1').match(/\/Type \/Page\b/g).length);
}
for (const [path, make] of Object.entries(PICTURES)) write(`evidence/${path}`, make());
for (const [fact, numeral] of [
  [1, '一'],
  [2, '二'],
  [3, '三'],
])
  write(`evidence/04-电子数据/医保结算明细（事实${numeral}）.csv`, settlementCsv(fact));
write('evidence/04-电子数据/医保基金损失核算汇总表.xlsx', summaryWorkbook());
write('evidence/04-电子数据/门禁主机原始日志.zip', doorLogZip());
writeWardDb(join(folder, 'evidence/04-电子数据/护理与门禁数据库.sqlite'));
fillDigests(folder);
writeCustody(folder);
checkAgainstForms();
makeWrongExample(join(examples, '错误示例'));

/** The forms are written by hand: they must name these files, all of them, with these numbers of pages. */
function checkAgainstForms() {
  const read = (name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  const listed = new Map(read('evidence').evidence.flatMap((e) => e.files.map((f) => [`evidence/${f.path}`, f.pages])));
  for (const name of ['transfer', 'investigation']) {
    const { path, pages } = read(name).signedScan;
    listed.set(path, pages);
  }
  const made = ['evidence', 'signed'].flatMap((top) =>
    readdirSync(join(folder, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  const faults = [
    ...made.filter((path) => !listed.has(path)).map((path) => `made, not listed: ${path}`),
    ...[...listed.keys()].filter((path) => !made.includes(path)).map((path) => `listed, not made: ${path}`),
    ...[...pagesOf]
      .filter(([path, pages]) => listed.has(path) && listed.get(path) !== pages)
      .map(([path, pages]) => `${path}: ${pages} pages, form says ${listed.get(path)}`),
  ];
  if (faults.length > 0) throw new Error(`forms and files disagree:\n${faults.join('\n')}`);
}
