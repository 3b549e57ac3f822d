/** The index of a dossier, but its files. */
import { engineInfo } from '../documents/index.ts';
import type { Software } from '../dossier/write/index.ts';
import { type Case, type DossierIndex, type DossierPurpose, formatInstant } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';

export interface IndexParts {
  readonly pack: LoadedPack;
  readonly now: number;
  readonly software: Software;
  /** Absent for the police: what every dossier was before there were others. */
  readonly purpose?: DossierPurpose;
}

export function indexHead(c: Case, { pack, now, software, purpose }: IndexParts): Omit<DossierIndex, 'files'> {
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
  };
}
