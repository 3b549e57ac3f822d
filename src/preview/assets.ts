/** The fixed files of the page, by the name under which they are asked for. Door to pdfjs-dist, which only the browser runs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const PAGE = new URL('../../src/preview/page/', import.meta.url);
const SCRIPT = 'text/javascript; charset=utf-8';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: SCRIPT,
  svg: 'image/svg+xml',
};

const OWN = [
  'index.html',
  'icon.svg',
  'page.css',
  'sheets.css',
  'findings.css',
  'main.js',
  'dom.js',
  'documents.js',
  'findings.js',
  'viewer.js',
  'sheets.js',
  'words.js',
] as const;

/** The build for older browsers: office machines keep theirs long. */
const PDF_JS: Readonly<Record<string, string>> = {
  'pdfjs.js': 'pdfjs-dist/legacy/build/pdf.min.mjs',
  'pdfjs.worker.js': 'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
};

/** Read once at the start: a request names a row of this table and never a file. */
export function loadAssets(): ReadonlyMap<string, Asset> {
  const { resolve } = createRequire(import.meta.url);
  const own = OWN.map((name) => asset(name, fileURLToPath(new URL(name, PAGE)), TYPES[name.replace(/^.*\./, '')] ?? SCRIPT));
  const library = Object.entries(PDF_JS).map(([name, file]) => asset(name, resolve(file), SCRIPT));
  return new Map([...own, ...library]);
}

/** What only screens need to know of the forms: text of schemas/screens.json. */
export function screensText(): string {
  return readFileSync(new URL('../../schemas/screens.json', import.meta.url), 'utf8');
}

/** Made of src/workbench/page by scripts/workbench.mjs when the project is built. */
export function loadWorkbench(): ReadonlyMap<string, Asset> {
  const folder = new URL('../../dist/workbench/', import.meta.url);
  return new Map(
    ['index.html', 'app.js', 'app.css'].map((name) =>
      asset(name, fileURLToPath(new URL(name, folder)), TYPES[name.replace(/^.*\./, '')] ?? SCRIPT),
    ),
  );
}

function asset(name: string, path: string, type: string): readonly [string, Asset] {
  return [name, { type, bytes: readFileSync(path) }];
}
