/** Labels of bag-info.txt (RFC 8493 §2.2.2) and the index of a dossier. */
import { engineInfo } from '../documents/index.ts';
import {
  type Case,
  comparePaths,
  type DossierIndex,
  type DossierPurpose,
  dayInChina,
  formatInstant,
  type IndexedFile,
} from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';

export interface Software {
  readonly name: string;
  readonly version: string;
}

export function bagInfo(
  c: Case,
  now: number,
  { name, version }: Software,
  purpose?: DossierPurpose,
): readonly (readonly [string, string])[] {
  return [
    ['Source-Organization', c.case.sender.name],
    ['External-Identifier', c.case.caseNo],
    ['External-Description', c.case.name],
    ['Bagging-Date', dayInChina(now)],
    ['Bag-Group-Identifier', c.case.caseNo],
    ['Bag-Count', '1 of 1'],
    ['Bag-Software-Agent', `${name} ${version}`],
    ...(purpose ? [['Mbpack-Purpose', purpose] as const] : []),
  ];
}

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
