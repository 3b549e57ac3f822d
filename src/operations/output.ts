/** Before anything is written: where it goes. */
import { accessSync, constants, existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, type PlatformPath, relative, resolve, sep } from 'node:path';
import { refuseDevice, standsThere } from '../dossier/write/index.ts';
import { Fault, fault } from '../model/index.ts';

/** @throws Fault TARGET_EXISTS, TARGET_NAME_RESERVED, TARGET_NOT_WRITABLE for a name that no file can have there */
export function refuseExisting(...targets: readonly string[]): void {
  for (const target of targets) if (standsThere(target)) throw fault('TARGET_EXISTS', 2, { target });
}

/** Folders of a case that only the officer fills, and the files at its root that are the case itself. */
const KEPT_FOLDERS = ['evidence', 'signed'];
const KEPT_FILE =
  /^(?:case|internal|transfer|investigation|receipt|items|evidence|records|supervision|correspondence)\.(?:ya?ml|json|xlsx)$|^custody\.jsonl$/i;

/** Nothing is ever written over a case, whatever `-f` says; and a folder is no file. @throws Fault TARGET_IN_CASE, TARGET_NOT_WRITABLE */
export function protectCase(dir: string, ...targets: readonly string[]): void {
  for (const target of targets) {
    const inside = insideOf(dir, target);
    if (inside === undefined) continue;
    const [top = ''] = inside.split(sep);
    if (KEPT_FOLDERS.includes(top.toLowerCase()) || (inside === top && KEPT_FILE.test(top))) throw fault('TARGET_IN_CASE', 2, { target });
  }
}

/** A dossier and its papers never stand in the folder that they were made of: what is handed over is not part of the case. @throws Fault TARGET_IN_CASE */
export function keepOutside(dir: string, ...targets: readonly string[]): void {
  for (const target of targets)
    if (insideOf(dir, target) !== undefined) throw fault('TARGET_IN_CASE', 2, { target, outside: join(dir, '..', basename(target)) });
}

/** The path from the case to a target inside it; links are followed, and the target need not be there. */
function insideOf(dir: string, target: string): string | undefined {
  const inside = relative(realPath(dir), join(realPath(dirname(resolve(target))), basename(target)));
  return inside === '' || inside.split(sep)[0] === '..' || isAbsolute(inside) ? undefined : inside;
}

/** @throws Fault TARGET_NOT_WRITABLE, TARGET_NAME_RESERVED */
export function refuseFolders(...targets: readonly string[]): void {
  for (const target of targets) {
    if (standsThere(target) && existsSync(target) && statSync(target).isDirectory())
      throw fault('TARGET_NOT_WRITABLE', 2, { target, reason: 'EISDIR' });
  }
}

/** Told now, not after hours of reading. @throws Fault TARGET_NOT_WRITABLE: the folder is not there, is none, or takes no new file */
export function refuseUnwritable(target: string): void {
  const folder = dirname(resolve(target));
  try {
    if (!statSync(folder).isDirectory()) throw fault('TARGET_NOT_WRITABLE', 2, { target, reason: 'ENOTDIR' });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw fault('TARGET_NOT_WRITABLE', 2, { target, reason: (error as NodeJS.ErrnoException).code ?? '' }, {}, error);
  }
}

/** What `realPath` asks of the system; another one's in tests. */
export interface Disk {
  readonly paths: Pick<PlatformPath, 'resolve' | 'dirname' | 'basename' | 'join'>;
  readonly exists: (path: string) => boolean;
  readonly real: (path: string) => string;
}
const HERE: Disk = { paths: { resolve, dirname, basename, join }, exists: existsSync, real: (path) => realpathSync(path) };

/** The path behind links; a folder that is not there yet is where it will be, and so is a drive that is not there. */
export function realPath(path: string, disk: Disk = HERE): string {
  const { paths, exists, real } = disk;
  const whole = paths.resolve(path);
  if (exists(whole)) return real(whole);
  const above = paths.dirname(whole);
  return above === whole ? whole : paths.join(realPath(above, disk), paths.basename(whole));
}

/** Beside the case folder, as its user named that: where what is made of a case stands unless another place is asked for. */
export function besideCase(dir: string, name: string): string {
  return join(dir, '..', name);
}

/** The folder for drafts. @throws Fault TARGET_NAME_RESERVED, TARGET_NOT_WRITABLE */
export function makeFolder(path: string): void {
  refuseDevice(path);
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fault('TARGET_NOT_WRITABLE', 2, { target: path, reason: (error as NodeJS.ErrnoException).code ?? '' }, {}, error);
  }
}

/** Undefined where nothing is any more. */
export function sizeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.size;
}
