/** Lists without end are refused in little memory: read by the program as it was built, in a process of its own. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { put, scratch } from './fixture.ts';

const ROWS = 1_000_000;
const MOST_MEBIBYTES = 300;

/**
 * Reads the folder of the argument; prints codes and the most memory that it ever had, in KiB. Linux lets a child begin with the
 * maximum of the process that started it (getrusage); VmHWM is its own.
 */
const CHILD = `
  import { existsSync, readFileSync } from 'node:fs';
  const { checkAnyBag, checkBag, openBag, openDossier } = await import(${JSON.stringify(pathToFileURL(resolve('dist/dossier/disk/index.js')).href)});
  const [path, any] = process.argv.slice(1);
  const { findings } = any ? await checkAnyBag(openBag(path)) : await checkBag(openDossier(path));
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const most = Number(/^VmHWM:\\s*(\\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  console.log(JSON.stringify({ codes: [...new Set(findings.map(({ code }) => code))], most }));
`;

function read(folder: string, ...how: string[]): { readonly codes: readonly string[]; readonly most: number } {
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', CHILD, folder, ...how], { encoding: 'utf8' }));
}

function listOf(path: string, before: string, row: (number: string) => string, between: string, after: string): void {
  const file = openSync(path, 'w');
  writeSync(file, before);
  for (let i = 0; i < ROWS; i += 10_000) {
    const rows = Array.from({ length: 10_000 }, (_, j) => row(String(i + j).padStart(7, '0'))).join(between);
    writeSync(file, i === 0 ? rows : between + rows);
  }
  writeSync(file, after);
  closeSync(file);
}

let root: string;
beforeAll(() => {
  root = scratch();
  put(root, { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'data/evidence/a': 'x' });
  listOf(join(root, 'manifest-sha256.txt'), '', (n) => `${n.repeat(10).slice(0, 64)}  data/evidence/目录/${n}.jpg`, '\n', '\n');
});

test.each([
  ['as a dossier', []],
  ['as any bag', ['any']],
])('a manifest of a million rows, %s', (_, how) => {
  const { codes, most } = read(root, ...how);
  expect(codes).toContain('DOSSIER_TOO_MANY');
  expect(most / 1024).toBeLessThan(MOST_MEBIBYTES);
});
