/** The index of a dossier. */
import { engineInfo } from '../documents/index.ts';
import type { Software } from '../dossier/write/index.ts';
import { type Case, comparePaths, type DossierIndex, type DossierPurpose, formatInstant, type IndexedFile } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';

export interface IndexParts {
  readonly pack: LoadedPack;
  readonly now: number;
  readonly software: Software;
  readonly files: readonly IndexedFile[];
  /** Absent for the police: what every dossier was before there were others. */
  readonly purpose?: DossierPurpose;
}

export function dossierIndex(c: Case, { pack, now, software, files, purpose }: IndexParts): DossierIndex {
  const { name, version, fonts } = engineInfo();
  return {
    mbpack: '1.0',
    ...(purpose ? { purpose } : {}),
    caseNo: c.case.caseNo,
    caseName: c.case.name,
    createdAt: formatInstant(now),
    software,
    template: { id: pack.pack.id, version: pack.pack.version, sha256: pack.sha256 },
    engine: { name, version },
    fonts,
    expectedSigners: [],
    files: [...files].sort((a, b) => comparePaths(a.path, b.path)),
  };
}
