/** Digests of the evidence, taken again only of files whose size or time changed. */
import { lstatSync } from 'node:fs';
import { type FileDigest, measureEvidence } from '../../dossier/write/index.ts';
import { evidenceSources } from '../materials.ts';
import type { OpenedCase } from '../open-case.ts';

/** By path below `evidence/`. */
export type Measured = Map<string, { readonly stamp: string; readonly digest: FileDigest }>;

interface Around {
  readonly dir: string;
  readonly signal: AbortSignal;
  readonly measured: Measured;
}

/** Of all listed files that are there, in their order. @throws Fault EVIDENCE_*, ABORTED */
export async function measureChanged({ files }: OpenedCase, { dir, signal, measured }: Around): Promise<readonly FileDigest[]> {
  const sources = evidenceSources(files, dir);
  const stamps = new Map(sources.map(({ path, source }) => [path, stampOf(source)]));
  const changed = sources.filter(({ path }) => measured.get(path)?.stamp !== stamps.get(path));
  const taken = await measureEvidence(changed, { signal });
  changed.forEach(({ path }, i) => {
    const digest = taken[i];
    if (digest) measured.set(path, { stamp: stamps.get(path) ?? '', digest: { ...digest, path: `data/evidence/${path}` } });
  });
  for (const path of measured.keys()) if (!stamps.has(path)) measured.delete(path);
  return sources.flatMap(({ path }) => measured.get(path)?.digest ?? []);
}

/** Read before the file is: a change while it is read is seen the next time. */
export function stampOf(path: string): string {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : '';
}
