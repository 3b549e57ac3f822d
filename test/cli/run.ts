/** Runs the command line in this process, or as a process of its own where that is the point. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../dist/cli/main.js';

export const GOOD = resolve('examples/挂床住院');
export const WRONG = resolve('examples/错误示例');
/** Within the 24 hours after the approval of both examples' reports. */
export const AT = '2026-09-15T14:00:00+08:00';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** In-process: the same `main` as the program. */
export async function mbpack(...argv: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main({
    argv,
    env: {},
    stdout: { write: (t: string) => void out.push(t), isTTY: false, columns: 80 },
    stderr: { write: (t: string) => void err.push(t), isTTY: false, columns: 80 },
    now: () => Date.parse(AT),
    onInterrupt: () => () => undefined,
  });
  return { exit, out: out.join(''), err: err.join('') };
}

/** In this process, as if it stood in another folder. */
export async function mbpackIn(cwd: string, ...argv: string[]): Promise<Ran> {
  const here = process.cwd();
  process.chdir(cwd);
  try {
    return await mbpack(...argv);
  } finally {
    process.chdir(here);
  }
}

/** As a process of its own. */
export function spawned(argv: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Ran {
  const run = spawnSync(process.execPath, [resolve('bin/mbpack.js'), ...argv], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return { exit: run.status ?? -1, out: run.stdout, err: run.stderr };
}

export interface JsonFinding {
  readonly code: string;
  readonly rule?: string;
  readonly severity: string;
  readonly args: unknown;
  readonly at?: { readonly file?: string; readonly pointer?: string; readonly line?: number; readonly entry?: string };
}

export async function codes(...argv: string[]): Promise<{ exit: number; findings: JsonFinding[]; codes: string[] }> {
  const { exit, out } = await mbpack('--json', ...argv);
  const { findings } = JSON.parse(out) as { findings: JsonFinding[] };
  return { exit, findings, codes: findings.map((f) => f.code) };
}

const made: string[] = [];

export function scratch(): string {
  const dir = mkdtempSync(join(tmpdir(), 'mbpack-test-'));
  made.push(dir);
  return dir;
}

/** A copy of the good example that a scenario may spoil. */
export function copyOf(example = GOOD): string {
  const dir = join(scratch(), '案件');
  cpSync(example, dir, { recursive: true });
  return dir;
}

/** Takes out what was signed: another pack prints other papers, and a process that starts anew is spared the look at scans. */
export function unsigned(dir: string): string {
  rmSync(join(dir, 'signed'), { recursive: true });
  for (const name of ['transfer', 'investigation']) {
    const form = join(dir, `${name}.yaml`);
    writeFileSync(form, readFileSync(form, 'utf8').replace(/^signedScan:\n(?: {2}.*\n)+/m, ''));
  }
  return dir;
}

export function cleanUp(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}
