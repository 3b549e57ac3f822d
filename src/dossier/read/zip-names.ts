/** The names of a container: one folder around all, every name safe and unique, in the order of the format. */
import { bagNameFault, compareEntries, sectionOf } from '../format/index.ts';
import type { Marks } from './marks.ts';
import { checkNames, isBesideBag, type NameRule } from './names.ts';
import type { ZipEntry } from './opened.ts';
import type { Walk, Walked } from './zip-walk.ts';

export interface Named {
  readonly bagName: string;
  readonly entries: readonly ZipEntry[];
  /** Paths of entries for folders. */
  readonly folders: readonly string[];
  /** Names of what a system left beside the bag. */
  readonly strays: readonly string[];
}

interface OneName {
  readonly walked: Walked;
  readonly name: string;
}

/** Undefined when some name is not to be trusted. */
export function nameEntries({ entries, foreign: packedAgain }: Walk, { notes, signs }: Marks, rule: NameRule): Named | undefined {
  const foreign = packedAgain || rule === 'bag';
  if (entries.length === 0) {
    notes.note('ZIP_NO_ENTRIES', {});
    return undefined;
  }
  const all = foreign ? foreignNames(entries, { notes, signs }, rule) : entries.map((walked) => ({ walked, name: walked.name }));
  const strays = foreign ? all.filter(({ name }) => isBesideBag(name)) : [];
  const inside = strays.length === 0 ? all : all.filter(({ name }) => !isBesideBag(name));
  const bagName = foreign && inside.some(({ name }) => name === 'bagit.txt') ? '' : topFolder(inside);
  if (bagName === '' && foreign) signs.note('ZIP_NO_FOLDER', {});
  const prefix = bagName === '' ? '' : `${bagName}/`;
  const broken = rule === 'bag' || (bagName === '' && foreign) ? undefined : bagNameFault(bagName);
  const first = inside[0] ?? all[0];
  if (broken && first) notes.note('DOSSIER_NAME', { fault: broken, name: first.name }, { entry: first.name, offset: first.walked.at });

  const named = inside.map(({ walked, name }) => {
    if (!broken && !name.startsWith(prefix))
      notes.note('DOSSIER_TOP_FOLDER', { name, folder: bagName }, { entry: name, offset: walked.at });
    return { walked, name, path: name.startsWith(prefix) ? name.slice(prefix.length) : name, offset: walked.at };
  });
  const files = named.filter(({ walked }) => !walked.folder);
  // Names of folder entries are as dangerous as those of files; a made-up file below each lets the same rules judge them.
  const folders = [...named.filter(({ walked, path }) => walked.folder && path !== ''), ...strays.map(straying)];
  noteOrder(files, signs);
  const safe =
    checkNames(files, notes, rule) &&
    checkNames(
      folders.map((one) => ({ ...one, path: `${one.path.replace(/\/$/, '')}/-` })),
      notes,
      rule,
    );
  if (!safe || broken) return undefined;
  const folderPaths = named.filter(({ walked }) => walked.folder).map(({ path }) => path.replace(/\/$/, ''));
  return {
    bagName,
    folders: folderPaths,
    entries: files.map(({ walked, path }) => zipEntry(walked, path)),
    strays: strays.map(({ name }) => name),
  };
}

function straying({ walked, name }: OneName): { walked: Walked; name: string; path: string; offset: number } {
  return { walked, name, path: name, offset: walked.at };
}

function zipEntry({ size, crc, start, data, packed, deflated }: Walked, path: string): ZipEntry {
  return { path, size, crc, start, data, packed, deflated };
}

function topFolder(names: readonly OneName[]): string {
  const name = names[0]?.name ?? '';
  return name.slice(0, Math.max(name.indexOf('/'), 0));
}

/** What other programs do to names: their code page, the separator of Windows, the decomposed form of macOS. */
function foreignNames(entries: readonly Walked[], { signs }: Marks, rule: NameRule): OneName[] {
  // One name that is no UTF-8 shows in which code page all of them stand, those included that could be read as both.
  const codePage = entries.some(({ unflagged }) => unflagged && !isUtf8(unflagged));
  const gbk = new TextDecoder('gb18030');
  const read = entries.map((walked) => ({
    walked,
    name: codePage && walked.unflagged && isUtf8(walked.unflagged) ? gbk.decode(walked.unflagged) : walked.name,
  }));
  const windows = read.some(({ name }) => name.includes('\\')) && !read.some(({ name }) => name.includes('/'));
  return read.map(({ walked, name }) => {
    const here = { entry: name, offset: walked.at };
    if (windows) signs.note('ZIP_BACKSLASH', {}, here);
    const slashed = windows ? name.replaceAll('\\', '/') : name;
    const composed = rule === 'dossier' ? slashed.normalize('NFC') : slashed;
    if (composed !== slashed) signs.note('ZIP_NAME_DECOMPOSED', {}, here);
    return { walked, name: composed };
  });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function noteOrder(files: readonly { path: string; name: string; offset: number }[], signs: Marks['signs']): void {
  let before = '';
  for (const { path, name, offset } of files) {
    if (sectionOf(path) === -1) continue;
    if (before !== '' && compareEntries(before, path) > 0) signs.note('ZIP_ORDER', { after: before }, { entry: name, offset });
    before = path;
  }
}
