/** A case folder on disk as a Source. Only top-level files are read here; evidence is never loaded into memory. */
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePaths, Fault, fault, type Source } from '../model/index.ts';
import { sizeLimit } from './form-files.ts';
import { caseNear, notACaseFolder } from './near.ts';
import { shown } from './shown.ts';

/**
 * Opens a case folder. Throws NOT_A_CASE_FOLDER (2) when there is no such folder, CASE_FORM_ABSENT (1) when it holds no
 * case form, unless `bare`. `read` throws FORM_IS_LINK or FORM_TOO_LARGE (1), FORM_UNREADABLE (2).
 */
export function folderSource(dir: string, { bare = false } = {}): Source {
  const label = /[/\\]$/.test(dir) ? dir : `${dir}/`;
  const names = topLevelFiles(dir);
  if (!bare && !names.some((name) => /^case\./i.test(name))) throw fault('CASE_FORM_ABSENT', 1, { path: dir, ...caseNear(dir) });
  return {
    fileOf: (name) => `${label}${name}`,
    names,
    read: (name) => (names.includes(name) ? readForm(join(dir, name), `${label}${name}`, sizeLimit(name)) : undefined),
  };
}

/** Names as they are on disk; everything that is no folder, so that a link in the place of a form is refused and not overlooked. */
function topLevelFiles(dir: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(dir, { withFileTypes: true });
  } catch (error) {
    throw isErrno(error, 'EACCES', 'EPERM')
      ? fault('FORM_UNREADABLE', 2, { file: dir, reason: reasonOf(error) }, {}, error)
      : notACaseFolder(dir, error);
  }
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort(comparePaths);
}

function readForm(path: string, file: string, limit: number): Uint8Array {
  const at = { file };
  try {
    const stat = lstatSync(path);
    if (!stat.isFile()) throw fault('FORM_IS_LINK', 1, { file: shown(file) }, { at });
    if (stat.size > limit) throw fault('FORM_TOO_LARGE', 1, { size: stat.size, limit }, { at });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw fault('FORM_UNREADABLE', 2, { file, reason: reasonOf(error) }, { at }, error);
  }
}

export function isErrno(error: unknown, ...codes: string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

/** `EACCES`, `EBUSY` …: what the system said, for a sentence. */
export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
