/** Packing and verifying one set of evidence: the peers first, then ours, then each against each. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agreement, firstWords } from './agreement.mjs';
import { median, reportOf } from './measure.mjs';
import { bagitManifest, bagitPeer } from './peers/bagit.mjs';
import { copy, copyAndSync, digest, digestShared, storeZip } from './peers/commands.mjs';
import { mibPerSecond } from './table.mjs';

const script = (path) => [process.execPath, fileURLToPath(new URL(path, import.meta.url))];

/**
 * @param {{ measure: Function, tools: ReadonlyMap<string, string | undefined>, agree: Function, scratch: string, runs: number }} bench
 * @param {import('./generate.mjs').EvidenceSet} set
 * @returns {Promise<import('./table.mjs').Row[]>}
 */
export async function packingRows({ measure, tools, agree, scratch, runs }, set) {
  const out = join(scratch, 'out');
  const zip = join(scratch, 'out.zip');
  const clean = () => {
    for (const path of [out, zip, `${zip}.part`]) rmSync(path, { recursive: true, force: true });
  };
  const rows = [];
  const seconds = {};

  async function row(key, what, tool, job) {
    if (tool !== undefined && tools.get(tool) === undefined) {
      rows.push({ what, amount: set.label, absent: tool });
      return [];
    }
    const done = await measure(job, runs);
    add(key, what, done, (run) => run.seconds);
    return done;
  }
  function add(key, what, done, secondsOf) {
    const each = done.map(secondsOf);
    seconds[key] = median(each);
    rows.push({ what, amount: set.label, seconds: each, speed: mibPerSecond(set.bytes), peak: done.map((run) => run.peak), key });
  }
  /** Reports must agree on every digest that they have. */
  const heard = (who, needsZip) => (run) => {
    const { sha256, sm3 } = reportOf(run);
    if (sha256 !== undefined) agree(`SHA-256 of ${set.label}`, sha256, who);
    if (sm3 !== undefined) agree(`SM3 of ${set.label}`, sm3, who);
    if (needsZip && statSync(zip).size < set.bytes) throw new Error(`${who}: the zip is too small`);
  };

  await row('cp', '`cp -r`', 'cp', { command: copy(set.folder, out), before: clean });
  await row('cpSync', '`cp -r`, then to the disk', 'cp', { command: copyAndSync(set.folder, out), before: clean });
  for (const algorithm of ['sha256', 'sm3']) {
    const after = ({ stdout }) =>
      agree(`${algorithm === 'sm3' ? 'SM3' : 'SHA-256'} of ${set.label}`, agreement(firstWords(stdout)), 'openssl');
    await row(algorithm, `\`openssl dgst -${algorithm}\``, 'openssl', { command: digest(algorithm, set.paths), cwd: set.folder, after });
  }
  const list = join(scratch, 'shared.list');
  writeFileSync(list, set.paths.map((path) => `${path}\0`).join(''));
  await row('shared', '`openssl dgst -sha256`, 2 processes', 'openssl', {
    command: digestShared('sha256', list, set.paths.length, 2),
    cwd: set.folder,
  });
  if (seconds.sha256 !== undefined) seconds.both = seconds.sha256 + seconds.sm3;
  for (const [names, what] of [
    ['sha256', 'Node on one thread: SHA-256 alone'],
    ['sha256,sm3,crc', 'Node on one thread: SHA-256 + SM3 + CRC-32'],
  ]) {
    await row('', `${what}, nothing written`, undefined, {
      command: [...script('jobs/digests.mjs'), names, set.folder],
      after: heard(what),
    });
  }

  const archived = await row('', 'archiver: zip with SHA-256, to the rename', undefined, {
    command: [...script('peers/archiver.mjs'), set.folder, zip],
    before: clean,
    after: heard('archiver', true),
  });
  add('', '… less its wait for the disk', archived, (run) => run.seconds - reportOf(run).syncMs / 1000);

  await bagitRows();
  await ourRows();
  clean();
  return rows.map(({ key, ...one }) => ({ ...one, ...(one.seconds ? { against: against(key) } : {}) }));

  async function bagitRows() {
    const peer = bagitPeer(tools.get('bagit.py') !== undefined);
    const here = tools.get(peer.tool) !== undefined;
    for (const processes of [1, 2]) {
      const many = processes === 1 ? '1 process' : '2 processes';
      const fresh = async () => {
        clean();
        if (here) await measure({ command: copy(set.folder, out) }, 1);
      };
      await row(`create${processes}`, `${peer.name}: create in place, SHA-256, ${many}`, peer.tool, {
        command: peer.create(out, processes),
        before: fresh,
        after: () => agree(`SHA-256 of ${set.label}`, agreement(firstWords(readFileSync(bagitManifest(out), 'utf8'))), peer.name),
      });
      await row(`validate${processes}`, `${peer.name}: validate, ${many}`, peer.tool, { command: peer.validate(out, processes) });
    }
    const folder = here ? out : set.folder;
    const before = () => rmSync(zip, { force: true });
    await row('7z', '`7z a -mx0 -tzip`, no digests', '7z', { command: storeZip(zip, folder), before });
  }

  async function ourRows() {
    const packed = await measure(
      { command: [...script('jobs/pack.mjs'), set.folder, zip], before: clean, after: heard('mbpack pack', true) },
      runs,
    );
    const less =
      (...names) =>
      (run) =>
        run.seconds - names.reduce((sum, name) => sum + reportOf(run)[name], 0) / 1000;
    add('pack', '**mbpack pack**: zip with SHA-256 + SM3, to the rename', packed, less('readBackMs'));
    add('pack', '… less its wait for the disk', packed, less('readBackMs', 'syncMs'));
    add('verify', '… its read-back alone', packed, (run) => reportOf(run).readBackMs / 1000);
    add('pack', '… all of it', packed, less());
    const alone = await measure(
      { command: [...script('jobs/pack.mjs'), set.folder, zip, 'sha256'], before: clean, after: heard('mbpack pack, SHA-256') },
      runs,
    );
    add('pack', '**mbpack pack, SHA-256 alone**: to the rename', alone, less());
    add('pack', '… less its wait for the disk', alone, less('syncMs'));
    await measure({ command: [...script('jobs/pack.mjs'), set.folder, zip], before: clean }, 1);
    await row('verify', '**mbpack verify** a zip', undefined, {
      command: [...script('jobs/verify.mjs'), zip],
      after: heard('mbpack verify'),
    });
    await measure({ command: [...script('jobs/unpack.mjs'), zip, out] }, 1);
    await row('verify', '**mbpack verify** a folder', undefined, {
      command: [...script('jobs/verify.mjs'), out],
      after: heard('mbpack verify folder'),
    });
    // A bag as others make it: what bagit.py is held against.
    for (const name of ['manifest-sm3.txt', 'tagmanifest-sm3.txt', 'tagmanifest-sha256.txt'])
      rmSync(join(out, readdirSync(out)[0] ?? '', name), { force: true });
    await row('verify', '**mbpack verify --bag** a folder, SHA-256 alone', undefined, {
      command: [...script('jobs/verify.mjs'), '--bag', out],
    });
  }

  /** In the order of the table's last columns. Packing is held against bagit.py create + 7z, verifying against validate. */
  function against(key) {
    const pair = (n) =>
      seconds[`create${n}`] === undefined || seconds['7z'] === undefined ? undefined : seconds[`create${n}`] + seconds['7z'];
    const bagit = key === 'pack' ? [pair(1), pair(2)] : key === 'verify' ? [seconds.validate1, seconds.validate2] : [];
    return [seconds.sha256, seconds.both, seconds.cp, ...bagit];
  }
}
