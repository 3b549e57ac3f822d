/** The example as a dossier, built once a run of tests by whichever file asks first. Read it; what is to be spoilt is copied. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { unzip } from '../unzipped.ts';
import { AT, GOOD, mbpack } from './run.ts';

export interface Built {
  readonly zip: string;
  /** The bag, unpacked. */
  readonly bag: string;
  /** Total check value. */
  readonly fingerprint: string;
}

const EXAMPLES = {
  挂床住院: { dir: GOOD, at: AT },
  冒名就医: { dir: join(GOOD, '../冒名就医'), at: '2026-06-09T15:00:00+08:00' },
} as const;

export async function built(name: keyof typeof EXAMPLES = '挂床住院'): Promise<Built> {
  const folder = join(inject('shared'), name);
  const told = join(folder, 'told.json');
  if (made(folder)) {
    const { dir, at } = EXAMPLES[name];
    const zip = join(folder, '案卷.zip');
    const { exit, out, err } = await mbpack('build', dir, '-o', zip, '--at', at, '--json');
    const { fingerprint } = JSON.parse(out) as { fingerprint: string };
    const text = JSON.stringify(exit === 0 ? { zip, bag: unzip(zip, folder), fingerprint } : { failed: out + err });
    writeFileSync(`${told}.part`, text);
    renameSync(`${told}.part`, told);
  }
  while (!existsSync(told)) await new Promise((tick) => setTimeout(tick, 50));
  const result = JSON.parse(readFileSync(told, 'utf8')) as Built & { readonly failed?: string };
  expect(result.failed).toBeUndefined();
  return result;
}

/** Whether the folder is ours to fill. */
function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
