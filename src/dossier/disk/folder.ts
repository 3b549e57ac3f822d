/** Lists a dossier that was unpacked. Links are not followed, nothing is written. */
import { type Dirent, existsSync, lstatSync, opendirSync, readdirSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { Fault, nameOfBytes } from '../../model/index.ts';
import {
  BAGIT,
  type Collector,
  CUSTODY_LOG,
  collector,
  type Entry,
  isBagRoot,
  isDamaged,
  MANIFEST,
  MAX_DEPTH,
  MAX_ENTRIES,
  type NameRule,
  type OpenedFolder,
  openLoose,
  PAYLOAD,
  TAG_MANIFEST,
} from '../read/index.ts';
import { openDisk, openFault } from './file.ts';

/** @throws Fault DOSSIER_UNREADABLE when the folder itself cannot be listed. */
export function openFolder(given: string, rule: NameRule = 'dossier'): OpenedFolder {
  const notes = collector();
  const root = bagFolder(resolve(given));
  const top = list(root);
  const instead = isBagRoot(namesAt(root, top)) || (rule === 'bag' && holds(top, DATA)) ? undefined : around(root, top);
  if (instead && !isDamaged(instead)) return notListed(given, root, top, { instead, rule });
  const files: Entry[] = [];
  listFolder(root, '', 0, files, notes);
  return openLoose({
    label: given,
    bagName: basename(root),
    files,
    folders: notes.list().flatMap((f) => (f.code === 'DOSSIER_EMPTY_FOLDER' ? [f.args.folder] : [])),
    rule,
    findings: notes.list(),
    refused: notes.has('DOSSIER_TOO_MANY'),
    open: (path) => openDisk(within(root, path), { follow: false }),
    place: (path) => within(root, path),
  });
}

/** What was listed needs no tidying, which `join` would do to each of a hundred thousand paths. */
function within(root: string, path: string): string {
  return root.endsWith(sep) ? root + path : root + sep + path;
}

const DATA = PAYLOAD.slice(0, -1);

function holds(items: readonly Dirent[], folder: string): boolean {
  return items.some((item) => item.name === folder && item.isDirectory());
}

/** Names at the root, and of the payload what stands at its top. */
function namesAt(root: string, top: readonly Dirent[]): readonly string[] {
  const below = holds(top, DATA) ? list(join(root, DATA)) : [];
  return [...top.map(({ name }) => name), ...below.map((item) => `${PAYLOAD}${item.name}${item.isDirectory() ? '/' : ''}`)];
}

/** Somebody's home, or a whole disk: what is no bag is not walked through. */
function notListed(
  label: string,
  root: string,
  top: readonly Dirent[],
  how: { readonly instead: readonly string[]; readonly rule: NameRule },
): OpenedFolder {
  return openLoose({
    label,
    bagName: basename(root),
    files: [],
    folders: top.filter((item) => item.isDirectory()).map(({ name }) => name),
    findings: [],
    refused: false,
    ...how,
    open: (path) => openDisk(within(root, path), { follow: false }),
  });
}

/** By these a folder is known for a bag's, or for what is left of one. */
const OF_BAG: readonly string[] = [BAGIT, MANIFEST.sha256, TAG_MANIFEST.sha256, CUSTODY_LOG];
/** Folders that are looked into for a bag: more than anybody keeps side by side. */
const MOST_LOOKED_INTO = 5000;

/** Names at the top, and of each folder there whether a bag is in it, or alone in the one folder that it holds. */
function around(root: string, top: readonly Dirent[]): readonly string[] {
  const folders = top.filter((item) => item.isDirectory());
  const bags = folders.slice(0, MOST_LOOKED_INTO).flatMap(({ name }) => {
    const found = ofBag(root, name);
    if (found.length > 0) return found;
    const only = onlyItem(join(root, name));
    return only?.isDirectory() ? ofBag(root, `${name}/${only.name}`) : [];
  });
  return [...top.filter((item) => item.isFile()).map(({ name }) => name), ...folders.map(({ name }) => `${name}/`), ...bags];
}

function ofBag(root: string, folder: string): readonly string[] {
  return OF_BAG.map((file) => `${folder}/${file}`).filter((path) => lstatSync(within(root, path), { throwIfNoEntry: false }) !== undefined);
}

/** Undefined where there are more, or none, or nobody may look. */
function onlyItem(folder: string): Dirent | undefined {
  try {
    const items = opendirSync(folder);
    try {
      const first = items.readSync() ?? undefined;
      return items.readSync() === null ? first : undefined;
    } finally {
      items.closeSync();
    }
  } catch {
    return undefined;
  }
}

/** Windows unpacks into a folder of the zip's name, which then holds the bag's folder alone: that one is meant. */
function bagFolder(given: string): string {
  const only = onlyItem(given);
  return only?.isDirectory() && existsSync(join(given, only.name, BAGIT)) ? join(given, only.name) : given;
}

function listFolder(root: string, folder: string, depth: number, files: Entry[], notes: Collector): void {
  const items = listed(root, folder, notes);
  if (!items) return;
  if (items.length === 0) notes.note('DOSSIER_EMPTY_FOLDER', { folder }, { entry: folder }, 'warning');
  const broken = brokenNames(join(root, folder), items);
  for (const name of broken) {
    const path = folder === '' ? name : `${folder}/${name}`;
    notes.note('DOSSIER_NAME', { fault: 'bytes', name: path }, { entry: path });
  }
  for (const item of items) {
    // Under such a name nothing can be opened.
    if (broken.length > 0 && item.name.includes(REPLACED)) continue;
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.isDirectory() && depth < MAX_DEPTH) listFolder(root, path, depth + 1, files, notes);
    else if (item.isDirectory()) notes.note('DOSSIER_TOO_DEEP', { path, limit: MAX_DEPTH }, { entry: path });
    else if (item.isFile()) files.push({ path, size: sizeOf(within(root, path)) });
    else notes.note('DOSSIER_NOT_REGULAR', { path, kind: item.isSymbolicLink() ? 'link' : 'device' }, { entry: path });
    if (files.length > MAX_ENTRIES) {
      if (!notes.has('DOSSIER_TOO_MANY')) notes.note('DOSSIER_TOO_MANY', { found: files.length, limit: MAX_ENTRIES }, { entry: path });
      return;
    }
  }
}

/** What stands for bytes that are no character. */
const REPLACED = '\ufffd';

/** Names that are no UTF-8, with their bytes. */
function brokenNames(folder: string, items: readonly Dirent[]): readonly string[] {
  if (!items.some(({ name }) => name.includes(REPLACED))) return [];
  return readdirSync(folder, { encoding: 'buffer' }).flatMap((bytes) => {
    const read = nameOfBytes(bytes);
    return 'escaped' in read ? [read.escaped] : [];
  });
}

/** A folder below the first that cannot be listed is a finding; what stands beside it is still read. */
function listed(root: string, folder: string, notes: Collector): Dirent[] | undefined {
  try {
    return list(join(root, folder));
  } catch (error) {
    if (folder === '' || !(error instanceof Fault)) throw error;
    notes.add({ ...error.finding, at: { entry: folder } });
    return undefined;
  }
}

/** A file that is gone again counts as empty here; reading it says so. */
function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw openFault(error, folder);
  }
}
