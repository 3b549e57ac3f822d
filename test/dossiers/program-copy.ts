/** The program as another release would be: a copy with other templates, started as a process of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratch } from '../cli/run.ts';

const COPIED = ['bin', 'dist', 'schemas', 'package.json'];
/** Megabytes that no release changes. */
const LINKED = ['node_modules', 'templates/fonts'];

/** Folder of the copy. */
export function programCopy(): string {
  const dir = join(scratch(), 'mbpack');
  for (const path of COPIED) cpSync(resolve(path), join(dir, path), { recursive: true });
  cpSync(resolve('templates'), join(dir, 'templates'), { recursive: true, filter: (path) => path !== resolve('templates/fonts') });
  for (const path of LINKED) symlinkSync(resolve(path), join(dir, path), 'junction');
  return dir;
}

export interface Said {
  readonly exit: number | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly args: Readonly<Record<string, unknown>> }[];
}

export function verifyWith(program: string, ...argv: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(program, 'bin/mbpack.js'), '--json', 'verify', ...argv], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return { exit: status, ...(JSON.parse(stdout) as Omit<Said, 'exit'>) };
}

export const above = ({ findings }: Said): readonly string[] =>
  findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
