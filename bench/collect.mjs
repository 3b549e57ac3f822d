/** `mbpack collect` as people start it, against openssl taking the same two digests over all cores. */
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreement, firstWords } from './agreement.mjs';
import { median } from './measure.mjs';
import { digestAll } from './peers/commands.mjs';
import { mibPerSecond } from './table.mjs';

const MBPACK = [process.execPath, fileURLToPath(new URL('../bin/mbpack.js', import.meta.url))];
const OFFICERS = ['--by', '周某甲/99010001', '--by', '梁某乙/99010002'];
/** Where openssl's ratio stands among the last columns of the table. */
const COLUMN = 5;

/**
 * @param {{ measure: Function, tools: ReadonlyMap<string, string | undefined>, agree: Function, scratch: string, runs: number }} bench
 * @param {import('./generate.mjs').EvidenceSet} set
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function collectRows({ measure, tools, agree, scratch, runs }, set) {
  const cores = availableParallelism();
  const dir = caseOf(scratch, set);
  const rows = [];
  const subject = `SHA-256 and SM3 of ${set.label}`;
  const add = (what, done) => {
    const row = {
      what,
      amount: set.label,
      seconds: done.map((run) => run.seconds),
      speed: mibPerSecond(set.bytes),
      peak: done.map((run) => run.peak),
    };
    rows.push(row);
    return row;
  };
  let peer;
  const what = `\`openssl dgst\`, both digests, ${cores} processes`;
  if (tools.get('openssl') === undefined) rows.push({ what, amount: set.label, absent: 'openssl' });
  else {
    const after = ({ stdout }) => agree(subject, agreement(firstWords(stdout)), 'openssl');
    peer = median(add(what, await measure({ command: digestAll(listsOf(scratch, set, cores)), cwd: set.folder, after }, runs)).seconds);
  }
  const forget = () => rmSync(join(dir, 'custody.jsonl'), { force: true });
  const command = [...MBPACK, 'collect', dir, '--json'];
  const heard = ({ stdout }) => {
    const { files } = JSON.parse(stdout).collected;
    agree(subject, agreement(files.flatMap((f) => [f.sha256, f.sm3])), 'mbpack collect');
  };
  const against = Array(COLUMN + 1)
    .fill(undefined)
    .with(COLUMN, peer);
  const first = add(
    '**mbpack collect**',
    await measure({ command: [...command, '--item', 'E001', ...OFFICERS], before: forget, after: heard }, runs),
  );
  const again = add('… again, verifying what is recorded', await measure({ command, after: verified }, runs));
  rmSync(dir, { recursive: true, force: true });
  first.against = against;
  again.against = against;
  return rows;

  function verified({ stdout }) {
    const { ok, collected } = JSON.parse(stdout);
    if (!ok || collected.verified !== set.files) throw new Error(`collect verified ${collected.verified} of ${set.files}`);
  }
}

/** The files dealt out to so many lists. */
function listsOf(scratch, { paths }, count) {
  return Array.from({ length: Math.min(count, paths.length) }, (_, i) => {
    const list = join(scratch, `list-${i}`);
    writeFileSync(
      list,
      paths
        .filter((_path, j) => j % count === i)
        .map((path) => `${path}\0`)
        .join(''),
    );
    return list;
  });
}

/** A case folder with the set as its evidence, by hard links. */
function caseOf(scratch, set) {
  const dir = join(scratch, `case-${set.files}x${set.bytes}`);
  for (const path of set.paths) {
    const to = join(dir, 'evidence', path);
    mkdirSync(dirname(to), { recursive: true });
    linkSync(join(set.folder, path), to);
  }
  return dir;
}
