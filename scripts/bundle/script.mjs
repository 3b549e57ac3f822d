/** The program as one JavaScript file that needs only Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PRELUDE } from './prelude.mjs';

/** Text extraction draws nothing; pdf.js wants the names all the same, and takes its worker from here where there is one. */
const PDF_WORKER = `globalThis.DOMMatrix ??= class DOMMatrix {};
globalThis.ImageData ??= class ImageData {};
globalThis.Path2D ??= class Path2D {};
globalThis.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
`;

/** Own files that stand otherwise in a bundle: [end of the path, change]. A change that changes nothing is an error. */
const CHANGES = [
  // Bundled like the rest, not resolved when the program runs.
  ['dist/fonts/face.js', (text) => text.replace('const require = createRequire(import.meta.url);', '')],
  [
    'dist/documents/extract.js',
    (text) => text.replace("return await import('pdf-parse');", `${PDF_WORKER}return await import('pdf-parse');`),
  ],
  // The canvas that pdf.js would draw on is a native module, and is not asked for.
  ['legacy/build/pdf.mjs', (text) => text.replaceAll('require("@napi-rs/canvas")', '({})')],
];

export async function bundleScript(root, outfile) {
  const replaced = new Map(
    ['place', 'thread'].map((name) => [join(root, `dist/program/${name}.js`), join(root, `scripts/bundle/${name}.mjs`)]),
  );
  const changed = new Set();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'scripts/bundle/entry.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // The same bytes wherever node_modules stands.
    preserveSymlinks: true,
    // Half the text is half the time to begin.
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    banner: { js: PRELUDE },
    define: { 'import.meta.url': 'mbpackUrl', __dirname: 'mbpackAssets', __filename: 'mbpackFile' },
    metafile: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'mbpack',
        setup({ onLoad }) {
          onLoad({ filter: /\.m?js$/ }, ({ path }) => {
            const own = replaced.get(path);
            if (own) return { contents: readFileSync(own, 'utf8'), loader: 'js' };
            const change = CHANGES.find(([end]) => path.replaceAll('\\', '/').endsWith(end));
            if (!change) return undefined;
            const before = readFileSync(path, 'utf8');
            const contents = change[1](before);
            if (contents === before) throw new Error(`${change[0]} is not what scripts/bundle/script.mjs changes`);
            changed.add(change[0]);
            return { contents, loader: 'js' };
          });
        },
      },
    ],
  });
  for (const [end] of CHANGES) if (!changed.has(end)) throw new Error(`${end} is not in the bundle`);
  return Object.keys(metafile.inputs);
}
