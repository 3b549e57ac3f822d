/** Opens what the user named: a zip, or the folder it was unpacked to. */
import { statSync } from 'node:fs';
import type { Zip64From } from '../format/index.ts';
import { type Opened, openZip } from '../read/index.ts';
import { openDisk, openFault } from './file.ts';
import { openFolder } from './folder.ts';

/** Never throws for what is inside the dossier. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export function openDossier(path: string, zip64From?: Zip64From): Opened {
  if (isFolder(path)) return openFolder(path);
  const file = openDisk(path, { follow: true });
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
    throw openFault(error, path);
  }
}
