/** The second look of the law: what only the files themselves tell, compared with what was recorded of them. */
import { join } from 'node:path';
import { type Exhibit, readDataset, weakDigests } from '../exhibit/index.ts';
import { correctedLog, type Finding } from '../model/index.ts';
import { type Digested, type EvidenceReader, readFacts } from '../verdict/index.ts';
import { evidenceConditions } from './conditions.ts';
import { type LeakReport, leakFindings } from './leaks.ts';
import { type CaseOptions, lawFindings, type OpenedCase } from './open-case.ts';

/** Findings that need the files: those that the first look did not make, files that are not as their names and formats say, and words that tell who reported. @throws Fault of a file that cannot be read */
export async function fileFindings(opened: OpenedCase, options: CaseOptions, evidence: readonly Digested[]): Promise<LeakReport> {
  const { loaded, pack, findings, files } = opened;
  if (!loaded.case || !pack) return { findings: [], unread: [], named: false };
  const exhibitOf = (path: string): string => join(options.dir, 'evidence', ...path.split('/'));
  const facts = await readFacts(loaded.case, evidence, evidenceOnDisk(exhibitOf, options.signal));
  const known = new Set(findings.map(keyOf));
  const law = lawFindings(loaded, pack, { now: options.now, draft: options.draft, facts }).filter((f) => !known.has(keyOf(f)));
  const leaks = await leakFindings(loaded.case, files, { fileOf: opened.fileOf, signal: options.signal });
  const conditions = await evidenceConditions(files, correctedLog(loaded.custody?.events ?? []).events, {
    fileOf: opened.fileOf,
    signal: options.signal,
  });
  return { ...leaks, findings: [...law, ...conditions, ...leaks.findings] };
}

function keyOf({ code, args, at, rule }: Finding): string {
  return JSON.stringify([code, args, at, rule]);
}

/** What evidence tells, read from disk. `exhibitOf`: where a file stands, by its path below `evidence/`. */
export function evidenceOnDisk(exhibitOf: (path: string) => Exhibit | undefined, signal: AbortSignal | undefined): EvidenceReader {
  const read = async <T>(path: string, use: (exhibit: Exhibit) => Promise<T>): Promise<T | undefined> => {
    const exhibit = exhibitOf(path);
    return exhibit === undefined ? undefined : use(exhibit);
  };
  return {
    dataset: (path, dataset) => read(path, (exhibit) => readDataset(exhibit, dataset, { signal })),
    weak: (path, algorithms) => read(path, (exhibit) => weakDigests(exhibit, algorithms, { signal })),
  };
}
