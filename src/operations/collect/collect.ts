/** collect (固定): digests of evidence at its collection, what the files tell of themselves, and a custody event. */
import { entryCells, entryText, type RoughCase } from '../../case/index.ts';
import type { Condition } from '../../exhibit/index.ts';
import type { FoundSo } from '../../messages/index.ts';
import { type CustodyEvent, correctedLog, custodyLink, Fault, type Finding, fault, finding } from '../../model/index.ts';
import { conditionFindings } from '../conditions.ts';
import { protectCase, refuseExisting, refuseFolders } from '../output.ts';
import { checkCall, enter, gaps, numbered } from './entering.ts';
import { judge } from './judge.ts';
import { elsewhere, withoutSubstitutes, withoutTold } from './kept.ts';
import { type ListWritten, writeList } from './list.ts';
import { type CollectScene, type FoundFile, openScene } from './open.ts';
import { type ReadFile, readFiles } from './read.ts';
import { entriesFor, type FixedFile } from './record.ts';
import { calledSettings, recordSettings, type SettingOptions, type Settings, settingsOrFault } from './setting.ts';
import { ignoredDetails, knownRecord, lacksOfPaper } from './told.ts';

export interface CollectOptions extends SettingOptions {
  readonly dir: string;
  /** Files and folders below `evidence/`; everything when empty. */
  readonly paths: readonly string[];
  /** Number for files that no item names. */
  readonly item?: string | undefined;
  /** Number of the paper record whose items are entered late. */
  readonly fromRecord?: string | undefined;
  /** Files that are not as their names and formats say are fixed, too, and the log says so. */
  readonly asFound?: boolean;
  /** Everything is looked at and told, and nothing written. */
  readonly dryRun?: boolean;
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
  /** Is there something that was not written into the list? */
  readonly left: { readonly entries: boolean; readonly further: boolean };
  /** The list that was written. */
  readonly list?: string;
  /** The PDF that was asked for. */
  readonly paper?: { readonly path: string; readonly pages: number };
}

/** @throws Fault of the call (COLLECT_*), the machine, or the log (CUSTODY_*); then nothing was appended */
export async function collectEvidence(options: CollectOptions): Promise<CollectResult> {
  const { dir, output, dryRun = false } = options;
  const scene = await openScene(dir, options.paths, options);
  const { rough, recorded, isNew } = scene;
  const findings: Finding[] = [...scene.findings];
  const fresh = scene.files.filter(({ path }) => isNew(path));
  if (scene.onDisk.size === 0 && recorded.size === 0) throw fault('COLLECT_NOTHING', 2, { path: dir });
  knownRecord(options.record, rough.records);
  const named = fresh.length > 0 ? settingsFor(fresh, scene, options) : undefined;
  const settings = named instanceof Fault ? undefined : named;
  if (settings) checkCall(scene, settings, listedNumbers(fresh, rough), options);
  findings.push(...(settings?.findings ?? []));
  // Fonts and layout are loaded only where there is something to print.
  const printer = output === undefined ? undefined : await import('./paper.ts');
  const pack = printer?.packOf(rough, options.template);
  if (output !== undefined) refuseTarget(options, output);

  const results = await readFiles(scene.files, isNew, options);
  const { same, novel: found, findings: judged } = judge(scene, results);
  findings.push(...found.flatMap(({ path, label, conditions }) => conditionFindings(path, label, conditions)));
  const { novel, held } = soundFirst(found, options);
  if (held > 0) findings.push(finding('COLLECT_NOT_RECORDED', 'error', { count: held, because: 'condition' }));
  if (named instanceof Fault && novel.length > 0) {
    if (!dryRun) throw named;
    findings.push(named.finding);
  }
  const unnumbered = rough.unread.includes('evidence') && options.item === undefined;
  if (novel.length > 0 && (unnumbered || scene.logBroken))
    findings.push(finding('COLLECT_NOT_RECORDED', 'stop', { count: novel.length, because: unnumbered ? 'list' : 'log' }));
  const enterable = !unnumbered && !scene.logBroken && (dryRun || settings !== undefined);
  // Also one that would be held back for its condition: that it stands in another's place is the graver of the two.
  const { findings: substitutes } = withoutSubstitutes(enterable ? numbered(found, scene, options) : [], scene);
  const { kept: fixed } = withoutSubstitutes(enterable ? numbered(novel, scene, options) : [], scene);
  findings.push(...withoutTold(judged, substitutes), ...substitutes, ...elsewhere(scene));
  const appended = settings && fixed.length > 0 ? enter(scene, fixed, reasonsOf(novel), settings, options) : undefined;
  findings.push(...(appended ? gaps(appended, scene) : []));
  findings.push(...lacksOfPaper(appended?.events ?? [], scene, dir));
  if (novel.length === 0 && same.length > 0) findings.push(...ignoredDetails(options, scene, dir));

  const lines = [...rough.custody.lines, ...(dryRun ? [] : (appended?.lines ?? []))];
  const head = lines.length === 0 ? undefined : custodyLink(lines.at(-1) as string);
  const events = appended?.events ?? [];
  const sound = new Set([...(rough.unread.includes('evidence') ? [] : same), ...fixed.map(({ path }) => path)]);
  const made = entriesFor([...correctedLog(rough.custody.events).events, ...events], rough, (path) => sound.has(path));
  const list: ListWritten = options.writeList && !dryRun ? await writeList(dir, rough, made) : { entries: false, further: false };
  if (list.refused) findings.push(list.refused);
  const listWritten = list.entries || list.further;
  const drawn =
    output !== undefined && printer && pack && head !== undefined && !dryRun
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
    ...entryTexts(rough, made, list),
    ...(listWritten ? { list: rough.listFile ?? 'evidence.yaml' } : {}),
    listWritten,
    left: { entries: made.entries.length > 0 && !list.entries, further: made.further.length > 0 && !list.further },
    ...(drawn.pages !== undefined && output !== undefined ? { paper: { path: output, pages: drawn.pages } } : {}),
  };
}

