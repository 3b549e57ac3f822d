/** `node test/fuzz/run.mjs --seconds N --seed S [--target T]…`, from the root of the repository, after `npm run build`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');
process.chdir(root);
const outfile = join(root, 'out/fuzz/by-hand.mjs');
await build({
  entryPoints: [join(root, 'test/fuzz/by-hand.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});
await import(pathToFileURL(outfile).href);
