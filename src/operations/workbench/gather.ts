/** Files that lie in the evidence folder and are not fixed yet: what is there, the last look, and the fixing itself, which is `collect`. */
import { folderSource, roughCase } from '../../case/index.ts';
import { Fault, type Finding } from '../../model/index.ts';
import { type CollectOptions, type CollectResult, collectEvidence } from '../collect/collect.ts';
import { nextNumbers } from '../collect/numbers.ts';
import { openScene } from '../collect/open.ts';
import type { FixedFile } from '../collect/record.ts';
import { instantOf } from './asked.ts';
import type { WorkTools } from './work.ts';

/** How, when, where, by whom and from whom: asked once for a batch. Texts as they were typed. */
export interface Taking {
  readonly by: readonly string[];
  readonly at?: string;
  readonly place?: string;
  readonly from?: string;
  readonly method?: string;
  readonly system?: string;
  readonly record?: string;
  readonly note?: string;
}

/** Files of one item; each of its own where `together` is false. What is said here stands before what the batch says. */
export interface Group extends Partial<Taking> {
  readonly paths: readonly string[];
  readonly together: boolean;
  /** Number of an item that is there. */
  readonly item?: string;
}

export interface Gathering extends Taking {
  readonly groups: readonly Group[];
  /** Number of the paper record that is entered late. */
  readonly fromRecord?: string;
  /** Files that are not as their names and formats say are fixed, too, and the log says so. */
  readonly asFound: boolean;
}

export interface OnHand {
  readonly files: readonly { readonly path: string; readonly size: number; readonly fixed: boolean }[];
  readonly findings: readonly Finding[];
}

export interface Gathered {
  /** In a last look the numbers are not yet what they will be. */
  readonly fixed: readonly FixedFile[];
  readonly findings: readonly Finding[];
  /** Nothing was written. */
  readonly dry: boolean;
  /** Groups that were fixed before one was refused. */
  readonly done: number;
}

export interface GatherTools extends WorkTools {
  /** Milliseconds since 1970, whole seconds: the machine's clock. */
  readonly clock: () => number;
  /** What the log names as the tool. */
  readonly tool: string;
}

/** @throws Fault NOT_A_CASE_FOLDER, COLLECT_NO_EVIDENCE */
export async function onHand(dir: string): Promise<OnHand> {
  const { files, isNew, findings } = await openScene(dir, [], { dryRun: true });
  return { files: files.map(({ path, stat }) => ({ path, size: stat.size, fixed: !isNew(path) })), findings };
}

/** Everything is read and judged, and nothing written. @throws Fault of the call, or of the machine */
export function lookOver(dir: string, asked: Gathering, tools: GatherTools): Promise<Gathered> {
  return gathered(dir, asked, tools, true);
}

/**
 * Group by group in the order of their times, each whole or not at all; what is fixed stays fixed where a later group is refused or the work is stopped.
 * Nothing is begun where the last look finds what stops a group. @throws Fault of the call, or of the machine
 */
export async function fixGathered(dir: string, asked: Gathering, tools: GatherTools): Promise<Gathered> {
  const looked = await gathered(dir, asked, tools, true);
  if (looked.findings.some(({ severity }) => severity === 'stop' || severity === 'error')) return looked;
  return gathered(dir, asked, tools, false);
}

async function gathered(dir: string, asked: Gathering, tools: GatherTools, dryRun: boolean): Promise<Gathered> {
  const now = tools.clock();
  const calls = callsOf(asked, now);
  const results: CollectResult[] = [];
  for (const { own, ...call } of calls) {
    try {
      // What stands before it has taken its numbers by now.
      const item = own ? await freeNumber(dir) : call.item;
      results.push(await collectEvidence({ ...common(dir, asked, tools, now), ...call, item, dryRun }));
    } catch (error) {
      if (dryRun || results.length === 0 || !(error instanceof Fault)) throw error;
      return { ...together(results), findings: [...together(results).findings, error.finding], dry: false, done: results.length };
    }
  }
  return { ...together(results), dry: dryRun, done: results.length };
}

function common(dir: string, { asFound, fromRecord }: Gathering, { signal, onProgress, tool }: GatherTools, clock: number) {
  return { dir, clock, asFound, fromRecord, tool, signal, onProgress, writeList: true, overwrite: false };
}

/** `own`: its files are one item, whose number is still to be found. */
type Call = { readonly own: boolean } & Pick<
  CollectOptions,
  'paths' | 'item' | 'by' | 'now' | 'timed' | 'place' | 'from' | 'method' | 'system' | 'record' | 'note'
>;

/** The log's times run on, so what happened first is entered first. @throws Fault COLLECT_TIME_UNREAD */
function callsOf(asked: Gathering, clock: number): readonly Call[] {
  const calls = asked.groups
    .filter(({ paths }) => paths.length > 0)
    .map(({ paths, together: one, item, ...own }): Call => {
      const { by, at, place, from, method, system, record, note } = { ...asked, ...said(own) };
      const now = at === undefined ? clock : instantOf(at);
      const alone = item === undefined && one && paths.length > 1;
      const details = said({ place, from, method, system, record, note });
      return { paths: paths.map((path) => `evidence/${path}`), own: alone, item, by, now, timed: at !== undefined, ...details };
    });
  return calls.sort((a, b) => a.now - b.now);
}

/** Without what was left blank. */
function said<T extends object>(texts: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text !== undefined && !(typeof text === 'string' && text.trim() === '')),
  ) as Partial<T>;
}

async function freeNumber(dir: string): Promise<string> {
  const { items, custody } = await roughCase(folderSource(dir, { bare: true }));
  return nextNumbers([
    ...items.flatMap(({ evidenceNo }) => evidenceNo ?? []),
    ...custody.events.flatMap(({ items: numbers }) => numbers),
  ])();
}

/** What is said of the case as a whole is said once. */
function together(results: readonly CollectResult[]): Pick<Gathered, 'fixed' | 'findings'> {
  const findings = new Map(results.flatMap((one) => one.findings).map((f) => [JSON.stringify(f), f]));
  return { fixed: results.flatMap(({ fixed }) => fixed), findings: [...findings.values()] };
}