/** A fault is kept where nobody may have to be named: in a dry run, and where files may just be renamed. @throws Fault of the call */
function settingsFor(fresh: readonly FoundFile[], scene: CollectScene, options: CollectOptions): Settings | Fault {
  const { rough, record, recorded, onDisk } = scene;
  const kept = options.dryRun === true || [...recorded.keys()].some((path) => !onDisk.has(path));
  return settingsOrFault(
    () => (record ? recordSettings(rough, record, options, fresh.length) : calledSettings(rough, options, fresh.length)),
    kept,
  );
}

/** The numbers that the list has for files. */
function listedNumbers(files: readonly FoundFile[], { items }: RoughCase): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  return items.flatMap(({ evidenceNo, files: own }) =>
    evidenceNo !== undefined && own.some(({ path }) => paths.has(path)) ? [evidenceNo] : [],
  );
}

/** What our readers cannot read is no fault of a file: only what is known to be amiss waits until it is asked for. */
const isAmiss = (condition: Condition): condition is FoundSo['why'] => condition.kind !== 'unread';

/** `held`: how many are not as their names and formats say, and were not asked for as they are. */
function soundFirst(
  found: readonly ReadFile[],
  { asFound }: CollectOptions,
): { readonly novel: readonly ReadFile[]; readonly held: number } {
  const novel = asFound ? found : found.filter(({ conditions }) => !conditions.some(isAmiss));
  return { novel, held: found.length - novel.length };
}

function reasonsOf(files: readonly ReadFile[]): ReadonlyMap<string, readonly FoundSo['why'][]> {
  return new Map(files.map(({ path, conditions }) => [path, conditions.filter(isAmiss)]));
}

function refuseTarget({ dir, overwrite }: CollectOptions, output: string): void {
  protectCase(dir, output);
  refuseFolders(output);
  if (!overwrite) refuseExisting(output);
}

function entryTexts(
  { listFile }: RoughCase,
  { entries, further }: ReturnType<typeof entriesFor>,
  written: ListWritten,
): Pick<CollectResult, 'entries' | 'further' | 'cells'> {
  // What stands in the workbook already is not typed again.
  const both = [...(written.entries ? [] : entries), ...(written.further ? [] : further)];
  return {
    ...(entries.length === 0 ? {} : { entries: entryText(entries) }),
    ...(further.length === 0 ? {} : { further: entryText(further) }),
    ...(both.length > 0 && listFile?.endsWith('.xlsx') ? { cells: entryCells(both) } : {}),
  };
}
