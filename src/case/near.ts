/** What was given in the place of a case folder, and the case that was probably meant. */

import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Fault, fault } from '../model/index.ts';

/** A folder of more folders than these is no folder of a few cases. */
const MOST_CHILDREN = 200;

/** NOT_A_CASE_FOLDER of a path that cannot be listed: nothing is there, or a file, which may be a dossier. */
export function notACaseFolder(path: string, cause?: unknown): Fault {
  if (!isFile(path)) return fault('NOT_A_CASE_FOLDER', 2, { path, found: 'nothing' }, {}, cause);
  if (/\.zip$/i.test(path)) return fault('NOT_A_CASE_FOLDER', 2, { path, found: 'packed' }, {}, cause);
  return fault('NOT_A_CASE_FOLDER', 2, { path, found: 'file', ...caseNear(path) }, {}, cause);
}

/** The only folder inside with a case form, else the nearest one around; spelled from where the user stands. */
export function caseNear(path: string): { readonly near?: string } {
  if (hasCaseForm(path)) return {};
  const inside = childrenOf(path)
    .map((name) => join(path, name))
    .filter(hasCaseForm);
  if (inside.length === 1) return { near: inside[0] as string };
  for (let at = path; resolve(at) !== resolve(at, '..'); at = join(at, '..')) {
    const around = join(at, '..');
    if (hasCaseForm(around)) return { near: around };
  }
  return {};
}

function childrenOf(path: string): readonly string[] {
  try {
    const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.length > MOST_CHILDREN ? [] : folders.map(({ name }) => name);
  } catch {
    return [];
  }
}

/** A link in a circle, a name that is too long: no file either. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What cannot be listed is not named. */
function hasCaseForm(path: string): boolean {
  try {
    return readdirSync(path).some((name) => /^case\.(?:ya?ml|json|xlsx)$/i.test(name));
  } catch {
    return false;
  }
}
