import type { Case } from './case.ts';

export interface EvidenceOwner {
  readonly evidenceNo: string;
  readonly title: string;
  readonly pages: number | undefined;
}

/** Which item of evidence a file belongs to, by its path in the bag. */
export function evidenceOwners(c: Pick<Case, 'evidence'>): ReadonlyMap<string, EvidenceOwner> {
  return new Map(
    c.evidence.evidence.flatMap(({ evidenceNo, title, files }) =>
      files.map(({ path, pages }) => [`data/evidence/${path}`, { evidenceNo, title, pages }] as const),
    ),
  );
}
