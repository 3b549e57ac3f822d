/** Ctrl-C, a full disk, files that change or cannot be read, in mid-build: nothing half-written is left. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chainFaults } from '../../src/model/index.ts';
import { LONGER } from '../hangs.ts';
import { contentsOf } from '../tree.ts';
import { MIB, withBigFile } from './big-file.ts';
import { killedAt } from './kill-at.ts';
import { AT, cleanUp, codes, copyOf, GOOD, mbpack, scratch, spawned } from './run.ts';

afterAll(cleanUp);

/** Until the build has begun to write, or has ended without. */
async function started(out: string, exited: Promise<number | null>): Promise<void> {
  let over = false;
  void exited.then(() => {
    over = true;
  });
  while (!over && readdirSync(out).length === 0) await new Promise((tick) => setTimeout(tick, 20));
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s in mid-build: exit 130, no file left', async (signal) => {
  const out = scratch();
  const run = spawn(process.execPath, [resolve('bin/mbpack.js'), 'build', withBigFile(4096 * MIB), '-o', join(out, 'a.zip'), '--at', AT], {
    stdio: 'ignore',
  });
  const exited = new Promise<number | null>((done) => run.on('exit', (code) => done(code)));
  await started(out, exited);
  await new Promise((tick) => setTimeout(tick, 300));
  run.kill(signal);
  expect(await exited).toBe(130);
  expect(readdirSync(out)).toEqual([]);
});

test('Ctrl-C in mid-verify: exit 130, never a clean verdict', async () => {
  const zip = join(scratch(), 'a.zip');
  // Of a large file, so that it reads long after it has told that it reads.
  expect((await mbpack('build', withBigFile(256 * MIB), '-o', zip, '--at', AT, '--no-readback')).exit).toBe(0);
  const argv = [resolve('bin/mbpack.js'), 'verify', zip, '--json-progress'];
  for (const lines of [0, 1, 2]) {
    const run = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    const exited = new Promise<number | null>((done) => run.on('close', (code) => done(code)));
    let [out, err] = ['', ''];
    run.stdout.on('data', (chunk) => {
      out += chunk;
    });
    let struck = false;
    const strike = (): void => {
      if (!struck && err.split('\n').length > lines) struck = run.kill('SIGINT');
    };
    run.stderr.on('data', (chunk) => {
      err += chunk;
      strike();
    });
    strike();
    // Null: the signal came before the program had begun to listen.
    expect(lines === 0 ? [130, null] : [130]).toContain(await exited);
    expect(out).toBe('');
  }
});

/** So many runs are killed; .ci/run kills 100, and a machine that is left alone may do more (MBPACK_KILLS). */
const KILLS = Number(process.env.MBPACK_KILLS ?? 12);
/** So many at once, each on a case of its own. */
const SIDE_BY_SIDE = 2;

/** Starts a program and kills it: some time after its start, or a little after it has made its first file in `watched`. */
async function killed(
  argv: readonly string[],
  signal: NodeJS.Signals,
  moment: { after: number; watched?: string },
): Promise<{ readonly exit: number | null; readonly pid: number | undefined }> {
  const run = spawn(process.execPath, argv, { stdio: 'ignore' });
  const exited = new Promise<number | null>((done) => run.on('exit', (code) => done(code)));
  const before = moment.watched === undefined ? 0 : readdirSync(moment.watched).length;
  if (moment.watched !== undefined) {
    let over = false;
    void exited.then(() => {
      over = true;
    });
    while (!over && readdirSync(moment.watched).length === before) await new Promise((tick) => setTimeout(tick, 1));
  }
  await new Promise((tick) => setTimeout(tick, moment.after));
  run.kill(signal);
  return { exit: await exited, pid: run.pid };
}

/** What each of the tests has of them. */
const SHARE = { collect: Math.ceil(KILLS * 0.5), pack: Math.ceil(KILLS * 0.44), build: Math.ceil(KILLS * 0.06) };
const SIGNALS = ['SIGKILL', 'SIGKILL', 'SIGINT', 'SIGTERM'] as const;
const TWO = ['--by', '周某甲/99010001', '--by', '梁某乙/99010002'];

/** A random moment for each kill. */
async function sideBySide(kills: number, work: (line: number, signal: NodeJS.Signals, random: number) => Promise<void>): Promise<void> {
  let left = kills;
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, async (_, line) => {
      while (left-- > 0) await work(line, SIGNALS[left % SIGNALS.length] as NodeJS.Signals, Math.random());
    }),
  );
}

