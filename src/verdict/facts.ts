/** The second look of the law: what only the files themselves tell, compared with what was recorded of them. */
import type { RuleInput } from '../law/index.ts';
import { type Case, type DatasetRead, type Digests, datasetKey } from '../model/index.ts';
import type { EvidenceReader, WeakDigests } from './machine.ts';

export type Digested = Digests & { readonly path: string };

/** What only the files themselves tell the law. */
export type FileFacts = Pick<RuleInput, 'digests' | 'weakDigests' | 'datasets'>;

/** Digests by path below `evidence/`, as the law asks for them. */
export function digestsByPath(evidence: readonly Digested[]): ReadonlyMap<string, Digests> {
  return new Map(evidence.map(({ path, sha256, sm3 }) => [path.replace(/^data\/evidence\//, ''), { sha256, sm3 }]));
}

/** In a case folder and in a dossier alike. @throws Fault ABORTED; the system's error */
export async function readFacts(c: Case, evidence: readonly Digested[], reader: EvidenceReader): Promise<FileFacts> {
  const digests = digestsByPath(evidence);
  const datasets = new Map<string, DatasetRead>();
  // A path that the evidence list does not name was never looked at on disk: it is not opened here.
  for (const dataset of c.records.datasets) {
    const read = digests.has(dataset.path) ? await reader.dataset(dataset.path, dataset) : undefined;
    if (read !== undefined) datasets.set(datasetKey(dataset), read);
  }
  const weak = new Map<string, WeakDigests>();
  for (const { path, md5, sha1 } of c.evidence.evidence.flatMap(({ files }) => files)) {
    const asked = [...(md5 === undefined ? [] : (['md5'] as const)), ...(sha1 === undefined ? [] : (['sha1'] as const))];
    const read = asked.length > 0 && digests.has(path) ? await reader.weak(path, asked) : undefined;
    if (read !== undefined) weak.set(path, read);
  }
  return { digests, datasets, weakDigests: weak };
}
