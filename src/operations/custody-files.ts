/**
 * The files of an item at an event that touches them: their digests are taken again and must be what the log fixed (ISO/IEC 27037: verified
 * at every transfer). A file that differs keeps the event out; one that is not at hand by what the log or the list says is told, not claimed.
 */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { digestEach } from '../digest/index.ts';
import {
  type CustodyAction,
  type CustodyDigest,
  correctedLog,
  type Digests,
  Fault,
  type Finding,
  finding,
  formatManifest,
  sha256Hex,
} from '../model/index.ts';
import { type Recorded, recordedIn } from './collect/compare.ts';
import type { CustodyScene } from './custody-view.ts';

/** Actions that have the files themselves at hand. */
const TOUCHING: ReadonlySet<CustodyAction> = new Set(['hand-over', 'receive', 'return', 'unseal', 'examine', 'copy']);
export const touchesFiles = (action: CustodyAction): boolean => TOUCHING.has(action);
/** Text of the digests of one line; beyond it the digest of their list stands for them. */
const MOST_TEXT = 4 << 20;
const ALGORITHMS = { sha256: 'SHA-256', sm3: 'SM3' } as const;
/** More numbers of lines are counted. */
const MOST_LINES = 5;

export interface TouchedOptions {
  readonly dir: string;
  readonly action: CustodyAction;
  readonly items: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Bytes done, of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface TouchedFiles {
  /** For the event: what was found, as it was fixed. */
  readonly digests?: readonly CustodyDigest[];
  /** What the event's note says of it; absent where nothing was compared. */
  readonly note?: string;
  /** Files that are as they were recorded. */
  readonly compared: number;
  /** What was not compared, and why. */
  readonly told: readonly Finding[];
  /** What keeps the event out. */
  readonly refused: readonly Finding[];
}

interface Wanted {
  readonly evidenceNo: string;
  readonly path: string;
  readonly records: readonly Recorded[];
}

const NOTHING: TouchedFiles = { compared: 0, told: [], refused: [] };

/** @throws Fault ABORTED */
export async function touchedFiles(options: TouchedOptions, scene: CustodyScene): Promise<TouchedFiles> {
  const { dir, action, items, signal, onProgress } = options;
  if (!touchesFiles(action)) return NOTHING;
  const { fixed, told: notFixed } = filesOf(items, scene);
  const absent: Wanted[] = [];
  const present = fixed.flatMap((file) => {
    const path = join(dir, 'evidence', file.path);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) return [{ ...file, source: { path, size: stat.size, label: scene.rough.fileOf(`evidence/${file.path}`) } }];
    absent.push(file);
    return [];
  });
  const total = present.reduce((sum, { source }) => sum + source.size, 0);
  const sources = present.map(({ source }) => source);
  const found = await digestEach(sources, { signal, onProgress: (done) => onProgress?.(done, total) });
  const away = absentFindings(absent, action, scene);
  const refused = [
    ...away.refused,
    ...present.flatMap((file, i) => differing(file, found[i] as Digests | Fault, file.source.label, action)),
  ];
  const told = [...notFixed, ...away.told];
  if (refused.length > 0 || present.length === 0) return { compared: 0, told, refused };
  const digests = present.map(({ path, source: { size } }, i) => ({ path, ...(found[i] as Digests), size }));
  const lines = [...new Set(present.flatMap(({ records }) => records.flatMap(({ line }) => line ?? [])))];
  const whole = JSON.stringify(digests).length <= MOST_TEXT;
  const note = `校验值已重新计算，${present.length}个文件与${since(lines)}一致${whole ? '' : `，清单的 SHA-256 为 ${listDigest(digests)}`}`;
  return { ...(whole ? { digests } : {}), note, compared: present.length, told, refused };
}