/** A case of a few files: nearly all of a run is reading them and writing the log. */
function smallCase(): string {
  const dir = join(scratch(), '案件');
  mkdirSync(join(dir, 'evidence'), { recursive: true });
  for (const name of ['一.txt', '二.txt', '三.txt']) writeFileSync(join(dir, 'evidence', name), name.repeat(1000));
  return dir;
}

test(`collect, killed ${SHARE.collect} times at any moment: no line lost, no line twice, no run held up by the one before`, {
  timeout: LONGER.kills,
}, async () => {
  const dirs = Array.from({ length: SIDE_BY_SIDE }, smallCase);
  const logs = dirs.map(() => '');
  const fixed = dirs.map(() => 3);
  await sideBySide(SHARE.collect, async (line, signal, random) => {
    const dir = dirs[line] as string;
    const log = join(dir, 'custody.jsonl');
    const name = `新${fixed[line]}.txt`;
    writeFileSync(join(dir, 'evidence', name), name);
    fixed[line] = (fixed[line] as number) + 1;
    const moment = random < 0.5 ? { after: random * 2 * 450 } : { after: (random - 0.5) * 8, watched: dir };
    await killed([resolve('bin/mbpack.js'), 'collect', dir, '--item', 'E001', ...TWO], signal, moment);
    const after = existsSync(log) ? readFileSync(log, 'utf8') : '';
    expect(after.startsWith(logs[line] as string)).toBe(true);
    const lines = after.split('\n');
    expect(lines.pop()).toBe('');
    expect(chainFaults(lines)).toEqual([]);
    logs[line] = after;
  });
  for (const dir of dirs) {
    // By the machine's clock, as the runs before it.
    const { exit, err } = spawned(['collect', dir, '--item', 'E001', ...TWO]);
    expect([exit, err]).toEqual([0, expect.any(String)]);
    expect(readdirSync(dir).sort()).toEqual(['custody.jsonl', 'evidence']);
    const lines = readFileSync(join(dir, 'custody.jsonl'), 'utf8').trimEnd().split('\n');
    expect(chainFaults(lines)).toEqual([]);
    const paths = lines.flatMap((text) => (JSON.parse(text) as { digests: { path: string }[] }).digests.map(({ path }) => path));
    expect(paths.sort()).toEqual(readdirSync(join(dir, 'evidence')).sort());
  }
});

test(`the packer alone, killed ${SHARE.pack} times at any moment: a whole container or none, and the next run tidies up`, {
  timeout: LONGER.kills,
}, async () => {
  const evidence = scratch();
  for (const [i, size] of [5_000_000, 3_000_000, 2_000_000, 300, 300, 300].entries())
    writeFileSync(join(evidence, `${i}.bin`), new Uint8Array(size).fill(i));
  const job = (target: string): string[] => [resolve('bench/jobs/pack.mjs'), evidence, target];
  const whole = join(scratch(), 'whole.zip');
  execFileSync(process.execPath, job(whole));
  const expected = readFileSync(whole);
  const outs = Array.from({ length: SIDE_BY_SIDE }, scratch);
  await sideBySide(SHARE.pack, async (line, _, random) => {
    const out = outs[line] as string;
    await killed(job(join(out, 'a.zip')), 'SIGKILL', { after: random * 120, watched: out });
    const names = readdirSync(out).filter((name) => !name.endsWith('.part'));
    expect([[], ['a.zip']]).toContainEqual(names);
    for (const name of names) {
      expect(readFileSync(join(out, name)).equals(expected)).toBe(true);
      rmSync(join(out, name));
    }
    // Each run clears away what the one before it left.
    expect(readdirSync(out).length).toBeLessThanOrEqual(1);
  });
  for (const out of outs) {
    execFileSync(process.execPath, job(join(out, 'a.zip')));
    expect(readdirSync(out)).toEqual(['a.zip']);
  }
});

