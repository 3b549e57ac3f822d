/** What was recorded of a file, and what it is now. */
import type { RoughCase } from '../../case/index.ts';
import { type Basis, correctedLog, type Digests, type Finding, finding, type Place, voidedDigests } from '../../model/index.ts';

/** One place where a digest of a file stands. */
export interface Recorded {
  readonly sha256?: string | undefined;
  readonly sm3?: string | undefined;
  /** Line of the custody log; absent for the evidence list. */
  readonly line?: number;
  /** Of the list: the correction that voided this digest in the log. */
  readonly voided?: number;
  readonly at: Place;
}

export const INTEGRITY: readonly Basis[] = [{ document: '法发〔2016〕22号', article: '第五条' }];
const ALGORITHMS = { sha256: 'SHA-256', sm3: 'SM3' } as const;

/** Everything recorded, by path below `evidence/`: the log as corrected first, in its order, then the list. */
export function recordedIn({ custody, items, fileOf }: RoughCase): ReadonlyMap<string, readonly Recorded[]> {
  const known = new Map<string, Recorded[]>();
  const note = (path: string, recorded: Recorded): void => {
    const list = known.get(path);
    if (list) list.push(recorded);
    else known.set(path, [recorded]);
  };
  for (const { seq, digests } of correctedLog(custody.events).events)
    for (const { path, sha256, sm3 } of digests ?? [])
      note(path, { sha256, sm3, line: seq, at: { file: fileOf('custody.jsonl'), pointer: '', line: seq, column: 1 } });
  const voided = new Map([...voidedDigests(custody.events)].reverse().map(({ path, sha256, voidedBy }) => [`${path} ${sha256}`, voidedBy]));
  for (const { path, sha256, sm3, at } of items.flatMap(({ files }) => files))
    if (sha256 !== undefined || sm3 !== undefined) {
      const by = sha256 === undefined ? undefined : voided.get(`${path} ${sha256.toLowerCase()}`);
      note(path, { sha256, sm3, at, ...(by === undefined ? {} : { voided: by }) });
    }
  return known;
}

/** The first record that says otherwise, as a finding at the file. */
export function changedFinding(path: string, file: string, found: Digests, recorded: readonly Recorded[]): Finding | undefined {
  for (const { line, at, voided, ...digests } of recorded) {
    for (const algorithm of ['sha256', 'sm3'] as const) {
      const then = digests[algorithm]?.toLowerCase();
      if (then === undefined || then === found[algorithm]) continue;
      const where = placeName(at);
      const args = {
        path,
        algorithm: ALGORITHMS[algorithm],
        recorded: then,
        found: found[algorithm],
        where,
        ...(line === undefined ? {} : { line }),
        ...(voided === undefined ? {} : { voided }),
      };
      return finding('COLLECT_FILE_CHANGED', 'stop', args, { at: { file }, basis: INTEGRITY });
    }
  }
  return undefined;
}

function placeName(at: Place): string {
  if ('entry' in at) return at.entry;
  if ('line' in at) return `${at.file}:${at.line}`;
  return 'cell' in at ? `${at.file}!${at.sheet}!${at.cell}` : at.file;
}

export function missingFinding(path: string, file: string, recorded: readonly Recorded[]): Finding {
  const first = recorded[0];
  return finding('COLLECT_FILE_MISSING', 'stop', { path, where: first ? placeName(first.at) : '' }, { at: { file }, basis: INTEGRITY });
}
