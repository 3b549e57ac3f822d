/** Which program this is: one digest over its own files, so that a record says with what something was checked. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths } from '../model/index.ts';
import { BESIDE, OWN_FILES, PROGRAM_ROOT } from './place.ts';

export interface ProgramDigest {
  readonly sha256: string;
  readonly files: number;
}

/**
 * SHA-256 of the lines `<sha256>  <path>\n` of the program's own files, in byte order of their paths. What is made of the program
 * and put beside it is none of them: the same program has one digest, whether its page was made, is being made at this moment, or not.
 */
export function programDigest(root = PROGRAM_ROOT, own = OWN_FILES): ProgramDigest {
  const paths = own
    .flatMap((name) => filesBelow(root, name))
    .filter((path) => !BESIDE.some((start) => path.startsWith(start)))
    .sort(comparePaths);
  const lines = paths.map((path) => `${sha256Of(readFileSync(join(root, path)))}  ${path}\n`);
  return { sha256: sha256Of(lines.join('')), files: paths.length };
}

function filesBelow(root: string, name: string): readonly string[] {
  const whole = join(root, name);
  if (!statSync(whole, { throwIfNoEntry: false })?.isDirectory()) return [name];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '.').length).replaceAll('\\', '/').replace(/^\/+/, ''));
}

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
