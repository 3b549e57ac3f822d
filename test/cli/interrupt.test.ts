/** Ctrl-C, a full disk, files that change or cannot be read, in mid-build: nothing half-written is left. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { AT, cleanUp, codes, copyOf, GOOD, mbpack, scratch } from './run.ts';

afterAll(cleanUp);

const MIB = 1 << 20;

/** Adds a file of `size` bytes to the example and lists it. */
function withBigFile(size: number): string {
  const dir = copyOf();
  const fd = openSync(join(dir, 'evidence', '镜像.img'), 'w');
  ftruncateSync(fd, size);
  closeSync(fd);
  const list = join(dir, 'evidence.yaml');
  const text = readFileSync(list, 'utf8');
  const at = text.indexOf('    files:\n') + '    files:\n'.length;
  writeFileSync(list, `${text.slice(0, at)}      - path: 镜像.img\n${text.slice(at)}`);
  return dir;
}

/** Until the build has begun to write, or has ended without. */
async function started(out: string, exited: Promise<number | null>): Promise<void> {
  let over = false;
  void exited.then(() => {
    over = true;
  });
  while (!over && readdirSync(out).length === 0) await new Promise((tick) => setTimeout(tick, 20));
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s in mid-build: exit 130, no file left', { timeout: 120_000 }, async (signal) => {
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

test('Ctrl-C in mid-verify: exit 130, never a clean verdict', { timeout: 120_000 }, async () => {
  const zip = join(scratch(), 'a.zip');
  await mbpack('build', GOOD, '-o', zip, '--at', AT);
  for (const delay of [200, 600, 1000]) {
    const run = spawn(process.execPath, [resolve('bin/mbpack.js'), 'verify', zip], { stdio: 'ignore' });
    const exited = new Promise<number | null>((done) => run.on('exit', (code) => done(code)));
    await new Promise((tick) => setTimeout(tick, delay));
    run.kill('SIGINT');
    // Null: the signal came before the program had begun to listen.
    expect([130, null]).toContain(await exited);
  }
});

test.each([
  ['over a form', (dir: string) => ['-o', join(dir, 'case.yaml'), '-f', '--only', 'approval']],
  ['over evidence', (dir: string) => ['-o', firstFile(dir), '-f', '--only', 'approval']],
  ['into evidence', (dir: string) => ['-o', join(dir, 'evidence', 'a.zip'), '-f']],
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
  const before = execFileSync('bash', ['-c', 'find . -type f -print0 | sort -z | xargs -0 sha256sum'], { cwd: dir, encoding: 'utf8' });
  expect(await codes('build', dir, '--at', AT, ...options(dir))).toMatchObject({
    exit: 2,
    codes: expect.arrayContaining(['TARGET_IN_CASE']),
  });
  expect(execFileSync('bash', ['-c', 'find . -type f -print0 | sort -z | xargs -0 sha256sum'], { cwd: dir, encoding: 'utf8' })).toBe(
    before,
  );
});

test('evidence that grows while it is read stops the build', { timeout: 120_000 }, async () => {
  const dir = withBigFile(1024 * MIB);
  const out = scratch();
  const run = spawn(process.execPath, [resolve('bin/mbpack.js'), 'build', dir, '-o', join(out, 'a.zip'), '--at', AT, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let text = '';
  run.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const exited = new Promise<number | null>((done) => run.on('exit', (code) => done(code)));
  await started(out, exited);
  await new Promise((tick) => setTimeout(tick, 200));
  appendFileSync(join(dir, 'evidence', '镜像.img'), 'x');
  expect(await exited).toBe(1);
  expect(text).toContain('EVIDENCE_CHANGED');
  expect(readdirSync(out)).toEqual([]);
});

test('a full disk: exit 2, no file left', { timeout: 120_000 }, () => {
  const dir = withBigFile(64 * MIB);
  const out = join(scratch(), 'small');
  mkdirSync(out);
  // A limit on the size of files stands in where a small file system cannot be mounted.
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', out]).status === 0;
  try {
    const limit = mounted ? '' : 'ulimit -f 8192; trap "" XFSZ; ';
    const run = spawnSync(
      'bash',
      [
        '-c',
        `${limit}exec "$0" "$@"`,
        process.execPath,
        resolve('bin/mbpack.js'),
        'build',
        dir,
        '-o',
        join(out, 'a.zip'),
        '--at',
        AT,
        '--json',
      ],
      { encoding: 'utf8' },
    );
    expect(run.status).toBe(2);
    expect(run.stdout).toMatch(/TARGET_DISK_FULL|TARGET_TOO_LARGE/);
    expect(readdirSync(out)).toEqual([]);
  } finally {
    if (mounted) execFileSync('umount', [out]);
  }
});

test('an unreadable file: exit 2, by name', () => {
  const dir = copyOf();
  const file = readdirSync(join(dir, 'evidence'), { recursive: true, withFileTypes: true }).find((e) => e.isFile());
  if (!file) throw new Error('no evidence');
  const path = join(file.parentPath, file.name);
  execFileSync('chmod', ['-R', 'a+rX', dir]);
  execFileSync('chmod', ['000', path]);
  // Root reads everything: the build runs as nobody.
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const out = scratch();
  execFileSync('chmod', ['777', out, join(dir, '..')]);
  const run = spawnSync(process.execPath, [resolve('bin/mbpack.js'), 'build', dir, '-o', join(out, 'a.zip'), '--at', AT, '--json'], {
    encoding: 'utf8',
    ...asNobody,
  });
  execFileSync('chmod', ['644', path]);
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
