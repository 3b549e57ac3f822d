/** A dossier that was read, with its lists in memory: what is compared with the case's data is compared whole. */
import type { BagCheck, FileDigest } from '../dossier/read/index.ts';
import type { DossierIndex } from '../model/index.ts';

export interface ReadDossier extends Omit<BagCheck, 'files' | 'index'> {
  readonly files: readonly FileDigest[];
  readonly index?: DossierIndex;
}

export function inMemory({ files, index, ...check }: BagCheck): ReadDossier {
  return { ...check, files: [...files], ...(index ? { index: { ...index, files: [...index.files] } } : {}) };
}
