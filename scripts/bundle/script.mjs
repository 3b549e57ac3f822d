/** The program as one JavaScript file that needs only Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { late } from './late.mjs';
import { PRELUDE } from './prelude.mjs';

/** Own files that stand otherwise in a bundle: [end of the path, change]. A change that changes nothing is an error. */
const CHANGES = [
  // Bundled like the rest, not resolved when the program runs.
  ['dist/fonts/face.js', (text) => text.replace('const require = createRequire(import.meta.url);', '')],
  // The canvas that pdf.js would draw on is a native module, and is not asked for.
  ['legacy/build/pdf.mjs', (text) => text.replaceAll('require("@napi-rs/canvas")', '({})')],
];

export async function bundleScript(root, outfile) {
  const replaced = new Map(
    ['place', 'thread'].map((name) => [join(root, `dist/program/${name}.js`), join(root, `scripts/bundle/${name}.mjs`)]),
  );
  const changed = new Set();
  const own = {
    name: 'mbpack',
    setup({ onLoad }) {
      onLoad({ filter: /\.m?js$/ }, ({ path }) => {
        const other = replaced.get(path);
        if (other) return { contents: readFileSync(other, 'utf8'), loader: 'js' };
        const change = CHANGES.find(([end]) => path.replaceAll('\\', '/').endsWith(end));
        if (!change) return undefined;
        const before = readFileSync(path, 'utf8');
        const contents = change[1](before);
        if (contents === before) throw new Error(`${change[0]} is not what scripts/bundle/script.mjs changes`);
        changed.add(change[0]);
        return { contents, loader: 'js' };
      });
    },
  };
  const options = {
    absWorkingDir: root,
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
    define: { 'import.meta.url': 'mbpackUrl', __dirname: 'mbpackAssets', __filename: 'mbpackFile' },
    metafile: true,
    logLevel: 'warning',
    plugins: [own],
  };
  const lateInputs = new Set();
  const { metafile } = await build({
    ...options,
    entryPoints: [join(root, 'scripts/bundle/entry.mjs')],
    outfile,
    banner: { js: PRELUDE },
    plugins: [late(root, options, lateInputs), own],
  });
  for (const [end] of CHANGES) if (!changed.has(end)) throw new Error(`${end} is not in the bundle`);
  return [...new Set([...Object.keys(metafile.inputs), ...lateInputs])];
}
