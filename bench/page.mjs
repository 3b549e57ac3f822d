/** The page of verification in Chromium, on stored zips, beside the page of an older commit. What is timed is its worker's own time: from the choice to the verdict. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evidenceSet } from './generate.mjs';
import { reportOf } from './measure.mjs';

const job = (path) => [process.execPath, fileURLToPath(new URL(`jobs/${path}`, import.meta.url))];
const PAGE = fileURLToPath(new URL('../dist/verify.html', import.meta.url));

/**
 * @param {{ measure: Function, scratch: string, runs: number, agree: Function, say: (what: string) => void }} bench
 * @param {ReturnType<typeof import('./scale.mjs').scaleOf>} scale
 * @param {string | undefined} against a checkout of an older commit with its page built
 * @returns {Promise<{ what: string, amount: string, ours: object[], older?: object[] }[]>} rows of `besideMarkdown`; no processor time, which is the browser's
 */
export async function pageRows({ measure, scratch, runs, agree, say }, { page }, against) {
  const pages = [['ours', PAGE], ...(against ? [['older', join(resolve(against), 'dist/verify.html')]] : [])];
  const rows = [];
  for (const size of page) {
    const set = evidenceSet(scratch, size);
    const zip = join(scratch, 'page.zip');
    say(`page: ${set.label}`);
    await measure({ command: [...job('pack.mjs'), set.folder, zip] }, 1);
    const row = { what: 'page of verification', amount: set.label, ours: [] };
    for (let i = 0; i < runs; i++) {
      for (const [key, path] of pages) {
        const [run] = await measure({ command: [...job('page.mjs'), path, zip] }, 1);
        const { seconds, peak, fingerprint, zipSha256 } = reportOf(run);
        agree(`digests of ${set.label}`, `${fingerprint} ${zipSha256}`, `the page, ${key}`);
        row[key] ??= [];
        row[key].push({ seconds, peak });
      }
    }
    rows.push(row);
    rmSync(set.folder, { recursive: true, force: true });
    rmSync(zip, { force: true });
  }
  return rows;
}
