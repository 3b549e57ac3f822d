/** What `npm run bundle` made, where no node_modules can be reached: the same bytes and the same answers as the program itself. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentText } from '../../dist/documents/index.js';
import { sha256Hex } from '../../src/model/index.ts';
import { AT, cleanUp, GOOD, mbpack } from '../cli/run.ts';

const away = mkdtempSync(join(tmpdir(), 'mbpack-bundle-test-'));
const program = join(away, 'program');
const cwd = join(away, '别处');
/** Larger than what one thread reads. */
const LARGE = 40 << 20;

beforeAll(async () => {
  cpSync(resolve('dist-bundle'), program, { recursive: true });
  mkdirSync(join(cwd, '袋/data'), { recursive: true });
  expect((await mbpack('build', GOOD, '-o', join(cwd, 'own.zip'), '--at', AT)).exit).toBe(0);
  writeFileSync(join(cwd, '袋/data/a'), '');
  truncateSync(join(cwd, '袋/data/a'), LARGE);
  writeFileSync(join(cwd, '袋/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  writeFileSync(join(cwd, '袋/manifest-sha256.txt'), `${sha256Hex(new Uint8Array(LARGE))}  data/a\n`);
});
afterAll(() => {
  rmSync(away, { recursive: true });
  cleanUp();
});

/** Node and the system, and nothing else of this machine. */
const env = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };

test('the page of verification lies beside it, with its digest', () => {
  const [digest, name] = readFileSync(join(program, 'verify.html.sha256'), 'utf8').trim().split('  ');
  expect([name, sha256Hex(readFileSync(join(program, 'verify.html')))]).toEqual(['verify.html', digest]);
});

test('the guide is one that old Notepad shows, and names only files that are there', () => {
  const guide = readFileSync(join(program, '使用说明.txt'), 'utf8');
  expect([guide[0], /[^\r]\n/.test(guide), sums().has('使用说明.txt')]).toEqual(['\ufeff', false, true]);
  const there = readdirSync(program);
  for (const [name = ''] of guide.matchAll(/verify\.html(?:\.sha256)?|mbpack(?:\.cjs|-windows-x64\.zip)|SHA256SUMS|assets/g))
    expect(there).toContain(name);
});

/** Of SHA256SUMS. */
const sums = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(join(program, 'SHA256SUMS'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );

test('SHA256SUMS names every file but itself, and sha256sum agrees', () => {
  const { status, stderr } = spawnSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: program, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const files = readdirSync(program, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(program, join(entry.parentPath, entry.name)));
  expect([...sums().keys(), 'SHA256SUMS'].sort()).toEqual(files.sort());
});

test.each(['mbpack.cjs', 'mbpack'])('%s.sha256: sha256sum agrees', (name) => {
  expect(spawnSync('sha256sum', ['-c', '--strict', '--status', `${name}.sha256`], { cwd: program }).status).toBe(0);
});

describe.each([
  ['one file', [process.execPath, join(program, 'mbpack.cjs')]],
  ['executable', [join(program, 'mbpack')]],
])('%s', (name, [command = '', ...first]) => {
  const run = (...argv: string[]): { exit: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(command, [...first, ...argv], { cwd, env, encoding: 'utf8' });
    return { exit: status, out: stdout, err: stderr };
  };

  test('builds the example to the byte', () => {
    expect(run('build', GOOD, '-o', `${name}.zip`, '--at', AT)).toMatchObject({ exit: 0 });
    expect(readFileSync(join(cwd, `${name}.zip`)).equals(readFileSync(join(cwd, 'own.zip')))).toBe(true);
  });

  test('verifies it, compares its documents, and records which program did', async () => {
    const { exit, out } = run('verify', 'own.zip', '--report', `${name}.pdf`, '--json');
    expect([exit, JSON.parse(out)]).toMatchObject([0, { ok: true, answers: { intact: 'yes', documents: 'same' } }]);
    const text = (await documentText(readFileSync(join(cwd, `${name}.pdf`)))).replace(/\s/g, '');
    const list = `${basename(first.at(-1) ?? command)}.sha256`;
    expect(text).toContain(list);
    expect(text).toContain(sums().get(list));
  });

  test('finds a changed byte', () => {
    const bytes = readFileSync(join(cwd, 'own.zip'));
    const spot = bytes.length >> 1;
    bytes[spot] = (bytes[spot] as number) ^ 1;
    writeFileSync(join(cwd, 'changed.zip'), bytes);
    expect(run('verify', 'changed.zip').exit).toBe(1);
  });

  test('digests in threads', () => {
    expect(run('verify', '--bag', '袋')).toMatchObject({ exit: 0 });
  });

  test.each([
    [['--version'], 0],
    [['schema', 'case'], 0],
    [['templates', 'list'], 0],
    [['check', resolve('examples/错误示例'), '--json', '--at', AT], 1],
  ])('%j: as the program itself', async (argv, exit) => {
    const own = await mbpack(...argv);
    expect(run(...argv)).toMatchObject({ exit, out: own.out });
  });

  test('serves the preview with the library of its page', async () => {
    const server = spawn(command, [...first, 'preview', GOOD, '--at', AT], { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const address = await new Promise<string>((settle, fail) => {
        let said = '';
        server.once('exit', () => fail(new Error('ended')));
        server.stdout.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          const found = /http:\S+\//.exec(said)?.[0];
          if (found) settle(found);
        });
      });
      for (const file of ['', 'main.js', 'pdfjs.worker.js']) expect((await fetch(address + file)).status).toBe(200);
    } finally {
      server.kill('SIGINT');
    }
  });
});

test('what it holds of others is named with its licence', () => {
  const text = readFileSync(join(program, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const part of ['pdfjs-dist', 'fontkit', 'handlebars', 'noto-serif-sc', 'LXGW', 'SIL OPEN FONT LICENSE'])
    expect(text).toContain(part);
});

test('the file names no folder of the machine that made it', () => {
  expect(readFileSync(join(program, 'mbpack.cjs'), 'utf8')).not.toContain(resolve('.'));
});
