/** The second look of the law: what only the files themselves tell, compared with what was recorded of them. */
import { join } from 'node:path';
import { type Exhibit, readDataset, weakDigests } from '../exhibit/index.ts';
import { type Case, type DatasetRead, type Digests, datasetKey, type Finding } from '../model/index.ts';
import { type LeakReport, leakFindings } from './leaks.ts';
import { type CaseOptions, type FileFacts, lawFindings, type OpenedCase } from './open-case.ts';

type Digested = Digests & { readonly path: string };

/** Digests by path below `evidence/`, as the law asks for them. */
export function digestsByPath(evidence: readonly Digested[]): ReadonlyMap<string, Digests> {
  return new Map(evidence.map(({ path, sha256, sm3 }) => [path.replace(/^data\/evidence\//, ''), { sha256, sm3 }]));
}

/** Findings that need the files: those that the first look did not make, and words that tell who reported. @throws Fault of a file that cannot be read */
export async function fileFindings(opened: OpenedCase, options: CaseOptions, evidence: readonly Digested[]): Promise<LeakReport> {
  const { loaded, pack, findings, files } = opened;
  if (!loaded.case || !pack) return { findings: [], unread: files.length };
  const exhibitOf = (path: string): string => join(options.dir, 'evidence', ...path.split('/'));
  const facts = await readFacts(loaded.case, { evidence, exhibitOf, signal: options.signal });
  const known = new Set(findings.map(keyOf));
  const law = lawFindings(loaded, pack, { now: options.now, draft: options.draft, facts }).filter((f) => !known.has(keyOf(f)));
  const leaks = await leakFindings(loaded.case, files, { fileOf: opened.fileOf, signal: options.signal });
  return { findings: [...law, ...leaks.findings], unread: leaks.unread };
}

function keyOf({ code, args, at, rule }: Finding): string {
  return JSON.stringify([code, args, at, rule]);
}

export interface FactSources {
  readonly evidence: readonly Digested[];
  /** Where a file of evidence stands, by its path below `evidence/`. */
  readonly exhibitOf: (path: string) => Exhibit | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** In a case folder and in a dossier alike. @throws Fault ABORTED; the system's error */
export async function readFacts(c: Case, { evidence, exhibitOf, signal }: FactSources): Promise<FileFacts> {
  const digests = digestsByPath(evidence);
  // A path that the evidence list does not name was never looked at on disk: it is not opened here.
  const listed = (path: string): Exhibit | undefined => (digests.has(path) ? exhibitOf(path) : undefined);
  const datasets = new Map<string, DatasetRead>();
  for (const dataset of c.records.datasets) {
    const exhibit = listed(dataset.path);
    if (exhibit !== undefined) datasets.set(datasetKey(dataset), await readDataset(exhibit, dataset, { signal }));
  }
  const weak = new Map<string, { readonly md5?: string; readonly sha1?: string }>();
  for (const { path, md5, sha1 } of c.evidence.evidence.flatMap(({ files }) => files)) {
    const asked = [...(md5 === undefined ? [] : (['md5'] as const)), ...(sha1 === undefined ? [] : (['sha1'] as const))];
    const exhibit = asked.length > 0 ? listed(path) : undefined;
    if (exhibit !== undefined) weak.set(path, await weakDigests(exhibit, asked, { signal }));
  }
  return { digests, datasets, weakDigests: weak };
}
