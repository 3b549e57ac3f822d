/** The fuzzer as JavaScript that Node runs: its own files in one, the program as it was built into dist/. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @returns the file of the worker */
export async function bundleWorker(root: string): Promise<string> {
  const outfile = join(root, 'out/fuzz/worker.mjs');
  await build({
    entryPoints: [join(root, 'test/fuzz/worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [
      {
        name: 'program',
        setup(made) {
          made.onResolve({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
            const built = path.replace(/^.*\/src\//, 'dist/').replace(/\.ts$/, '.js');
            return { path: pathToFileURL(join(root, built)).href, external: true };
          });
        },
      },
    ],
  });
  return outfile;
}
