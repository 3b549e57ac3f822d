/** Makes dist/workbench/: the pages of 办案台, one script of src/workbench/page. pdf.js stands beside it, as it does for the preview. Part of `npm run build`. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCE = new URL('../src/workbench/page/', import.meta.url);
const TARGET = new URL('../dist/workbench/', import.meta.url);

mkdirSync(TARGET, { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL('app.tsx', SOURCE))],
  outfile: fileURLToPath(new URL('app.js', TARGET)),
  bundle: true,
  format: 'esm',
  target: 'chrome109',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'inline',
  external: ['./pdfjs.js'],
  logLevel: 'warning',
});
for (const name of ['index.html', 'app.css']) copyFileSync(new URL(name, SOURCE), new URL(name, TARGET));