test(`build, killed ${SHARE.build} times at any moment: a whole dossier under its name or none, and the next run tidies up`, {
  timeout: LONGER.kills,
}, async () => {
  const whole = join(scratch(), 'whole.zip');
  expect((await mbpack('build', GOOD, '-o', whole, '--at', AT, '-q')).exit).toBe(0);
  const expected = readFileSync(whole);
  const outs = Array.from({ length: Math.min(SIDE_BY_SIDE, SHARE.build) }, scratch);
  const argv = (target: string): string[] => [resolve('bin/mbpack.js'), 'build', GOOD, '-o', target, '--at', AT, '-q'];
  // One moment that is sure, whatever chance does: all is written, nothing is on the disk.
  for (const out of outs) {
    expect(spawnSync(process.execPath, [...killedAt('fsync'), ...argv(join(out, 'a.zip'))]).signal).toBe('SIGKILL');
    expect(readdirSync(out).map((name) => name.replace(/^mbpack-.*\.part$/, 'mbpack-….part'))).toEqual(['mbpack-….part']);
  }
  await sideBySide(SHARE.build, async (line, signal, random) => {
    const out = outs[line % outs.length] as string;
    const target = join(out, 'a.zip');
    const moment = random < 0.3 ? { after: random * 8000 } : { after: (random - 0.3) * 4500, watched: out };
    const { exit, pid } = await killed(argv(target), signal, moment);
    const names = readdirSync(out);
    // Only what nobody could clear away is left, and only under a temporary name: by this run nothing, when it could end by itself.
    if (exit === 130) expect(names.filter((name) => name.endsWith('.part') && name.includes(`-${pid}-`))).toEqual([]);
    if (names.includes('a.zip')) {
      expect(readFileSync(target).equals(expected)).toBe(true);
      for (const name of names.filter((n) => !n.endsWith('.part'))) rmSync(join(out, name));
    } else expect(names.filter((name) => !name.endsWith('.part'))).toEqual([]);
  });
  for (const out of outs) {
    const parts = readdirSync(out).length;
    const { exit, codes: told } = await codes('build', GOOD, '-o', join(out, 'a.zip'), '--at', AT);
    expect(exit).toBe(0);
    expect(told.includes('LEFTOVERS_REMOVED')).toBe(parts > 0);
    expect(readdirSync(out).sort()).toEqual(['a.zip', 'a.交接登记表.pdf', 'a.校验单.pdf'].sort());
    expect(readFileSync(join(out, 'a.zip')).equals(expected)).toBe(true);
  }
});

test('no place for the slip: the dossier is not there either', async () => {
  const out = scratch();
  mkdirSync(join(out, 'a.校验单.pdf'));
  const { exit, codes: told } = await codes('build', GOOD, '-o', join(out, 'a.zip'), '--at', AT);
  expect([exit, told.includes('TARGET_NOT_WRITABLE'), readdirSync(out)]).toEqual([2, true, ['a.校验单.pdf']]);
});

test('a target name that only the slip makes too long is refused before anything is read', async () => {
  const out = scratch();
  const { exit, codes: told } = await codes('build', GOOD, '-o', join(out, `${'a'.repeat(250)}.zip`), '--at', AT, '-f');
  expect([exit, ...told.filter((code) => code.startsWith('TARGET'))]).toEqual([2, 'TARGET_NOT_WRITABLE']);
  expect(readdirSync(out)).toEqual([]);
});

test.each([
  ['over a form', (dir: string) => ['-o', join(dir, 'case.yaml'), '-f', '--only', 'approval']],
  ['over evidence', (dir: string) => ['-o', firstFile(dir), '-f', '--only', 'approval']],
  ['into evidence', (dir: string) => ['-o', join(dir, 'evidence', 'a.zip'), '-f']],
  ['a dossier beside the forms', (dir: string) => ['-o', join(dir, 'a.zip')]],
  ['a dossier into a folder of its own', (dir: string) => ['-o', join(dir, '成卷', 'a.zip')]],
  ['drafts into signed', (dir: string) => ['-o', join(dir, 'signed'), '-f', '--draft']],
  [
    'through a link',
    (dir: string) => {
      symlinkSync(dir, join(dir, '..', 'link'));
      return ['-o', join(dir, '..', 'link', 'evidence', 'a.zip'), '-f'];
    },
  ],
])('output %s of the case: refused, nothing changed', async (_, options) => {
  const dir = copyOf();
  const before = contentsOf(dir);
  expect(await codes('build', dir, '--at', AT, ...options(dir))).toMatchObject({
    exit: 2,
    codes: expect.arrayContaining(['TARGET_IN_CASE']),
  });
  expect(contentsOf(dir)).toEqual(before);
});

