/** What the reader picks or drops: one zip, or one folder that was unpacked. */
import { byId } from './dom.ts';
import { droppedFolder, walked } from './dropped-folder.ts';
import type { Chosen } from './protocol.ts';

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
    // All are lost when this call returns.
    const folder = item && droppedFolder(item);
    const file = item?.getAsFile();
    if (folder) void walked(folder.name, folder.list).then(take, () => take(undefined));
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
