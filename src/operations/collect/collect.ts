/** collect (固定): digests of evidence at its collection, what the files tell of themselves, and a custody event. */
import { type Appended, appendCustody, draftFindings, entryCells, entryText, type RoughCase } from '../../case/index.ts';
import {
  type CustodyEvent,
  correctedLog,
  custodyLink,
  Fault,
  type Finding,
  fault,
  finding,
  formatInstant,
  parseInstant,
  STEP_CODES,
  stepArgs,
} from '../../model/index.ts';
import { protectCase, refuseExisting, refuseFolders } from '../output.ts';
import { judge } from './judge.ts';
import { elsewhere, withoutSubstitutes, withoutTold } from './kept.ts';
import { writeEntries } from './list.ts';
import { numberFiles } from './numbers.ts';
import { type CollectScene, openScene } from './open.ts';
import { type Collectors, collectorsOf, insidersOf } from './people.ts';
import { type ReadFile, readFiles } from './read.ts';
import { type CollectDetails, draftsOf, entriesFor, type FixedFile } from './record.ts';
import { ignoredDetails, knownRecord, lacksOfPaper } from './told.ts';

/** Stand for what is not known before the files are read. */
const ANY_NUMBER = 'E001';
const ANY_FILE = { path: 'a', sha256: '0'.repeat(64), sm3: '0'.repeat(64), size: 0 };

