/** Opens what the user named: a zip, or the folder it was unpacked to. */
import { statSync } from 'node:fs';
import type { Zip64From } from '../format/index.ts';
import { type NameRule, type Opened, openZip } from '../read/index.ts';
import { openDisk, openFault } from './file.ts';
import { openFolder } from './folder.ts';

/** With the descriptor of the zip, for threads that read it as well. */
export type DiskOpened = Opened & { readonly fd?: number };

/** Never throws for what is inside the dossier. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export function openDossier(path: string, from?: Zip64From): DiskOpened {
  return open(path, { from, rule: 'dossier' });
}

/** Any bag: a folder, or a zip that any program made. @throws Fault DOSSIER_NOT_FOUND, DOSSIER_UNREADABLE */
export function openBag(path: string): DiskOpened {
  return open(path, { rule: 'bag' });
}

function open(path: string, how: { readonly from?: Zip64From | undefined; readonly rule: NameRule }): DiskOpened {
  if (isFolder(path)) return openFolder(path, how.rule);
  const file = openDisk(path, { follow: true });
  try {
    return { ...openZip(file, path, how), fd: file.fd };
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
