/** First step of `collect`: what the case says so far, what lies in its evidence folder, and which of it was asked for. */
import type { Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import {
  caseNear,
  folderSource,
  nameFindings,
  type OnDisk,
  type RoughCase,
  type RoughRecord,
  roughCase,
  tidyCustody,
  walk,
} from '../../case/index.ts';
import {
  chainFaults,
  correctedLog,
  type Finding,
  type FollowedCustody,
  fault,
  finding,
  followCustody,
  leftoverIn,
} from '../../model/index.ts';
import { type Recorded, recordedIn } from './compare.ts';
import { unfixedOf } from './kept.ts';
import { naturalOrder } from './order.ts';
import { type Selection, selectionOf } from './paths.ts';
import { insidersOf } from './people.ts';
import { itemsOfRecord, recordNamed } from './setting.ts';

export interface FoundFile {
  /** Below `evidence/`. */
  readonly path: string;
  readonly absolute: string;
  /** As people call it. */
  readonly label: string;
  readonly stat: Stats;
}

export interface CollectScene {
  readonly rough: RoughCase;
  /** The paper record that is entered late. */
  readonly record?: RoughRecord;
  readonly recorded: ReadonlyMap<string, readonly Recorded[]>;
  /** To be recorded by an event: known to neither log nor list, or to the list alone, in an item of which the log has files (E-13). */
  readonly isNew: (path: string) => boolean;
  readonly selected: Selection;
  /** The selected files that can be recorded, in the order in which they are numbered. */
  readonly files: readonly FoundFile[];
  /** Every path on disk, selected or not, that can be recorded or not. */
  readonly onDisk: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** What the log says of items and files. */
  readonly followed: FollowedCustody;
  /** The log is not whole: nothing may be appended. */
  readonly logBroken: boolean;
}

const EVIDENCE = 'evidence/';

/** Without paths a paper record stands for its items. Nothing is written in a dry run, no leftovers are cleared away either. @throws Fault NOT_A_CASE_FOLDER, COLLECT_NO_EVIDENCE, COLLECT_RECORD_*, of `selectionOf`, or of the machine */
export async function openScene(
  dir: string,
  paths: readonly string[],
  { dryRun = false, fromRecord }: { readonly dryRun?: boolean; readonly fromRecord?: string | undefined } = {},
): Promise<CollectScene> {
  const source = folderSource(dir, { bare: true });
  if (!lstatSync(join(dir, 'evidence'), { throwIfNoEntry: false })) throw fault('COLLECT_NO_EVIDENCE', 2, { path: dir, ...caseNear(dir) });
  if (!dryRun) tidyCustody(dir);
  const rough = await roughCase(source);
  const disk = new Map<string, OnDisk>();
  const found: Finding[] = [];
  await walk(dir, 'evidence', disk, found);
  const below = (path: string): string => path.slice(EVIDENCE.length);
  const recorded = recordedIn(rough);
  const onDisk = new Set([...disk.keys()].map(below));
  const told = [...found, ...nameFindings(disk.keys()).findings];
  // Links and devices are there, too: what was recorded under their names is not missing but replaced.
  for (const f of told) if (f.at && 'file' in f.at && f.at.file.startsWith(EVIDENCE)) onDisk.add(below(f.at.file));
  const record = fromRecord === undefined ? undefined : recordNamed(fromRecord, rough);
  const asked = paths.length === 0 && record ? itemsOfRecord(record, rough) : paths;
  const selected = selectionOf(dir, asked, { paths: new Set([...onDisk, ...recorded.keys()]), items: filesByItem(rough) });
  const bad = new Set(told.map(({ at }) => (at && 'file' in at ? at.file : '')));
  const mine = [...disk.values()].filter(({ path }) => selected(below(path))).sort((a, b) => naturalOrder(a.path, b.path));
  const junk = mine.filter(({ path }) => leftoverIn(below(path)) !== undefined && !recorded.has(below(path)));
  const skipped = new Set(junk.map(({ path }) => path));
  const files = mine
    .filter(({ path }) => !bad.has(path) && !skipped.has(path))
    .map(({ path, stat }) => ({ path: below(path), absolute: join(dir, path), label: rough.fileOf(path), stat }));
  const followed = followCustody(rough.custody.events, { insiders: insidersOf(rough) });
  const unfixed = unfixedOf(rough, followed);
  const broken = chainFaults(rough.custody.lines);
  const log = rough.fileOf('custody.jsonl');
  return {
    rough,
    ...(record ? { record } : {}),
    recorded,
    isNew: (path) => !recorded.has(path) || unfixed.has(path),
    selected,
    files,
    onDisk,
    followed,
    logBroken: broken.length > 0 || rough.findings.some(({ at }) => at && 'file' in at && at.file === log),
    findings: [
      ...rough.findings,
      ...broken.map(({ line, fault: kind, from = 0, to = 0 }) =>
        finding('CUSTODY_CHAIN_BROKEN', 'stop', { line, fault: kind, from, to }, { at: { file: log, pointer: '', line, column: 1 } }),
      ),
      ...told.flatMap((f) => ofSelected(f, selected, rough.fileOf)),
      ...[...new Set(junk.map(({ path }) => leftoverIn(path) ?? path))].map((path) =>
        finding('EVIDENCE_FILE_JUNK', 'warning', { path }, { at: { file: rough.fileOf(path) } }),
      ),
      ...files
        .filter(({ path, stat }) => stat.size === 0 && !recorded.has(path))
        .map(({ path, label: file }) => finding('EVIDENCE_FILE_EMPTY', 'warning', { path: `${EVIDENCE}${path}` }, { at: { file } })),
    ],
  };
}

/** Paths below `evidence/` by evidence number: of the list, and of the log where it says which number a file has. */
function filesByItem({ items, custody }: RoughCase): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, Set<string>>();
  const note = (evidenceNo: string, paths: readonly string[]): void => {
    const own = byItem.get(evidenceNo) ?? new Set();
    byItem.set(evidenceNo, own);
    for (const path of paths) own.add(path);
  };
  for (const { evidenceNo, files } of items)
    if (evidenceNo !== undefined)
      note(
        evidenceNo,
        files.map(({ path }) => path),
      );
  for (const { items: numbers, digests = [] } of correctedLog(custody.events).events)
    if (numbers[0] !== undefined && numbers.length === 1)
      note(
        numbers[0],
        digests.map(({ path }) => path),
      );
  return new Map([...byItem].map(([evidenceNo, paths]) => [evidenceNo, [...paths]]));
}

/** Findings name files from the root of the case; people name them from where they stand. */
function ofSelected(f: Finding, selected: Selection, fileOf: (name: string) => string): readonly Finding[] {
  if (!f.at || !('file' in f.at)) return [f];
  const { file } = f.at;
  if (file.startsWith(EVIDENCE) && !selected(file.slice(EVIDENCE.length))) return [];
  return [{ ...f, at: { ...f.at, file: fileOf(file) } } as Finding];
}