export interface CollectOptions extends CollectDetails {
  readonly dir: string;
  /** Files and folders below `evidence/`; everything when empty. */
  readonly paths: readonly string[];
  /** Officers, by id or 姓名/执法证号. */
  readonly by: readonly string[];
  /** When it was collected, and the machine's clock. Milliseconds since 1970. */
  readonly now: number;
  readonly clock: number;
  /** Number for files that no item names. */
  readonly item?: string | undefined;
  readonly writeList: boolean;
  /** 固定清单 as a PDF. */
  readonly output?: string | undefined;
  readonly overwrite: boolean;
  readonly template?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface CollectResult {
  readonly findings: readonly Finding[];
  /** Files that are as they were recorded. */
  readonly verified: number;
  /** Files that were fixed now. */
  readonly fixed: readonly FixedFile[];
  readonly events: readonly CustodyEvent[];
  /** SHA-256 of the log's last line; absent where there is no log. */
  readonly chainHead?: string;
  /** Events in the log. */
  readonly chainLength: number;
  /** YAML for the evidence list: new items, and files to be added to items that are there. */
  readonly entries?: string;
  readonly further?: string;
  /** `entries` by the headings of the list, where it is a workbook. */
  readonly cells?: string;
  readonly listWritten: boolean;
  /** The list that was written. */
  readonly list?: string;
  /** The PDF that was asked for. */
  readonly paper?: { readonly path: string; readonly pages: number };
}

/** @throws Fault of the call (COLLECT_*), the machine, or the log (CUSTODY_*); then nothing was appended */
export async function collectEvidence(options: CollectOptions): Promise<CollectResult> {
  const { dir, output } = options;
  const scene = await openScene(dir, options.paths);
  const { rough, recorded, isNew } = scene;
  const findings: Finding[] = [...scene.findings];
  const fresh = scene.files.filter(({ path }) => isNew(path));
  if (scene.onDisk.size === 0 && recorded.size === 0) throw fault('COLLECT_NOTHING', 2, { path: dir });
  knownRecord(options.record, rough.recordNos);
  const named = fresh.length > 0 ? peopleFor(fresh.length, scene, options) : undefined;
  const collectors = named instanceof Fault ? undefined : named;
  findings.push(...(collectors?.findings ?? []));
  if (collectors) checkCall(scene, collectors, options);
  // Fonts and layout are loaded only where there is something to print.
  const printer = output === undefined ? undefined : await import('./paper.ts');
  const pack = printer?.packOf(rough, options.template);
  if (output !== undefined) refuseTarget(options, output);

  const results = await readFiles(scene.files, isNew, options);
  const { same, novel, findings: judged } = judge(scene, results);
  if (named instanceof Fault && novel.length > 0) throw named;
  const unnumbered = rough.unread.includes('evidence') && options.item === undefined;
  if (novel.length > 0 && (unnumbered || scene.logBroken))
    findings.push(finding('COLLECT_NOT_RECORDED', 'stop', { count: novel.length, because: unnumbered ? 'list' : 'log' }));
  const numbers = collectors && !unnumbered && !scene.logBroken ? numbered(novel, scene, options) : [];
  const { kept: fixed, findings: substitutes } = withoutSubstitutes(numbers, scene);
  findings.push(...withoutTold(judged, substitutes), ...substitutes, ...elsewhere(scene));
  const appended = collectors && fixed.length > 0 ? append(scene, fixed, collectors, options) : undefined;
  findings.push(...(appended ? gaps(appended, scene) : []));
  findings.push(...lacksOfPaper(appended?.events ?? [], options, scene, dir));
  if (novel.length === 0 && same.length > 0) findings.push(...ignoredDetails(options, scene, dir));

  const lines = [...rough.custody.lines, ...(appended?.lines ?? [])];
  const head = lines.length === 0 ? undefined : custodyLink(lines.at(-1) as string);
  const events = appended?.events ?? [];
  const sound = new Set([...(rough.unread.includes('evidence') ? [] : same), ...fixed.map(({ path }) => path)]);
  const made = entriesFor([...correctedLog(rough.custody.events).events, ...events], rough, (path) => sound.has(path));
  const refused = options.writeList && made.entries.length > 0 ? await writeEntries(dir, rough, made.entries) : undefined;
  if (refused) findings.push(refused);
  const listWritten = options.writeList && made.entries.length > 0 && !refused;
  const drawn =
    output !== undefined && printer && pack && head !== undefined
      ? await printer.writePaper(output, { ...options, pack }, { scene, fixed, events, head, headLine: lines.length, same })
      : { pages: undefined, findings: [] };
  findings.push(...drawn.findings);
  return {
    findings,
    verified: same.length,
    fixed,
    events,
    ...(head === undefined ? {} : { chainHead: head }),
    chainLength: lines.length,
    ...entryTexts(rough, made, listWritten),
    ...(listWritten ? { list: rough.listFile ?? 'evidence.yaml' } : {}),
    listWritten,
    ...(drawn.pages !== undefined && output !== undefined ? { paper: { path: output, pages: drawn.pages } } : {}),
  };
}

/** The fault is kept where files may just be renamed: then nobody is asked who collects. @throws Fault of the call */
function peopleFor(files: number, { recorded, onDisk, rough }: CollectScene, { by }: CollectOptions): Collectors | Fault {
  try {
    return collectorsOf(by, rough.officers, files);
  } catch (error) {
    const renamed = [...recorded.keys()].some((path) => !onDisk.has(path));
    if (renamed && error instanceof Fault && error.finding.code === 'COLLECT_TWO_OFFICERS') return error;
    throw error;
  }
}

/** Before hours of reading, not after: what the log would refuse. */
function checkCall({ rough }: CollectScene, { people }: Collectors, options: CollectOptions): void {
  const { now, clock, item = ANY_NUMBER } = options;
  const at = formatInstant(now);
  for (const draft of draftsOf([{ ...ANY_FILE, evidenceNo: item }], people, at, options))
    for (const found of draftFindings(draft)) throw new Fault(found, 2);
  const last = rough.custody.events.at(-1);
  if (now > clock) throw fault('CUSTODY_IN_FUTURE', 1, { at, now: formatInstant(clock) });
  if (last && now < (parseInstant(last.at) ?? 0)) throw fault('CUSTODY_BEFORE_LAST', 1, { at, last: last.at, line: last.seq });
}

function refuseTarget({ dir, overwrite }: CollectOptions, output: string): void {
  protectCase(dir, output);
  refuseFolders(output);
  if (!overwrite) refuseExisting(output);
}

function numbered(files: readonly ReadFile[], { rough }: CollectScene, { item }: CollectOptions): readonly FixedFile[] {
  const logged = rough.custody.events.flatMap(({ items }) => items);
  const numbers = numberFiles(
    files.map(({ path }) => path),
    { items: rough.items, logged, item },
  );
  return files.flatMap(({ path, digests, stat: { size }, content }) => {
    const number = numbers.get(path);
    return number ? [{ path, ...digests, size, ...(content ? { content } : {}), ...number }] : [];
  });
}

function append({ rough }: CollectScene, fixed: readonly FixedFile[], { people }: Collectors, options: CollectOptions): Appended {
  const { dir, now, clock } = options;
  const last = rough.custody.lines.at(-1);
  return appendCustody(dir, draftsOf(fixed, people, formatInstant(now), options), {
    recordedAt: formatInstant(clock),
    insiders: insidersOf(rough),
    after: last === undefined ? null : custodyLink(last),
  });
}

/** What of the new events does not quite fit the chain. */
function gaps({ faults }: Appended, { rough }: CollectScene): readonly Finding[] {
  const file = rough.fileOf('custody.jsonl');
  return faults.map((f) => finding(STEP_CODES[f.kind], 'warning', stepArgs(f), { at: { file, pointer: '', line: f.line, column: 1 } }));
}

function entryTexts(
  { listFile }: RoughCase,
  { entries, further }: ReturnType<typeof entriesFor>,
  written: boolean,
): Pick<CollectResult, 'entries' | 'further' | 'cells'> {
  // What stands in the workbook already is not typed again.
  const both = [...(written ? [] : entries), ...further];
  return {
    ...(entries.length === 0 ? {} : { entries: entryText(entries) }),
    ...(further.length === 0 ? {} : { further: entryText(further) }),
    ...(both.length > 0 && listFile?.endsWith('.xlsx') ? { cells: entryCells(both) } : {}),
  };
}
