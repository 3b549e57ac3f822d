/** How packing and verifying grow with bytes and with the number of files. Node's start and the wait for the disk are left out. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evidenceSet } from './generate.mjs';
import { growthLine } from './growth.mjs';
import { median, reportOf } from './measure.mjs';

const script = (path) => [process.execPath, fileURLToPath(new URL(path, import.meta.url))];

/**
 * @param {{ measure: Function, scratch: string, runs: number }} bench
 * @param {ReturnType<typeof import('./scale.mjs').scaleOf>} scale
 * @returns {Promise<string[]>} lines of the report
 */
export async function growingLines(bench, { growingBytes, growingFiles }) {
  const lines = [];
  for (const [by, sizes, sizeOf] of [
    ['bytes', growingBytes, (set) => set.bytes],
    ['number of files', growingFiles, (set) => set.files],
  ]) {
    const points = [];
    for (const size of sizes) {
      const set = evidenceSet(bench.scratch, size);
      points.push({ size: sizeOf(set), label: set.label, ...(await onePoint(bench, set)) });
    }
    const of = (value) => points.map((p) => ({ size: p.size, label: p.label, value: p[value] }));
    lines.push(growthLine(`pack, time by ${by}`, of('pack'), 's'), growthLine(`pack, peak memory by ${by}`, of('packPeak'), 'MiB'));
    lines.push(growthLine(`verify, time by ${by}`, of('verify'), 's'), growthLine(`verify, peak memory by ${by}`, of('verifyPeak'), 'MiB'));
  }
  return lines;
}

async function onePoint({ measure, scratch, runs }, set) {
  const zip = join(scratch, 'growing.zip');
  const before = () => rmSync(zip, { force: true });
  const packed = await measure({ command: [...script('jobs/pack.mjs'), set.folder, zip], before }, runs);
  const verified = await measure({ command: [...script('jobs/verify.mjs'), zip] }, runs);
  before();
  const time = (done) => median(done.map((run) => reportOf(run).workMs / 1000));
  const peak = (done) => median(done.map((run) => run.peak));
  return { pack: time(packed), packPeak: peak(packed), verify: time(verified), verifyPeak: peak(verified) };
}
