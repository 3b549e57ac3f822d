/** The program as people start it, on the example case. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { millisecondsEach } from './table.mjs';

export const EXAMPLE = fileURLToPath(new URL('../examples/挂床住院', import.meta.url));
/** Within the example's twenty-four hours. */
export const AT = '2026-09-15T15:00:00+08:00';

export const MBPACK = [process.execPath, fileURLToPath(new URL('../bin/mbpack.js', import.meta.url))];

/**
 * @param {{ measure: Function, scratch: string }} bench
 * @param {{ shortRuns: number, starts: number }} scale
 * @returns {Promise<{ rows: import('./table.mjs').Row[], dossier: string }>} `dossier`: the zip that was built last
 */
export async function endToEndRows({ measure, scratch }, { shortRuns, starts }) {
  const dossier = join(scratch, 'example.zip');
  const clean = () => {
    for (const end of ['.zip', '.校验单.pdf', '.交接登记表.pdf']) rmSync(dossier.replace('.zip', end), { force: true });
  };
  const rows = [];
  const add = (what, amount, done, speed) =>
    rows.push({ what, amount, seconds: done.map((run) => run.seconds), peak: done.map((run) => run.peak), ...(speed ? { speed } : {}) });
  add('`mbpack --version`', 'cold start', await measure({ command: [...MBPACK, '--version'] }, starts), millisecondsEach(1, 'start'));
  add('`mbpack build`', 'example case', await measure({ command: buildCommand(dossier), before: clean }, shortRuns));
  add('`mbpack verify`', 'its zip', await measure({ command: [...MBPACK, 'verify', dossier] }, shortRuns));
  return { rows, dossier };
}

function buildCommand(zip) {
  return [...MBPACK, 'build', EXAMPLE, '-o', zip, '--at', AT];
}
