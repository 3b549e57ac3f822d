/** The index of a dossier: what it says of itself, and a row for every file. */
import { type PayloadPart, rowOfEvidence } from '../case/index.ts';
import { engineInfo } from '../documents/index.ts';
import { type Files, indexPieces, type Software } from '../dossier/write/index.ts';
import { type Case, type DossierIndex, type DossierPurpose, evidenceOwners, formatInstant, type IndexedFile } from '../model/index.ts';
import type { LoadedPack } from '../pack/index.ts';

interface IndexHead {
  /** Version of the format. */
  readonly format: string;
  readonly pack: LoadedPack;
  readonly now: number;
  readonly software: Software;
  /** Absent for the police: what every dossier was before there were others. */
  readonly purpose?: DossierPurpose;
}

/** Its text, piece by piece: of a hundred thousand files, too. `parts` are those that were made here; the other files are evidence. */
export function indexText(c: Case, head: IndexHead, parts: readonly PayloadPart[], files: Files): ReturnType<typeof indexPieces> {
  return indexPieces(indexHead(c, head), indexRows(c, parts, files));
}

function indexHead(c: Case, { format, pack, now, software, purpose }: IndexHead): Omit<DossierIndex, 'files'> {
  const { name, version, fonts } = engineInfo();
  return {
    mbpack: format,
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

function* indexRows(c: Case, parts: readonly PayloadPart[], files: Files): Generator<IndexedFile> {
  const owners = evidenceOwners(c);
  const made = new Map(parts.map(({ bytes: _, ...part }) => [part.path, part]));
  for (const file of files) {
    const part = made.get(file.path);
    // Faster than spreading both, which V8 does by way of objects that it keeps for long.
    yield part ? { ...part, ...file } : Object.assign({ ...file }, rowOfEvidence(owners, file.path));
  }
}