/** By what the corrected log took under a number, or the list has there. */
function filesOf(
  items: readonly string[],
  { rough }: CustodyScene,
): { readonly fixed: readonly Wanted[]; readonly told: readonly Finding[] } {
  const recorded = recordedIn(rough);
  const owner = new Map(rough.items.flatMap(({ evidenceNo, files }) => files.map(({ path }) => [path, evidenceNo] as const)));
  const fixed: Wanted[] = [];
  const told: Finding[] = [];
  for (const evidenceNo of new Set(items)) {
    const taken = correctedLog(rough.custody.events).events.filter(
      ({ action, items: of }) => (action === 'collect' || action === 'extract') && of.includes(evidenceNo),
    );
    // Of an event of several items the log does not say which file is whose.
    const logged = taken.flatMap(({ items: of, digests = [] }) =>
      digests.flatMap(({ path }) => (of.length === 1 || owner.get(path) === evidenceNo ? [path] : [])),
    );
    const listed = rough.items.flatMap(({ evidenceNo: no, files }) => (no === evidenceNo ? files.map(({ path }) => path) : []));
    const paths = [...new Set([...logged, ...listed])];
    for (const path of paths) {
      const records = recorded.get(path);
      if (records) fixed.push({ evidenceNo, path, records });
    }
    const count = paths.filter((path) => !recorded.has(path)).length;
    if (count > 0) told.push(finding('CUSTODY_FILES_NOT_COMPARED', 'warning', { evidence: [evidenceNo], count, because: 'notFixed' }));
  }
  return { fixed, told };
}

/** Files that are not in the folder: away by the log; never recorded by it and kept elsewhere by the list; or missing. */
function absentFindings(absent: readonly Wanted[], action: CustodyAction, { rough, followed }: CustodyScene) {
  const refused: Finding[] = [];
  const away = new Map<string, { readonly evidence: Set<string>; count: number }>();
  for (const { evidenceNo, path, records } of absent) {
    const kept = rough.items.find((item) => item.evidenceNo === evidenceNo)?.originalLocation !== undefined;
    // A file of which the log has a digest lay in the folder: what is kept elsewhere is its original.
    const since = records[0]?.line ?? 0;
    const because = followed.states.get(evidenceNo)?.out ? 'out' : kept && since === 0 ? 'elsewhere' : undefined;
    if (because === undefined) {
      const at = { file: rough.fileOf(`evidence/${path}`) };
      refused.push(finding('CUSTODY_FILE_ABSENT', 'stop', { evidenceNo, path, since, action }, { at }));
      continue;
    }
    const group = away.get(because) ?? { evidence: new Set(), count: 0 };
    group.evidence.add(evidenceNo);
    group.count += 1;
    away.set(because, group);
  }
  const told = [...away].map(([because, { evidence, count }]) =>
    finding('CUSTODY_FILES_NOT_COMPARED', 'warning', { evidence: [...evidence], count, because: because as 'out' | 'elsewhere' }),
  );
  return { refused, told };
}

/** The first record that says otherwise; or that the file could not be read. */
function differing({ evidenceNo, path, records }: Wanted, found: Digests | Fault, file: string, action: CustodyAction): readonly Finding[] {
  if (found instanceof Fault) return [found.finding];
  for (const { line: since = 0, ...digests } of records)
    for (const algorithm of ['sha256', 'sm3'] as const) {
      const recorded = digests[algorithm]?.toLowerCase();
      if (recorded === undefined || recorded === found[algorithm]) continue;
      const args = { evidenceNo, path, algorithm: ALGORITHMS[algorithm], recorded, found: found[algorithm], since, action };
      return [finding('CUSTODY_FILE_DIFFERS', 'stop', args, { at: { file } })];
    }
  return [];
}

function since(lines: readonly number[]): string {
  if (lines.length === 0) return '证据清单所记的';
  const named = lines.slice(0, MOST_LINES).join('、');
  return `第${named}条${lines.length > MOST_LINES ? `等${lines.length}条` : ''}记载的`;
}

/** As 移送材料清单 digests the list of an item with many files. */
function listDigest(digests: readonly CustodyDigest[]): string {
  return sha256Hex(formatManifest(digests.map(({ path, sha256 }) => ({ path: `data/evidence/${path}`, digest: sha256 }))));
}