test.each([
  ['drafts', (dir: string) => ['-o', join(dir, '草稿'), '--draft']],
  ['one document', (dir: string) => ['-o', join(dir, '审批表.pdf'), '--only', 'approval']],
])('output inside the case that is no dossier: %s', async (_, options) => {
  const dir = copyOf();
  expect((await codes('build', dir, '--at', AT, ...options(dir))).exit).toBe(0);
  expect(existsSync(options(dir)[1] as string)).toBe(true);
});

test('evidence that grows while it is read stops the build', async () => {
  const dir = withBigFile(256 * MIB);
  const out = scratch();
  const argv = ['build', dir, '-o', join(out, 'a.zip'), '--at', AT, '--json', '--json-progress'];
  const run = spawn(process.execPath, [resolve('bin/mbpack.js'), ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  run.stdout.on('data', (chunk) => {
    text += chunk;
  });
  let grown = false;
  let told = '';
  run.stderr.on('data', (chunk) => {
    told += chunk;
    // More than all other evidence together: it is this file that is being read.
    const done = Number(/.*"done":(\d+)/s.exec(told)?.[1] ?? 0);
    if (!grown && done > 64 * MIB) appendFileSync(join(dir, 'evidence', '镜像.img'), 'x');
    grown ||= done > 64 * MIB;
  });
  const exited = new Promise<number | null>((done) => run.on('close', (code) => done(code)));
  expect([await exited, grown]).toEqual([1, true]);
  expect(text).toContain('EVIDENCE_CHANGED');
  expect(readdirSync(out)).toEqual([]);
});

test('an unreadable file: exit 2, by name', () => {
  const dir = copyOf();
  const file = readdirSync(join(dir, 'evidence'), { recursive: true, withFileTypes: true }).find((e) => e.isFile());
  if (!file) throw new Error('no evidence');
  const path = join(file.parentPath, file.name);
  for (const entry of [dir, ...readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))])
    chmodSync(entry, statSync(entry).isDirectory() ? 0o755 : 0o644);
  chmodSync(path, 0);
  // Root reads everything: the build runs as nobody.
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const out = scratch();
  for (const folder of [out, join(dir, '..')]) chmodSync(folder, 0o777);
  const run = spawnSync(process.execPath, [resolve('bin/mbpack.js'), 'build', dir, '-o', join(out, 'a.zip'), '--at', AT, '--json'], {
    encoding: 'utf8',
    ...asNobody,
  });
  chmodSync(path, 0o644);
  expect(run.stdout).toContain('EVIDENCE_UNREADABLE');
  expect(run.stdout).toContain(file.name);
  expect([1, 2]).toContain(run.status);
  expect(readdirSync(out)).toEqual([]);
});

test.each([
  ['a link out of the case', (dir: string) => symlinkSync('/etc/passwd', join(dir, 'evidence', '链接.txt')), 'EVIDENCE_IS_LINK'],
  ['a folder that is a link', (dir: string) => symlinkSync('/etc', join(dir, 'evidence', '链接')), 'EVIDENCE_IS_LINK'],
  ['an unlisted file', (dir: string) => writeFileSync(join(dir, 'evidence', '多余.txt'), 'x'), 'EVIDENCE_FILE_UNLISTED'],
  ['Thumbs.db', (dir: string) => writeFileSync(join(dir, 'evidence', 'Thumbs.db'), 'x'), 'EVIDENCE_FILE_JUNK'],
  ['a listed file that is missing', (dir: string) => rmSync(firstFile(dir)), 'EVIDENCE_FILE_MISSING'],
  ['a file changed since collection', (dir: string) => changeKeepingTime(firstFile(dir)), 'COLLECT_DIGEST_DIFFERS'],
])('%s stops the build', async (_, spoil, code) => {
  const dir = copyOf();
  spoil(dir);
  const out = scratch();
  const { exit, codes: found } = await codes('build', dir, '-o', join(out, 'a.zip'), '--at', AT);
  expect(exit).toBe(1);
  expect(found).toContain(code);
  expect(readdirSync(out)).toEqual([]);
});

function firstFile(dir: string): string {
  const entry = readdirSync(join(dir, 'evidence'), { recursive: true, withFileTypes: true }).find((e) => e.isFile());
  if (!entry) throw new Error('no evidence');
  return join(entry.parentPath, entry.name);
}

function changeKeepingTime(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  writeFileSync(path, bytes);
  utimesSync(path, 0, 0);
}
