/** Which program this is: one digest over its own files, so that a record says with what something was checked. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths } from '../model/index.ts';
import { OWN_FILES, OWN_LIST, PROGRAM_ROOT } from './place.ts';

export interface ProgramDigest {
  readonly sha256: string;
  readonly files: number;
  /** The published list of which this is the SHA-256, by its name in SHA256SUMS. */
  readonly list: string;
}

/**
 * The page of verification is another program, which lies in `dist/` only where it was built: under its name, its digest beside it, and for a
 * moment what is written before it is renamed.
 */
const NOT_OWN = /^dist\/verify\.html/;

/** SHA-256 of the list of the program's own files. */
export function programDigest(root = PROGRAM_ROOT, own = OWN_FILES): ProgramDigest {
  const lines = programList(root, own);
  return { sha256: sha256Of(lines.join('')), files: lines.length, list: OWN_LIST };
}

/** Lines `<sha256>  <path>\n`, as sha256sum writes and checks them, in byte order of the paths. */
export function programList(root: string, own: readonly string[]): readonly string[] {
  const paths = own.flatMap((name) => filesBelow(root, name)).filter((path) => !NOT_OWN.test(path));
  return paths.sort(comparePaths).map((path) => `${sha256Of(readFileSync(join(root, path)))}  ${path}\n`);
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
