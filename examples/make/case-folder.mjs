/** A case folder while its files are made: writes them, counts their pages, and holds them against the hand-written forms. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { scan } from './paper.mjs';
import { printedPdf } from './printed-pdf.mjs';
import { scannedPdf } from './scanned-pdf.mjs';

export function caseFolder(folder) {
  const pagesOf = new Map();
  let seed = 0;
  const read = (name) => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));

  const write = (path, bytes) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };

  return {
    write,
    read,
    clear() {
      for (const top of ['evidence', 'signed']) rmSync(join(folder, top), { recursive: true, force: true });
    },
    /** Scanned papers: path → paper. */
    papers(papers) {
      for (const [path, paper] of Object.entries(papers)) {
        const pages = scan({ ...paper, seed: ++seed });
        pagesOf.set(path, pages.length);
        if (!path.endsWith('.pdf') && pages.length > 1) throw new Error(`${path}: ${pages.length} pages do not fit one picture`);
        write(path, path.endsWith('.pdf') ? scannedPdf(pages, paper.title) : pages[0]);
      }
    },
    /** Scans of what was printed: path → JPEGs. */
    scans(scans) {
      for (const [path, pages] of Object.entries(scans)) {
        pagesOf.set(path, pages.length);
        write(path, scannedPdf(pages, basename(path, '.pdf')));
      }
    },
    /** Born-digital PDFs: path → document. */
    async prints(prints) {
      for (const [path, print] of Object.entries(prints)) {
        const pdf = await printedPdf(print);
        write(path, pdf);
        pagesOf.set(path, pdf.toString('latin1').match(/\/Type \/Page\b/g).length);
      }
    },
    /** The forms must name these files, all of them, with these numbers of pages. */
    check() {
      const listed = new Map(read('evidence').evidence.flatMap((e) => e.files.map((f) => [`evidence/${f.path}`, f.pages])));
      for (const name of ['transfer', 'investigation', 'items', 'supervision']) {
        const scanOf = readIf(name)?.signedScan;
        if (scanOf) listed.set(scanOf.path, scanOf.pages);
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
          .filter(([path, pages]) => listed.has(path) && listed.get(path) !== undefined && listed.get(path) !== pages)
          .map(([path, pages]) => `${path}: ${pages} pages, form says ${listed.get(path)}`),
      ];
      if (faults.length > 0) throw new Error(`${folder}: forms and files disagree:\n${faults.join('\n')}`);
    },
  };

  function readIf(name) {
    try {
      return read(name);
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

/** Keys of a record of files, put below `evidence/`. */
export const below = (files) => Object.fromEntries(Object.entries(files).map(([path, value]) => [`evidence/${path}`, value]));
