/** Where a record may be written: never over what was verified, nor inside it, whatever `-f` says. */
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fault } from '../../model/index.ts';
import { realPath, refuseExisting, refuseFolders, refuseUnwritable } from '../output.ts';

/** Before anything is read. @throws Fault TARGET_IS_DOSSIER, TARGET_NOT_PDF, TARGET_EXISTS, TARGET_NOT_WRITABLE */
export function guardRecord(target: string, dossier: string, overwrite: boolean): void {
  const verified = identity(dossier);
  if (verified !== undefined) {
    // By what the disk says two names are, not by how they are written: links, letter case, short names.
    const folders = [target];
    for (let at = realPath(dirname(resolve(target))); ; at = dirname(at)) {
      folders.push(at);
      if (dirname(at) === at) break;
    }
    if (folders.some((path) => identity(path) === verified)) throw fault('TARGET_IS_DOSSIER', 2, { target });
  }
  refuseFolders(target);
  if (!/\.pdf$/i.test(target)) throw fault('TARGET_NOT_PDF', 2, { target });
  refuseUnwritable(target);
  if (!overwrite) refuseExisting(target);
}

function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}
