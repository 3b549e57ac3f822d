/** One turn: the case is read, what changed is rendered, what is shown first; then templates and files are looked at. */
import { setImmediate as nextTick, setTimeout as pause } from 'node:timers/promises';
import { folderSource, roughCase } from '../../case/index.ts';
import { checkTemplates, type RenderedDocument, renderDocument, viewDigest } from '../../documents/index.ts';
import type { FileDigest } from '../../dossier/write/index.ts';
import { type DocumentId, Fault, type Finding, finding } from '../../model/index.ts';
import { packFolders } from '../../pack/index.ts';
import type { ScanLook } from '../../scan/index.ts';
import { listedFiles } from '../check.ts';
import { fileFindings } from '../file-facts.ts';
import { readScans } from '../materials.ts';
import { type OpenedCase, openCase, placed } from '../open-case.ts';
import { scanFindings } from '../scanned-pages.ts';
import { lookedAt } from '../scans.ts';
import { inputOf, listDocuments, renderOrder, type Sources } from './inputs.ts';
import { type Measured, measureChanged, stampOf } from './measured.ts';
import { foundIn } from './places.ts';
import type { Tell, TurnOptions, TurnRequest } from './protocol.ts';

/** The browser draws what is looked at, on a machine of two cores too, before the rest takes them. */
const BREATH_MS = 250;

/** What is kept from turn to turn. */
export interface Memory {
  readonly measured: Measured;
  /** By the stamp of the file. */
  readonly looks: Map<string, ScanLook>;
  readonly documents: Map<DocumentId, { readonly key: string; readonly document: RenderedDocument }>;
}

interface Turn {
  readonly options: TurnOptions;
  readonly request: TurnRequest;
  readonly memory: Memory;
  readonly signal: AbortSignal;
  readonly tell: Tell;
}

/** Tells as it goes; ends early when the signal says that a newer save is there. */
export async function runTurn(turn: Turn): Promise<void> {
  const { options, request, signal, tell } = turn;
  let opened: OpenedCase;
  try {
    opened = await openCase({ ...options, now: request.now, draft: true, strict: false, signal });
  } catch (error) {
    const findings = foundIn([findingOf(error, '')], {});
    tell({ kind: 'broken', findings, folders: [options.dir, ...(await packsBeside(options))] });
    tell({ kind: 'done' });
    return;
  }
  const { loaded, pack, findings } = opened;
  const complete = loaded.case !== undefined && pack !== undefined;
  const documents = listDocuments(opened);
  const named = loaded.forms.case?.pack;
  const packs = options.template === undefined && named !== undefined ? packFolders(named) : await packsBeside(options);
  tell({ kind: 'opened', complete, documents, findings: foundIn(findings, { loaded, pack }), folders: [options.dir, ...packs] });
  if (complete) await renderAll(turn, opened, renderOrder(documents, request.shown));
  if (!signal.aborted) tell({ kind: 'done' });
}

async function renderAll(turn: Turn, opened: OpenedCase, order: readonly DocumentId[]): Promise<void> {
  const { signal, tell, memory } = turn;
  const { loaded, pack } = opened;
  const sources = sourcesOf(turn, opened);
  if (!pack || !sources) return;
  for (const id of memory.documents.keys()) if (!order.includes(id)) memory.documents.delete(id);
  const [first] = turn.request.shown;
  for (const id of order) {
    // A newer request arrives between two documents.
    await nextTick();
    if (signal.aborted) return;
    await renderOne(id, turn, sources);
    if (id === first) await pause(BREATH_MS);
  }
  tell({ kind: 'templates', findings: foundIn(await checkTemplates(pack), { loaded, pack }) });
  if (!signal.aborted) tell({ kind: 'files', findings: foundIn(await ofFiles(turn, opened, sources), { loaded, pack }) });
}

/** What only the evidence files tell; one that cannot be read is a finding like others. */
async function ofFiles({ options, request, signal, memory }: Turn, opened: OpenedCase, sources: Sources): Promise<readonly Finding[]> {
  try {
    const about = { ...options, now: request.now, draft: true, strict: false, signal };
    const { findings } = await fileFindings(opened, about, await sources.evidence());
    const scans = await lookedAt(opened.loaded, opened.files, { signal, known: { looks: memory.looks, stampOf } });
    const printed = [...memory.documents.values()].map(({ document }) => document);
    return [...findings, ...scans.findings, ...scanFindings(printed, scans, opened.loaded)];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.finding];
  }
}

function sourcesOf({ options, request, signal, memory }: Turn, opened: OpenedCase): Sources | undefined {
  const { loaded, pack } = opened;
  if (!loaded.case || !pack) return undefined;
  const { dir } = options;
  let evidence: Promise<readonly FileDigest[]> | undefined;
  return {
    opened,
    case: loaded.case,
    pack,
    now: request.now,
    evidence: () => {
      evidence ??= measureChanged(opened, { dir, signal, measured: memory.measured });
      return evidence;
    },
    scans: () => readScans(opened, { dir, now: request.now, draft: true, strict: false, signal }),
    rendered: (id) => memory.documents.get(id)?.document,
  };
}

async function renderOne(id: DocumentId, { tell, memory, signal }: Turn, sources: Sources): Promise<void> {
  const { loaded } = sources.opened;
  const known = { loaded, pack: sources.pack, document: id };
  try {
    if (id === 'materials' && (await sources.evidence()).length !== listedFiles(sources.opened)) return tell({ kind: 'failed', id });
    const input = await inputOf(id, sources);
    if (!input) return tell({ kind: 'failed', id });
    const key = viewDigest(id, input);
    const before = memory.documents.get(id);
    // Findings name places, which move with every line that is added: such a document is rendered again.
    if (before?.key === key && before.document.findings.length === 0) return tell({ kind: 'same', id });
    const document = await renderDocument(id, input);
    memory.documents.set(id, { key, document });
    const { bytes, pages } = document;
    tell({ kind: 'rendered', id, bytes, pages, findings: foundIn(placed(document.findings, loaded), known) });
  } catch (error) {
    if (signal.aborted) return;
    memory.documents.delete(id);
    const title = sources.pack.pack.documents.find((d) => d.id === id)?.title ?? id;
    tell({ kind: 'failed', id, findings: foundIn([findingOf(error, title)], known) });
  }
}

function findingOf(error: unknown, document: string): Finding {
  if (error instanceof Fault) return error.finding;
  return finding('PREVIEW_NOT_RENDERED', 'stop', { document, reason: error instanceof Error ? error.message : String(error) });
}

/** Of the pack named on the command line, or by a case that does not pass its schema just now. */
async function packsBeside({ dir, template }: TurnOptions): Promise<readonly string[]> {
  if (template !== undefined) return packFolders(template, { byUser: true });
  try {
    const { main } = await roughCase(folderSource(dir, { bare: true }));
    return main.pack === undefined ? [] : packFolders(main.pack);
  } catch {
    return [];
  }
}
