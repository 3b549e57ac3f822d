/**
 * Pictures of the documents: docs/gallery/ (contact sheets of every document of every pack, blank forms) and
 * docs/gallery/elements/ (one picture an element). Needs pdftoppm and ImageMagick; not part of CI, since pictures differ by machine.
 * Usage: node scripts/gallery.mjs [PACK…] [--elements]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ELEMENT_EXAMPLES, renderDocument, sampleInput } from '../dist/documents/index.js';
import { blankInput } from '../dist/operations/blank-forms.js';
import { installedPacks, loadPack } from '../dist/pack/index.js';

const OUT = 'docs/gallery';
/** Resolution of a page on a contact sheet, of an element; colours kept. */
const [SHEET_DPI, ELEMENT_DPI, COLOURS] = [38, 80, 12];
/** Pages of one document that a sheet shows. */
const MOST_PAGES = 8;

const work = mkdtempSync(join(tmpdir(), 'gallery-'));
const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

function pagesOf(bytes, name, dpi) {
  const pdf = join(work, `${name}.pdf`);
  writeFileSync(pdf, bytes);
  run('pdftoppm', '-r', String(dpi), '-l', String(MOST_PAGES), '-png', pdf, join(work, name));
  return readdirSync(work)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))
    .sort()
    .map((file) => join(work, file));
}

/** `files`: pages in order, all documents of a sheet one after the other. */
function montage(files, to, columns = 8) {
  run(
    'montage',
    ...files,
    '-tile',
    `${columns}x`,
    '-geometry',
    '+5+5',
    '-background',
    '#b8bcc2',
    '-colors',
    String(COLOURS),
    '-strip',
    `PNG8:${to}`,
  );
}

const AT = Date.parse('2026-11-20T10:15:30+08:00');

async function rendered(pack, kind, document) {
  const input = kind === 'filled' ? sampleInput(pack) : blankInput(document.id, pack, AT);
  return Buffer.from((await renderDocument(document.id, input)).bytes);
}

/** Of a province: only what prints otherwise than the national pack; of most there is nothing. */
async function own(pack, kind) {
  const national = pack.pack.id === 'national' ? undefined : loadPack('national');
  const found = [];
  for (const document of pack.pack.documents) {
    const bytes = await rendered(pack, kind, document);
    const known = national?.pack.documents.find(({ id }) => id === document.id);
    if (!known || !(await rendered(national, kind, known)).equals(bytes)) found.push({ document, bytes });
  }
  return found;
}

async function sheets(id) {
  const pack = loadPack(id);
  for (const kind of ['filled', 'blank']) {
    const documents = await own(pack, kind);
    for (let from = 0, part = 1; from < documents.length; from += 5, part++) {
      const files = documents
        .slice(from, from + 5)
        .flatMap(({ document, bytes }) => pagesOf(bytes, `${id}-${kind}-${document.id}`, SHEET_DPI));
      montage(files, join(OUT, `${id}-${kind === 'blank' ? 'blank-' : ''}${part}.png`));
    }
    console.log(`${id}, ${kind}: ${documents.map(({ document }) => document.id).join(' ') || 'as national'}`);
  }
}

async function elements() {
  mkdirSync(join(OUT, 'elements'), { recursive: true });
  const pack = loadPack('national');
  for (const { element, template } of ELEMENT_EXAMPLES) {
    const around = { ...pack, template: () => ({ text: template, file: `${element}.hbs` }) };
    const { bytes } = await renderDocument('transfer', sampleInput(around));
    const [page] = pagesOf(bytes, `element-${element}`, ELEMENT_DPI);
    run(
      'convert',
      page,
      '-trim',
      '-bordercolor',
      'white',
      '-border',
      '12',
      '-colors',
      String(COLOURS),
      '-strip',
      `PNG8:${join(OUT, 'elements', `${element}.png`)}`,
    );
  }
}

try {
  const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  if (process.argv.includes('--elements')) await elements();
  else for (const id of names.length > 0 ? names : installedPacks()) await sheets(id);
} finally {
  rmSync(work, { recursive: true, force: true });
}
