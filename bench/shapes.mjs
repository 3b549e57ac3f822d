/** Shapes that break packers: one file beyond 4 GiB, very many entries, the counts around which Zip64 begins. Ours against openssl and 7z. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreement, firstWords } from './agreement.mjs';
import { evidenceSet } from './generate.mjs';
import { reportOf } from './measure.mjs';
import { digest, storeZip } from './peers/commands.mjs';
import { mibPerSecond } from './table.mjs';

const job = (path) => [process.execPath, fileURLToPath(new URL(path, import.meta.url))];
/** As many paths as a call takes. */
const PATHS_PER_CALL = 5000;

/**
 * @param {{ measure: Function, tools: ReadonlyMap<string, string | undefined>, agree: Function, scratch: string }} bench
 * @param {readonly { files: number, bytes: number }[]} shapes
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function shapeRows({ measure, tools, agree, scratch }, shapes) {
  const rows = [];
  for (const shape of shapes) {
    const set = evidenceSet(scratch, shape);
    const zip = join(scratch, 'shape.zip');
    const clean = () => rmSync(zip, { force: true });
    const seconds = {};
    for (const algorithm of tools.get('openssl') === undefined ? [] : ['sha256', 'sm3']) {
      const words = [];
      seconds[algorithm] = 0;
      for (let i = 0; i < set.paths.length; i += PATHS_PER_CALL) {
        const after = ({ stdout }) => words.push(...firstWords(stdout));
        const [run] = await measure({ command: digest(algorithm, set.paths.slice(i, i + PATHS_PER_CALL)), cwd: set.folder, after }, 1);
        seconds[algorithm] += run.seconds;
      }
      agree(`${algorithm} of ${set.label}`, agreement(words), 'openssl');
    }
    const stored = tools.get('7z') === undefined ? undefined : await measure({ command: storeZip(zip, set.folder), before: clean }, 1);
    const done = await measure({ command: [...job('jobs/pack.mjs'), set.folder, zip], before: clean }, 1);
    for (const run of done) {
      const { sha256, sm3 } = reportOf(run);
      agree(`sha256 of ${set.label}`, sha256, 'mbpack pack');
      agree(`sm3 of ${set.label}`, sm3, 'mbpack pack');
    }
    const row = (what, runs, secondsOf, against) => ({
      what,
      amount: set.label,
      seconds: runs.map(secondsOf),
      speed: mibPerSecond(set.bytes),
      peak: runs.map((run) => run.peak),
      ...(against ? { against } : {}),
    });
    const both = seconds.sha256 === undefined ? undefined : seconds.sha256 + seconds.sm3;
    if (stored) rows.push(row('`7z a -mx0 -tzip`, no digests', stored, (run) => run.seconds));
    rows.push(
      row(
        '**mbpack pack**, less its wait for the disk',
        done,
        (run) => run.seconds - (reportOf(run).readBackMs + reportOf(run).syncMs) / 1000,
        [seconds.sha256, both],
      ),
    );
    const verified = await measure({ command: [...job('jobs/verify.mjs'), zip] }, 1);
    for (const run of verified) agree(`sm3 of ${set.label}`, reportOf(run).sm3, 'mbpack verify');
    rows.push(row('**mbpack verify** a zip', verified, (run) => run.seconds, [seconds.sha256, both]));
    rmSync(set.folder, { recursive: true, force: true });
    clean();
  }
  return rows;
}
