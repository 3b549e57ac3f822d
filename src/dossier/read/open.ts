/** Opens what the user named: a zip, or the folder it was unpacked to. */
import { statSync } from 'node:fs';
import { fault } from '../../model/index.ts';
import type { Zip64From } from '../format/index.ts';
import { openDisk, systemReason } from './disk.ts';
import { openFolder } from './folder.ts';
import type { Opened } from './opened.ts';
import { openZip } from './zip.ts';

/** Never throws for what is inside the dossier. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export function openDossier(path: string, zip64From?: Zip64From): Opened {
  if (isFolder(path)) return openFolder(path);
  const file = openDisk(path, path, { follow: true });
  try {
    return openZip(file, path, zip64From);
  } catch (error) {
    file.close();
    throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') throw fault('DOSSIER_NOT_FOUND', 2, { path }, { at: { file: path } }, error);
    throw fault('DOSSIER_UNREADABLE', 2, { path, reason }, { at: { file: path } }, error);
  }
}
