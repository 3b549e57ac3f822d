/** A folder that was dropped on the page, walked no further than a dossier may be. */
import { MAX_DEPTH, MAX_ENTRIES } from '../dossier/read/index.ts';
import type { Chosen, ChosenFile } from './protocol.ts';

type Member = { readonly name: string } & ({ readonly file: () => Promise<File> } | { readonly list: List });
type List = () => Promise<readonly Member[]>;

/** Undefined for a file. To be called while the drop is handled. */
export function droppedFolder(item: DataTransferItem): { readonly name: string; readonly list: List } | undefined {
  const entry = item.webkitGetAsEntry();
  const handle = item.getAsFileSystemHandle?.();
  if (!entry?.isDirectory) return undefined;
  const byEntry = listOfEntry(entry as FileSystemDirectoryEntry);
  // Chromium gives no entries to a page that was opened from a file, but handles.
  const list = handle ? async () => listOfHandle((await handle) as FileSystemDirectoryHandle)() : byEntry;
  return { name: entry.name, list };
}

function listOfHandle(folder: FileSystemDirectoryHandle): List {
  return async () => {
    const members: Member[] = [];
    for await (const handle of folder.values())
      members.push(
        handle.kind === 'file'
          ? { name: handle.name, file: () => (handle as FileSystemFileHandle).getFile() }
          : { name: handle.name, list: listOfHandle(handle as FileSystemDirectoryHandle) },
      );
    return members;
  };
}

/** A browser hands out a hundred entries at a time. */
function listOfEntry(folder: FileSystemDirectoryEntry): List {
  return async () => {
    const reader = folder.createReader();
    const members: Member[] = [];
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return members;
      for (const entry of some)
        members.push(
          entry.isFile
            ? { name: entry.name, file: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) }
            : { name: entry.name, list: listOfEntry(entry as FileSystemDirectoryEntry) },
        );
    }
  };
}

/** Breadth first. */
export async function walked(name: string, top: List): Promise<Chosen> {
  const files: ChosenFile[] = [];
  const empty: string[] = [];
  const folders = [{ list: top, path: '' }];
  for (let at = folders.shift(); at && files.length <= MAX_ENTRIES; at = folders.shift()) {
    const members = await at.list();
    if (members.length === 0) empty.push(at.path.slice(0, -1));
    for (const member of members) {
      const path = `${at.path}${member.name}`;
      if ('file' in member) files.push({ path, file: await member.file() });
      else if (path.split('/').length <= MAX_DEPTH) folders.push({ list: member.list, path: `${path}/` });
    }
  }
  return { kind: 'folder', name, files, empty };
}
