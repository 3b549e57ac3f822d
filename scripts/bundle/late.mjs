/**
 * Large libraries that not every run needs stand in the bundle as text and become a program when they are first asked for:
 * Node parses the whole bundle at every start, of each thread too, and a text costs next to nothing there.
 */
import { dirname, join, sep } from 'node:path';
import { build } from 'esbuild';

/** Text extraction draws nothing; pdf.js wants the names all the same, before it is read, and takes its worker from here where there is one. */
const PDF_NAMES = `globalThis.DOMMatrix ??= class DOMMatrix {};
globalThis.ImageData ??= class ImageData {};
globalThis.Path2D ??= class Path2D {};
`;
const PDF_PARSE = `import 'mbpack:pdf-names';
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
globalThis.pdfjsWorker ??= worker;
export * from 'pdf-parse';
`;
/** What is late, and what its text says: a CommonJS package is given whole, as its default export is in Node. */
const LATE = new Map([
  ['pdf-parse', PDF_PARSE],
  ['fontkit', "export * from 'fontkit';"],
  ['music-metadata', "export * from 'music-metadata';"],
  ['file-type', "export * from 'file-type';"],
  ['handlebars', "module.exports = require('handlebars');"],
  ['sql.js', "module.exports = require('sql.js');"],
  // Its module for import asks for another one while it runs, which a text cannot.
  ['@hyzyla/pdfium', "module.exports = require('@hyzyla/pdfium');"],
  ['jsqr', "module.exports = require('jsqr');"],
]);

/** Esbuild's plugin; `options` are those of the whole bundle, `seen` takes the path of every file that went into a text. */
export function late(root, options, seen) {
  async function textOf(specifier, resolveDir) {
    const { outputFiles, metafile } = await build({
      ...options,
      stdin: { contents: LATE.get(specifier), resolveDir },
      write: false,
      plugins: [{ name: 'names', setup: names }, ...options.plugins],
    });
    for (const path of Object.keys(metafile.inputs)) seen.add(path);
    return outputFiles[0].text;
  }
  return {
    name: 'late',
    setup({ onResolve, onLoad }) {
      const own = join(root, 'dist') + sep;
      onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
        LATE.has(path) && importer.startsWith(own) ? { path, namespace: 'late', pluginData: dirname(importer) } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'late' }, async ({ path, pluginData }) => ({
        contents: `module.exports = mbpackLate(${JSON.stringify(path)}, ${JSON.stringify(await textOf(path, pluginData))});`,
        loader: 'js',
      }));
    },
  };
}

function names({ onResolve, onLoad }) {
  onResolve({ filter: /^mbpack:pdf-names$/ }, ({ path }) => ({ path, namespace: 'names' }));
  onLoad({ filter: /.*/, namespace: 'names' }, () => ({ contents: PDF_NAMES, loader: 'js' }));
}
