/**
 * npm run bundle: the program for machines without npm, in dist-bundle/:
 *   verify.html            the page of verification, for machines where nothing may be installed
 *   mbpack.cjs + assets/   one file for any Node from 20.19
 *   mbpack + assets/       an executable for this Linux (`--no-executable` leaves it out)
 *   mbpack-windows-x64.zip with `--windows`: a folder with node.exe, which is fetched from the npm registry
 *   使用说明.txt           which file to open and what its answers mean, for whoever receives them
 *   SHA256SUMS             of all of these, and *.sha256, the lists of which a record of verification prints the digest
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ASSET_PACKAGES, copyAssets } from './bundle/assets.mjs';
import { makeExecutable } from './bundle/executable.mjs';
import { writeGuide } from './bundle/guide.mjs';
import { licencesOf, nodeLicence } from './bundle/licences.mjs';
import { bundleScript } from './bundle/script.mjs';
import { writeSums } from './bundle/sums.mjs';
import { makeWindows } from './bundle/windows.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist-bundle') },
    'no-executable': { type: 'boolean' },
    windows: { type: 'boolean' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'mbpack-bundle-'));
try {
  const { out } = values;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const script = join(out, 'mbpack.cjs');
  const inputs = await bundleScript(root, script);
  copyAssets(root, join(out, 'assets'));
  for (const page of ['verify.html', 'verify.html.sha256']) copyFileSync(join(root, 'dist', page), join(out, page));
  writeFileSync(join(out, 'THIRD-PARTY-LICENSES.txt'), licencesOf(root, inputs, ASSET_PACKAGES));
  if (values.windows) await makeWindows(root, out, scratch);
  if (!values['no-executable'] && process.platform === 'linux') {
    await makeExecutable(script, join(out, 'mbpack'), scratch);
    writeFileSync(join(out, 'NODE-LICENSE.txt'), nodeLicence(out));
  }
  writeGuide(out);
  writeSums(
    root,
    out,
    ['mbpack.cjs', 'mbpack'].filter((name) => existsSync(join(out, name))),
  );
  console.log(out);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
