/** What the reader picks or drops: one zip, or one folder that was unpacked. */
import { MAX_DEPTH, MAX_ENTRIES } from '../dossier/read/index.ts';
import { byId } from './dom.ts';
import type { Chosen, ChosenFile } from './protocol.ts';

/** `take` gets undefined for what is neither file nor folder. */
export function startChoosing(take: (chosen: Chosen | undefined) => void): void {
  const zip = byId<HTMLInputElement>('zip');
  const folder = byId<HTMLInputElement>('folder');
  byId('pick-zip').addEventListener('click', () => zip.click());
  byId('pick-folder').addEventListener('click', () => folder.click());
  zip.addEventListener('change', () => {
    const file = zip.files?.[0];
    if (file) take({ kind: 'zip', file });
    zip.value = '';
  });
  folder.addEventListener('change', () => {
    const files = [...(folder.files ?? [])];
    if (files.length > 0) take(folderOf(files));
    folder.value = '';
  });
  const over = (on: boolean): void => {
    document.body.dataset.over = String(on);
  };
  const here = (): boolean => document.body.dataset.phase === 'choose';
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    over(here());
  });
  document.addEventListener('dragleave', () => over(false));
  document.addEventListener('drop', (event) => {
    // Anywhere on the page: a browser would open what is dropped beside the mark.
    event.preventDefault();
    over(false);
    if (!here()) return;
    const item = [...(event.dataTransfer?.items ?? [])].find(({ kind }) => kind === 'file');
    // Both are lost when this call returns.
    const entry = item?.webkitGetAsEntry();
    const file = item?.getAsFile();
    if (entry?.isDirectory) void walked(entry as FileSystemDirectoryEntry).then(take, () => take(undefined));
    else take(file ? { kind: 'zip', file } : undefined);
  });
}

function folderOf(files: readonly File[]): Chosen {
  const name = files[0]?.webkitRelativePath.split('/', 1)[0] ?? '';
  return {
    kind: 'folder',
    name,
    // A list of a folder's files says nothing of folders that hold none.
    empty: [],
    files: files.map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file })),
  };
}

/** Breadth first, no further than a dossier may be. */
async function walked(root: FileSystemDirectoryEntry): Promise<Chosen> {
  const files: ChosenFile[] = [];
  const empty: string[] = [];
  const folders = [{ entry: root, path: '' }];
  for (let at = folders.shift(); at && files.length <= MAX_ENTRIES; at = folders.shift()) {
    const entries = await listed(at.entry);
    if (entries.length === 0) empty.push(at.path.slice(0, -1));
    for (const entry of entries) {
      const path = `${at.path}${entry.name}`;
      if (entry.isFile) files.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
      else if (path.split('/').length <= MAX_DEPTH) folders.push({ entry: entry as FileSystemDirectoryEntry, path: `${path}/` });
    }
  }
  return { kind: 'folder', name: root.name, files, empty };
}

/** A browser hands out a hundred entries at a time. */
async function listed(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
