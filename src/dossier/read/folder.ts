/** A dossier that was unpacked: the same rules on the files of a folder. Links are not followed, nothing is written. */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Fault, fault } from '../../model/index.ts';
import { BAGIT, compareEntries, MAX_ENTRIES } from '../format/index.ts';
import { type Collector, collector } from './collector.ts';
import { type DiskFile, openDisk, systemReason } from './disk.ts';
import { checkNames } from './names.ts';
import { type Entry, type Opened, SCAN_BYTES } from './opened.ts';

/** Folders within folders: a path of 240 units cannot hold more than 120. */
const MAX_DEPTH = 120;

/** @throws Fault DOSSIER_UNREADABLE when the folder itself cannot be listed. */
export function openFolder(given: string): Opened {
  const notes = collector();
  const root = bagFolder(resolve(given));
  const paths: string[] = [];
  listFolder(root, '', 0, paths, notes);
  const safe = checkNames(
    paths.map((path) => ({ path, name: path })),
    notes,
  );
  const entries: Entry[] = safe ? paths.sort(compareEntries).map((path) => ({ path, size: sizeOf(join(root, path)) })) : [];
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  let unchanged = true;
  return {
    kind: 'folder',
    label: given,
    bagName: basename(root),
    entries,
    findings: notes.list(),
    refused: !safe || notes.has('DOSSIER_TOO_MANY'),
    read(path, limit) {
      const entry = byPath.get(path);
      if (!entry || entry.size > limit) return undefined;
      return withFile(root, path, (file) => file.read(0, Math.min(file.size, limit)));
    },
    place(path) {
      const entry = byPath.get(path);
      return entry && { file: join(root, path), offset: 0, size: entry.size };
    },
    async scan(sink, pace) {
      const buffer = new Uint8Array(SCAN_BYTES);
      for (const entry of entries) {
        let file: DiskFile | undefined;
        try {
          file = openDisk(join(root, entry.path), entry.path, { follow: false });
          if (file.size <= SCAN_BYTES) {
            const content = buffer.subarray(0, file.size);
            file.fill(content, 0);
            sink.whole({ ...entry, size: file.size }, content);
            await pace.step(content.length);
          } else {
            sink.start({ ...entry, size: file.size });
            for (let at = 0; at < file.size; at += SCAN_BYTES) {
              const piece = buffer.subarray(0, Math.min(SCAN_BYTES, file.size - at));
              file.fill(piece, at);
              sink.chunk(piece);
              await pace.step(piece.length);
            }
            sink.end();
          }
          unchanged = unchanged && file.unchanged() && file.size === entry.size;
        } catch (error) {
          if (!(error instanceof Fault) || error.finding.code === 'ABORTED') throw error;
          sink.fail({ ...error.finding, at: { entry: entry.path } });
        } finally {
          file?.close();
        }
      }
    },
    unchanged: () => unchanged,
    close: () => undefined,
  };
}

/** Windows unpacks into a folder of the zip's name, which then holds the bag's folder alone: that one is meant. */
function bagFolder(given: string): string {
  const items = list(given);
  const only = items[0];
  return items.length === 1 && only?.isDirectory() && list(join(given, only.name)).some((item) => item.name === BAGIT)
    ? join(given, only.name)
    : given;
}

function listFolder(root: string, folder: string, depth: number, paths: string[], notes: Collector): void {
  const items = list(join(root, folder));
  if (items.length === 0) notes.note('DOSSIER_EMPTY_FOLDER', { folder }, { entry: folder }, 'warning');
  for (const item of items) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.isDirectory() && depth < MAX_DEPTH) listFolder(root, path, depth + 1, paths, notes);
    else if (item.isFile()) paths.push(path);
    else
      notes.note(
        'DOSSIER_NOT_REGULAR',
        { path, kind: item.isSymbolicLink() ? 'link' : item.isDirectory() ? 'folder' : 'device' },
        { entry: path },
      );
    if (paths.length > MAX_ENTRIES) {
      if (!notes.has('DOSSIER_TOO_MANY')) notes.note('DOSSIER_TOO_MANY', { found: paths.length, limit: MAX_ENTRIES }, { entry: path });
      return;
    }
  }
}

/** A file that is gone again counts as empty here; reading it says so. */
function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function withFile<T>(root: string, path: string, use: (file: DiskFile) => T): T {
  const file = openDisk(join(root, path), path, { follow: false });
  try {
    return use(file);
  } finally {
    file.close();
  }
}

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fault('DOSSIER_UNREADABLE', 2, { path: folder, reason: systemReason(error) }, { at: { file: folder } }, error);
  }
}
