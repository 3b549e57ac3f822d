/** What was chosen in the browser → a dossier that has been opened. */
import { BAGIT, collector, type Entry, MAX_DEPTH, MAX_ENTRIES, type Opened, openLoose, openZip } from '../dossier/read/index.ts';
import { fault } from '../model/index.ts';
import { blobSource } from './blob-source.ts';
import type { Chosen, ChosenFile } from './protocol.ts';

export function openChosen(chosen: Chosen): Opened {
  return chosen.kind === 'zip' ? openZip(blobSource(chosen.file), chosen.file.name) : openFiles(chosen);
}

/** The file of a folder by its path in the bag. */
export function filesOf({ files, ...folder }: Extract<Chosen, { kind: 'folder' }>): {
  readonly name: string;
  readonly files: readonly ChosenFile[];
  readonly empty: readonly string[];
} {
  // Windows unpacks into a folder of the zip's name, which then holds the bag's folder alone: that one is meant.
  const top = files[0]?.path.split('/', 1)[0] ?? '';
  const within = (path: string): boolean => path.startsWith(`${top}/`);
  const nested = files.some(({ path }) => path === `${top}/${BAGIT}`) && files.every(({ path }) => within(path));
  if (!nested || !folder.empty.every(within)) return { ...folder, files };
  const inner = (path: string): string => path.slice(top.length + 1);
  return { name: top, files: files.map(({ path, file }) => ({ path: inner(path), file })), empty: folder.empty.map(inner) };
}

function openFiles(chosen: Extract<Chosen, { kind: 'folder' }>): Opened {
  const notes = collector();
  const { name, files, empty } = filesOf(chosen);
  const byPath = new Map(files.map(({ path, file }) => [path, file]));
  const listed: Entry[] = [];
  for (const { path, file } of files) {
    // As on disk: so many folders, and a file in the last.
    if (path.split('/').length > MAX_DEPTH + 1) notes.note('DOSSIER_TOO_DEEP', { path, limit: MAX_DEPTH }, { entry: path });
    else listed.push({ path, size: file.size });
  }
  for (const folder of empty) notes.note('DOSSIER_EMPTY_FOLDER', { folder }, { entry: folder }, 'warning');
  const many = files.length > MAX_ENTRIES;
  if (many) notes.note('DOSSIER_TOO_MANY', { found: files.length, limit: MAX_ENTRIES }, { entry: files.at(-1)?.path ?? '' });
  return openLoose({
    label: chosen.name,
    bagName: name,
    files: listed,
    folders: empty,
    findings: notes.list(),
    refused: many,
    open(path) {
      const file = byPath.get(path);
      if (!file) throw fault('DOSSIER_NOT_FOUND', 2, { path }, { at: { entry: path } });
      return blobSource(file);
    },
    place: (path) => path,
  });
}
