/** Each file against what was recorded: the same, changed, missing, renamed, or new. Nothing that changed is ever new. */
import { Fault, type Finding, finding, leftWith } from '../../model/index.ts';
import { changedFinding, missingFinding, type Recorded } from './compare.ts';
import type { CollectScene } from './open.ts';
import type { ReadFile } from './read.ts';

export interface Judged {
  /** Paths of the files that are as they were recorded. */
  readonly same: readonly string[];
  readonly novel: readonly ReadFile[];
  readonly findings: readonly Finding[];
}

export function judge(
  { recorded, isNew, selected, onDisk, followed, rough }: CollectScene,
  results: readonly (ReadFile | Fault)[],
): Judged {
  const findings: Finding[] = [];
  const novel: ReadFile[] = [];
  const { files, states } = followed;
  // What went away with its item is not missed.
  const left = (path: string): boolean => leftWith(files.get(path) ?? { path, line: 0, items: [] }, states) !== undefined;
  const missing = new Map([...recorded].filter(([path]) => !onDisk.has(path) && !left(path)));
  const byDigest = firstByDigest(recorded);
  const renamed = new Set<string>();
  const same: string[] = [];
  for (const result of results) {
    if (result instanceof Fault) {
      findings.push(result.finding);
      continue;
    }
    const { path, label: file, digests, stat } = result;
    const changed = changedFinding(path, file, digests, recorded.get(path) ?? []);
    if (changed || !isNew(path)) {
      if (changed) findings.push(changed);
      else same.push(path);
      continue;
    }
    // Files without content are all alike; the list alone may know this one.
    const first = stat.size === 0 ? undefined : byDigest.get(digests.sha256);
    const other = first === path ? undefined : first;
    if (other !== undefined && missing.has(other) && !renamed.has(other)) {
      renamed.add(other);
      findings.push(finding('COLLECT_FILE_RENAMED', 'stop', { path, recorded: other }, { at: { file } }));
      continue;
    }
    if (other !== undefined) findings.push(finding('COLLECT_SAME_CONTENT', 'info', { path, other }, { at: { file } }));
    else if (stat.size > 0) byDigest.set(digests.sha256, path);
    novel.push(result);
  }
  for (const [path, records] of missing)
    if (selected(path) && !renamed.has(path)) findings.push(missingFinding(path, rough.fileOf(`evidence/${path}`), records));
  return { same, novel, findings };
}

/** The path that first had a content. */
function firstByDigest(recorded: ReadonlyMap<string, readonly Recorded[]>): Map<string, string> {
  const first = new Map<string, string>();
  for (const [path, records] of recorded)
    for (const { sha256 } of records) if (sha256 !== undefined && !first.has(sha256)) first.set(sha256, path);
  return first;
}
